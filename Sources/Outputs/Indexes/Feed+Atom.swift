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
        if let newest = pages.first.flatMap({ view.modified(of: $0) }) {
            writeElement("updated", newest.dateTime, into: &buffer)
        }
        writeLink("self", "application/atom+xml", url("feed.xml"), into: &buffer)
        writeLink("alternate", "text/html", home, into: &buffer)
        writeAuthor(publisher, into: &buffer)
        for page in pages { writeEntry(page, into: &buffer) }
        buffer.append("</feed>\n")
    }

    private func writeEntry(_ page: PageIndex, into buffer: inout ByteBuffer) {
        guard let modified = view.modified(of: page) else { return }
        buffer.append("<entry>\n")
        writeElement("id", view.canonical(page), into: &buffer)
        writeElement("title", view.title(of: page), into: &buffer)
        if let published = view.card(page).published {
            writeElement("published", published.dateTime, into: &buffer)
        }
        writeElement("updated", modified.dateTime, into: &buffer)
        writeLink("alternate", "text/html", view.canonical(page), into: &buffer)
        if let author = authorName(of: page) { writeAuthor(author, into: &buffer) }
        writeElement("summary", text(of: page), into: &buffer)
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
