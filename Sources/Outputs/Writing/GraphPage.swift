import Bytes
import SiteModel

/// The page whose graph is written, with what several nodes say about it.
struct GraphPage {
    let page: PageIndex
    let view: SiteView
    let header: PageHeader
    let facets: PageFacets
    let canonical: String
    let description: String
    /// In the order of the page.
    let related: [PageIndex]
    let body: RichText?
    let rich: RichTextWriter
    /// Empty on the home and the 404 page, and where there would be a single step: search engines ask for two.
    let breadcrumbs: [PageIndex]

    init(_ texts: PageTexts, _ view: SiteView) {
        page = texts.page
        self.view = view
        header = view.header(page)
        facets = texts.facets
        canonical = view.canonical(page)
        description = texts.description
        related = texts.related
        body = texts.body?.text
        rich = RichTextWriter(view, for: header)
        let trail = header.kind == "not-found" ? [] : view.breadcrumbs(of: page)
        breadcrumbs = trail.count > 1 ? trail : []
    }

    var language: Language { header.language }
    var kind: StructuredDataKind { facets.structuredData }
    var base: String { view.settings.baseURL }

    /// The page's hub of terms, when it exists.
    var glossary: PageIndex? { view.page(PageID("glossary"), in: language) }

    var isArticle: Bool {
        switch kind {
        case .answer, .article, .comparison, .techArticle: true
        default: false
        }
    }

    /// The models of a list that a search engine may follow to their pages.
    var listedModels: [PageIndex] {
        if header.kind == "vendor" {
            return view.offers(ofVendorOn: page)
                .compactMap { view.page(of: $0, in: language) }.filter { view.isListed($0) }
        }
        guard kind == .modelList else { return [] }
        return view.members(of: "models", in: language).filter { view.card($0).kind == "model" }
    }

    var author: Person? { header.author.flatMap { view.person($0.text) } }

    /// The absolute URL of the first image of the site's own in the body. One behind a directive may not be shown to readers.
    var image: String? {
        for insertion in body?.insertions ?? [] {
            switch insertion {
            case .directive(let call): if call.name == "only" { return nil }
            case .image(let destination, _):
                if case .file(let path, let suffix) = view.resolve(destination, from: header) {
                    return view.url(path + suffix)
                }
            case .link: break
            }
        }
        return nil
    }

    /// The catalog model that the page presents.
    var offer: ModelOffer? { kind == .model ? view.offer(presentedOn: page) : nil }

    /// Who reviewed the page; a reviewer without a date is no review.
    var reviewer: Person? { header.reviewed == nil ? nil : header.reviewedBy.flatMap { view.person($0.text) } }
}

/// Members that several nodes share.
extension GraphPage {
    func writeDates(into buffer: inout ByteBuffer) {
        if let published = header.published { buffer.scriptMember("datePublished", published.iso8601) }
        if let modified = view.modified(of: page) { buffer.scriptMember("dateModified", modified.iso8601) }
    }

    func writePublisher(_ key: StaticString = "publisher", into buffer: inout ByteBuffer) {
        buffer.reference(key, base, fragment: "/#org")
    }

    /// The author, else the organisation, as the byline has it.
    func writeAuthor(into buffer: inout ByteBuffer) {
        if let author { writePerson("author", author, into: &buffer) } else { writePublisher("author", into: &buffer) }
    }

    func writePerson(_ key: StaticString, _ person: Person, into buffer: inout ByteBuffer) {
        buffer.reference(key, base, fragment: "/#person-", person.id)
    }
}
