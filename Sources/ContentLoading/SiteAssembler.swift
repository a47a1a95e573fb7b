import Diagnostics
import PageKinds
import SiteModel

/// Puts loaded pages together: leaves out what is not published, adds generated pages, and reports what doesn't fit.
struct SiteAssembler: Sendable {
    let settings: SiteSettings
    let phrases: Phrases
    let options: SiteLoader.Options
    var catalog: Catalog?
    var people: [Person] = []
    var topics: [Topic] = []
    var sharedTexts: [SharedText] = []
    var redirects: [Redirect] = []
    var staticFiles: [StaticFile] = []
    /// Pages whose sources can't be read.
    var unreadable: [WithheldPage] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(settings: SiteSettings, phrases: Phrases, options: SiteLoader.Options) {
        self.settings = settings
        self.phrases = phrases
        self.options = options
    }

    /// - Parameter needsChecks: false when the same pages were found to fit together before.
    mutating func assemble(_ loaded: [any Page], reading: any PageReading, needsChecks: Bool = true) async -> Site {
        var pages: [any Page] = []
        var unpublished: [WithheldPage] = []
        for page in loaded {
            if let reason = withholding(page.header) {
                unpublished.append(WithheldPage(page.header, reason))
            } else {
                pages.append(page)
            }
        }
        let withheld = WithheldPages(unpublished + unreadable)
        pages += GeneratedPages(settings: settings, phrases: phrases, catalog: catalog).pages(beside: pages)
        let (all, before) = (pages, self)
        async let isUnique = !needsChecks || Self.areUnique(all)
        // Duplicates are rare: everything else goes on as if there were none.
        async let result = before.fitted(all, withheld, reading, needsChecks: needsChecks)
        guard await isUnique else {
            _ = await result
            let kept = withoutDuplicates(all)
            let (site, diagnostics) = await fitted(kept, withheld, reading, needsChecks: needsChecks)
            self.diagnostics = diagnostics
            return site
        }
        let (site, diagnostics) = await result
        self.diagnostics = diagnostics
        return site
    }

    /// The site of pages that don't claim each other's places, with all that is wrong.
    private func fitted(
        _ pages: [any Page], _ withheld: WithheldPages, _ reading: any PageReading, needsChecks: Bool
    ) async -> (Site, [Diagnostic]) {
        var own = self
        own.addAliases(of: pages)
        own.addModelAddresses(of: pages)
        let references = ReferenceChecks(
            pages: pages, withheld: withheld, people: people, topics: topics, sharedTexts: sharedTexts,
            catalog: catalog)
        async let mistakes = needsChecks ? references.diagnostics(jobs: options.jobs) : []
        let site = Site(
            settings: settings, phrases: phrases, pages: pages, catalog: catalog, people: people, topics: topics,
            redirects: own.redirects.sorted { $0.from.precedesByBytes($1.from) },
            sharedTexts: sharedTexts,
            staticFiles: staticFiles.sorted { $0.path.precedesByBytes($1.path) }, reading: reading,
            withheld: withheld)
        own.diagnostics += await mistakes
        if needsChecks { own.diagnostics += TranslationCheck.diagnostics(pages, settings, withheld) }
        return (site, own.diagnostics)
    }
}

extension SiteAssembler {
    /// Why a page is not in this build; nil when it is.
    private func withholding(_ header: PageHeader) -> WithheldPage.Reason? {
        if options.includesDrafts { return nil }
        if header.isDraft { return .draft }
        if let from = header.publishAt, options.now < from { return .scheduled(from) }
        if let until = header.expireAt, options.now >= until { return .expired(until) }
        return nil
    }

    /// Whether no two pages claim one address, nor one id in one language.
    private static func areUnique(_ pages: [any Page]) -> Bool {
        var addresses = Set<String>(minimumCapacity: pages.count)
        var ids: [String: Set<String>] = [:]
        for page in pages {
            let header = page.header
            guard addresses.insert(header.address.key).inserted,
                ids[header.languageCode, default: Set(minimumCapacity: pages.count)].insert(header.id.text).inserted
            else { return false }
        }
        return true
    }

    /// Keeps the first page of each address and of each id, and reports the others with both places.
    private mutating func withoutDuplicates(_ pages: [any Page]) -> [any Page] {
        var firstAtAddress: [String: PageHeader] = [:]
        var firstWithID: [String: [String: PageHeader]] = [:]
        var kept: [any Page] = []
        firstAtAddress.reserveCapacity(pages.count)
        kept.reserveCapacity(pages.count)
        // Loaded pages come in the order of their files, generated ones behind them.
        for page in pages {
            let header = page.header
            let (address, language, id) = (header.address.key, header.languageCode, header.id.text)
            if let first = firstAtAddress[address] {
                reportDuplicate(
                    .duplicateAddress, header, first,
                    taken(
                        Message(en: "the address \(header.address.path)", zh: "地址 \(header.address.path)"), header,
                        first))
            } else if let first = firstWithID[language]?[id] {
                reportDuplicate(
                    .duplicateID, header, first,
                    taken(Message(en: "the id \(header.id.text)", zh: "id \(header.id.text)"), header, first))
            } else {
                firstAtAddress[address] = header
                firstWithID[language, default: [:]][id] = header
                kept.append(page)
            }
        }
        return kept
    }

    /// - Parameter thing: what both pages claim.
    private func taken(_ thing: Message, _ header: PageHeader, _ first: PageHeader) -> Message {
        guard let source = first.sourcePath else {
            return Message(
                en: "\(thing.english) belongs to a generated page already", zh: "\(thing.chinese) 已属于自动生成的页面")
        }
        guard header.sourcePath == nil else {
            return Message(en: "\(thing.english) belongs to \(source) already", zh: "\(thing.chinese) 已属于 \(source)")
        }
        return Message(
            en: "\(thing.english) is needed for the generated page ‘\(header.title)’",
            zh: "\(thing.chinese) 要留给自动生成的页面“\(header.title)”")
    }

    private mutating func reportDuplicate(
        _ code: DiagnosticCode, _ header: PageHeader, _ first: PageHeader, _ message: Message
    ) {
        let place = SourceLocation(file: header.sourcePath ?? first.sourcePath ?? "Content")
        let notes = first.sourcePath.map { path in
            [DiagnosticNote(at: SourceLocation(file: path), Message(en: "the first source is here", zh: "第一个来源在这里"))]
        }
        diagnostics.append(
            Diagnostic(
                code, at: place, message,
                hint: Message(en: "rename one of them, or give it another ‘slug’", zh: "请重命名其中一个，或给它换一个 slug"),
                notes: notes ?? []))
    }

    /// `aliases` of pages become redirects; one that a page or another redirect stands on is an error.
    private mutating func addAliases(of pages: [any Page]) {
        let withAliases = pages.filter { !$0.header.aliases.isEmpty }
        if withAliases.isEmpty, redirects.isEmpty { return }
        let addresses = Set(pages.map(\.header.address.key))
        var taken = Set(redirects.map { SiteAddress($0.from).key })
        diagnostics += RedirectCheck.diagnostics(redirects, addresses: addresses)
        for page in withAliases {
            for alias in page.header.aliases {
                let place = page.header.location(alias.range)
                let source = RedirectSource(alias.text)
                let key = SiteAddress(source.path).key
                if let problem = source.problem {
                    diagnostics.append(Diagnostic(.badRedirect, at: place, problem))
                } else if addresses.contains(key) || !taken.insert(key).inserted {
                    diagnostics.append(
                        Diagnostic(
                            .duplicateAddress, at: place,
                            Message(en: "the address \(alias.text) is taken already", zh: "地址 \(alias.text) 已被占用")))
                } else {
                    redirects.append(Redirect(from: source.path, to: page.header.address.path, status: 301))
                }
            }
        }
    }
}

extension SiteAssembler {
    /// The address that the catalog gives a model leads to the page that an editor wrote for it under another name: it is what
    /// stood there before, and others may link to it.
    private mutating func addModelAddresses(of pages: [any Page]) {
        guard let catalog else { return }
        let written = pages.filter { $0.header.kind == "model" && $0.header.sourcePath != nil }
        let renamed = written.compactMap { page -> (from: SiteAddress, to: String)? in
            guard let offer = catalog.offer(presentedBy: page.header, page.face), offer.pageID != page.header.id
            else { return nil }
            return (settings.address(of: offer.pageID, in: page.header.language), page.header.address.path)
        }
        guard !renamed.isEmpty else { return }
        var taken = Set(pages.map(\.header.address.key) + redirects.map { SiteAddress($0.from).key })
        for (from, to) in renamed where taken.insert(from.key).inserted {
            redirects.append(Redirect(from: from.path, to: to, status: 301))
        }
    }
}

extension WithheldPage {
    fileprivate init(_ header: PageHeader, _ reason: Reason) {
        self.init(
            id: header.id, language: header.language.code, path: header.address.path, source: header.sourcePath ?? "",
            reason: reason)
    }
}
