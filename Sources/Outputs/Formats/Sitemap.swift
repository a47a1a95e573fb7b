import Bytes
package import SiteModel

/// `sitemap.xml`: every listed page with its honest date and its languages; an index with parts when there are very many.
/// Source: https://www.sitemaps.org/protocol.html
package enum Sitemap: SiteFormat {
    package static let name = "sitemap"

    /// URLs in one file. With alternates a URL takes up to 1 KB, so this stays under 50 MB too.
    static let limit = 40_000

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        let pages = view.listedPages()
        guard pages.count > limit else { return [OutputTask(path: "sitemap.xml", pages: pages)] }
        let count = (pages.count + limit - 1) / limit
        let parts = (0..<count).map { part in
            OutputTask(
                path: "sitemap-\(part + 1).xml", part: part + 1,
                pages: Array(pages[part * limit..<min(pages.count, (part + 1) * limit)]))
        }
        return [OutputTask(path: "sitemap.xml", part: count)] + parts
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        var buffer = ByteBuffer(capacity: 65_536)
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        if task.pages.isEmpty, task.part > 1 {
            buffer.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
            for part in 1...task.part {
                buffer.append("<sitemap><loc>")
                buffer.append(xmlEscaped: view.url("/sitemap-\(part).xml"))
                buffer.append("</loc></sitemap>\n")
            }
            buffer.append("</sitemapindex>\n")
            return [.bytes(buffer.bytes)]
        }
        buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
        buffer.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")
        for page in task.pages { entry(page, view, &buffer) }
        buffer.append("</urlset>\n")
        return [.bytes(buffer.bytes)]
    }

    private static func entry(_ page: PageIndex, _ view: SiteView, _ buffer: inout ByteBuffer) {
        buffer.append("<url><loc>")
        buffer.append(xmlEscaped: view.canonical(page))
        buffer.append("</loc>")
        if let modified = view.modified(of: page) {
            buffer.append("<lastmod>")
            buffer.append(text: modified.iso8601)
            buffer.append("</lastmod>")
        }
        for other in view.translations(of: page) {
            alternate(view.header(other).language.tag, other, view, &buffer)
            if view.header(other).language.code == view.settings.defaultLanguage.code {
                alternate("x-default", other, view, &buffer)
            }
        }
        buffer.append("</url>\n")
    }

    private static func alternate(_ tag: String, _ page: PageIndex, _ view: SiteView, _ buffer: inout ByteBuffer) {
        buffer.append("<xhtml:link rel=\"alternate\" hreflang=\"")
        buffer.append(xmlEscaped: tag)
        buffer.append("\" href=\"")
        buffer.append(xmlEscaped: view.canonical(page))
        buffer.append("\"/>")
    }
}
