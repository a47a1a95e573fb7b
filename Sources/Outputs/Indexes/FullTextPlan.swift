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
        let outside = view.pagesOutsideSections(in: language)
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

    private func split(_ pages: [PageIndex]) -> [[PageIndex]] {
        var parts: [[PageIndex]] = [[]]
        var used = 0
        for page in pages {
            let size = isTooLarge(page) ? 1_000 : size(of: page)
            // Room is kept for the list of sections.
            if used + size > Self.largest - 10_000, !parts[parts.count - 1].isEmpty {
                parts.append([])
                used = 0
            }
            parts[parts.count - 1].append(page)
            used += size
        }
        return parts
    }

    private func size(of page: PageIndex) -> Int {
        products.twin(page)?.partLength ?? 0
    }

    /// What stands before the content of a twin, at the most.
    static func headLength(of page: PageIndex, _ view: SiteView) -> Int {
        view.title(of: page).utf8.count + view.canonical(page).utf8.count + 80
    }
}
