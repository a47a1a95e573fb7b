internal import Glibc

/// Filters over numbers: `abs`, `filesizeformat`, `float`, `int`, `round`.
enum Numbers {
    static let all = [abs, filesizeformat, float, int, round]

    private static let abs = Filter("abs", gives: .same, doc: "A number without its sign.") {
        call throws(EvaluationError) in
        switch call.subject.number {
        case .integer(let number):
            if number == Int.min { throw .tooBigNumber() }
            return .integer(number.magnitude == 0 ? 0 : Int(number.magnitude))
        case .double(let number): return .double(number.magnitude)
        case nil: throw .expected(en: "a number", zh: "数字", got: call.subject)
        }
    }

    private static let int = Filter(
        "int", Signature(.optional("default", .integer(0)), .optional("base", .integer(10))), gives: .value(.integer),
        doc: "The value as a whole number, or the default when it is none."
    ) { call throws(EvaluationError) in
        switch call.subject.number {
        case .integer(let number): return .integer(number)
        case .double(let number):
            if number.isNaN { return call[0] }
            guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw .tooBigNumber() }
            return .integer(whole)
        case nil: break
        }
        if case .engine(.undefined(let missing)) = call.subject { throw EvaluationError(missing) }
        guard let text = call.subject.stringContent else { return call[0] }
        if let number = PythonNumber.integer(text, base: try call.integer(1)) { return .integer(number) }
        guard let number = PythonNumber.double(text), number.isFinite else { return call[0] }
        guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw .tooBigNumber() }
        return .integer(whole)
    }

    private static let float = Filter(
        "float", Signature(.optional("default", .double(0))), gives: .value(.number),
        doc: "The value as a number with a decimal point, or the default when it is none."
    ) { call throws(EvaluationError) in
        if let number = call.subject.number { return .double(number.double) }
        if case .engine(.undefined(let missing)) = call.subject { throw EvaluationError(missing) }
        return call.subject.stringContent.flatMap(PythonNumber.double).map(Value.double) ?? call[0]
    }

    private static let round = Filter(
        "round", Signature(.optional("precision", .integer(0)), .optional("method", .text("common"))),
        gives: .value(.number), doc: "A number rounded; `method` is common, ceil or floor."
    ) { call throws(EvaluationError) in
        let digits = try call.integer(0)
        guard let number = call.subject.number else { throw .expected(en: "a number", zh: "数字", got: call.subject) }
        guard -300...300 ~= digits else { throw .tooBigNumber() }
        switch try call.text(1) {
        case "common":
            if case .integer(let whole) = number { return .integer(try rounded(whole, digits)) }
            return .double(rounded(number.double, digits))
        // A whole number has no negative zero.
        case "ceil": return .double((ceil(number.double * pow(10, Double(digits))) + 0) / pow(10, Double(digits)))
        case "floor": return .double((floor(number.double * pow(10, Double(digits))) + 0) / pow(10, Double(digits)))
        default:
            throw EvaluationError(
                .wrongArguments, en: "the method is ‘common’, ‘ceil’ or ‘floor’", zh: "“method”只能是 common、ceil 或 floor")
        }
    }

    /// Ties go to the even neighbour, as in Python.
    private static func rounded(_ number: Int, _ digits: Int) throws(EvaluationError) -> Int {
        guard digits < 0 else { return number }
        guard digits >= -18 else { return 0 }
        let unit = Int(pow(10, Double(-digits)))
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: unit)
        let twice = rest.magnitude.multipliedReportingOverflow(by: 2).partialValue
        let isUp = twice > UInt(unit) || (twice == UInt(unit) && quotient % 2 != 0)
        let (result, overflow) = (quotient + (isUp ? number.signum() : 0)).multipliedReportingOverflow(by: unit)
        if overflow { throw .tooBigNumber() }
        return result
    }

    private static func rounded(_ number: Double, _ digits: Int) -> Double {
        if !number.isFinite { return number }
        if digits >= 0 { return Double(PythonNumber.fixed(number, digits: digits)) ?? number }
        let unit = pow(10, Double(-digits))
        return (number / unit).rounded(.toNearestOrEven) * unit
    }

    private static let filesizeformat = Filter(
        "filesizeformat", Signature(.optional("binary", .boolean(false))), gives: .value(.text),
        doc: "A number of bytes for people, such as `4.1 MB`."
    ) { call throws(EvaluationError) in
        guard let bytes = call.subject.number?.double ?? call.subject.stringContent.flatMap(PythonNumber.double) else {
            throw .expected(en: "a number", zh: "数字", got: call.subject)
        }
        let isBinary = try call.isTrue(0)
        let base: Double = isBinary ? 1024 : 1000
        if bytes == 1 { return .text("1 Byte") }
        if bytes < base { return .text("\(Int(exactly: bytes.rounded(.towardZero)) ?? 0) Bytes") }
        let units =
            isBinary ? ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"] : ["k", "M", "G", "T", "P", "E", "Z", "Y"]
        var unit = base
        for (index, name) in units.enumerated() {
            unit *= base
            if bytes < unit || index == units.count - 1 {
                return .text(PythonNumber.fixed(base * bytes / unit, digits: 1) + " " + name + "B")
            }
        }
        return .text("")
    }
}
