internal import Glibc

/// `+ - * / // % **` as Python does them, within 64 bits.
extension Value {
    func calculate(_ operation: ArithmeticOperator, _ other: Value) throws(EvaluationError) -> Value {
        for value in [self, other] {
            if case .engine(.undefined(let missing)) = value { throw EvaluationError(missing) }
        }
        if let one = number, let two = other.number { return try Self.calculate(operation, one, two) }
        switch operation {
        case .add: return try adding(other)
        case .multiply: return try repeated(other)
        case .modulo where stringContent != nil:
            let values: [Value] = if case .tuple(let items) = other { items } else { [other] }
            return try PrintfFormat.apply(self, values, named: other.mapping, usesAll: !other.isSubscriptable)
        default: throw .unsupported(operation.rawValue, self, other)
        }
    }

    /// As `-value` or `+value`.
    func signed(negative: Bool) throws(EvaluationError) -> Value {
        switch number {
        case .integer(let number):
            if number == Int.min, negative { throw .tooBigNumber() }
            return .integer(negative ? -number : number)
        case .double(let number): return .double(negative ? -number : number)
        case nil: throw .expected(en: "a number", zh: "数字", got: self)
        }
    }

    /// As `~`: HTML if one of the parts is, and then the others are escaped.
    static func concatenated(_ parts: ArraySlice<Value>) throws(EvaluationError) -> Value {
        if parts.contains(where: \.isHTML) {
            var bytes: [UInt8] = []
            for part in parts { bytes += try part.escaped().bytes }
            if bytes.count > RenderBudget.textLimit { throw .tooLarge }
            return .html(SafeHTML(trusted: bytes))
        }
        var text = ""
        for part in parts { text += try part.printed() }
        if text.utf8.count > RenderBudget.textLimit { throw .tooLarge }
        return .text(text)
    }
}

extension Value {
    private func adding(_ other: Value) throws(EvaluationError) -> Value {
        if stringContent != nil, other.stringContent != nil { return try Self.concatenated([self, other]) }
        switch (self, other) {
        case (.list(let one), .list(let other)):
            if one.count + other.count > RenderBudget.listLimit { throw .tooLarge }
            return .list(one + other)
        case (.tuple(let one), .tuple(let other)):
            if one.count + other.count > RenderBudget.listLimit { throw .tooLarge }
            return .tuple(one + other)
        default: throw .unsupported("+", self, other)
        }
    }

    private func repeated(_ other: Value) throws(EvaluationError) -> Value {
        guard case .integer(let wanted)? = other.number else {
            if number != nil, other.number == nil { return try other.repeatedOnce(self) }
            throw .unsupported("*", self, other)
        }
        return try repeated(max(wanted, 0), other)
    }

    /// The same with the sides swapped; both sides can't be numbers here.
    private func repeatedOnce(_ times: Value) throws(EvaluationError) -> Value {
        guard case .integer(let wanted)? = times.number else { throw .unsupported("*", times, self) }
        return try repeated(max(wanted, 0), times)
    }

    private func repeated(_ times: Int, _ other: Value) throws(EvaluationError) -> Value {
        if let text = stringContent {
            let (size, overflow) = text.utf8.count.multipliedReportingOverflow(by: times)
            if overflow || size > RenderBudget.textLimit { throw .tooLarge }
            return like(String(repeating: text, count: text.isEmpty ? 0 : times))
        }
        switch self {
        case .list(let items), .tuple(let items):
            let (size, overflow) = items.count.multipliedReportingOverflow(by: times)
            if overflow || size > RenderBudget.listLimit { throw .tooLarge }
            let all = items.isEmpty ? [] : Array(repeatElement(items, count: times).joined())
            if case .list = self { return .list(all) }
            return .tuple(all)
        default: throw .unsupported("*", self, other)
        }
    }

    private static func calculate(
        _ operation: ArithmeticOperator, _ one: Number, _ other: Number
    ) throws(EvaluationError) -> Value {
        if case .integer(let first) = one, case .integer(let second) = other, operation != .divide {
            if operation == .power, second < 0 { return .double(try power(Double(first), Double(second))) }
            return .integer(try calculate(operation, first, second))
        }
        return .double(try calculate(operation, one.double, other.double))
    }

    private static func calculate(
        _ operation: ArithmeticOperator, _ first: Double, _ second: Double
    ) throws(EvaluationError) -> Double {
        switch operation {
        case .add: return first + second
        case .subtract: return first - second
        case .multiply: return first * second
        case .power: return try power(first, second)
        default: break
        }
        if second == 0 { throw .divisionByZero }
        // The remainder has the sign of the divisor, a quotient of zero that of the exact one.
        var rest = fmod(first, second)
        if rest != 0, (rest < 0) != (second < 0) { rest += second }
        if rest == 0 { rest = copysign(0, second) }
        switch operation {
        case .divide: return first / second
        case .floorDivide:
            let quotient = ((first - rest) / second).rounded()
            return quotient == 0 ? copysign(0, first / second) : quotient
        default: return rest
        }
    }

    /// A negative number to a fraction has no real value, and neither has zero to a negative power.
    private static func power(_ base: Double, _ exponent: Double) throws(EvaluationError) -> Double {
        if base == 0, exponent < 0 { throw .divisionByZero }
        let result = pow(base, exponent)
        if result.isNaN, !base.isNaN, !exponent.isNaN {
            throw EvaluationError(en: "the result is not a real number", zh: "结果不是实数")
        }
        if result.isInfinite, base.isFinite, exponent.isFinite {
            throw EvaluationError(en: "the number is too large", zh: "数字过大")
        }
        return result
    }

    private static func calculate(
        _ operation: ArithmeticOperator, _ first: Int, _ second: Int
    ) throws(EvaluationError) -> Int {
        let result: (Int, overflow: Bool)
        switch operation {
        case .add: result = first.addingReportingOverflow(second)
        case .subtract: result = first.subtractingReportingOverflow(second)
        case .multiply: result = first.multipliedReportingOverflow(by: second)
        case .power: return try power(first, second)
        case .divide, .floorDivide, .modulo:
            if second == 0 { throw .divisionByZero }
            if second == -1 { return operation == .modulo ? 0 : try calculate(.multiply, first, -1) }
            let rest = first % second
            let isUneven = rest != 0 && (rest < 0) != (second < 0)
            if operation == .modulo { return isUneven ? rest + second : rest }
            return first / second - (isUneven ? 1 : 0)
        }
        if result.overflow { throw .tooBigNumber() }
        return result.0
    }

    private static func power(_ base: Int, _ exponent: Int) throws(EvaluationError) -> Int {
        if base == 0 || base == 1 { return exponent == 0 ? 1 : base }
        if base == -1 { return exponent % 2 == 0 ? 1 : -1 }
        if exponent > 63 { throw .tooBigNumber() }
        var result = 1
        for _ in 0..<exponent { result = try calculate(.multiply, result, base) }
        return result
    }
}

extension EvaluationError {
    static let divisionByZero = EvaluationError(en: "division by zero", zh: "除数为零")
}
