/// A model that a gateway offers. Fields and their meaning: the catalog contract, section 3.
package struct ModelOffer: Sendable {
    package enum Status: String, Sendable {
        case active, withdrawn
    }

    /// Exact upstream bytes.
    package var id: String
    package var slug: String
    package var name: String
    package var vendor: String?
    package var kind: String
    /// The source's id in the settings.
    package var source: String
    package var context: Int?
    package var maxOutput: Int?
    package var inputModalities: [String] = []
    package var outputModalities: [String] = []
    /// In the order of the snapshot; unknown capabilities are absent.
    package var capabilities: [(name: String, isSupported: Bool)] = []
    /// In the order of the snapshot: by group, meter, tier.
    package var prices: [Price] = []
    package var status = Status.active
    package var firstSeen: Moment?
    package var lastChanged: Moment?
    /// Of a withdrawn model: the last fetch that had it.
    package var lastSeen: Moment?
    package var aliasOf: String?
    /// Requests that the gateway answers for the model, such as `POST /v1/chat/completions`; empty when it states none.
    package var endpoints: [String] = []
    /// The id of the model that takes its place, as editors say in the overlay.
    package var successor: String?
    package var released: String?
    package var retires: String?
    /// The groups that the model has prices in, in the order in which the source publishes them; empty without groups.
    package var groups: [String] = []
    /// The editor's note from the overlay, plain text.
    package var note: LocalizedText?

    package init(id: String, slug: String, name: String, kind: String, source: String) {
        self.id = id
        self.slug = slug
        self.name = name
        self.kind = kind
        self.source = source
    }

    package var isWithdrawn: Bool { status == .withdrawn }

    /// What the model's page is called in every language.
    package var pageID: PageID { PageID("models/" + slug) }
}

extension ModelOffer {
    /// The meters that the model has prices for, in reading order.
    package var meters: [String] {
        var meters: [String] = []
        for price in pricesInReadingOrder where !meters.contains(price.meter) { meters.append(price.meter) }
        return meters
    }

    /// What is meant when no meter is named: input, or the only meter there is; nil when the choice is open.
    package var defaultMeter: String? {
        let meters = meters
        return meters.contains("input") ? "input" : meters.count == 1 ? meters.first : nil
    }

    /// The price for a meter. Without a group it is that of the first published one; without a tier the base price.
    ///
    /// A price that belongs to no group holds in every group.
    package func price(_ meter: String, group: String? = nil, tier: Price.Tier? = nil) -> Price? {
        let wanted = group ?? groups.first
        let candidates = prices.filter { $0.meter == meter && $0.tier == tier }
        return candidates.first { $0.group == wanted } ?? candidates.first { $0.group == nil }
    }

    /// Every price, by group as published, then meter as people read them, base before tiers.
    package var pricesInReadingOrder: [Price] {
        struct Key: Comparable {
            let group: Int
            let meter: Int
            let context: Int
            let position: Int

            static func < (one: Key, other: Key) -> Bool {
                (one.group, one.meter, one.context, one.position)
                    < (other.group, other.meter, other.context, other.position)
            }
        }
        let keyed = prices.enumerated().map { position, price in
            let group = price.group.flatMap { groups.firstIndex(of: $0) } ?? -1
            let context = price.tier.map { $0.contextOver ?? Int.max } ?? -1
            return (Key(group: group, meter: Meter.rank(of: price.meter), context: context, position: position), price)
        }
        return keyed.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
