import Jinja
import SiteModel

/// What templates see as `page.prices_from`.
enum PricesFromValues {
    typealias Source = (state: SiteView.CatalogState, settings: [CatalogSettings.Source])

    static let definition = RecordDefinition<Source>(
        "prices_from",
        [
            .init("as_of", .optional(.record(DayValues.definition.type)), "The day on which they were fetched.") {
                $0.state.asOf.map { DayValues.definition.value($0) } ?? .none
            },
            .init("sources", .list(of: .text), "The ids of the gateways that they come from.") {
                .texts($0.state.sources)
            },
            .init("currencies", .list(of: .text), "Their currencies: ISO 4217 codes.") { .texts(currencies(of: $0)) },
        ])

    /// Each once, in the order of the settings.
    private static func currencies(of source: Source) -> [String] {
        source.settings.filter { source.state.sources.contains($0.id) }
            .reduce(into: []) { if !$0.contains($1.currency) { $0.append($1.currency) } }
    }
}
