internal import Bytes
internal import Diagnostics

/// What each expression gives. Expressions have a bounded height, so the walk recurses.
extension Evaluator {
    mutating func evaluate(_ expression: Expression) throws(EvaluationError) -> Value {
        switch expression.kind {
        case .constant(let value): return value
        case .name(let name):
            span = expression.span
            guard let value = lookup(name) else {
                throw EvaluationError(MissingName.name(name, among: page.shape.fields))
            }
            return value
        case .captured: return captured.last ?? .none
        case .attribute(let base, let name):
            let value = try evaluate(base)
            span = expression.span
            return try attribute(name, of: value)
        case .item(let base, let key):
            let value = try evaluate(base)
            let key = try evaluate(key)
            span = expression.span
            return try item(key, of: value)
        case .call(let callee, let arguments): return try call(callee, arguments, expression.span)
        case .filter(let base, let name, let arguments):
            return try filter(name, evaluate(base), arguments)
        case .test(let base, let name, let arguments): return .boolean(try test(name, base, arguments))
        case .not(let inner): return .boolean(try !evaluate(inner).isTrue())
        case .and(let one, let other):
            let first = try evaluate(one)
            return try first.isTrue() ? evaluate(other) : first
        case .or(let one, let other):
            let first = try evaluate(one)
            return try first.isTrue() ? first : evaluate(other)
        case .conditional(let condition, let then, let otherwise):
            if try evaluate(condition).isTrue() { return try evaluate(then) }
            return try otherwise.map { expression throws(EvaluationError) in try evaluate(expression) } ?? .text("")
        case .comparison(let first, let rest): return try comparison(first, rest)
        case .concatenation(let parts): return try concatenation(parts)
        case .list(let items): return .list(try items.map { item throws(EvaluationError) in try evaluate(item) })
        case .tuple(let items): return .tuple(try items.map { item throws(EvaluationError) in try evaluate(item) })
        case .arithmetic(let operation, let one, let other):
            return try arithmetic(operation, evaluate(one), evaluate(other), expression.span)
        default:
            span = expression.span
            throw EvaluationError(.notSupported, en: "this expression is not supported", zh: "不支持这个表达式")
        }
    }

    private func attribute(_ name: String, of value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .record(let record):
            if let found = record[name] { return found }
            throw EvaluationError(
                .unknownField, en: "‘\(record.shape.name)’ has no field ‘\(name)’",
                zh: "“\(record.shape.name)”没有字段“\(name)”", hint: NearName.hint(for: name, among: record.shape.fields))
        case .dictionary(let dictionary):
            if let found = dictionary[name] { return found }
            throw EvaluationError(.unknownField, en: "there is no key ‘\(name)’", zh: "没有键“\(name)”")
        default:
            let kind = value.kindName
            throw EvaluationError(
                .unknownField, en: "\(kind.english) has no field ‘\(name)’", zh: "\(kind.chinese)没有字段“\(name)”")
        }
    }

    private func item(_ key: Value, of value: Value) throws(EvaluationError) -> Value {
        switch (value, key) {
        case (.list(let items), .integer(let index)), (.tuple(let items), .integer(let index)):
            let position = index < 0 ? items.count + index : index
            if items.indices.contains(position) { return items[position] }
            throw EvaluationError(.unknownField, en: "there is no item \(index)", zh: "没有第 \(index) 项")
        case (.dictionary(let dictionary), _):
            if let found = dictionary[key] { return found }
            throw EvaluationError(.unknownField, en: "there is no such key", zh: "没有这个键")
        case (.record, .text(let name)): return try attribute(name, of: value)
        default: throw .unsupported("[]", value, key)
        }
    }

    private mutating func comparison(
        _ first: Expression, _ rest: [(ComparisonOperator, Expression)]
    ) throws(EvaluationError) -> Value {
        var left = try evaluate(first)
        for (operation, expression) in rest {
            let right = try evaluate(expression)
            span = expression.span
            guard try compare(operation, left, right) else { return .boolean(false) }
            left = right
        }
        return .boolean(true)
    }

    private func compare(
        _ operation: ComparisonOperator, _ one: Value, _ other: Value
    ) throws(EvaluationError) -> Bool {
        switch operation {
        case .equal: return one.equals(other)
        case .notEqual: return !one.equals(other)
        case .isIn: return try items(of: other).contains { $0.equals(one) }
        case .isNotIn: return try !items(of: other).contains { $0.equals(one) }
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard let isLess = one.isLess(than: other), let isGreater = other.isLess(than: one) else {
                throw .unsupported(operation.rawValue, one, other)
            }
            switch operation {
            case .less: return isLess
            case .lessOrEqual: return !isGreater
            case .greater: return isGreater
            default: return !isLess
            }
        }
    }

    private mutating func concatenation(_ parts: [Expression]) throws(EvaluationError) -> Value {
        var values: [Value] = []
        for part in parts { values.append(try evaluate(part)) }
        let isHTML = values.contains { if case .html = $0 { true } else { false } }
        guard isHTML else {
            var text = ""
            for value in values { text += try value.printed() }
            return .text(text)
        }
        var buffer = ByteBuffer(capacity: 256)
        for value in values { try write(value, &buffer) }
        return .html(SafeHTML(trusted: buffer.bytes))
    }

    private mutating func arithmetic(
        _ operation: ArithmeticOperator, _ one: Value, _ other: Value, _ place: SourceSpan
    ) throws(EvaluationError) -> Value {
        span = place
        guard case .integer(let first) = one, case .integer(let second) = other else {
            throw .unsupported(operation.rawValue, one, other)
        }
        let result: (Int, overflow: Bool)
        switch operation {
        case .add: result = first.addingReportingOverflow(second)
        case .subtract: result = first.subtractingReportingOverflow(second)
        case .multiply: result = first.multipliedReportingOverflow(by: second)
        case .floorDivide, .modulo:
            guard second != 0, !(first == Int.min && second == -1) else {
                throw EvaluationError(en: "division by zero", zh: "除数为零")
            }
            let rest = ((first % second) + second) % second
            return .integer(operation == .modulo ? rest : (first - rest) / second)
        case .divide, .power:
            throw EvaluationError(.notSupported, en: "‘\(operation.rawValue)’ is not supported", zh: "不支持“\(operation.rawValue)”")
        }
        guard !result.overflow else { throw .tooBigNumber() }
        return .integer(result.0)
    }
}
