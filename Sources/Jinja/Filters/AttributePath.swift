internal import Diagnostics

/// The `attribute='a.b'` of filters: fields and positions joined by dots.
struct AttributePath: Sendable {
    private let parts: [Value]

    init(_ value: Value) throws(EvaluationError) {
        switch value {
        case .none: parts = []
        case .integer: parts = [value]
        default:
            guard let text = value.stringContent else {
                throw .expected(en: "the name of an attribute", zh: "属性名", got: value)
            }
            parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false).map { part in
                let isNumber = !part.isEmpty && part.allSatisfy { 0x30...0x39 ~= $0 }
                let name = String(decoding: part, as: UTF8.self)
                return isNumber ? Int(name).map(Value.integer) ?? .text(name) : .text(name)
            }
        }
    }

    /// The value at the path; a missing field gives the standard, or an undefined value.
    func value(in start: Value, standard: Value? = nil) throws(EvaluationError) -> Value {
        var value = start
        for part in parts {
            var next = part.stringContent.flatMap { value.field($0) }
            if next == nil { next = try value.item(part) }
            if let found = next {
                value = found
            } else if let standard {
                value = standard
            } else {
                value = .engine(.undefined(.field(try part.printed(), of: value)))
            }
        }
        return value
    }
}

extension MissingName {
    /// A field that a value does not have.
    static func field(_ name: String, of value: Value) -> MissingName {
        let names: [String] =
            switch value {
            case .record(let record): record.shape.fields
            case .dictionary(let dictionary): dictionary.pairs.compactMap(\.key.stringContent)
            default: []
            }
        return MissingName(
            .unknownField,
            Message(
                en: "\(value.kindName.english) has no field ‘\(name)’", zh: "\(value.kindName.chinese)没有字段“\(name)”"),
            hint: NearName.hint(for: name, among: names) ?? PythonMethods.hint(name))
    }
}
