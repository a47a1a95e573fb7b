package import Diagnostics

/// A column of a table of models: the price of a meter, or a property.
package enum ModelColumn: Sendable, Hashable {
    case price(meter: String)
    case context, maxOutput, modalities, vendor, kind, capabilities, released, retires, changed

    /// Nil when there is no such column.
    package init?(named name: String) {
        if let property = Self.properties.first(where: { $0.name == name }) {
            self = property.column
        } else if Meter(named: name) != nil {
            self = .price(meter: name)
        } else {
            return nil
        }
    }

    /// Whether its cells are amounts or counts, which stand in line at their right ends.
    package var isNumber: Bool {
        switch self {
        case .price, .context, .maxOutput: true
        default: false
        }
    }

    /// The names that content may use; a meter of the form `other:<name>` is one as well.
    package static let names = properties.map(\.name) + Meter.all.map(\.name)

    /// What tables show when content names no columns.
    package static let standard: [ModelColumn] = [.price(meter: "input"), .price(meter: "output"), .context]

    /// What to say of a name that is no column.
    package static func unknown(_ name: String) -> (message: Message, hint: Message?) {
        let hint = Message(
            en:
                "columns are meters such as input, output, cache_read, and \(properties.map(\.name).joined(separator: ", "))",
            zh: "可用的列：input、output、cache_read 等计量项，以及 \(properties.map(\.name).joined(separator: "、"))")
        return (
            Message(en: "‘\(name)’ is not a column of a model table", zh: "模型表没有“\(name)”这一列"),
            NearName.hint(for: name, among: names) ?? hint
        )
    }

    private static let properties: [(name: String, column: ModelColumn)] = [
        ("context", .context), ("max_output", .maxOutput), ("modalities", .modalities), ("vendor", .vendor),
        ("kind", .kind), ("capabilities", .capabilities), ("released", .released), ("retires", .retires),
        ("last_changed", .changed),
    ]
}
