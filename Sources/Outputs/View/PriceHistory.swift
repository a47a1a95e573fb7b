import Directives
package import SiteModel

/// What a model's prices were: the rows of a table, newest first. Plain values.
package struct PriceHistory {
    /// One change of one price.
    package struct Row: Sendable {
        package let at: Moment
        /// "Input".
        package let meter: String
        package let condition: String?
        /// The exact amounts; a dash where there was none.
        package let old: String
        package let new: String
    }

    package let rows: [Row]

    /// The most rows of a page; older ones are in the model's JSON file.
    private static let limit = 50

    /// - Parameter events: of one model, oldest first.
    init(_ events: [CatalogEvent], _ facts: PageFacts) {
        rows = Array(events.flatMap { Self.rows($0, facts) }.reversed().prefix(Self.limit))
    }
}

extension PriceHistory {
    private static func rows(_ event: CatalogEvent, _ facts: PageFacts) -> [Row] {
        func row(_ meter: String, _ condition: String?, _ old: String, _ new: String) -> Row {
            Row(at: event.at, meter: facts.label(ofMeter: meter), condition: condition, old: old, new: new)
        }
        switch event.event {
        case .added, .returned:
            return event.prices.reversed().map { price in
                row(price.meter, facts.condition(of: price), "—", price.money(in: facts.language) ?? "—")
            }
        case .removed:
            return [Row(at: event.at, meter: facts.phrase(.withdrawn), condition: nil, old: "—", new: "—")]
        case .detailsChanged: return []
        case .priceUp, .priceDown, .becameFree, .becamePaid, .meterAdded, .meterRemoved, .stateChanged,
            .currencyChanged:
            guard let meter = event.meter else { return [] }
            let condition = facts.condition(group: event.group, tier: event.tier)
            let (old, new) = (event.old, event.new)
            return [row(meter, condition, text(old, event.currency, facts), text(new, event.currency, facts))]
        }
    }

    private static func text(_ amount: CatalogEvent.Amount?, _ currency: String?, _ facts: PageFacts) -> String {
        guard case .number(let number)? = amount else { return "—" }
        return currency.map { Price.money(number, $0, in: facts.language) } ?? number.text
    }
}
