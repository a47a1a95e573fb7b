import Bytes
import SiteModel

/// An article: answers, guides, checklists, examples, comparisons, doc pages. Source: https://schema.org/Article
enum ArticleData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { page.isArticle }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        buffer.beginObject()
        buffer.key("@type")
        buffer.append(page.kind == .techArticle ? "[\"TechArticle\",\"Article\"]" : "\"Article\"")
        buffer.scriptMember("@id", page.canonical, fragment: "#article")
        buffer.scriptMember("headline", page.header.title)
        if let answer = page.facets.shortAnswer { buffer.scriptMember("abstract", page.rich.plainText(answer)) }
        if !page.description.isEmpty { buffer.scriptMember("description", page.description) }
        buffer.scriptMember("url", page.canonical)
        if let image = page.image { buffer.scriptMember("image", image) }
        buffer.scriptMember("inLanguage", page.language.tag)
        page.writeDates(into: &buffer)
        page.writeAuthor(into: &buffer)
        page.writePublisher(into: &buffer)
        buffer.reference("isPartOf", page.canonical, fragment: "#webpage")
        buffer.reference("mainEntityOfPage", page.canonical, fragment: "#webpage")
        if QuestionData.isOn(page) { buffer.reference("mainEntity", page.canonical, fragment: "#question") }
        if page.kind == .comparison { writeCompared(page, into: &buffer) }
        writeCitations(page.header.sources, into: &buffer)
        buffer.endObject()
    }
}

extension ArticleData {
    private static func writeCitations(_ sources: [PageSource], into buffer: inout ByteBuffer) {
        guard !sources.isEmpty else { return }
        buffer.key("citation")
        buffer.beginList()
        for source in sources {
            buffer.beginObject()
            buffer.append("\"@type\":\"CreativeWork\"")
            buffer.scriptMember("name", source.title)
            buffer.scriptMember("url", source.url)
            buffer.endObject()
        }
        buffer.endList()
    }

    /// The things that a comparison is about.
    private static func writeCompared(_ page: GraphPage, into buffer: inout ByteBuffer) {
        let models = page.facets.models.compactMap { page.view.offer($0.text) }
        guard !models.isEmpty else { return }
        buffer.key("about")
        buffer.beginList()
        for offer in models {
            buffer.beginObject()
            buffer.append("\"@type\":\"Service\"")
            buffer.scriptMember("name", offer.name)
            if let model = page.view.page(of: offer, in: page.language) {
                buffer.scriptMember("url", page.view.canonical(model))
            }
            buffer.endObject()
        }
        buffer.endList()
    }
}
