/// Tests of numbers, texts and names.
enum ContentTests {
    static let all = [
        ValueTest("even", doc: "The number is even.") { call throws(EvaluationError) in
            try remainder(call.subject, .integer(2)).equals(.integer(0))
        },
        ValueTest("odd", doc: "The number is odd.") { call throws(EvaluationError) in
            try remainder(call.subject, .integer(2)).equals(.integer(1))
        },
        ValueTest("divisibleby", Signature(.needed("num")), doc: "The number can be divided by another one.") {
            call throws(EvaluationError) in try remainder(call.subject, call[0]).equals(.integer(0))
        },
        ValueTest("lower", doc: "All letters of the text are in lower case.") { call throws(EvaluationError) in
            let scalars = try call.subject.printed().unicodeScalars
            return scalars.contains { $0.properties.isLowercase }
                && !scalars.contains { $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter }
        },
        ValueTest("upper", doc: "All letters of the text are in upper case.") { call throws(EvaluationError) in
            let scalars = try call.subject.printed().unicodeScalars
            return scalars.contains { $0.properties.isUppercase }
                && !scalars.contains { $0.properties.isLowercase || $0.properties.generalCategory == .titlecaseLetter }
        },
        ValueTest("filter", doc: "There is a filter of this name.") { call throws(EvaluationError) in
            FilterRegistry.find(try call.subject.printed()) != nil
        },
        ValueTest("test", doc: "There is a test of this name.") { call throws(EvaluationError) in
            TestRegistry.find(try call.subject.printed()) != nil
        },
    ]

    private static func remainder(_ value: Value, _ divisor: Value) throws(EvaluationError) -> Value {
        if value.number == nil { throw .expected(en: "a number", zh: "数字", got: value) }
        return try value.calculate(.modulo, divisor)
    }
}
