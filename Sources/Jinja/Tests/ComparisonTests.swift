/// Tests that compare a value with another one.
enum ComparisonTests {
    static let all = [
        comparison("eq", ["==", "equalto"], .equal, doc: "The values are equal."),
        comparison("ne", ["!="], .notEqual, doc: "The values differ."),
        comparison("lt", ["<", "lessthan"], .less, doc: "The value is less than the other one."),
        comparison("le", ["<="], .lessOrEqual, doc: "The value is not greater than the other one."),
        comparison("gt", [">", "greaterthan"], .greater, doc: "The value is greater than the other one."),
        comparison("ge", [">="], .greaterOrEqual, doc: "The value is not less than the other one."),
        comparison("in", [], .isIn, doc: "The value is one of the items, or a part of the text."),
        ValueTest(
            "sameas", Signature(.needed("other")), acceptsUndefined: true,
            doc: "The value is the same one: for none, true, false and numbers."
        ) { call in
            switch (call.subject, call[0]) {
            case (.none, .none): true
            case (.boolean(let one), .boolean(let other)): one == other
            case (.integer(let one), .integer(let other)): one == other
            default: false
            }
        },
    ]

    private static func comparison(
        _ name: String, _ aliases: [String], _ operation: ComparisonOperator, doc: String
    ) -> ValueTest {
        ValueTest(name, aliases: aliases, Signature(.needed("other")), doc: doc) { call throws(EvaluationError) in
            try call.subject.compare(operation, call[0])
        }
    }
}

extension Value {
    /// As a comparison operator; undefined values are refused.
    func compare(_ operation: ComparisonOperator, _ other: Value) throws(EvaluationError) -> Bool {
        if let missing = missingName { throw EvaluationError(missing) }
        if let missing = other.missingName { throw EvaluationError(missing) }
        switch operation {
        case .equal: return equals(other)
        case .notEqual: return !equals(other)
        case .isIn: return try other.contains(self)
        case .isNotIn: return !(try other.contains(self))
        case .less, .greaterOrEqual, .greater, .lessOrEqual: return try ordered(operation, other)
        }
    }

    private func ordered(_ operation: ComparisonOperator, _ other: Value) throws(EvaluationError) -> Bool {
        // Not a number is neither less nor greater than anything.
        if let one = number?.double, let two = other.number?.double, one.isNaN || two.isNaN { return false }
        let isSwapped = operation == .greater || operation == .lessOrEqual
        guard let answer = isSwapped ? other.isLess(than: self) : isLess(than: other) else {
            throw .unsupported(operation.rawValue, self, other)
        }
        return operation == .less || operation == .greater ? answer : !answer
    }
}
