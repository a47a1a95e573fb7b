/// Tests of what a value is.
enum KindTests {
    static let all = [
        ValueTest("defined", acceptsUndefined: true, doc: "The name exists.") { call in
            if case .engine(.undefined) = call.subject { false } else { true }
        },
        ValueTest("undefined", acceptsUndefined: true, doc: "The name does not exist.") { call in
            if case .engine(.undefined) = call.subject { true } else { false }
        },
        ValueTest("none", acceptsUndefined: true, doc: "The value is none.") { call in
            if case .none = call.subject { true } else { false }
        },
        ValueTest("boolean", acceptsUndefined: true, doc: "The value is true or false.") { call in
            if case .boolean = call.subject { true } else { false }
        },
        ValueTest("true", acceptsUndefined: true, doc: "The value is true itself.") { call in
            if case .boolean(true) = call.subject { true } else { false }
        },
        ValueTest("false", acceptsUndefined: true, doc: "The value is false itself.") { call in
            if case .boolean(false) = call.subject { true } else { false }
        },
        ValueTest("integer", acceptsUndefined: true, doc: "The value is a whole number.") { call in
            if case .integer = call.subject { true } else { false }
        },
        ValueTest("float", acceptsUndefined: true, doc: "The value is a number with a decimal point.") { call in
            if case .double = call.subject { true } else { false }
        },
        ValueTest("number", acceptsUndefined: true, doc: "The value is a number; true and false count as numbers.") {
            $0.subject.number != nil
        },
        ValueTest("string", acceptsUndefined: true, doc: "The value is text or HTML.") {
            $0.subject.stringContent != nil
        },
        ValueTest("escaped", acceptsUndefined: true, doc: "The value is HTML.") { $0.subject.isHTML },
        ValueTest("mapping", acceptsUndefined: true, doc: "The value is a dictionary or a record.") { call in
            switch call.subject {
            case .dictionary: true
            case .record(let record): !record.shape.isTuple
            default: false
            }
        },
        ValueTest("iterable", doc: "A loop can go through the value.") { $0.subject.count != nil },
        ValueTest("sequence", acceptsUndefined: true, doc: "The value has a length and items.") {
            $0.subject.count != nil
        },
        ValueTest("callable", doc: "The value is a macro or another thing that can be called.") { call in
            switch call.subject {
            case .engine(.macro), .engine(.loop), .engine(.joiner): true
            default: false
            }
        },
    ]
}
