package import SiteModel

/// How pages stand to one another.
extension SiteView {
    /// Home first, the page itself last; empty for the home page.
    package func breadcrumbs(of page: PageIndex) -> [PageIndex] {
        let card = card(page)
        guard !card.isHome else { return [] }
        let (code, folder) = (card.languageCode, card.folder)
        var trail: [PageIndex] = []
        if let home = self.home(in: code) { trail.append(home) }
        if !folder.isEmpty, let hub = self.hub(of: folder, in: code), hub != page { trail.append(hub) }
        return trail + [page]
    }

    /// How many related pages the computed ones fill up to.
    private static let relatedCount = 6

    /// The pages that an editor named as related, each once, then those that have most in common with the page; where no
    /// editor named any, the nearest ones by topic and section fill up. Never empty while there are other pages in the section; hubs and
    /// home pages list their pages anyway.
    package func related(to page: PageIndex) -> [PageIndex] {
        let named = namedRelated(to: page)
        if isHub(page) || isHome(page) { return named }
        let all = named + alike(page, beside: named, limit: Self.relatedCount - named.count)
        return named.isEmpty ? Array((all + near(page, without: all)).prefix(Self.relatedCount)) : all
    }

    /// Up to five other pages of the same section and, where the page has one, the same topic, in the order of the hub. None
    /// of them is related as well: no page lists another one twice.
    package func siblings(of page: PageIndex) -> [PageIndex] { siblings(of: page, without: related(to: page)) }

    /// - Parameter related: the page's `related`, for callers that have it already.
    func siblings(of page: PageIndex, without related: [PageIndex]) -> [PageIndex] { near(page, without: related) }

    /// Works out ahead what many pages have in common: tasks that need it at once would wait for the first of them.
    package func prepareRelated() { _ = likeness }

    /// Gives back what was worked out ahead, when all pages are rendered.
    package func forgetRelated() { relatedIndex.clear() }

    private var likeness: RelatedIndex {
        relatedIndex.value {
            RelatedIndex(wholeSite.headers, wholeSite.faces) { position in
                let card = unnotedCard(PageIndex(position))
                return card.isListed && card.hasSource && !card.isHub && !card.isHome
            }
        }
    }

    /// The pages of the language that have most in common with one that an editor wrote.
    private func alike(_ page: PageIndex, beside named: [PageIndex], limit: Int) -> [PageIndex] {
        reads?.ask(.near, of: page)
        guard limit > 0, unnotedCard(page).hasSource else { return [] }
        let language = unnotedCard(page).languageCode
        // What pages have in common is kept as hashes, which may meet across languages.
        return likeness.nearest(to: page, limit: limit) {
            $0 != page && !named.contains($0) && unnotedCard($0).languageCode == language
        }
    }

    private func namedRelated(to page: PageIndex) -> [PageIndex] {
        reads?.ask(.near, of: page)
        let header = header(page)
        guard !header.related.isEmpty else { return [] }
        var named: [PageIndex] = []
        for id in header.related {
            guard let other = unnotedPage(PageID(id.text), in: header.languageCode), other != page,
                !named.contains(other)
            else { continue }
            named.append(other)
        }
        return named
    }
}
