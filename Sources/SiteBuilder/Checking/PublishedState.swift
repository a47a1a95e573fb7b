import ContentLoading
import Diagnostics
import Outputs
import SiteModel

/// What the site says now beside what was published, as `.citable/published.json` remembers it.
enum PublishedState {
    private static let ledger = ".citable/published.json"
    private static let sizeLimit = 64 * 1024 * 1024

    /// Nothing when nothing was recorded yet.
    static func mistakes(in site: Site, _ options: BuildOptions) -> [Diagnostic] {
        let files = SiteFiles(root: options.siteRoot)
        guard let bytes = try? files.read(ledger, limit: sizeLimit),
            let published = ContentManifest(SourceFile(path: ledger, bytes: bytes))
        else { return [] }
        let current = VisibleContent(site, now: options.now).manifest()
        return UnmovedDates.mistakes(published, current) + VanishedAddresses.mistakes(published, current, site)
    }
}
