import Bytes
import Parallel
import SiteModel

/// What links and lists say about a page: worked out once, because ten other pages say it too.
final class PageCard: Sendable {
    let title: String
    let canonical: String
    let twinURL: String
    let folder: String
    let languageCode: String
    let topic: String?
    let isListed: Bool
    let isHome: Bool
    let isHub: Bool
    let kind: String
    let published: Moment?
    /// The date of the page itself; of hubs and home the newest of what they list.
    let modified: Moment?
    /// The date that other pages show of it.
    let listed: Moment?
    let description: String?
    let shortAnswer: RichText?
    let definition: RichText?
    let structuredData: StructuredDataKind
    let term: String?
    /// Whether an editor wrote the page.
    let hasSource: Bool

    /// - Parameter newest: the newest date of what the page lists.
    private init(_ header: PageHeader, _ facets: PageFacets, _ settings: SiteSettings, newest: Moment? = nil) {
        title = header.title
        canonical = Self.url(header.address.path, settings)
        twinURL = Self.url(header.address.twinPath, settings)
        folder = header.folder
        languageCode = header.language.code
        topic = header.topic?.text
        isListed = !header.isHiddenFromMachines
        isHome = header.id == .home
        kind = header.kind
        isHub = header.kind == "hub"
        published = header.published
        modified = newest.map { max(header.modified ?? $0, $0) } ?? header.modified
        listed = header.listed
        description = header.description
        shortAnswer = facets.shortAnswer
        definition = facets.definition
        structuredData = facets.structuredData
        term = facets.term
        hasSource = header.sourcePath != nil
    }

    /// The cards of all pages, by position.
    static func all(of site: Site) -> [PageCard] {
        all(of: site, own: site.headers.indices.map { PageCard(site.headers[$0], site.facets[$0], site.settings) })
    }

    /// The same, worked out by several tasks.
    static func all(of site: Site, jobs: Int) async -> [PageCard] {
        let own = await ParallelWork(jobs: jobs, chunk: 512).results(of: site.headers.count) { range in
            range.map { PageCard(site.headers[$0], site.facets[$0], site.settings) }
        }
        return all(of: site, own: Array(own.joined()))
    }

    /// - Parameter own: cards that know nothing of what their pages list.
    private static func all(of site: Site, own: [PageCard]) -> [PageCard] {
        var cards = own
        for index in cards.indices where cards[index].isHome || cards[index].isHub {
            let newest = newest(listedBy: cards[index], cards, site.index)
            cards[index] = PageCard(site.headers[index], site.facets[index], site.settings, newest: newest)
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

    private static func url(_ path: String, _ settings: SiteSettings) -> String {
        // Most paths need no encoding.
        let isPlain = path.utf8.allSatisfy { byte in
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x2F: true
            default: false
            }
        }
        if isPlain { return settings.baseURL + path }
        var buffer = ByteBuffer(capacity: 128)
        buffer.append(text: settings.baseURL)
        buffer.append(urlEncoded: path)
        return buffer.text
    }
}
