import Diagnostics
import SiteModel

/// The catalog of a site as its snapshots give it.
enum CatalogReading {
    static func load(
        files: SiteFiles, settings: SiteSettings, now: Moment
    ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
        (nil, [])
    }
}
