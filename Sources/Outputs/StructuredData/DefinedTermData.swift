import Bytes
import SiteModel

/// The term that a page defines. Source: https://schema.org/DefinedTerm
enum DefinedTermData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { page.kind == .definedTerm && page.facets.term != nil }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        guard let term = page.facets.term else { return }
        buffer.beginObject()
        buffer.append("\"@type\":\"DefinedTerm\"")
        writeID("@id", page.page, page, into: &buffer)
        buffer.scriptMember("name", term)
        if let definition = page.facets.definition {
            buffer.scriptMember("description", page.rich.plainText(definition))
        }
        writeAliases(page.facets.termAliases.map(\.text), into: &buffer)
        buffer.scriptMember("url", page.canonical)
        if let glossary = page.glossary {
            buffer.reference("inDefinedTermSet", page.view.canonical(glossary), fragment: "#glossary")
        }
        buffer.endObject()
    }

    /// `{glossary}#term-{slug}`: the same in the glossary and on the term's page.
    static func writeID(_ key: StaticString, _ term: PageIndex, _ page: GraphPage, into buffer: inout ByteBuffer) {
        let slug = page.view.header(term).id.text.split(separator: "/").last.map(String.init) ?? ""
        let place = page.glossary.map { page.view.canonical($0) } ?? page.canonical
        buffer.scriptMember(key, place, fragment: "#term-", slug)
    }

    /// A reference to the term of this page.
    static func writeReference(_ key: StaticString, _ page: GraphPage, into buffer: inout ByteBuffer) {
        buffer.key(key)
        buffer.beginObject()
        writeID("@id", page.page, page, into: &buffer)
        buffer.endObject()
    }

    private static func writeAliases(_ aliases: [String], into buffer: inout ByteBuffer) {
        guard !aliases.isEmpty else { return }
        buffer.key("alternateName")
        buffer.beginList()
        for alias in aliases {
            buffer.separate()
            buffer.append(scriptJSONString: alias)
        }
        buffer.endList()
    }
}
