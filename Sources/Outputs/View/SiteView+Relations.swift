package import SiteModel

/// How pages stand to one another.
extension SiteView {
    /// Home first, the page itself last; empty for the home page.
    package func breadcrumbs(of page: PageIndex) -> [PageIndex] {
        guard !cards[page.position].isHome else { return [] }
        let code = cards[page.position].languageCode
        let folder = cards[page.position].folder
        var trail: [PageIndex] = []
        if let home = site.index.page(.home, in: code) { trail.append(home) }
        if let hub = site.index.page(PageID(folder), in: code), hub != page { trail.append(hub) }
        return trail + [page]
    }

    /// The pages that an editor named as related, else the nearest ones by topic, tags and section. Never empty while there
    /// are other pages in the section.
    package func related(to page: PageIndex) -> [PageIndex] {
        let header = header(page)
        let named = header.related.compactMap { self.page(PageID($0.text), in: header.language) }
        let chosen = named.filter { $0 != page }
        return chosen.isEmpty ? siblings(of: page) : chosen
    }

    /// Up to five other pages of the same section and, where the page has one, the same topic; newest first.
    package func siblings(of page: PageIndex) -> [PageIndex] {
        let card = cards[page.position]
        if let topic = card.topic {
            let close = topicMembers(topic, of: card.folder, in: card.languageCode).lazy.filter { $0 != page }.prefix(5)
            if !close.isEmpty { return Array(close) }
        }
        let members = site.index.members(of: card.folder, in: card.languageCode)
        return Array(members.lazy.filter { [cards] in $0 != page && cards[$0.position].isListed }.prefix(5))
    }
}
