import Diagnostics
import Parallel
import SiteModel

/// A site with the texts of its written pages, each read once for all checks.
package struct CheckedSite: Sendable {
    /// A page, and what the checks of pages say of it.
    private struct Look: Sendable {
        let page: CheckedPage
        let mistakes: [Diagnostic]

        /// The file is read for all of these checks together, and not kept.
        init?(_ index: PageIndex, _ checks: [any PageCheck.Type], _ ground: CheckGround) {
            guard let page = CheckedPage(index, in: ground.site) else { return nil }
            self.page = page
            mistakes = checks.flatMap { $0.mistakes(on: page, in: ground) }
            page.letGoOfFile()
        }
    }

    let ground: CheckGround
    /// The pages that have a file, by position in the site.
    let pages: [CheckedPage]
    /// What the checks of pages say, page by page.
    let ofPages: [Diagnostic]

    var site: Site { ground.site }

    init(_ ground: CheckGround, _ checks: [any PageCheck.Type], jobs: Int) async {
        self.ground = ground
        let looks = await ParallelWork(jobs: jobs, chunk: 64).results(of: ground.site.headers.count) { range in
            range.compactMap { Look(PageIndex($0), checks, ground) }
        }
        pages = looks.flatMap { $0.map(\.page) }
        ofPages = looks.flatMap { $0.flatMap(\.mistakes) }
    }

    /// The same on the caller's thread alone; nil when it was called off.
    init?(_ ground: CheckGround, _ checks: [any PageCheck.Type], unless isCalledOff: () -> Bool) {
        self.ground = ground
        var pages: [CheckedPage] = []
        var mistakes: [Diagnostic] = []
        for position in ground.site.headers.indices {
            if isCalledOff() { return nil }
            guard let look = Look(PageIndex(position), checks, ground) else { continue }
            pages.append(look.page)
            mistakes += look.mistakes
        }
        self.pages = pages
        ofPages = mistakes
    }

    /// The pages of a language.
    func pages(in language: String) -> [CheckedPage] { pages.filter { $0.header.languageCode == language } }
}
