package import SiteModel

/// The dates and language versions of a page as every output says them.
extension SiteView {
    /// When what a page shows last changed: its own date; of a hub or the home page the newest of it and what it lists.
    /// The visible date, `dateModified`, `lastmod` and the feeds take it from here.
    package func modified(of page: PageIndex) -> Moment? {
        reads?.ask(.modified, of: page)
        guard let part = unnotedHubPart(page) else { return unnotedCard(page).modified }
        return [wholeSite.headers[page.position].modified, part.newest].compactMap { $0 }.max()
    }

    /// What the breadcrumb says, visible and in structured data: the title; of the home page the phrase for it, of a hub's
    /// further part its number.
    package func breadcrumbTitle(of page: PageIndex) -> String {
        let card = card(page)
        if card.part > 1, let language = settings.language(card.languageCode) {
            return phrase("page_number", in: language).replacing("{n}", with: String(card.part))
        }
        guard card.isHome, let language = settings.language(card.languageCode) else { return card.title }
        return phrase(.home, in: language)
    }

    /// Whether the day of a page's next review has passed.
    package func isReviewDue(_ page: PageIndex) -> Bool { header(page).reviewBy.map { isPast($0) } ?? false }

    /// Whether `llms.txt` and `llms-full.txt` may name a listed page.
    package func isInIndex(_ page: PageIndex) -> Bool { settings.review.staysInIndex || !isReviewDue(page) }

    /// Whether a page has a place in machine files.
    package func isListed(_ page: PageIndex) -> Bool { card(page).isListed }

    /// The language versions that a page links to, itself included, in the order of the settings; empty when there is only
    /// one. A listed page does not lead to hidden versions.
    package func linkedTranslations(of page: PageIndex) -> [PageIndex] {
        guard settings.languages.count > 1 else { return [] }
        let all = translations(of: page)
        guard card(page).isListed else { return all }
        let listed = all.filter { card($0).isListed }
        return listed.count > 1 ? listed : []
    }

    /// The hreflang set of a page, the same in the head and in the sitemap: every language version, then `x-default`.
    package func alternates(of page: PageIndex) -> [(tag: String, url: String)] {
        let versions = linkedTranslations(of: page)
        guard let first = versions.first else { return [] }
        var alternates = versions.map { version in
            let code = card(version).languageCode
            return (tag: settings.language(code)?.tag ?? code, url: canonical(version))
        }
        let usual = versions.first { card($0).languageCode == settings.defaultLanguage.code } ?? first
        alternates.append((tag: "x-default", url: canonical(usual)))
        return alternates
    }
}
