import Bytes
import SiteModel

/// The feed as JSON Feed. Source: https://www.jsonfeed.org/version/1.1/
extension Feed {
    func writeJSON(into buffer: inout ByteBuffer) {
        buffer.beginObject()
        buffer.member("version", "https://jsonfeed.org/version/1.1")
        buffer.member("title", title)
        buffer.member("home_page_url", home)
        buffer.member("feed_url", url("feed.json"))
        buffer.member("language", language.tag)
        writeAuthors(publisher, into: &buffer)
        buffer.key("items")
        buffer.beginList()
        for page in pages {
            buffer.append(buffer.last == 0x5B ? "\n" : ",\n")
            writeItem(page, into: &buffer)
        }
        buffer.append("\n]}\n")
    }

    private func writeItem(_ page: PageIndex, into buffer: inout ByteBuffer) {
        buffer.append("{\"id\":")
        buffer.append(jsonString: view.canonical(page))
        buffer.member("url", view.canonical(page))
        buffer.member("title", view.title(of: page))
        buffer.member("content_text", text(of: page))
        if let published = view.card(page).published { buffer.member("date_published", published.dateTime) }
        if let modified = view.modified(of: page) { buffer.member("date_modified", modified.dateTime) }
        if let author = authorName(of: page) { writeAuthors(author, into: &buffer) }
        buffer.endObject()
    }

    private func writeAuthors(_ name: String, into buffer: inout ByteBuffer) {
        buffer.key("authors")
        buffer.append("[{\"name\":")
        buffer.append(jsonString: name)
        buffer.append("}]")
    }
}
