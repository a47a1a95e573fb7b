package import SiteModel

/// The only way in which a renderer sees the site: every answer that an output depends on is asked here. Never changed; a
/// class, because every task and every value of a page refers to it.
package final class SiteView: Sendable {
    let site: Site
    /// Decides whether a review is due.
    package let now: Moment
    private let terms: [String: [String: PageIndex]]
    /// By page position.
    let cards: [PageCard]
    /// The listed pages of a section without its hub, by language and folder, in the order of the hub.
    private let listedMembers: [String: [String: [PageIndex]]]
    /// By page position: where the page stands in its list of `listedMembers`.
    private let memberPositions: [Int?]
    /// The listed pages of a language, section and topic, in the order of the hub.
    private let topicMembers: [TopicKey: [PageIndex]]

    struct TopicKey: Hashable {
        let language: String
        let folder: String
        let topic: String
    }

    package init(_ site: Site, now: Moment) {
        self.site = site
        self.now = now
        var terms: [String: [String: PageIndex]] = [:]
        for (position, facets) in site.facets.enumerated() {
            guard let term = facets.term else { continue }
            let header = site.headers[position]
            let language = header.language.code
            let slug = header.id.text.split(separator: "/").last.map(String.init)
            // The first page that claims a name keeps it; the term itself goes before aliases of others.
            for name in [term] + [slug].compactMap({ $0 }) + facets.termAliases.map(\.text)
            where terms[language]?[name] == nil {
                terms[language, default: [:]][name] = PageIndex(position)
            }
        }
        self.terms = terms
        let cards = PageCard.all(of: site)
        self.cards = cards
        topicMembers = Self.membersByTopic(site, cards)
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
        listedMembers = members
        memberPositions = positions
    }

    private init(copying other: SiteView) {
        site = other.site
        now = other.now
        terms = other.terms
        cards = other.cards
        listedMembers = other.listedMembers
        memberPositions = other.memberPositions
        topicMembers = other.topicMembers
    }

    /// Another object with the same contents, for a task that refers to it often.
    package func copy() -> SiteView { SiteView(copying: self) }

    private static func membersByTopic(_ site: Site, _ cards: [PageCard]) -> [TopicKey: [PageIndex]] {
        var topics: [TopicKey: [PageIndex]] = [:]
        for language in site.settings.languages {
            for folder in Set(cards.map(\.folder)) {
                for page in site.index.members(of: folder, in: language.code) where cards[page.position].isListed {
                    guard let topic = cards[page.position].topic else { continue }
                    topics[TopicKey(language: language.code, folder: folder, topic: topic), default: []].append(page)
                }
            }
        }
        return topics
    }

    /// The listed pages that share a section and a topic, in the order of the hub.
    func topicMembers(_ topic: String, of folder: String, in language: String) -> [PageIndex] {
        topicMembers[TopicKey(language: language, folder: folder, topic: topic)] ?? []
    }

    package var settings: SiteSettings { site.settings }

    package var pageCount: Int { site.pages.count }

    package subscript(page: PageIndex) -> any Page { site[page] }

    package func header(_ page: PageIndex) -> PageHeader { site.headers[page.position] }

    package func facets(_ page: PageIndex) -> PageFacets { site.facets[page.position] }

    package func page(_ id: PageID, in language: Language) -> PageIndex? { site.index.page(id, in: language.code) }

    /// Pages that machine files may name, sorted by address: not hidden, not the 404 page.
    package func listedPages(in language: Language? = nil) -> [PageIndex] {
        cards.indices.filter { position in
            cards[position].isListed && (language == nil || cards[position].languageCode == language?.code)
        }.map { PageIndex($0) }
    }

    /// The listed pages of a section without its hub, in the order of the hub.
    package func members(of folder: String, in language: Language) -> [PageIndex] {
        listedMembers[language.code]?[folder] ?? []
    }

    func listedCount(of folder: String, in language: String) -> Int { listedMembers[language]?[folder]?.count ?? 0 }

    /// The page so many places after this one in the list of its section.
    func neighbour(of page: PageIndex, distance: Int) -> PageIndex? {
        let card = cards[page.position]
        guard let position = memberPositions[page.position],
            let members = listedMembers[card.languageCode]?[card.folder], members.indices.contains(position + distance)
        else { return nil }
        return members[position + distance]
    }

    /// The sections of a language that have pages, in the order in which the home page shows them.
    package func sections(in language: Language) -> [String] {
        Self.sectionOrder.filter { listedCount(of: $0, in: language.code) > 0 }
    }

    /// The order of sections everywhere: home page, llms.txt, sitemap.md.
    package static let sectionOrder = [
        "answers", "guides", "examples", "comparisons", "models", "checklists", "faq", "glossary", "docs", "trust",
    ]

    package func translations(of page: PageIndex) -> [PageIndex] {
        let all = site.index.translations(of: header(page).id)
        return all.count > 1 ? all : []
    }

    package func person(_ id: String) -> Person? { site.people.first { $0.id == id } }

    package func topic(_ id: String) -> Topic? { site.topics.first { $0.id == id } }

    package func phrase(_ key: String, in language: Language) -> String { site.phrases.text(key, in: language.code) }

    package func phrase(_ phrase: Phrase, in language: Language) -> String {
        site.phrases.text(phrase.rawValue, in: language.code)
    }

    package var phraseKeys: [String] { site.phrases.keys }

    package var catalog: Catalog? { site.catalog }

    package var redirects: [Redirect] { site.redirects }

    package func sharedText(_ id: String, in language: Language) -> SharedText? {
        site.sharedTexts.first { $0.id == id && $0.language == language.code }
    }

    package func sharedTextIDs(in language: Language) -> [String] {
        site.sharedTexts.filter { $0.language == language.code }.map(\.id)
    }

    package func siteName(in language: Language) -> String { settings.name.text(in: language.code) ?? "" }

    package func term(_ name: String, in language: Language) -> PageIndex? { terms[language.code]?[name] }

    package func termNames(in language: Language) -> [String] { (terms[language.code] ?? [:]).keys.sorted() }

    package func resolve(_ destination: String, from header: PageHeader) -> ResolvedLink {
        site.resolve(destination, from: header)
    }

    /// The parsed body; its plain projection is there only for pages that have no other summary.
    package func body(of page: PageIndex) -> ParsedBody? {
        site.bodies.body(of: header(page), withPlainText: needsOpening(page))
    }
}

extension SiteView {
    package var staticFiles: [StaticFile] { site.staticFiles }

    /// Site-absolute paths of the files that are copied as they are.
    package var staticPaths: [String] { site.staticFiles.map { "/" + $0.path } }
}
