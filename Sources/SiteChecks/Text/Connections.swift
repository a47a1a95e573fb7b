import SiteModel

/// Where a page leads.
enum Connections {
    /// The pages that a page links to or names as related, in any order.
    static func targets(of page: CheckedPage, in site: Site) -> [PageIndex] {
        var found = page.header.related.compactMap { site.index.page(PageID($0.text), in: page.header.languageCode) }
        for text in page.texts {
            for link in text.links {
                if case .page(let target, _) = site.resolve(link.destination, from: page.header) {
                    found.append(target)
                }
            }
        }
        return found
    }
}
