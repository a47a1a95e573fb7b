/// A change that a fetch found, as a line of `Content/catalog/history/<source>.jsonl` records it for ever.
package struct CatalogEvent: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case added, removed, returned
        case priceUp = "price_up"
        case priceDown = "price_down"
        case becameFree = "became_free"
        case becamePaid = "became_paid"
        case meterAdded = "meter_added"
        case meterRemoved = "meter_removed"
        case stateChanged = "state_changed"
        case currencyChanged = "currency_changed"
        case detailsChanged = "details_changed"
    }

    /// One side of a change of price. A line without the member is `nil` where this stands.
    package enum Amount: Sendable, Hashable {
        case number(DecimalNumber)
        /// `null`: a state without a number.
        case none
    }

    /// 16 hexadecimal digits that hash the rest: the same event has the same id for ever.
    package var id = ""
    package var at: Moment
    package var source: String
    package var model: String
    package var event: Kind
    package var meter: String?
    package var group: String?
    package var tier: Price.Tier?
    package var currency: String?
    package var old: Amount?
    package var new: Amount?
    /// Only of `added` and `returned`.
    package var prices: [Price] = []
    /// From the source's first snapshot: nothing changed then.
    package var isFirst = false

    package init(at: Moment, source: String, model: String, event: Kind) {
        self.at = at
        self.source = source
        self.model = model
        self.event = event
    }
}

extension CatalogEvent {
    /// The order of lines in a history: time, then model id bytes, meter, group, tier.
    package static func precedes(_ one: CatalogEvent, _ other: CatalogEvent) -> Bool {
        if one.at != other.at { return one.at < other.at }
        let keys = zip(one.orderKey, other.orderKey)
        for (first, second) in keys where first != second {
            return first.precedesByBytes(second)
        }
        return false
    }

    private var orderKey: [String] { [model, meter ?? "", group ?? "", tier?.text ?? "", source, event.rawValue] }
}
