package import SiteModel

/// Which pages speak of which models.
extension SiteView {
    /// The listed pages of a language that name a model, in front matter or by a directive, sorted by address.
    package func pages(naming model: String, in language: Language) -> [PageIndex] {
        reads?.ask(.mentions, language.code + "/" + model)
        return mentions[language.code]?[model] ?? []
    }

    static func mentions(_ site: Site, _ cards: [PageCard]) -> [String: [String: [PageIndex]]] {
        guard let catalog = site.catalog else { return [:] }
        var mentions: [String: [String: [PageIndex]]] = [:]
        for (position, header) in site.headers.enumerated() where cards[position].isListed && header.kind != "model" {
            let own = site.faces[position].models
            guard !own.isEmpty || !header.namedModels.isEmpty else { continue }
            for id in Set(own.map(\.text) + header.namedModels) where catalog.offer(id) != nil {
                mentions[header.languageCode, default: [:]][id, default: []].append(PageIndex(position))
            }
        }
        return mentions
    }
}
