internal import Diagnostics

/// The built-in functions, and the methods of what they make.
extension Machine {
    mutating func function(_ site: Program.CallSite) throws(EvaluationError) {
        let (arguments, keywords) = takeArguments(site)
        switch BuiltinFunction.allCases[Int(site.target)] {
        case .range: stack.push(try range(arguments))
        case .dict:
            let pairs = try pairs(of: arguments, keywords)
            stack.push(.dictionary(ValueDictionary(pairs)))
        case .namespace:
            var fields = NamespaceFields()
            for (key, value) in try pairs(of: arguments, keywords) { fields[try key.printed()] = value }
            add(.namespace(fields)) { .namespace($0) }
        case .cycler:
            if arguments.isEmpty {
                throw EvaluationError(.wrongArguments, en: "‘cycler’ needs values", zh: "“cycler”需要值")
            }
            add(.cycler(arguments, position: 0)) { .cycler($0) }
        case .joiner:
            add(.joiner(arguments.first ?? keywords.first?.value ?? .text(", "), isUsed: false)) { .joiner($0) }
        }
        if objects.count > RenderBudget.listLimit { throw .tooLarge }
    }

    private mutating func add(_ object: EngineObject, _ value: (Int) -> EngineValue) {
        objects.append(object)
        stack.push(.engine(value(objects.count - 1)))
    }

    private func range(_ arguments: [Value]) throws(EvaluationError) -> Value {
        var numbers: [Int] = []
        for argument in arguments {
            guard case .integer(let number)? = argument.number else {
                throw .expected(en: "an integer", zh: "整数", got: argument)
            }
            numbers.append(number)
        }
        let start = numbers.count > 1 ? numbers[0] : 0
        let stop = numbers.count > 1 ? numbers[1] : numbers.first ?? 0
        let step = numbers.count > 2 ? numbers[2] : 1
        if step == 0 {
            throw EvaluationError(.wrongArguments, en: "the step of a range can't be 0", zh: "range 的步长不能是 0")
        }
        guard let range = IntegerRange(start: start, stop: stop, step: step) else { throw .tooBigNumber() }
        return .engine(.range(range))
    }

    /// The pairs of a dictionary, or of a list of pairs, and then those given by name.
    private func pairs(
        of arguments: [Value], _ keywords: [(name: String, value: Value)]
    ) throws(EvaluationError) -> [(Value, Value)] {
        var pairs: [(Value, Value)] = []
        if let first = arguments.first {
            if let mapping = first.mapping {
                pairs = mapping.pairs.map { ($0.key, $0.value) }
            } else {
                for item in try first.items() {
                    let parts = try item.items()
                    guard parts.count == 2 else { throw .expected(en: "a pair", zh: "二元组", got: item) }
                    pairs.append((parts[0], parts[1]))
                }
            }
        }
        return pairs + keywords.map { (.text($0.name), $0.value) }
    }

    mutating func method(_ site: Program.CallSite) throws(EvaluationError) {
        let (arguments, _) = takeArguments(site)
        let value = stack.pop()
        switch (value, site.name) {
        case (.engine(.loop(let index)), "cycle") where index < loops.count:
            if arguments.isEmpty {
                throw EvaluationError(.wrongArguments, en: "‘cycle’ needs values", zh: "“cycle”需要值")
            }
            stack.push(arguments[max(loops[index].index, 0) % arguments.count])
        case (.engine(.loop(let index)), "changed") where index < loops.count:
            let last = loops[index].lastSeen
            let isSame = last.map { Value.list($0).equals(.list(arguments)) } ?? false
            loops[index].lastSeen = arguments
            stack.push(.boolean(!isSame))
        case (.engine(.cycler(let index)), "next"):
            guard case .cycler(let values, let position) = objects[index] else { return }
            stack.push(values[position])
            objects[index] = .cycler(values, position: (position + 1) % values.count)
        case (.engine(.cycler(let index)), "reset"):
            guard case .cycler(let values, _) = objects[index] else { return }
            objects[index] = .cycler(values, position: 0)
            stack.push(Value.none)
        case (.engine(.undefined(let missing)), _): throw EvaluationError(missing)
        default:
            throw EvaluationError(
                .notSupported, en: "values have no methods, so ‘.\(site.name)()’ can't be called",
                zh: "值没有方法，不能调用“.\(site.name)()”", hint: PythonMethods.hint(site.name))
        }
    }

    /// Nothing the first time, then the text.
    mutating func join(_ index: Int) -> Value {
        guard case .joiner(let text, let isUsed) = objects[index] else { return Value.none }
        objects[index] = .joiner(text, isUsed: true)
        return isUsed ? text : .text("")
    }
}
