package import SiteModel

/// What pages say of the catalog as a whole. Each part is a question of its own, so that a fetch which changes no price renders
/// few pages again.
extension SiteView {
    /// What holds of every price: little enough for pages that show none.
    package struct CatalogStanding: Sendable, Hashable {
        /// False when the snapshot is too old.
        package let isConfirmed: Bool
        /// The day of the snapshot, when it is too old.
        package let unconfirmedSince: Moment?
    }

    /// What stands beside tables of prices.
    package struct CatalogState: Sendable, Hashable {
        /// The day of the oldest fetch. Pages show no time, for then each fetch would change all of them.
        package let asOf: Moment?
        package let isConfirmed: Bool
        /// The ids of the gateways that were asked.
        let sources: [String]
    }

    /// Whether there is a catalog, and whether its prices are confirmed; nil without one.
    package var catalogStanding: CatalogStanding? {
        reads?.ask(.catalogStanding)
        return wholeSite.catalog.map {
            CatalogStanding(isConfirmed: $0.isConfirmed, unconfirmedSince: $0.isConfirmed ? nil : $0.asOf?.date)
        }
    }

    package var hasCatalog: Bool { catalogStanding != nil }

    /// The day of the catalog, its sources, and whether it is confirmed.
    package var catalogState: CatalogState? {
        reads?.ask(.catalogState)
        return wholeSite.catalog.map {
            CatalogState(asOf: $0.asOf?.date, isConfirmed: $0.isConfirmed, sources: $0.sources.map(\.id))
        }
    }

    /// When a source was fetched, to the second; without a source the oldest of all.
    func snapshotDate(source: String?) -> Moment? {
        reads?.ask(.snapshotDate, source ?? "")
        return wholeSite.catalog?.fetchedAt(source: source)
    }
}

/// Parts of the catalog.
extension SiteView {
    /// A model of the catalog by its exact id; without a source the first source that has it. Who shows one model asks this, so
    /// that another model's new price is none of its business.
    package func offer(_ id: String, source: String? = nil) -> ModelOffer? {
        reads?.ask(.offer, (source ?? "") + "/" + id)
        return wholeSite.catalog?.offer(id, source: source)
    }

    /// The model that a page presents; nil for other pages.
    package func offer(presentedOn page: PageIndex) -> ModelOffer? {
        reads?.ask(.presented, name(of: page))
        let offer = unnotedOffer(presentedOn: page)
        if let offer { reads?.ask(.offer, offer.source + "/" + offer.id) }
        return offer
    }

    /// For what notes a question of its own.
    func unnotedOffer(presentedOn page: PageIndex) -> ModelOffer? {
        let (header, face) = (wholeSite.headers[page.position], wholeSite.faces[page.position])
        return header.kind == "model" ? wholeSite.catalog?.offer(presentedBy: header, face) : nil
    }

    /// The models that pass a filter, in the order of the catalog.
    package func offers(passing filter: ModelFilter) -> [ModelOffer] {
        reads?.ask(.filtered, filter.key)
        let offers = wholeSite.catalog?.offers(passing: filter) ?? []
        if let reads {
            for offer in offers { reads.ask(.offer, offer.source + "/" + offer.id) }
        }
        return offers
    }

    /// The models that a vendor's hub lists; empty for other pages.
    func offers(ofVendorOn page: PageIndex) -> [ModelOffer] {
        reads?.ask(.vendor, name(of: page))
        guard let vendor = wholeSite.catalog?.vendor(presentedBy: wholeSite.headers[page.position]) else { return [] }
        return offers(passing: ModelFilter(vendor: vendor))
    }

    /// The catalog, for who reads of it only what stands beside one model: its events, source, other names and vendor.
    func catalog(around offer: ModelOffer) -> Catalog? {
        reads?.ask(.surroundings, offer.source + "/" + offer.id)
        return wholeSite.catalog
    }

    /// The catalog, for who looks only for ids of models in a text, and asks for those that it finds.
    package var catalogOfIDs: Catalog? {
        reads?.ask(.modelIDs)
        return wholeSite.catalog
    }
}
