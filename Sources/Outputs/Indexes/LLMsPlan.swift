import Bytes
import SiteModel

/// Which pages stand in which `llms.txt`, so that each file stays short however large the site is.
struct LLMsPlan {
    /// Characters that the lines of pages may take; the rest is for the head and the links to other files.
    private static let room = LLMsFile.longest - 6_000
    private static let linkLength = 160

    private let view: SiteView
    private let products: PageProducts

    init(_ view: SiteView, _ products: PageProducts) {
        self.view = view
        self.products = products
    }

    /// The pages of a section in the order of its files.
    func pages(of folder: String, in language: Language) -> [PageIndex] {
        current(view.indexedPages(of: folder, in: language))
    }

    /// The pages that belong to no section.
    func pagesOutsideSections(in language: Language) -> [PageIndex] {
        current(view.pagesOutsideSections(in: language))
    }

    /// How many pages the indexes of a language name.
    func count(in language: Language) -> Int {
        view.sections(in: language).reduce(pagesOutsideSections(in: language).count) {
            $0 + pages(of: $1, in: language).count
        }
    }

    private func current(_ pages: [PageIndex]) -> [PageIndex] {
        view.settings.review.staysInIndex ? pages : pages.filter { view.isInIndex($0) }
    }

    /// The pages of a section, cut into files.
    func parts(of folder: String, in language: Language) -> [[PageIndex]] {
        let pages = pages(of: folder, in: language)
        let lengths = lengths(of: pages)
        // The first file links to the others.
        let total = lengths.reduce(0, +)
        let links = (total / Self.room + 1) * (Self.linkLength + view.settings.baseURL.utf8.count)
        var parts: [[PageIndex]] = [[]]
        var used = total > Self.room ? min(links, Self.room / 2) : 0
        for (page, length) in zip(pages, lengths) {
            if used + length > Self.room, !parts[parts.count - 1].isEmpty {
                parts.append([])
                used = 0
            }
            parts[parts.count - 1].append(page)
            used += length
        }
        return parts
    }

    /// As many files as a section may have at the most, without looking at the notes.
    func mostParts(of folder: String, in language: Language) -> Int {
        let lengths = pages(of: folder, in: language).map {
            view.title(of: $0).utf8.count + view.twinURL($0).utf8.count + 200
        }
        let usable = max(Self.room - (lengths.max() ?? 0), Self.room / 4)
        return lengths.reduce(0, +) / usable + 1
    }

    /// The pages in a language's first file: all of them when there is room, else the first ones of each section.
    func overview(in language: Language) -> [PageIndex] {
        let lists =
            [pagesOutsideSections(in: language)]
            + view.sections(in: language).map { pages(of: $0, in: language) }
        let sums = lists.map { pages in
            lengths(of: pages).reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        }
        let longest = lists.map(\.count).max() ?? 0
        var (fits, tooMany) = (0, longest + 1)
        while tooMany - fits > 1 {
            let middle = (fits + tooMany) / 2
            let length = sums.reduce(0) { $0 + $1[min(middle, $1.count - 1)] }
            if length <= Self.room { fits = middle } else { tooMany = middle }
        }
        return lists.flatMap { $0.prefix(fits) }
    }

    /// Characters of the line of each page.
    private func lengths(of pages: [PageIndex]) -> [Int] {
        var buffer = ByteBuffer(capacity: 1024)
        return pages.map { page in
            if let known = products.lineLength(page) { return known }
            buffer.truncate(to: 0)
            return LLMsFile.lineLength(of: page, note: view.note(of: page, body: nil), view, with: &buffer)
        }
    }
}
