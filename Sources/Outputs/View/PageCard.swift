import Bytes
import Directives
import Parallel
import SiteModel

/// What links and lists say about a page: worked out once, because ten other pages say it too.
final class PageCard: Sendable {
    /// How a question names the page: language and id.
    let name: String
    /// Stands for the name in replies.
    let nameFingerprint: Fingerprint
    let title: String
    let canonical: String
    let twinURL: String
    let folder: String
    /// How a question names the section: language and folder.
    let place: String
    let languageCode: String
    let topic: String?
    let isListed: Bool
    let isHome: Bool
    let isHub: Bool
    /// Which part of a hub the page is; 1 of all other pages.
    let part: Int
    /// Whether what sums the page up is known only when it is asked for: it names others, or comes from the catalog.
    let hasOpenSummary: Bool
    /// Whether prices of the catalog stand in what sums the page up.
    let hasPricesInSummary: Bool
    /// Whether the page has nothing to sum it up but its body.
    let needsOpening: Bool
    /// Whether the catalog alone says what the page is about.
    let isCatalogPage: Bool
    /// What the catalog says of such a page, worked out once; nil of other pages.
    let catalogSummary: LazyValue<String?>?
    let kind: String
    let published: Moment?
    /// The date of the page itself; of home and of hubs with a single part the newest of what they list.
    let modified: Moment?
    /// The date that other pages show of it.
    let listed: Moment?
    let description: String?
    let shortAnswer: RichText?
    let definition: RichText?
    let structuredData: StructuredDataKind
    let term: String?
    let changes: [PageChange]
    /// Whether an editor wrote the page.
    let hasSource: Bool
    /// The line by which twins list the page, while nothing in it depends on other pages; nil where it wasn't worked out ahead.
    let twinLine: [UInt8]?

    /// - Parameters:
    ///   - colon: nil where no line is worked out.
    ///   - newest: the newest date of what the page lists; nil where it lists nothing.
    private init(
        _ header: PageHeader, _ face: PageFace, baseURL: String, colon: String?, newest: Moment?
    ) {
        name = header.languageCode + "/" + header.id.text
        nameFingerprint = Fingerprint(of: name)
        title = header.title
        canonical = Self.url(header.address.path, baseURL)
        let twinURL = Self.url(header.address.twinPath, baseURL)
        self.twinURL = twinURL
        folder = header.folder
        place = header.languageCode + "/" + header.folder
        languageCode = header.language.code
        topic = header.topic?.text
        isListed = !header.isHiddenFromMachines
        isHome = header.id == .home
        kind = header.kind
        isHub = header.kind == "hub"
        part = header.part
        isCatalogPage = ["model", "prices", "vendor"].contains(header.kind)
        catalogSummary = isCatalogPage ? LazyValue() : nil
        let summary = face.shortAnswer ?? face.definition
        let insertions = summary?.insertions ?? []
        hasOpenSummary = summary == nil ? isCatalogPage : !insertions.isEmpty
        hasPricesInSummary = insertions.contains { PriceUse.isShown(by: $0) }
        needsOpening = summary == nil && header.description?.isEmpty ?? true
        published = header.published
        modified = newest.map { max(header.modified ?? $0, $0) } ?? header.modified
        listed = header.listed
        description = header.description
        shortAnswer = face.shortAnswer
        definition = face.definition
        structuredData = face.structuredData
        term = face.term
        changes = header.changes
        hasSource = header.sourcePath != nil
        twinLine = summary.flatMap { text in
            guard let colon, case .plain(let plain) = text.storage else { return nil }
            return TwinContent.line(of: plain, title: header.title, twinURL: twinURL, colon)
        }
    }

    /// A function, since an initializer would be handed a copy of the site for each page.
    private static func card(
        _ position: Int, in site: Site, withLine: Bool, newest: Moment? = nil
    ) -> PageCard {
        let header = site.headers[position]
        let colon = withLine ? site.phrases.text(.colon, in: header.languageCode) : nil
        return PageCard(
            header, site.faces[position], baseURL: site.settings.baseURL, colon: colon, newest: newest)
    }

    /// The cards of all pages, by position.
    static func all(of site: Site) -> [PageCard] {
        all(of: site, own: site.headers.indices.map { card($0, in: site, withLine: true) }, withLines: true)
    }

    /// The same, worked out by several tasks.
    static func all(of site: Site, withLines: Bool, jobs: Int) async -> [PageCard] {
        let own = await ParallelWork(jobs: jobs, chunk: 512).results(of: site.headers.count) { range in
            range.map { card($0, in: site, withLine: withLines) }
        }
        return all(of: site, own: Array(own.joined()), withLines: withLines)
    }

    /// - Parameter own: cards that know nothing of what their pages list.
    private static func all(of site: Site, own: [PageCard], withLines: Bool) -> [PageCard] {
        var cards = own
        for index in cards.indices where cards[index].isHome || cards[index].isHub && cards[index].part == 1 {
            let newest = newest(listedBy: cards[index], cards, site.index)
            cards[index] = card(index, in: site, withLine: withLines, newest: newest)
        }
        return cards
    }

    /// The newest date of what a hub or a home page lists.
    private static func newest(listedBy card: PageCard, _ cards: [PageCard], _ index: SiteIndex) -> Moment? {
        let folders = card.isHub ? [card.folder] : SiteView.sectionOrder
        let dates = folders.lazy.flatMap { folder in
            index.members(of: folder, in: card.languageCode).lazy
                .filter { cards[$0.position].isListed }
                .prefix(card.isHub ? Int.max : SiteView.pagesPerSectionOnHome)
                .compactMap { cards[$0.position].listed }
        }
        return dates.max()
    }

    private static func url(_ path: String, _ baseURL: String) -> String {
        if URLText.isPlain(path) { return baseURL + path }
        var buffer = ByteBuffer(capacity: 128)
        buffer.append(text: baseURL)
        buffer.append(urlEncoded: path)
        return buffer.text
    }
}
