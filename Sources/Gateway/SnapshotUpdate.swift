import Bytes
package import SiteModel

/// A catalog that was read, joined to the last snapshot: slugs, dates and withdrawn models carry over.
package struct SnapshotUpdate: Sendable {
    package let snapshot: CatalogSnapshot
    /// What changed, in the order of the history.
    package let events: [CatalogEvent]
    package let previous: CatalogSnapshot?

    /// - Parameters:
    ///   - previous: the last good snapshot, and when it was fetched.
    ///   - url: where the catalog is from; `file:<name>` for a file.
    ///   - now: becomes the date of what is new.
    ///   - written: by name, the models that files of editors present under it.
    package init(
        _ content: CatalogReply.Content, of source: CatalogSettings.Source, url: String,
        previous: (snapshot: CatalogSnapshot, fetchedAt: Moment)?, now: Moment,
        written: [String: Set<[UInt8]>] = [:]
    ) {
        var snapshot = CatalogSnapshot(
            source: source.id, adapter: content.adapter.name, adapterVersion: content.adapter.version, url: url,
            currency: source.currency)
        snapshot.groups = content.groups
        var models = content.models.map(Self.inOrder)
        models.sort { $0.id.precedesByBytes($1.id) }
        var slugs = ModelSlugs(previous?.snapshot, written: written)
        slugs.assign(to: &models)
        var known: [[UInt8]: ModelOffer] = [:]
        for offer in (previous?.snapshot.models ?? []) + (previous?.snapshot.withdrawn ?? []) {
            known[Array(offer.id.utf8)] = offer
        }
        var events: [CatalogEvent] = []
        for index in models.indices {
            let old = known.removeValue(forKey: Array(models[index].id.utf8))
            let changes = CatalogComparison.events(from: old, to: models[index], at: now)
            models[index].firstSeen = old?.firstSeen ?? now
            models[index].lastChanged = changes.isEmpty ? old?.lastChanged ?? now : now
            events += changes
        }
        snapshot.models = models
        snapshot.withdrawn = known.values.map { Self.withdrawn($0, previous?.fetchedAt) }.sorted {
            $0.id.precedesByBytes($1.id)
        }
        for offer in known.values where !offer.isWithdrawn {
            events.append(CatalogEvent(at: now, source: source.id, model: offer.id, event: .removed))
        }
        self.snapshot = snapshot
        self.previous = previous?.snapshot
        self.events = Self.finished(events, isFirst: previous == nil)
    }
}

extension SnapshotUpdate {
    /// Prices by group, meter and tier; a model about whose price nothing is known has one entry that says so.
    private static func inOrder(_ offer: ModelOffer) -> ModelOffer {
        var offer = offer
        offer.capabilities.sort { $0.name.precedesByBytes($1.name) }
        let stated = offer.prices.filter { $0.amount != nil }
        if stated.isEmpty {
            let state: Price.State = offer.prices.contains { $0.state == .variable } ? .variable : .unknown
            offer.prices = [
                Price(
                    meter: "input", unit: "token", per: 1_000_000,
                    currency: offer.prices.first?.currency ?? "USD", state: state, amount: nil, group: nil, tier: nil)
            ]
        } else {
            offer.prices = offer.prices.filter { $0.state != .unknown }.sorted(by: precedes)
        }
        return offer
    }

    private static func precedes(_ one: Price, _ other: Price) -> Bool {
        let (groups, meters) = ((one.group ?? "", other.group ?? ""), (one.meter, other.meter))
        if groups.0 != groups.1 { return groups.0.precedesByBytes(groups.1) }
        if meters.0 != meters.1 { return meters.0.precedesByBytes(meters.1) }
        let contexts = (one.tier?.contextOver ?? 0, other.tier?.contextOver ?? 0)
        if contexts.0 != contexts.1 { return contexts.0 < contexts.1 }
        return (one.tier?.text ?? "").precedesByBytes(other.tier?.text ?? "")
    }

    private static func withdrawn(_ offer: ModelOffer, _ lastSeen: Moment?) -> ModelOffer {
        guard !offer.isWithdrawn else { return offer }
        var offer = offer
        offer.status = .withdrawn
        offer.lastSeen = lastSeen
        return offer
    }

    private static func finished(_ events: [CatalogEvent], isFirst: Bool) -> [CatalogEvent] {
        events.map { event in
            var event = event
            event.isFirst = isFirst
            event.id = event.computedID
            return event
        }.sorted(by: CatalogEvent.precedes)
    }
}
