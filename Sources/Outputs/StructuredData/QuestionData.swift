import Bytes
import SiteModel

/// The question of an answer page with the site's answer. It is never a `QAPage`: users cannot answer there.
/// Source: https://schema.org/Question
enum QuestionData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool {
        page.kind == .answer && page.facets.question != nil && page.facets.shortAnswer != nil
    }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        guard let question = page.facets.question, let answer = page.facets.shortAnswer else { return }
        buffer.beginObject()
        buffer.append("\"@type\":\"Question\"")
        buffer.scriptMember("@id", page.canonical, fragment: "#question")
        buffer.scriptMember("name", page.header.title)
        buffer.scriptMember("text", question)
        buffer.scriptMember("inLanguage", page.language.tag)
        buffer.reference("acceptedAnswer", page.canonical, fragment: "#answer")
        buffer.endObject()
        buffer.beginObject()
        buffer.append("\"@type\":\"Answer\"")
        buffer.scriptMember("@id", page.canonical, fragment: "#answer")
        buffer.scriptMember("text", page.rich.plainText(answer))
        buffer.scriptMember("url", page.canonical, fragment: "#answer")
        buffer.scriptMember("inLanguage", page.language.tag)
        if let published = page.header.published { buffer.scriptMember("dateCreated", published.iso8601) }
        page.writeAuthor(into: &buffer)
        buffer.endObject()
    }

    /// The questions of an FAQ page as members of that page. They have no `@id`: nothing stable names them.
    static func writeList(_ page: GraphPage, into buffer: inout ByteBuffer) {
        buffer.key("mainEntity")
        buffer.beginList()
        for question in page.facets.questions {
            buffer.beginObject()
            buffer.append("\"@type\":\"Question\"")
            buffer.scriptMember("name", page.rich.plainText(question.question))
            buffer.key("acceptedAnswer")
            buffer.beginObject()
            buffer.append("\"@type\":\"Answer\"")
            buffer.scriptMember("text", page.rich.plainText(question.answer))
            buffer.endObject()
            buffer.endObject()
        }
        buffer.endList()
    }
}
