import PageKinds
import SiteModel

/// The pages that follow from others: hubs and home without a text of their own, models, prices, the 404 page.
struct GeneratedPages {
    let settings: SiteSettings
    let phrases: Phrases
    let catalog: Catalog?

    func pages(beside written: [any Page]) -> [any Page] {
        let found = WrittenPages.byLanguage(written, catalog)
        return settings.languages.flatMap { language -> [any Page] in
            // A language without a single page is not published yet.
            guard var own = found[language.code] else { return [] }
            var pages = models(in: language, beside: own.models)
            for page in pages { own.add(page) }
            for folder in own.folders.keys.sorted() {
                let written = own.hubs[folder]
                let hub = written ?? self.hub(folder, language)
                if written == nil { pages.append(hub) }
                pages += parts(of: hub.header, listing: own.folders[folder] ?? 0)
            }
            if !own.hasHome { pages.append(home(language)) }
            if language.code == settings.defaultLanguage.code { pages.append(notFound(language)) }
            if settings.wants(output: "search"), !own.ids.contains("search") { pages.append(search(language)) }
            return pages
        }
    }
}

extension GeneratedPages {
    private func models(in language: Language, beside presented: Set<PageID>) -> [any Page] {
        guard let catalog else { return [] }
        var pages: [any Page] = catalog.models.filter { !presented.contains($0.pageID) }.map {
            model($0, catalog, language)
        }
        var header = header("models/prices", kind: "prices", folder: "models", language)
        header.title = phrases.text(Phrase.prices.rawValue, in: language.code)
        header.published = catalog.models.compactMap(\.firstSeen).min()
        header.modified = [catalog.changed, catalog.events.last?.at].compactMap(\.self).max() ?? header.published
        header.notes = settings.catalog?.notes ?? []
        var facets = PageFacets()
        facets.structuredData = .modelList
        pages.append(GeneratedPage(header: header, facets: facets))
        let withdrawn = catalog.models.filter(\.isWithdrawn)
        pages += catalog.vendors.map { vendor($0, catalog, withdrawn, language) }
        if settings.catalog?.status != nil { pages.append(status(catalog, language)) }
        return pages
    }

    /// When what a model's page says changed last. That a model went is no change of its own record: the history tells the day.
    private func modified(_ offer: ModelOffer, _ catalog: Catalog) -> Moment? {
        let went = offer.isWithdrawn ? catalog.events(of: offer).last?.at ?? offer.lastSeen : nil
        return [offer.lastChanged ?? offer.firstSeen, went].compactMap(\.self).max()
    }

    /// The hub of a vendor's models; its date is that of the newest of them, or the day on which one went.
    private func vendor(
        _ vendor: (name: String, slug: String), _ catalog: Catalog, _ withdrawn: [ModelOffer], _ language: Language
    ) -> GeneratedPage {
        let models = catalog.offers(passing: ModelFilter(vendor: vendor.name))
        var header = header(Catalog.vendorID(of: vendor.slug).text, kind: "vendor", folder: "models", language)
        header.title = vendor.name
        header.published = models.compactMap(\.firstSeen).min()
        let all = models + withdrawn.filter { $0.vendor == vendor.name }
        header.modified = all.compactMap { modified($0, catalog) }.max() ?? header.published
        header.notes = settings.catalog?.notes ?? []
        var facets = PageFacets()
        facets.structuredData = .collection
        return GeneratedPage(header: header, facets: facets)
    }

    private func status(_ catalog: Catalog, _ language: Language) -> GeneratedPage {
        var header = header("models/status", kind: "status", folder: "models", language)
        header.title = phrases.text(Phrase.status.rawValue, in: language.code)
        header.description = phrases.text(Phrase.statusDescription.rawValue, in: language.code)
        header.modified = catalog.uptime?.fetchedAt ?? catalog.models.compactMap(\.firstSeen).min()
        header.published = header.modified
        return GeneratedPage(header: header, facets: PageFacets())
    }

    private func model(_ offer: ModelOffer, _ catalog: Catalog, _ language: Language) -> GeneratedPage {
        var header = header("models/" + offer.slug, kind: "model", folder: "models", language)
        header.title = offer.name
        header.published = offer.firstSeen
        header.notes = settings.catalog?.notes ?? []
        header.modified = modified(offer, catalog)
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

    /// Where a hub goes on that lists more pages than fit. A theme that has no words for parts gets the whole list.
    private func parts(of hub: PageHeader, listing count: Int) -> [any Page] {
        let size = hub.paginateBy ?? settings.paginateBy
        guard size > 0, count > size, phrases.has(Self.partPhrase, in: hub.languageCode) else { return [] }
        let name = phrases.text(Self.partPhrase, in: hub.languageCode)
        return (2...(count + size - 1) / size).map { number in
            var header = header("\(hub.folder)/page/\(number)", kind: "hub", folder: hub.folder, hub.language)
            header.title = hub.title + " · " + name.replacing("{n}", with: String(number))
            header.part = number
            header.paginateBy = hub.paginateBy
            header.isDraft = hub.isDraft
            header.isHiddenFromMachines = hub.isHiddenFromMachines
            var facets = PageFacets()
            facets.structuredData = .collection
            return GeneratedPage(header: header, facets: facets)
        }
    }

    private static let partPhrase = "page_number"

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

    /// Where search leads without a script: every section, and through its hub every page.
    private func search(_ language: Language) -> GeneratedPage {
        var header = header("search", kind: "search", folder: "", language)
        header.title = phrases.text(Phrase.search.rawValue, in: language.code)
        header.isHiddenFromMachines = true
        return GeneratedPage(header: header, facets: PageFacets())
    }

    private func header(_ id: String, kind: String, folder: String, _ language: Language) -> PageHeader {
        PageHeader(
            id: PageID(id), kind: kind, folder: folder, language: language,
            address: settings.address(of: PageID(id), in: language), title: "")
    }
}

/// What the pages of a language have between them.
private struct WrittenPages {
    /// Folders that hold a page, with how many their hubs list.
    var folders: [String: Int] = [:]
    /// By folder.
    var hubs: [String: any Page] = [:]
    var hasHome = false
    /// Ids of pages outside folders.
    var ids: Set<String> = []
    /// Catalog models that a page presents, by the ids of the pages that they would have. Two sources may share a model's id.
    var models: Set<PageID> = []

    static func byLanguage(_ pages: [any Page], _ catalog: Catalog?) -> [String: WrittenPages] {
        var found: [String: WrittenPages] = [:]
        for page in pages {
            let header = page.header
            found[header.languageCode, default: WrittenPages()].add(page)
            guard let offer = catalog?.offer(presentedBy: header, page.face) else { continue }
            found[header.languageCode]?.models.insert(offer.pageID)
        }
        return found
    }

    mutating func add(_ page: any Page) {
        let header = page.header
        let (id, folder) = (header.id, header.folder)
        if id == .home { hasHome = true }
        guard !folder.isEmpty else {
            ids.insert(id.text)
            return
        }
        let isHub = id.text == folder
        folders[folder, default: 0] += isHub || header.isHiddenFromMachines ? 0 : 1
        if isHub { hubs[folder] = page }
    }
}

extension SiteSettings {
    /// The address of a page that no file names.
    func address(of id: PageID, in language: Language) -> SiteAddress {
        SiteAddress("\(prefix(of: language))/\(id.text)\(usesDirectoryAddresses ? "/" : "")")
    }
}
