import Diagnostics
import PageKinds
import SiteModel

/// Puts loaded pages together: leaves out what is not published, adds generated pages, and reports what doesn't fit.
struct SiteAssembler {
    let settings: SiteSettings
    let phrases: Phrases
    let options: SiteLoader.Options
    var catalog: Catalog?
    var people: [Person] = []
    var topics: [Topic] = []
    var sharedTexts: [SharedText] = []
    var redirects: [Redirect] = []
    var staticFiles: [StaticFile] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(settings: SiteSettings, phrases: Phrases, options: SiteLoader.Options) {
        self.settings = settings
        self.phrases = phrases
        self.options = options
    }

    mutating func assemble(_ loaded: [any Page], bodies: any BodyReading) async -> Site {
        var pages: [any Page] = []
        var unpublished: Set<String> = []
        for page in loaded {
            if isPublished(page.header) {
                pages.append(page)
            } else {
                unpublished.insert(page.header.languageCode + "/" + page.header.id.text)
            }
        }
        pages += GeneratedPages(settings: settings, phrases: phrases, catalog: catalog).pages(beside: pages)
        pages = withoutDuplicates(pages)
        addAliases(of: pages)
        let references = ReferenceChecks(
            pages: pages, unpublished: unpublished, people: people, topics: topics, sharedTexts: sharedTexts,
            catalog: catalog)
        async let mistakes = references.diagnostics()
        let site = Site(
            settings: settings, phrases: phrases, pages: pages, catalog: catalog, people: people, topics: topics,
            redirects: redirects.sorted { $0.from.precedesByBytes($1.from) },
            sharedTexts: sharedTexts,
            staticFiles: staticFiles.sorted { $0.path.precedesByBytes($1.path) }, bodies: bodies)
        diagnostics += await mistakes
        return site
    }
}

extension SiteAssembler {
    private func isPublished(_ header: PageHeader) -> Bool {
        if options.includesDrafts { return true }
        if header.isDraft { return false }
        if let from = header.publishAt, options.now < from { return false }
        if let until = header.expireAt, options.now >= until { return false }
        return true
    }

    /// Keeps the first page of each address and of each id, and reports the others with both places.
    private mutating func withoutDuplicates(_ pages: [any Page]) -> [any Page] {
        var firstAtAddress: [String: PageHeader] = [:]
        var firstWithID: [String: PageHeader] = [:]
        var kept: [any Page] = []
        firstAtAddress.reserveCapacity(pages.count)
        firstWithID.reserveCapacity(pages.count)
        kept.reserveCapacity(pages.count)
        // Loaded pages come in the order of their files, generated ones behind them.
        for page in pages {
            let header = page.header
            let id = header.languageCode + "/" + header.id.text
            if let first = firstAtAddress[header.address.key] {
                reportDuplicate(
                    .duplicateAddress, header, first,
                    Message(
                        en:
                            "the address \(header.address.path) belongs to \(first.sourcePath ?? "a generated page") already",
                        zh: "地址 \(header.address.path) 已属于 \(first.sourcePath ?? "自动生成的页面")"))
            } else if let first = firstWithID[id] {
                reportDuplicate(
                    .duplicateID, header, first,
                    Message(
                        en: "the id \(header.id.text) belongs to \(first.sourcePath ?? "a generated page") already",
                        zh: "id \(header.id.text) 已属于 \(first.sourcePath ?? "自动生成的页面")"))
            } else {
                firstAtAddress[header.address.key] = header
                firstWithID[id] = header
                kept.append(page)
            }
        }
        return kept
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
        for redirect in redirects where addresses.contains(SiteAddress(redirect.from).key) {
            diagnostics.append(
                Diagnostic(
                    .duplicateAddress, at: SourceLocation(file: "Content/redirects.yaml"),
                    Message(
                        en: "a page stands at \(redirect.from), so it can't redirect",
                        zh: "\(redirect.from) 已有页面，不能再作为重定向的起点")))
        }
        for page in withAliases {
            for alias in page.header.aliases {
                let place = page.header.location(alias.range)
                if !alias.text.hasPrefix("/") {
                    diagnostics.append(
                        Diagnostic(
                            .badRedirect, at: place,
                            Message(
                                en: "an alias is a site-absolute path such as /old/page", zh: "别名应为站内绝对路径，例如 /old/page")
                        ))
                } else if addresses.contains(SiteAddress(alias.text).key)
                    || !taken.insert(SiteAddress(alias.text).key).inserted
                {
                    diagnostics.append(
                        Diagnostic(
                            .duplicateAddress, at: place,
                            Message(en: "the address \(alias.text) is taken already", zh: "地址 \(alias.text) 已被占用")))
                } else {
                    redirects.append(Redirect(from: alias.text, to: page.header.address.path, status: 301))
                }
            }
        }
    }
}
