package import SiteModel

/// What nearly every page says of the catalog.
extension SiteView {
    /// Its date and its sources, and whether it is confirmed.
    package struct CatalogState: Sendable, Hashable {
        package let asOf: Moment?
        /// False when the snapshot is too old.
        package let isConfirmed: Bool
        /// The ids of the gateways that were asked.
        let sources: [String]
    }
}
