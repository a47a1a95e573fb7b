package import SiteModel

/// Where the models of the catalog have their pages.
extension SiteView {
    /// The page of a model in a language: the one that an editor wrote for it, whatever its name, else the one that the catalog gave.
    package func page(of offer: ModelOffer, in language: Language) -> PageIndex? {
        reads?.ask(.modelPage, language.code + "/" + offer.pageID.text)
        return unnotedPage(ofModel: offer.pageID, in: language.code)
    }

    /// - Parameter id: what the page is called unless an editor named it.
    func unnotedPage(ofModel id: PageID, in language: String) -> PageIndex? {
        writtenModelPages[language]?[id] ?? unnotedPage(id, in: language)
    }

    /// The pages that editors wrote for models under other names, by language and by the id that the catalog would give them; the
    /// first where several present one model.
    static func writtenModelPages(_ site: Site, _ cards: [PageCard]) -> [String: [PageID: PageIndex]] {
        guard let catalog = site.catalog else { return [:] }
        func model(of page: PageIndex) -> PageID? {
            catalog.offer(presentedBy: site.headers[page.position], site.faces[page.position])?.pageID
        }
        var pages: [String: [PageID: PageIndex]] = [:]
        for (position, card) in cards.enumerated() where card.hasSource && card.kind == "model" {
            let page = PageIndex(position)
            guard let id = model(of: page), id != site.headers[position].id else { continue }
            // One that has the name of the model goes before others.
            if let own = site.index.page(id, in: card.languageCode), id == model(of: own) { continue }
            if pages[card.languageCode]?[id] == nil { pages[card.languageCode, default: [:]][id] = page }
        }
        return pages
    }
}
