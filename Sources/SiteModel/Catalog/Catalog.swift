/// Models and prices as the last good snapshots give them.
package struct Catalog: Sendable {
    package struct Source: Sendable, Hashable {
        package let id: String
        package let adapter: String
        package let fetchedAt: Moment

        package init(id: String, adapter: String, fetchedAt: Moment) {
            self.id = id
            self.adapter = adapter
            self.fetchedAt = fetchedAt
        }
    }

    /// In the order of the settings.
    package let sources: [Source]
    /// By source in that order, then by id bytes; withdrawn ones included.
    package let models: [ModelOffer]
    /// False when a snapshot is older than the settings allow.
    package let isConfirmed: Bool
    /// What changed in all sources, oldest first.
    package let events: [CatalogEvent]
    /// What the status page said; nil when there is none, or it was never fetched.
    package let uptime: UptimeSnapshot?

    // By bytes: ids that only look the same are different ids.
    private let positionsByID: [[UInt8]: [Int]]
    private let eventsByID: [[UInt8]: [CatalogEvent]]
    private let wideIDs: WideIDs
    private let aliasesByID: [[UInt8]: [Int]]
    /// Who makes the models that are listed, with the slugs of their hubs, sorted by name.
    package let vendors: [(name: String, slug: String)]
    private let vendorsByID: [PageID: String]
    private let slugsByVendor: [String: String]
    private let positionsByVendor: [String: [Int]]

    package init(
        sources: [Source], models: [ModelOffer], isConfirmed: Bool, events: [CatalogEvent] = [],
        uptime: UptimeSnapshot? = nil
    ) {
        self.uptime = uptime
        self.sources = sources
        self.models = models
        self.isConfirmed = isConfirmed
        self.events = events
        wideIDs = WideIDs(models)
        let vendors = Self.vendors(of: models)
        self.vendors = vendors
        vendorsByID = Dictionary(
            vendors.map { (Self.vendorID(of: $0.slug), $0.name) }, uniquingKeysWith: { first, _ in first })
        slugsByVendor = Dictionary(
            vendors.map { ($0.name, $0.slug) }, uniquingKeysWith: { first, _ in first })
        positionsByVendor = Dictionary(grouping: models.indices) { models[$0].vendor ?? "" }
        aliasesByID = Dictionary(
            grouping: models.indices.filter { models[$0].aliasOf != nil },
            by: { Array((models[$0].aliasOf ?? "").utf8) })
        positionsByID = Dictionary(grouping: models.indices, by: { Array(models[$0].id.utf8) })
        eventsByID = Dictionary(grouping: events, by: { Array($0.model.utf8) })
    }

    /// The oldest fetch of the sources.
    package var asOf: Moment? { sources.map(\.fetchedAt).min() }

    /// When a model last came, went or changed. A fetch that finds nothing new doesn't move it.
    package var changed: Moment? { models.flatMap { [$0.lastChanged, $0.lastSeen] }.compactMap(\.self).max() }
}

extension Catalog {
    /// A model by its exact id; without a source the first source that has it.
    package func offer(_ id: String, source: String? = nil) -> ModelOffer? {
        positionsByID[Array(id.utf8)]?.first { source == nil || models[$0].source == source }.map { models[$0] }
    }

    /// The model that a page presents: of several sources' models with one id, the one whose page it is.
    package func offer(presentedBy header: PageHeader, _ face: PageFace) -> ModelOffer? {
        guard let id = face.model?.text, let positions = positionsByID[Array(id.utf8)] else { return nil }
        let own = positions.first { models[$0].pageID == header.id }
        return (own ?? positions.first).map { models[$0] }
    }

    /// The vendor whose models a page lists; nil for other pages.
    package func vendor(presentedBy header: PageHeader) -> String? { vendorsByID[header.id] }

    /// Where a vendor's models stand, in the order of the catalog.
    func positions(ofVendor name: String) -> [Int] { positionsByVendor[name] ?? [] }

    /// The slug of the hub of a vendor's models; nil when none of them is listed.
    package func slug(ofVendor name: String?) -> String? { name.flatMap { slugsByVendor[$0] } }

    /// The models of the same source that are other names of a model.
    package func aliases(of offer: ModelOffer) -> [ModelOffer] {
        (aliasesByID[Array(offer.id.utf8)] ?? []).map { models[$0] }.filter {
            $0.source == offer.source && !$0.isWithdrawn
        }
    }

    /// The models whose ids stand in a text and are no words of it by their letters, such as those in Chinese: where, and which.
    package func wideMentions(in bytes: [UInt8], _ range: Range<Int>) -> [(place: Int, offer: ModelOffer)] {
        wideIDs.mentions(in: bytes, range).map { ($0.place, models[$0.position]) }
    }

    /// When a source was fetched; without a source the oldest of all.
    package func fetchedAt(source: String? = nil) -> Moment? {
        guard let source else { return asOf }
        return sources.first { $0.id == source }?.fetchedAt
    }

    /// The events of one model, oldest first.
    package func events(of offer: ModelOffer) -> [CatalogEvent] {
        (eventsByID[Array(offer.id.utf8)] ?? []).filter { $0.source == offer.source }
    }
}
