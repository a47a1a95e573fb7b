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
        for entry in entries {
            buffer.append(buffer.last == 0x5B ? "\n" : ",\n")
            writeItem(entry, into: &buffer)
        }
        buffer.append("\n]}\n")
    }

    private func writeItem(_ entry: Entry, into buffer: inout ByteBuffer) {
        let url = url(of: entry)
        buffer.append("{\"id\":")
        buffer.append(jsonString: url)
        buffer.member("url", url)
        buffer.member("title", title(of: entry))
        buffer.member("content_text", text(of: entry))
        if let published = published(entry) { buffer.member("date_published", published.dateTime) }
        buffer.member("date_modified", entry.date.dateTime)
        if let author = authorName(of: entry.page) { writeAuthors(author, into: &buffer) }
        buffer.endObject()
    }

    private func writeAuthors(_ name: String, into buffer: inout ByteBuffer) {
        buffer.key("authors")
        buffer.append("[{\"name\":")
        buffer.append(jsonString: name)
        buffer.append("}]")
    }
}
