import Bytes
import SiteModel

/// What links and lists say about a page: worked out once, because ten other pages say it too.
struct PageCard: Sendable {
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
    private(set) var modified: Moment?
    let description: String?
    let shortAnswer: RichText?
    let definition: RichText?
    let structuredData: StructuredDataKind
    /// Whether an editor wrote the page.
    let hasSource: Bool

    private init(_ page: any Page, _ settings: SiteSettings) {
        let header = page.header
        let facets = page.facets
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
        modified = header.modified
        description = header.description
        shortAnswer = facets.shortAnswer
        definition = facets.definition
        structuredData = facets.structuredData
        hasSource = header.sourcePath != nil
    }

    /// The cards of all pages, by position.
    static func all(of site: Site) -> [PageCard] {
        var cards = site.pages.map { PageCard($0, site.settings) }
        for index in cards.indices where cards[index].isHome || cards[index].isHub {
            let card = cards[index]
            let folders = card.isHub ? [card.folder] : SiteView.sectionOrder
            for folder in folders {
                let members = site.index.members(of: folder, in: card.languageCode).lazy
                    .filter { cards[$0.position].isListed }
                    .prefix(card.isHub ? Int.max : SiteView.pagesPerSectionOnHome)
                for member in members {
                    guard let modified = cards[member.position].modified else { continue }
                    cards[index].modified = max(cards[index].modified ?? modified, modified)
                }
            }
        }
        return cards
    }

    private static func url(_ path: String, _ settings: SiteSettings) -> String {
        var buffer = ByteBuffer(capacity: 128)
        buffer.append(text: settings.baseURL)
        buffer.append(urlEncoded: path)
        return buffer.text
    }
}
