internal import Bytes
internal import Diagnostics

/// Calls of macros, `caller` and recursive loops: each gets a frame of its own.
extension Machine {
    /// `capturing`: what it writes becomes a value; else it goes into the page.
    mutating func call(
        _ site: Int32, capturing: Bool, _ buffer: inout ByteBuffer
    ) throws(EvaluationError) {
        let site = program.calls[Int(site)]
        // Below the arguments lies what is called.
        let place = stack.count - Int(site.positional) - site.keywords.count - 1
        let start = capturing ? buffer.count : nil
        switch stack[place] {
        case .engine(.macro(let macro)):
            try enter(macro, site, loopDepth: 0, captureStart: start)
        case .engine(.loop(let index)):
            guard index < loops.count, let recursion = loops[index].recursion else {
                throw EvaluationError(
                    .notSupported, en: "only a recursive loop can be called", zh: "只有递归循环可以调用",
                    hint: Message(en: "write ‘{% for … recursive %}’", zh: "请写“{% for … recursive %}”"))
            }
            try enter(recursion, site, loopDepth: loops[index].depth0 + 1, captureStart: start)
        case .engine(.joiner(let index)):
            stack.truncate(to: place)
            let text = join(index)
            if capturing { stack.push(text) } else { try write(text, &buffer) }
        case .engine(.undefined(let missing)): throw EvaluationError(missing)
        default:
            let kind = stack[place].kindName
            throw EvaluationError(en: "\(kind.english) can't be called", zh: "\(kind.chinese)不能调用")
        }
    }

    mutating func endFrame(_ buffer: inout ByteBuffer) {
        let frame = frames.removeLast()
        slots.truncate(to: frame.base)
        next = frame.returnAddress
        guard let start = frame.captureStart else { return }
        stack.push(.html(SafeHTML(trusted: buffer.bytes(from: start))))
        buffer.truncate(to: start)
    }

    /// Begins a macro with the arguments on the stack, which are taken away with what is called.
    private mutating func enter(
        _ macro: MacroReference, _ site: Program.CallSite, loopDepth: Int, captureStart: Int?
    ) throws(EvaluationError) {
        if frames.count > depthLimit { throw .tooDeep }
        // Most macros are defined outside of all others, in the first frame.
        guard let link = frames.firstIndex(where: { $0.serial == macro.serial }) else {
            throw EvaluationError(
                .notSupported, en: "the macro was defined inside a macro that has ended", zh: "该宏定义在一个已结束的宏内",
                hint: Message(en: "define it outside of other macros", zh: "请在其他宏之外定义它"))
        }
        let number = Int(macro.function)
        let base = slots.count
        slots.push(emptySlots: Int(program.functions[number].slots))
        try bind(program.functions[number], base, site)
        serial += 1
        frames.append(
            Frame(
                returnAddress: next, base: base, link: link, serial: serial, function: number, loopDepth: loopDepth,
                captureStart: captureStart))
        next = Int(program.functions[number].entry)
    }

    /// Moves the arguments from the stack into the slots of a new frame.
    private mutating func bind(
        _ function: Program.Function, _ base: Int, _ site: Program.CallSite
    ) throws(EvaluationError) {
        let (given, expected) = (Int(site.positional), function.parameters.count)
        let start = stack.count - given - site.keywords.count
        if given > expected, !function.usesVarargs {
            throw EvaluationError(
                .wrongArguments,
                en: "‘\(function.name)’ takes at most \(expected) arguments, not \(given)",
                zh: "“\(function.name)”最多接受 \(expected) 个参数，而不是 \(given) 个")
        }
        for index in 0..<min(given, expected) { slots[base + index] = stack.take(at: start + index) }
        for index in min(given, expected)..<expected {
            let parameter = function.parameters[index]
            slots[base + index] = .engine(.undefined(parameter.isOptional ? .notGiven : .argument(parameter.name)))
        }
        if function.usesVarargs {
            slots[base + Int(function.varargs)] = .tuple(
                (start + min(given, expected)..<start + given).map { stack.take(at: $0) })
        }
        if function.usesCaller { slots[base + Int(function.caller)] = .engine(.undefined(.caller)) }
        try bindKeywords(function, base, site, given)
        stack.truncate(to: start - 1)
    }

    private mutating func bindKeywords(
        _ function: Program.Function, _ base: Int, _ site: Program.CallSite, _ given: Int
    ) throws(EvaluationError) {
        var rest: [(Value, Value)] = []
        for (index, name) in site.keywords.enumerated() {
            let value = stack[stack.count - site.keywords.count + index]
            if let place = function.parameters.firstIndex(where: { $0.name == name }) {
                if place < given {
                    throw EvaluationError(
                        .wrongArguments, en: "‘\(function.name)’ is given ‘\(name)’ twice",
                        zh: "“\(function.name)”的“\(name)”给了两次")
                }
                slots[base + place] = value
            } else if name == "caller", function.usesCaller {
                slots[base + Int(function.caller)] = value
            } else if function.usesKwargs {
                rest.append((.text(name), value))
            } else {
                throw EvaluationError(
                    .wrongArguments, en: "‘\(function.name)’ has no parameter ‘\(name)’",
                    zh: "“\(function.name)”没有参数“\(name)”",
                    hint: NearName.hint(for: name, among: function.parameters.map(\.name)))
            }
        }
        if function.usesKwargs { slots[base + Int(function.kwargs)] = .dictionary(ValueDictionary(rest)) }
    }
}

extension MissingName {
    static let caller = MissingName(
        .undefinedName,
        Message(
            en: "‘caller’ is undefined: the macro is not called by ‘{% call %}’", zh: "“caller”没有定义：宏不是由“{% call %}”调用")
    )

    static func argument(_ name: String) -> MissingName {
        MissingName(
            .undefinedName, Message(en: "the argument ‘\(name)’ was not given", zh: "没有给出参数“\(name)”"))
    }
}

extension EvaluationError {
    static let tooDeep = EvaluationError(
        .budget, en: "macros or loops call themselves too deeply", zh: "宏或循环的自身调用过深",
        hint: Message(en: "look for a macro that calls itself without end", zh: "请检查是否有无限调用自身的宏"))
}
