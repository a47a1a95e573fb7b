/// What the compiler knows of the value that an expression will give.
indirect enum Inferred: Sendable {
    case value(ValueType)
    case tuple([Inferred])
    case macro(Int)
    /// What an imported template exports.
    case module(template: String, names: [String: Inferred], order: [String])
    case loop(item: Inferred)
    case namespace
    case function(BuiltinFunction)

    static let any = Inferred.value(.any)

    /// The type without `or none`.
    var valueType: ValueType? {
        guard case .value(var type) = self else { return nil }
        while case .optional(let inner) = type { type = inner }
        return type
    }

    /// What a `for` over the value gives.
    func element(in schema: TemplateSchema) -> Inferred {
        switch valueType.map(schema.resolved) {
        case .list(let element): .value(element)
        case .text, .dictionary, .record: .value(.text)
        default: .any
        }
    }
}

extension TemplateSchema {
    /// A named record as the record itself.
    func resolved(_ type: ValueType) -> ValueType {
        guard case .named(let name) = type else { return type }
        return named[name].map(ValueType.record) ?? .any
    }
}

extension ValueType {
    /// The shape of the record that the value is, unless it is none.
    var shape: RecordShape? {
        switch self {
        case .record(let record): record.shape
        case .optional(let value): value.shape
        default: nil
        }
    }
}
