import SiteModel

/// How the addresses are cut into lists. Source of the limits: https://www.sitemaps.org/protocol.html
enum SitemapPlan {
    static let mostAddresses = 50_000
    /// The limit is 52,428,800 bytes.
    static let largest = 50_000_000

    static func parts(
        _ view: SiteView, _ products: PageProducts, mostAddresses: Int = mostAddresses
    ) -> [[PageIndex]] {
        var parts: [[PageIndex]] = [[]]
        var used = 0
        // Every language version may stand in the entry, and the default once more.
        let versions = view.settings.languages.count + 2
        let images = products.images
        for page in view.listedPages() {
            var size = versions * (view.canonical(page).utf8.count * 2 + 80)
            if !images.isEmpty {
                for image in images[page.position] { size += view.url(image).utf8.count * 2 + 80 }
            }
            if used + size > largest || parts[parts.count - 1].count == mostAddresses {
                parts.append([])
                used = 0
            }
            parts[parts.count - 1].append(page)
            used += size
        }
        return parts
    }

    static func path(_ part: Int) -> String { "sitemap-\(part).xml" }
}
