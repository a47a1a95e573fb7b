/// Every filter, by family. A new one is one line here.
package enum FilterRegistry {
    /// By name.
    package static let all: [Filter] = [
        Escaping.all, Groups.all, JSONFilter.all, Numbers.all, Order.all, Reduction.all, Selection.all, Standard.all,
        TextCase.all, TextContent.all, TextLayout.all, WordWrap.all,
    ].flatMap { $0 }.sorted { $0.name < $1.name }

    /// Those, and what only an option makes available.
    static let table = all + [Escaping.safe]
    static let safePosition = all.count

    private static let positions: [String: Int] = Dictionary(
        all.enumerated().flatMap { index, filter in ([filter.name] + filter.aliases).map { ($0, index) } },
        uniquingKeysWith: { first, _ in first })

    static let names = all.flatMap { [$0.name] + $0.aliases }

    static func position(of name: String) -> Int? { positions[name] }

    static func find(_ name: String) -> Filter? { positions[name].map { all[$0] } }
}
