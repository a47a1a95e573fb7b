package import Bytes
package import SiteModel

/// The JSON-LD of a page: one script element with one graph, in which every reference resolves and which says nothing that
/// the page doesn't show.
package enum StructuredData {
    /// Writes the whole script element.
    package static func script(for page: PageIndex, _ view: SiteView, into buffer: inout ByteBuffer) {
        let context = GraphContext(view, page)
        var graph = GraphWriter()
        graph.beginObject()
        graph.member("@context", "https://schema.org")
        graph.key("@graph")
        graph.beginArray()
        SiteNodes.write(context, &graph)
        PageNode.write(context, &graph)
        if context.header.kind != "not-found" {
            BreadcrumbData.write(context, &graph)
            MainEntityData.write(context, &graph)
        }
        graph.endArray()
        graph.endObject()
        buffer.append("<script type=\"application/ld+json\">")
        buffer.append(graph.buffer)
        buffer.append("</script>")
    }
}

/// What every node of a page's graph is made of.
struct GraphContext: Sendable {
    let view: SiteView
    let page: PageIndex
    let header: PageHeader
    let facets: PageFacets
    let url: String
    let writer: RichTextWriter

    init(_ view: SiteView, _ page: PageIndex) {
        self.view = view
        self.page = page
        header = view.header(page)
        facets = view.facets(page)
        url = view.canonical(page)
        writer = RichTextWriter(view, for: header)
    }

    func text(_ text: RichText) -> String { writer.plainText(text) }

    var organizationID: String { view.url("/") + "#org" }
    var websiteID: String { view.url("/") + "#website" }
    func id(_ name: String) -> String { url + "#" + name }
    var hasBreadcrumb: Bool { view.breadcrumbs(of: page).count > 1 && header.kind != "not-found" }
}

/// The site's own nodes, short, in every page, because consumers read one page at a time.
enum SiteNodes {
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        let settings = context.view.settings
        graph.beginObject()
        graph.member("@type", "Organization")
        graph.member("@id", context.organizationID)
        graph.member("name", settings.organization.name)
        graph.member("url", settings.organization.url)
        if let logo = settings.organization.logo {
            graph.member("logo", logo.hasPrefix("/") ? context.view.url(logo) : logo)
        }
        if !settings.organization.sameAs.isEmpty {
            graph.key("sameAs")
            graph.beginArray()
            for address in settings.organization.sameAs { graph.value(address) }
            graph.endArray()
        }
        graph.endObject()
        graph.beginObject()
        graph.member("@type", "WebSite")
        graph.member("@id", context.websiteID)
        graph.member("name", context.view.siteName(in: context.header.language))
        graph.member("url", context.view.url("/"))
        graph.member("inLanguage", context.header.language.tag)
        graph.reference("publisher", context.organizationID)
        graph.endObject()
    }
}

/// The page itself.
enum PageNode {
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        let header = context.header
        graph.beginObject()
        if let types = context.facets.structuredData.pageTypes {
            graph.key("@type")
            graph.beginArray()
            for type in types { graph.value(type) }
            graph.endArray()
        } else {
            graph.member("@type", context.facets.structuredData.pageType)
        }
        graph.member("@id", context.id("webpage"))
        graph.member("url", context.url)
        graph.member("name", header.title)
        graph.member("description", context.view.metaDescription(of: context.page))
        graph.member("inLanguage", header.language.tag)
        graph.reference("isPartOf", context.websiteID)
        if context.hasBreadcrumb { graph.reference("breadcrumb", context.id("breadcrumb")) }
        graph.member("datePublished", header.published?.iso8601)
        graph.member("dateModified", context.view.modified(of: context.page)?.iso8601)
        graph.member("lastReviewed", header.reviewed?.iso8601)
        if let reviewer = header.reviewedBy.flatMap({ context.view.person($0.text) }) {
            PersonData.write("reviewedBy", reviewer, context, &graph)
        }
        if let main = context.facets.structuredData.mainEntity { graph.reference("mainEntity", context.id(main)) }
        if context.facets.structuredData == .faq { QuestionData.write(context, &graph) }
        graph.endObject()
    }
}

extension StructuredDataKind {
    /// The type of the page's own node. Source: schema.org 30.
    var pageType: String {
        switch self {
        case .collection, .modelList: "CollectionPage"
        case .faq: "FAQPage"
        case .aboutPage: "AboutPage"
        case .contactPage: "ContactPage"
        default: "WebPage"
        }
    }

    /// Where the page's own node has two types.
    var pageTypes: [String]? { self == .glossary ? ["CollectionPage", "DefinedTermSet"] : nil }

    /// The fragment of the node that the page is about.
    var mainEntity: String? {
        switch self {
        case .answer, .article, .techArticle, .comparison: "article"
        case .definedTerm: "term"
        case .model: "service"
        case .modelList, .collection: "list"
        default: nil
        }
    }
}
