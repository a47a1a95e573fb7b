package import SiteModel

/// Finds what changed between two states of a catalog, exactly.
package enum CatalogComparison {
    /// What a model's new state changes.
    /// - Parameter old: nil for a model that was never there.
    package static func events(from old: ModelOffer?, to new: ModelOffer, at now: Moment) -> [CatalogEvent] {
        let event = CatalogEvent(at: now, source: new.source, model: new.id, event: .added)
        guard let old, !old.isWithdrawn else {
            var added = event
            added.event = old == nil ? .added : .returned
            added.prices = new.prices
            return [added]
        }
        var events = priceEvents(from: old, to: new, event)
        if details(of: old) != details(of: new) {
            var changed = event
            changed.event = .detailsChanged
            events.append(changed)
        }
        return events
    }

    /// The events between two snapshots, in the order of a history.
    package static func events(from old: CatalogSnapshot, to new: CatalogSnapshot, at now: Moment) -> [CatalogEvent] {
        var known: [[UInt8]: ModelOffer] = [:]
        for offer in old.models + old.withdrawn { known[Array(offer.id.utf8)] = offer }
        var events: [CatalogEvent] = []
        for offer in new.models {
            events += Self.events(from: known.removeValue(forKey: Array(offer.id.utf8)), to: offer, at: now)
        }
        for offer in old.models where known[Array(offer.id.utf8)] != nil {
            events.append(CatalogEvent(at: now, source: new.source, model: offer.id, event: .removed))
        }
        return events.map { event in
            var event = event
            event.id = event.computedID
            return event
        }.sorted(by: CatalogEvent.precedes)
    }
}

extension CatalogComparison {
    /// What makes two prices the same one.
    struct PriceKey: Hashable {
        let group: String?
        let meter: String
        let tier: Price.Tier?

        init(_ price: Price) {
            group = price.group
            meter = price.meter
            tier = price.tier
        }
    }

    private static func priceEvents(
        from old: ModelOffer, to new: ModelOffer, _ event: CatalogEvent
    ) -> [CatalogEvent] {
        if old.prices == new.prices { return [] }
        var known: [PriceKey: Price] = [:]
        for price in old.prices { known[PriceKey(price)] = price }
        var events: [CatalogEvent] = []
        for price in new.prices {
            let before = known.removeValue(forKey: PriceKey(price))
            guard let kind = change(from: before, to: price) else { continue }
            var change = event.about(price)
            change.event = kind
            change.old = before.map(amount)
            change.new = amount(price)
            events.append(change)
        }
        for price in old.prices where known[PriceKey(price)] != nil {
            var change = event.about(price)
            change.event = .meterRemoved
            change.old = amount(price)
            events.append(change)
        }
        return events
    }

    private static func change(from old: Price?, to new: Price) -> CatalogEvent.Kind? {
        guard let old else { return .meterAdded }
        if old.currency != new.currency { return .currencyChanged }
        switch (old.state, new.state) {
        case (.fixed, .free): return .becameFree
        case (.free, .fixed): return .becamePaid
        case (let one, let other) where one != other: return .stateChanged
        default: break
        }
        guard let before = old.amount, let after = new.amount, before != after else { return nil }
        return before < after ? .priceUp : .priceDown
    }

    private static func amount(_ price: Price) -> CatalogEvent.Amount { price.amount.map { .number($0) } ?? .none }

    /// What a model is, apart from its prices and dates.
    private static func details(of offer: ModelOffer) -> [String] {
        [
            offer.name, offer.vendor ?? "", offer.kind, offer.context.map(String.init) ?? "",
            offer.maxOutput.map(String.init) ?? "", offer.inputModalities.joined(separator: " "),
            offer.outputModalities.joined(separator: " "),
            offer.capabilities.map { "\($0.name)=\($0.isSupported)" }.joined(separator: " "), offer.aliasOf ?? "",
            offer.released ?? "", offer.retires ?? "", offer.endpoints.joined(separator: "\n"),
            // What the dearest deployment costs has events of its own.
            offer.prices.compactMap { price in
                price.lowest.map { "\(price.meter) \(price.tier?.text ?? "") \($0.text)" }
            }
            .joined(separator: "\n"),
        ]
    }
}

extension CatalogEvent {
    fileprivate func about(_ price: Price) -> CatalogEvent {
        var event = self
        event.meter = price.meter
        event.group = price.group
        event.tier = price.tier
        event.currency = price.currency
        return event
    }
}
