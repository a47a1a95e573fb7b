import Diagnostics
import Safety
import SiteModel

/// The catalog of a site as the files of `Content/catalog/` give it.
enum CatalogReading {
    /// Large histories of large catalogs; more than this was not written by a fetch.
    private static let limit = 64 * 1024 * 1024

    static func load(
        files: SiteFiles, settings: SiteSettings, now: Moment, _ safety: SafetyScreen
    ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
        guard let settings = settings.catalog else { return (nil, []) }
        var unreadable: [Diagnostic] = []
        var unpublishable: [Diagnostic] = []
        let loaded = CatalogLoader.load(
            settings: settings,
            files: { path in
                do throws(SiteFiles.Problem) {
                    let screened = safety.screen(path, try files.read(path, limit: limit))
                    unpublishable += screened.diagnostics
                    return SourceFile(path: path, bytes: screened.bytes)
                } catch {
                    if error != .notThere { unreadable.append(SourceReading.diagnostic(error, path)) }
                    return nil
                }
            }, now: now)
        return (loaded.catalog, unreadable + unpublishable + loaded.diagnostics)
    }
}
