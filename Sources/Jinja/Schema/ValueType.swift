/// What the checker knows of a value before there is one.
package indirect enum ValueType: Sendable {
    case text
    case html
    case integer
    /// Not always a whole number.
    case number
    case boolean
    /// A day as `YYYY-MM-DD`; text to the engine.
    case date
    case list(of: ValueType)
    /// Keys that the schema does not know.
    case dictionary(of: ValueType)
    case record(RecordType)
    /// A record listed in `TemplateSchema.named`.
    case named(String)
    /// The value, or `none`.
    case optional(ValueType)
    /// Nothing is checked.
    case any
}

extension ValueType: CustomStringConvertible {
    /// For editors: `list of link`, `text or none`.
    package var description: String {
        switch self {
        case .text: "text"
        case .html: "HTML"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .list(let element): "list of \(element)"
        case .dictionary(let element): "dictionary of \(element)"
        case .record(let type): type.name
        case .named(let name): name
        case .optional(let type): "\(type) or none"
        case .any: "anything"
        }
    }
}
