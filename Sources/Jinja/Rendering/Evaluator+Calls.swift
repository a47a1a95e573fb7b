internal import Bytes
internal import Diagnostics

/// Macros, functions, filters and tests.
extension Evaluator {
    static let filterNames = ["count", "default", "e", "escape", "first", "join", "last", "length", "lower", "string", "upper"]
    static let testNames = ["defined", "even", "false", "mapping", "none", "number", "odd", "string", "true", "undefined"]

    mutating func call(
        _ callee: Expression, _ arguments: Arguments, _ place: SourceSpan
    ) throws(EvaluationError) -> Value {
        if case .name("super") = callee.kind, let current = blockStack.last {
            var buffer = ByteBuffer(capacity: 256)
            try block(current.name, level: current.level + 1, &buffer)
            return .html(SafeHTML(trusted: buffer.bytes))
        }
        if case .name("range") = callee.kind, lookup("range") == nil { return try range(arguments, place) }
        let value = try evaluate(callee)
        guard case .engine(.macro(let reference)) = value else {
            span = place
            throw EvaluationError(.unknownFunction, en: "this can't be called", zh: "这个值不能调用")
        }
        return try call(macros[Int(reference.function)], arguments, place)
    }

    private mutating func call(
        _ macro: Macro, _ arguments: Arguments, _ place: SourceSpan
    ) throws(EvaluationError) -> Value {
        var given: [String: Value] = [:]
        let parameters = macro.statement.parameters
        guard arguments.positional.count <= parameters.count else {
            span = place
            throw EvaluationError(
                .wrongArguments, en: "‘\(macro.statement.name.name)’ takes \(parameters.count) arguments",
                zh: "“\(macro.statement.name.name)”接受 \(parameters.count) 个参数")
        }
        for (parameter, expression) in zip(parameters, arguments.positional) {
            given[parameter.name.name] = try evaluate(expression)
        }
        for (name, expression) in arguments.keywords {
            guard parameters.contains(where: { $0.name.name == name.name }), given[name.name] == nil else {
                span = name.span
                throw EvaluationError(
                    .wrongArguments, en: "‘\(macro.statement.name.name)’ takes no argument ‘\(name.name)’ here",
                    zh: "“\(macro.statement.name.name)”在这里不接受参数“\(name.name)”",
                    hint: NearName.hint(for: name.name, among: parameters.map(\.name.name)))
            }
            given[name.name] = try evaluate(expression)
        }
        try enter()
        let outer = scopes
        if let caller = lookup("caller"), given["caller"] == nil { given["caller"] = caller }
        scopes = macro.scopes + [given]
        for parameter in parameters where given[parameter.name.name] == nil {
            guard let standard = parameter.standard else { continue }
            assign(parameter.name.name, try evaluate(standard))
        }
        let result = try capture(macro.statement.body)
        scopes = outer
        depth -= 1
        return result
    }

    private mutating func range(_ arguments: Arguments, _ place: SourceSpan) throws(EvaluationError) -> Value {
        var numbers: [Int] = []
        for expression in arguments.positional {
            guard case .integer(let number) = try evaluate(expression) else { continue }
            numbers.append(number)
        }
        span = place
        let start = numbers.count > 1 ? numbers[0] : 0
        guard (1...3).contains(numbers.count),
            let range = IntegerRange(
                start: start, stop: numbers.count > 1 ? numbers[1] : numbers[0], step: numbers.count > 2 ? numbers[2] : 1)
        else { throw EvaluationError(.wrongArguments, en: "range takes 1 to 3 whole numbers", zh: "range 接受 1 到 3 个整数") }
        return .engine(.range(range))
    }

    mutating func filter(
        _ name: NamedPart, _ value: Value, _ arguments: Arguments
    ) throws(EvaluationError) -> Value {
        var given: [Value] = []
        for expression in arguments.positional { given.append(try evaluate(expression)) }
        span = name.span
        switch name.name {
        case "length", "count":
            if case .text(let text) = value { return .integer(text.unicodeScalars.count) }
            return .integer(try items(of: value).count)
        case "first": return try items(of: value).first ?? .none
        case "last": return try items(of: value).last ?? .none
        case "upper": return .text(try value.printed().uppercased())
        case "lower": return .text(try value.printed().lowercased())
        case "string": return .text(try value.printed())
        case "e", "escape": return .html(try value.escaped())
        case "default":
            if case .none = value { return given.first ?? .text("") }
            return value
        case "join":
            let separator = try given.first?.printed() ?? ""
            var text = ""
            for (position, item) in try items(of: value).enumerated() {
                text += (position > 0 ? separator : "") + (try item.printed())
            }
            return .text(text)
        default:
            throw EvaluationError(
                .unknownFilter, en: "there is no filter ‘\(name.name)’", zh: "没有过滤器“\(name.name)”",
                hint: NearName.hint(for: name.name, among: Self.filterNames))
        }
    }

    mutating func test(
        _ name: NamedPart, _ expression: Expression, _ arguments: Arguments
    ) throws(EvaluationError) -> Bool {
        if name.name == "defined" || name.name == "undefined" {
            var isDefined = true
            if case .name(let variable) = expression.kind { isDefined = lookup(variable) != nil }
            return isDefined == (name.name == "defined")
        }
        let value = try evaluate(expression)
        span = name.span
        switch (name.name, value) {
        case ("none", .none): return true
        case ("none", _): return false
        case ("string", .text), ("string", .html), ("number", .integer), ("number", .double), ("mapping", .record),
            ("mapping", .dictionary), ("true", .boolean(true)), ("false", .boolean(false)):
            return true
        case ("odd", .integer(let number)): return number % 2 != 0
        case ("even", .integer(let number)): return number % 2 == 0
        case ("string", _), ("number", _), ("mapping", _), ("true", _), ("false", _): return false
        default:
            throw EvaluationError(
                .unknownTest, en: "there is no test ‘\(name.name)’", zh: "没有判断“\(name.name)”",
                hint: NearName.hint(for: name.name, among: Self.testNames))
        }
    }
}
