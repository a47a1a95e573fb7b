import PageKinds
import SiteModel

/// The pages that follow from others: hubs and home without a text of their own, models, prices, the 404 page.
struct GeneratedPages {
    let settings: SiteSettings
    let phrases: Phrases
    let catalog: Catalog?

    func pages(beside written: [any Page]) -> [any Page] {
        settings.languages.flatMap { language -> [any Page] in
            let own = written.filter { $0.header.languageCode == language.code }
            // A language without a single page is not published yet.
            guard !own.isEmpty else { return [] }
            var pages = models(in: language, beside: own)
            let ids = Set((own + pages).map(\.header.id))
            let folders = Set((own + pages).map(\.header.folder)).filter { !$0.isEmpty }.sorted()
            for folder in folders where !ids.contains(PageID(folder)) { pages.append(hub(folder, language)) }
            if !ids.contains(.home) { pages.append(home(language)) }
            if language.code == settings.defaultLanguage.code { pages.append(notFound(language)) }
            return pages
        }
    }
}

extension GeneratedPages {
    private func models(in language: Language, beside own: [any Page]) -> [any Page] {
        guard let catalog else { return [] }
        let presented = Set(own.compactMap { $0.facets.model?.text })
        var pages: [any Page] = catalog.models.filter { !presented.contains($0.id) }.map { model($0, language) }
        var header = header("models/prices", kind: "prices", folder: "models", language)
        header.title = phrases.text(Phrase.prices.rawValue, in: language.code)
        header.modified = catalog.asOf
        header.published = catalog.asOf
        header.notes = settings.catalog?.notes ?? []
        var facets = PageFacets()
        facets.structuredData = .modelList
        pages.append(GeneratedPage(header: header, facets: facets))
        return pages
    }

    private func model(_ offer: ModelOffer, _ language: Language) -> GeneratedPage {
        var header = header("models/" + offer.slug, kind: "model", folder: "models", language)
        header.title = offer.name
        header.published = offer.firstSeen
        header.notes = settings.catalog?.notes ?? []
        header.modified = offer.lastChanged ?? offer.firstSeen
        var facets = PageFacets()
        facets.structuredData = .model
        facets.model = LocatedText(offer.id, range: 0..<0)
        return GeneratedPage(header: header, facets: facets)
    }

    private func hub(_ folder: String, _ language: Language) -> GeneratedPage {
        var header = PageHeader(
            id: PageID(folder), kind: "hub", folder: folder, language: language,
            address: SiteAddress("\(settings.prefix(of: language))/\(folder)/"), title: "")
        header.title = phrases.text("kind_" + folder, in: language.code)
        if folder == "models" { header.notes = settings.catalog?.notes ?? [] }
        var facets = PageFacets()
        facets.structuredData = folder == "glossary" ? .glossary : folder == "models" ? .modelList : .collection
        return GeneratedPage(header: header, facets: facets)
    }

    private func home(_ language: Language) -> GeneratedPage {
        let header = PageHeader(
            id: .home, kind: "home", folder: "", language: language,
            address: SiteAddress(settings.prefix(of: language) + "/"),
            title: settings.name.text(in: language.code) ?? "")
        var facets = PageFacets()
        facets.structuredData = .website
        return GeneratedPage(header: header, facets: facets)
    }

    private func notFound(_ language: Language) -> GeneratedPage {
        var header = PageHeader(
            id: PageID("404"), kind: "not-found", folder: "", language: language, address: SiteAddress("/404"),
            title: phrases.text(Phrase.notFound.rawValue, in: language.code))
        header.isHiddenFromMachines = true
        return GeneratedPage(header: header, facets: PageFacets())
    }

    private func header(_ id: String, kind: String, folder: String, _ language: Language) -> PageHeader {
        let slash = settings.usesDirectoryAddresses ? "/" : ""
        return PageHeader(
            id: PageID(id), kind: kind, folder: folder, language: language,
            address: SiteAddress("\(settings.prefix(of: language))/\(id)\(slash)"), title: "")
    }
}
