package import SiteModel

/// The dates and language versions of a page as every output says them.
extension SiteView {
    /// When what a page shows last changed: its own date; of a hub or the home page the newest of it and what it lists.
    /// The visible date, `dateModified`, `lastmod` and the feeds take it from here.
    package func modified(of page: PageIndex) -> Moment? { cards[page.position].modified }

    /// Whether a page has a place in machine files.
    package func isListed(_ page: PageIndex) -> Bool { cards[page.position].isListed }

    /// The hreflang set of a page: every language version including itself, in the order of the settings, then `x-default`.
    /// Empty when there is only one. The same set stands in the head and in the sitemap.
    package func alternates(of page: PageIndex) -> [(tag: String, url: String)] {
        let card = cards[page.position]
        guard settings.languages.count > 1, card.isListed else { return [] }
        let versions = translations(of: page).filter { cards[$0.position].isListed }
        guard versions.count > 1 else { return [] }
        var alternates = versions.map { version in
            let code = cards[version.position].languageCode
            return (tag: settings.language(code)?.tag ?? code, url: canonical(version))
        }
        let usual = versions.first { cards[$0.position].languageCode == settings.defaultLanguage.code } ?? versions[0]
        alternates.append((tag: "x-default", url: canonical(usual)))
        return alternates
    }
}
