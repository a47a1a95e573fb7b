import Parallel
import SiteModel

/// A site with the texts of its written pages, read once for all checks.
package struct CheckedSite: Sendable {
    let site: Site
    let now: Moment
    /// The pages that have a file, by position in the site.
    let pages: [CheckedPage]

    init(_ site: Site, now: Moment, jobs: Int) async {
        self.site = site
        self.now = now
        pages = await ParallelWork(jobs: jobs, chunk: 64).results(of: site.headers.count) { range in
            range.compactMap { CheckedPage(PageIndex($0), in: site) }
        }.flatMap { $0 }
    }

    /// The same on the caller's thread alone; nil when it was called off.
    init?(_ site: Site, now: Moment, unless isCalledOff: () -> Bool) {
        self.site = site
        self.now = now
        var pages: [CheckedPage] = []
        for position in site.headers.indices {
            if isCalledOff() { return nil }
            if let page = CheckedPage(PageIndex(position), in: site) { pages.append(page) }
        }
        self.pages = pages
    }

    /// The pages of a language.
    func pages(in language: String) -> [CheckedPage] { pages.filter { $0.header.languageCode == language } }
}
