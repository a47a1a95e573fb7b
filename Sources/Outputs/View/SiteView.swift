import Bytes
package import SiteModel

/// The only way in which a renderer sees the site: every answer that an output depends on is asked here. Never changed; a
/// class, because every task and every value of a page refers to it.
package final class SiteView: Sendable {
    private let site: Site
    /// Notes what is asked; nil where nobody wants to know.
    let reads: ReadRecorder?
    private let now: Moment
    private let phrases: Phrases
    /// In the order of the site's people.
    private let personIDs: [String]
    private let terms: ByLanguage<[String: PageIndex]>
    /// By language; none where no term is linked by itself.
    let glossaries: [String: GlossaryLinks]
    /// By page position.
    private let cards: [PageCard]
    /// The listed pages of a section without its hub, by language and folder, in the order of the hub.
    private let listedMembers: ByLanguage<[String: [PageIndex]]>
    /// By page position: where the page stands in its list of `listedMembers`.
    private let memberPositions: [Int?]
    /// The listed pages of a language, section and topic, in the order of the hub.
    private let topicMembers: [TopicKey: [PageIndex]]
    /// By page position: where the page stands in its list of `topicMembers`.
    private let topicPositions: [Int?]
    /// The listed pages that name a model of the catalog, by language, then by the model's id; sorted by address.
    let mentions: [String: [String: [PageIndex]]]
    /// By language, then by the id that the page of a model has by itself: those that have another.
    let writtenModelPages: [String: [PageID: PageIndex]]
    /// The hub of each section and the home page of each language, by language and folder, sorted.
    let hubs: [(place: String, page: PageIndex)]
    /// Shared by all copies.
    let relatedIndex: LazyValue<RelatedIndex>
    /// By language and folder: the pages of the hubs that list more than fits one page, in order; the hub itself first.
    let pagedHubs: [String: [PageIndex]]
    /// By language and folder, of the same hubs.
    let hubParts: LazyValue<[String: [HubPart]]>

    struct TopicKey: Hashable {
        let language: String
        let folder: String
        let topic: String
    }

    package convenience init(_ site: Site, now: Moment) { self.init(site, now: now, PageCard.all(of: site)) }

    /// The same, worked out by several tasks.
    ///
    /// - Parameter forManyPages: whether so many pages will be rendered that it pays to work out ahead how twins list each.
    package convenience init(_ site: Site, now: Moment, forManyPages: Bool, jobs: Int) async {
        self.init(site, now: now, await PageCard.all(of: site, withLines: forManyPages, jobs: jobs))
    }

    private init(_ site: Site, now: Moment, _ cards: [PageCard]) {
        self.site = site
        self.now = now
        phrases = site.phrases
        personIDs = site.people.map(\.id)
        reads = nil
        var terms: [String: [String: PageIndex]] = [:]
        for (position, face) in site.faces.enumerated() {
            guard let term = face.term else { continue }
            let header = site.headers[position]
            let language = header.language.code
            let slug = header.id.text.split(separator: "/").last.map(String.init)
            // The first page that claims a name keeps it; the term itself goes before aliases of others.
            for name in [term] + [slug].compactMap({ $0 }) + face.termAliases.map(\.text)
            where terms[language]?[name] == nil {
                terms[language, default: [:]][name] = PageIndex(position)
            }
        }
        self.terms = ByLanguage(terms)
        glossaries = GlossaryLinks.all(of: site)
        self.cards = cards
        (topicMembers, topicPositions) = Self.membersByTopic(site, cards)
        mentions = Self.mentions(site, cards)
        writtenModelPages = Self.writtenModelPages(site, cards)
        hubs = cards.indices.filter { cards[$0].isHub && cards[$0].part == 1 || cards[$0].isHome }
            .map { (cards[$0].languageCode + "/" + cards[$0].folder, PageIndex($0)) }
            .sorted { $0.0.precedesByBytes($1.0) }
        pagedHubs = HubPart.pages(cards, hubs)
        let folders = Set(cards.map(\.folder)).sorted()
        var members: [String: [String: [PageIndex]]] = [:]
        var positions = [Int?](repeating: nil, count: cards.count)
        for language in site.settings.languages {
            for folder in folders {
                let listed = site.index.members(of: folder, in: language.code).filter { cards[$0.position].isListed }
                for (position, page) in listed.enumerated() { positions[page.position] = position }
                members[language.code, default: [:]][folder] = listed
            }
        }
        listedMembers = ByLanguage(members)
        memberPositions = positions
        relatedIndex = LazyValue()
        hubParts = LazyValue()
    }

    private init(copying other: SiteView, reads: ReadRecorder?, forManyPages: Bool) {
        self.reads = reads
        site = other.site
        now = other.now
        phrases = forManyPages ? other.phrases.copied() : other.phrases
        personIDs = other.personIDs
        terms = other.terms
        glossaries = other.glossaries
        cards = other.cards
        listedMembers = other.listedMembers
        memberPositions = other.memberPositions
        topicMembers = other.topicMembers
        topicPositions = other.topicPositions
        hubs = other.hubs
        mentions = other.mentions
        writtenModelPages = other.writtenModelPages
        relatedIndex = other.relatedIndex
        pagedHubs = other.pagedHubs
        hubParts = other.hubParts
    }

    /// Another object with the same contents, for a task that refers to it often.
    ///
    /// - Parameters:
    ///   - reads: notes what is asked of the copy.
    ///   - forManyPages: whether what all pages show is copied too.
    package func copy(reads: ReadRecorder?, forManyPages: Bool = false) -> SiteView {
        SiteView(copying: self, reads: reads, forManyPages: forManyPages)
    }

    private static func membersByTopic(
        _ site: Site, _ cards: [PageCard]
    ) -> (members: [TopicKey: [PageIndex]], positions: [Int?]) {
        var topics: [TopicKey: [PageIndex]] = [:]
        var positions = [Int?](repeating: nil, count: cards.count)
        for language in site.settings.languages {
            for folder in Set(cards.map(\.folder)) {
                for page in site.index.members(of: folder, in: language.code) where cards[page.position].isListed {
                    guard let topic = cards[page.position].topic else { continue }
                    let key = TopicKey(language: language.code, folder: folder, topic: topic)
                    positions[page.position] = topics[key]?.count ?? 0
                    topics[key, default: []].append(page)
                }
            }
        }
        return (topics, positions)
    }

    package var settings: SiteSettings { site.settings }

    package var pageCount: Int { site.headers.count }

    package func header(_ page: PageIndex) -> PageHeader {
        reads?.ask(.face, of: page)
        return site.headers[page.position]
    }

    /// The facets of the page that is being rendered; ask once, since the page may have to be read for them. Lists and links take
    /// what they show of another page from its card.
    package func facets(_ page: PageIndex) -> PageFacets {
        noteSource(of: page)
        return site.facets(of: page)
    }

    package func face(_ page: PageIndex) -> PageFace {
        noteSource(of: page)
        return site.faces[page.position]
    }

    func card(_ page: PageIndex) -> PageCard {
        reads?.ask(.face, of: page)
        return cards[page.position]
    }

    /// For replies, and for what notes a question of its own.
    func unnotedCard(_ page: PageIndex) -> PageCard { cards[page.position] }

    /// Whether what lists show of a page follows from its own file alone.
    package func hasFaceOfItsOwn(_ page: PageIndex) -> Bool {
        let card = cards[page.position]
        return card.hasSource && !card.isHub && !card.isHome
    }

    /// How a question names a page: language and id.
    package func name(of page: PageIndex) -> String { cards[page.position].name }

    /// Stands for a page's name in replies.
    func nameFingerprint(of page: PageIndex) -> Fingerprint { cards[page.position].nameFingerprint }

    private func noteSource(of page: PageIndex) {
        reads?.ask(.face, of: page)
        reads?.ask(.source, of: page)
    }

    package func page(_ id: PageID, in language: Language) -> PageIndex? { page(id, in: language.code) }

    package func page(_ id: PageID, in language: String) -> PageIndex? {
        reads?.ask(.page, language + "/" + id.text)
        return site.index.page(id, in: language)
    }

    /// The home page of a language.
    func home(in language: String) -> PageIndex? { hub(of: "", in: language) }

    /// The page of a section itself.
    func hub(of folder: String, in language: String) -> PageIndex? {
        reads?.ask(.sections)
        return hubs.first { hub in
            cards[hub.page.position].folder == folder && cards[hub.page.position].languageCode == language
        }?.page
    }

    /// For lists whose members are a reply of their own.
    func unnotedPage(_ id: PageID, in language: String) -> PageIndex? { site.index.page(id, in: language) }

    /// The page at a site-absolute path.
    package func page(at path: String) -> PageIndex? {
        reads?.ask(.address, path)
        return site.index.page(at: path)
    }

    /// Whether `--now` is past a time.
    package func isPast(_ moment: Moment) -> Bool {
        reads?.ask(.isPast, String(moment.seconds))
        return moment < now
    }
}

/// Lists.
extension SiteView {
    /// Pages that machine files may name, sorted by address: not hidden, not the 404 page.
    package func listedPages(in language: Language? = nil) -> [PageIndex] {
        reads?.ask(.listed, language?.code ?? "")
        return cards.indices.filter { position in
            cards[position].isListed && (language == nil || cards[position].languageCode == language?.code)
        }.map { PageIndex($0) }
    }

    /// The listed pages of a section without its hub, in the order of the hub.
    package func members(of folder: String, in language: Language) -> [PageIndex] {
        reads?.ask(.members, language.code + "/" + folder)
        return listedMembers[language.code]?[folder] ?? []
    }

    /// Whether the section that a page stands in has pages.
    func hasMembersBeside(_ page: PageIndex) -> Bool {
        let card = cards[page.position]
        reads?.ask(.hasMembers, card.place)
        return !(listedMembers[card.languageCode]?[card.folder] ?? []).isEmpty
    }

    func hasMembers(_ folder: String, in language: String) -> Bool {
        reads?.ask(.hasMembers, language + "/" + folder)
        return !(listedMembers[language]?[folder] ?? []).isEmpty
    }

    /// The page so many places after this one in the list of its section, of an answer with a topic in that of its topic; of a
    /// hub the part. The distance is 1 or -1.
    func neighbour(of page: PageIndex, distance: Int) -> PageIndex? {
        reads?.ask(.neighbours, of: page)
        let card = cards[page.position]
        if card.isHub { return part(beside: page, distance: distance) }
        var (place, list) = (memberPositions[page.position], listedMembers[card.languageCode]?[card.folder])
        if card.kind == "answer", let topic = card.topic {
            place = topicPositions[page.position]
            list = topicMembers[TopicKey(language: card.languageCode, folder: card.folder, topic: topic)]
        }
        guard let place, let list, list.indices.contains(place + distance) else { return nil }
        return list[place + distance]
    }

    /// The sections of a language that have pages, in the order in which the home page shows them.
    package func sections(in language: Language) -> [String] {
        Self.sectionOrder.filter { hasMembers($0, in: language.code) }
    }

    /// The order of sections everywhere: home page, llms.txt, sitemap.md.
    package static let sectionOrder = [
        "answers", "guides", "examples", "comparisons", "models", "checklists", "faq", "glossary", "docs", "trust",
    ]

    package func translations(of page: PageIndex) -> [PageIndex] {
        reads?.ask(.translations, of: page)
        // What stands in a part differs from language to language.
        guard cards[page.position].part == 1 else { return [] }
        let all = site.index.translations(of: site.headers[page.position].id)
        return all.count > 1 ? all : []
    }

    /// Up to five other pages of the section, those of the same topic where there are any, in the order of the hub.
    func near(_ page: PageIndex, without others: [PageIndex]) -> [PageIndex] {
        reads?.ask(.near, of: page)
        let card = cards[page.position]
        if let topic = card.topic {
            let key = TopicKey(language: card.languageCode, folder: card.folder, topic: topic)
            let close = (topicMembers[key] ?? []).lazy.filter { $0 != page && !others.contains($0) }.prefix(5)
            if !close.isEmpty { return Array(close) }
        }
        let members = (listedMembers[card.languageCode]?[card.folder] ?? []).lazy
        return Array(members.filter { $0 != page && !others.contains($0) }.prefix(5))
    }
}

/// What is said once for the whole site.
extension SiteView {
    package func person(_ id: String) -> Person? {
        reads?.ask(.person, id)
        return personIDs.firstIndex(of: id).map { site.people[$0] }
    }

    package func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }

    package var topics: [Topic] {
        reads?.ask(.topics)
        return site.topics
    }

    package func phrase(_ key: String, in language: Language) -> String { phrases.text(key, in: language.code) }

    package func phrase(_ phrase: Phrase, in language: Language) -> String {
        phrases.text(phrase, in: language.code)
    }

    /// Nil when the theme has no such phrase.
    func optionalPhrase(_ key: String, in language: Language) -> String? {
        phrases.optionalText(key, in: language.code)
    }

    package var phraseKeys: [String] { phrases.keys }

    package var catalog: Catalog? {
        reads?.ask(.catalog)
        return site.catalog
    }

    /// The pages that are not part of this build, sorted by address.
    package var withheldPages: [WithheldPage] {
        reads?.ask(.withheld)
        return site.withheld.all
    }

    package var redirects: [Redirect] {
        reads?.ask(.redirects)
        return site.redirects
    }

    package func sharedText(_ id: String, in language: Language) -> SharedText? {
        reads?.ask(.sharedText, language.code + "/" + id)
        return site.sharedTexts.first { $0.id == id && $0.language == language.code }
    }

    package func sharedTextIDs(in language: Language) -> [String] {
        reads?.ask(.sharedTexts, language.code)
        return site.sharedTexts.filter { $0.language == language.code }.map(\.id)
    }

    package func siteName(in language: Language) -> String { settings.name.text(in: language.code) ?? "" }

    package func term(_ name: String, in language: Language) -> PageIndex? {
        reads?.ask(.term, language.code + "/" + name)
        return terms[language.code]?[name]
    }

    package func termNames(in language: Language) -> [String] {
        reads?.ask(.terms, language.code)
        return (terms[language.code] ?? [:]).keys.sorted()
    }

    package func resolve(_ destination: String, from header: PageHeader) -> ResolvedLink {
        guard let reads else { return site.resolve(destination, from: header) }
        let isAbsolute = destination.utf8.first == 0x2F
        let key = isAbsolute ? destination : destination + "\n" + header.languageCode + "/" + header.id.text
        return reads.link(key) { site.resolve(destination, from: header) }
    }

    /// The parsed body; its plain projection is there only for pages that have no other summary.
    package func body(of page: PageIndex) -> ParsedBody? {
        noteSource(of: page)
        return site.reading.body(of: site.headers[page.position], withPlainText: needsOpening(page))
    }

    package var staticFiles: [StaticFile] {
        reads?.ask(.staticFiles)
        return site.staticFiles
    }

    /// Site-absolute paths of the files that are copied as they are.
    package var staticPaths: [String] { staticFiles.map { "/" + $0.path } }

    /// What replies are worked out from.
    var wholeSite: Site { site }
}
