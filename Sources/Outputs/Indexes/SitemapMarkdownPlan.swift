import SiteModel

/// The order of `sitemap.md`, by language and section, and how it is cut into files that can be read whole.
enum SitemapMarkdownPlan {
    /// Bytes, which are never fewer than the characters.
    static let largest = 48_000

    static func parts(_ view: SiteView) -> [[PageIndex]] {
        var parts: [[PageIndex]] = [[]]
        var used = 0
        var folder = ""
        for page in ordered(view) {
            let card = view.card(page)
            let heading = card.languageCode + card.folder == folder ? 0 : 200
            folder = card.languageCode + card.folder
            let size = card.title.utf8.count + card.twinURL.utf8.count + 80 + heading
            if used + size > largest {
                parts.append([])
                used = 0
            }
            parts[parts.count - 1].append(page)
            used += size
        }
        return parts
    }

    private static func ordered(_ view: SiteView) -> [PageIndex] {
        view.settings.languages.flatMap { language in
            view.pagesOutsideSections(in: language)
                + view.sections(in: language).flatMap { view.indexedPages(of: $0, in: language) }
        }
    }
}
