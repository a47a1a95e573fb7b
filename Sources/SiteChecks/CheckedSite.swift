import Diagnostics
import Parallel
import SiteModel

/// A site with the texts of its written pages, read once for all checks.
package struct CheckedSite: Sendable {
    let site: Site
    let now: Moment
    /// The pages that have a file, by position in the site.
    let pages: [CheckedPage]
    /// Whether what stands on a page many times is told for each place.
    let tellsEachPlace: Bool

    init(_ site: Site, now: Moment, tellsEachPlace: Bool, jobs: Int) async {
        self.site = site
        self.now = now
        self.tellsEachPlace = tellsEachPlace
        pages = await ParallelWork(jobs: jobs, chunk: 64).results(of: site.headers.count) { range in
            range.compactMap { CheckedPage(PageIndex($0), in: site) }
        }.flatMap { $0 }
    }

    /// The same on the caller's thread alone; nil when it was called off.
    init?(_ site: Site, now: Moment, unless isCalledOff: () -> Bool) {
        self.site = site
        self.now = now
        tellsEachPlace = false
        var pages: [CheckedPage] = []
        for position in site.headers.indices {
            if isCalledOff() { return nil }
            if let page = CheckedPage(PageIndex(position), in: site) { pages.append(page) }
        }
        self.pages = pages
    }

    /// What is to be said of each page alone. Its file is read again to say where, and not kept.
    func eachPage(_ mistakes: (CheckedPage) -> [Diagnostic]) -> [Diagnostic] {
        pages.flatMap { page in
            let found = mistakes(page)
            if !found.isEmpty { page.letGoOfFile() }
            return found
        }
    }

    func onEachPage(_ mistake: (CheckedPage) -> Diagnostic?) -> [Diagnostic] {
        eachPage { page in mistake(page).map { [$0] } ?? [] }
    }

    /// The pages of a language.
    func pages(in language: String) -> [CheckedPage] { pages.filter { $0.header.languageCode == language } }
}
