import Bytes
import SiteModel

/// The glossary: on its hub with all its terms, on a term's page by name. Source: https://schema.org/DefinedTermSet
enum DefinedTermSetData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool {
        page.kind == .glossary || (DefinedTermData.isOn(page) && page.glossary != nil)
    }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        let glossary = page.kind == .glossary ? page.page : page.glossary ?? page.page
        let url = page.view.canonical(glossary)
        buffer.beginObject()
        buffer.append("\"@type\":\"DefinedTermSet\"")
        buffer.scriptMember("@id", url, fragment: "#glossary")
        buffer.scriptMember("name", page.view.title(of: glossary))
        buffer.scriptMember("url", url)
        buffer.scriptMember("inLanguage", page.language.tag)
        if page.kind == .glossary { writeTerms(page, into: &buffer) }
        buffer.endObject()
    }

    private static func writeTerms(_ page: GraphPage, into buffer: inout ByteBuffer) {
        let members = page.view.groups(of: page.page).flatMap(\.pages)
        guard !members.isEmpty else { return }
        buffer.key("hasDefinedTerm")
        buffer.beginList()
        for member in members {
            buffer.beginObject()
            buffer.append("\"@type\":\"DefinedTerm\"")
            DefinedTermData.writeID("@id", member, page, into: &buffer)
            buffer.scriptMember("name", page.view.card(member).term ?? page.view.title(of: member))
            buffer.scriptMember("url", page.view.canonical(member))
            buffer.endObject()
        }
        buffer.endList()
    }
}
