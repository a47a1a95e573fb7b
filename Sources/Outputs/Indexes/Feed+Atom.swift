import Bytes
import SiteModel

/// The feed as Atom. Source: RFC 4287.
extension Feed {
    func writeAtom(into buffer: inout ByteBuffer) {
        buffer.append(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        buffer.append(xmlEscaped: language.tag)
        buffer.append("\">\n")
        writeElement("id", url("feed.xml"), into: &buffer)
        writeElement("title", title, into: &buffer)
        let entries = entries
        if let newest = entries.first { writeElement("updated", newest.date.dateTime, into: &buffer) }
        writeLink("self", "application/atom+xml", url("feed.xml"), into: &buffer)
        writeLink("alternate", "text/html", home, into: &buffer)
        writeAuthor(publisher, into: &buffer)
        for entry in entries { writeEntry(entry, into: &buffer) }
        buffer.append("</feed>\n")
    }

    private func writeEntry(_ entry: Entry, into buffer: inout ByteBuffer) {
        let url = url(of: entry)
        buffer.append("<entry>\n")
        writeElement("id", url, into: &buffer)
        writeElement("title", title(of: entry), into: &buffer)
        if let published = published(entry) { writeElement("published", published.dateTime, into: &buffer) }
        writeElement("updated", entry.date.dateTime, into: &buffer)
        writeLink("alternate", "text/html", url, into: &buffer)
        if let author = authorName(of: entry.page) { writeAuthor(author, into: &buffer) }
        writeElement("summary", text(of: entry), into: &buffer)
        buffer.append("</entry>\n")
    }

    private func writeElement(_ name: StaticString, _ text: String, into buffer: inout ByteBuffer) {
        buffer.append("<")
        buffer.append(name)
        buffer.append(">")
        buffer.append(xmlEscaped: text)
        buffer.append("</")
        buffer.append(name)
        buffer.append(">\n")
    }

    private func writeLink(
        _ relation: StaticString, _ type: StaticString, _ url: String, into buffer: inout ByteBuffer
    ) {
        buffer.append("<link rel=\"")
        buffer.append(relation)
        buffer.append("\" type=\"")
        buffer.append(type)
        buffer.append("\" href=\"")
        buffer.append(xmlEscaped: url)
        buffer.append("\"/>\n")
    }

    private func writeAuthor(_ name: String, into buffer: inout ByteBuffer) {
        buffer.append("<author><name>")
        buffer.append(xmlEscaped: name)
        buffer.append("</name></author>\n")
    }
}
