import Diagnostics
import SiteModel

/// The catalog of a site as the files of `Content/catalog/` give it.
enum CatalogReading {
    /// Large histories of large catalogs; more than this was not written by a fetch.
    private static let limit = 64 * 1024 * 1024

    static func load(
        files: SiteFiles, settings: SiteSettings, now: Moment
    ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
        guard let settings = settings.catalog else { return (nil, []) }
        var unreadable: [Diagnostic] = []
        let loaded = CatalogLoader.load(
            settings: settings,
            files: { path in
                do throws(SiteFiles.Problem) {
                    return SourceFile(path: path, bytes: try files.read(path, limit: limit))
                } catch {
                    if error != .notThere { unreadable.append(SourceReading.diagnostic(error, path)) }
                    return nil
                }
            }, now: now)
        return (loaded.catalog, unreadable + loaded.diagnostics)
    }
}
