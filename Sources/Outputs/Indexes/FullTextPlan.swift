import SiteModel

/// Which twins stand in which `llms-full.txt`: all of a language in one file while it fits, else by section, then by number.
struct FullTextPlan {
    /// Bytes of a file.
    static let largest = 2_000_000

    private let view: SiteView
    private let products: PageProducts
    private let llms: LLMsPlan

    init(_ view: SiteView, _ products: PageProducts) {
        self.view = view
        self.products = products
        llms = LLMsPlan(view, products)
    }

    /// The files of a section.
    func parts(of folder: String, in language: Language) -> [[PageIndex]] {
        split(llms.pages(of: folder, in: language))
    }

    /// The pages of a language's own file; without those of the sections when all would be too large.
    func wholeLanguage(_ language: Language) -> (pages: [PageIndex], isComplete: Bool) {
        let outside = llms.pagesOutsideSections(in: language)
        let all = outside + view.sections(in: language).flatMap { llms.pages(of: $0, in: language) }
        let isComplete = split(all).count == 1
        return (isComplete ? all : outside, isComplete)
    }

    /// Whether a twin is too large for any file: its part then only says where it stands.
    func isTooLarge(_ page: PageIndex) -> Bool { size(of: page) > Self.largest - 10_000 }

    /// The path of a part below `Output/`.
    static func path(_ part: Int, of folder: String?, in language: Language, _ settings: SiteSettings) -> String {
        let prefix = String((settings.prefix(of: language) + "/").dropFirst()) + (folder.map { $0 + "/" } ?? "")
        return prefix + (part == 1 ? "llms-full.txt" : "llms-full-\(part).txt")
    }

    /// A part ends in its last quarter, before the page whose address has the least hash there. So a page that grows moves a
    /// boundary or two and not all that follow: other parts keep their bytes.
    private func split(_ pages: [PageIndex]) -> [[PageIndex]] {
        // Room is kept for the list of sections.
        let room = Self.largest - 10_000
        let sizes = pages.map { isTooLarge($0) ? 1_000 : size(of: $0) }
        var parts: [[PageIndex]] = []
        var first = 0
        repeat {
            var end = first
            var used = 0
            var best: (hash: UInt64, end: Int)?
            while end < pages.count, used + sizes[end] <= room || end == first {
                used += sizes[end]
                end += 1
                guard used > room * 3 / 4, end < pages.count else { continue }
                let hash = hash(of: pages[end])
                if best.map({ hash < $0.hash }) ?? true { best = (hash, end) }
            }
            if end < pages.count, let best { end = best.end }
            parts.append(Array(pages[first..<end]))
            first = end
        } while first < pages.count
        return parts
    }

    /// FNV-1a of the page's address.
    private func hash(of page: PageIndex) -> UInt64 {
        view.card(page).twinURL.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    private func size(of page: PageIndex) -> Int {
        products.twin(page)?.partLength ?? 0
    }

    /// What stands before the content of a twin, at the most.
    static func headLength(of page: PageIndex, _ view: SiteView) -> Int {
        view.title(of: page).utf8.count + view.canonical(page).utf8.count + 80
    }
}
