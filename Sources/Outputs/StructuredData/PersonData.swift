import Bytes
import SiteModel

/// The author and the reviewer. A team is an organisation. Source: https://schema.org/Person
enum PersonData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { author(of: page) != nil || page.reviewer != nil }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        let author = author(of: page)
        if let author { write(author, page, into: &buffer) }
        if let reviewer = page.reviewer, reviewer.id != author?.id { write(reviewer, page, into: &buffer) }
    }

    private static func author(of page: GraphPage) -> Person? { page.author }

    private static func write(_ person: Person, _ page: GraphPage, into buffer: inout ByteBuffer) {
        buffer.beginObject()
        buffer.append(person.isOrganization ? "\"@type\":\"Organization\"" : "\"@type\":\"Person\"")
        buffer.scriptMember("@id", page.base, fragment: "/#person-", person.id)
        buffer.scriptMember("name", page.view.personName(person.id, in: page.language) ?? person.id)
        if let url = page.view.personURL(person) { buffer.scriptMember("url", url) }
        buffer.endObject()
    }
}
