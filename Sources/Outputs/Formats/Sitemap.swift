import Bytes
import SiteModel

/// `sitemap.xml`: one list, or an index of parts when the site is larger than a list may be.
/// Source: https://www.sitemaps.org/protocol.html
package enum Sitemap: SiteFormat {
    package static let name = "sitemap"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        let parts = SitemapPlan.parts(view, products)
        guard parts.count > 1 else { return [OutputTask(path: "sitemap.xml", pages: parts.first ?? [])] }
        let files = parts.enumerated().map { index, pages in
            OutputTask(path: SitemapPlan.path(index + 1), part: index + 1, parts: parts.count, pages: pages)
        }
        return [OutputTask(path: "sitemap.xml", part: 0, parts: parts.count)] + files
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        var buffer = ByteBuffer(capacity: 4096 + task.pages.count * 256)
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        if task.part == 0 {
            writeIndex(view, products, into: &buffer)
        } else {
            writeList(task.pages, view, products.images, into: &buffer)
        }
        return [.bytes(buffer.bytes)]
    }
}

extension Sitemap {
    private static func writeIndex(_ view: SiteView, _ products: PageProducts, into buffer: inout ByteBuffer) {
        buffer.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for (index, pages) in SitemapPlan.parts(view, products).enumerated() {
            buffer.append("  <sitemap>\n    <loc>")
            buffer.append(xmlEscaped: view.url("/" + SitemapPlan.path(index + 1)))
            buffer.append("</loc>\n")
            if let newest = pages.compactMap({ view.modified(of: $0) }).max() {
                buffer.append("    <lastmod>")
                buffer.append(text: newest.iso8601)
                buffer.append("</lastmod>\n")
            }
            buffer.append("  </sitemap>\n")
        }
        buffer.append("</sitemapindex>\n")
    }

    /// - Parameter images: by page position; empty where no page has any.
    private static func writeList(
        _ pages: [PageIndex], _ view: SiteView, _ images: [[String]], into buffer: inout ByteBuffer
    ) {
        buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
        buffer.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
        let hasImages = !images.isEmpty && pages.contains { !images[$0.position].isEmpty }
        if hasImages { buffer.append(" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\"") }
        buffer.append(">\n")
        for page in pages {
            buffer.append("  <url>\n    <loc>")
            buffer.append(xmlEscaped: view.canonical(page))
            buffer.append("</loc>\n")
            if let modified = view.modified(of: page) {
                buffer.append("    <lastmod>")
                buffer.append(text: modified.iso8601)
                buffer.append("</lastmod>\n")
            }
            for alternate in view.alternates(of: page) {
                buffer.append("    <xhtml:link rel=\"alternate\" hreflang=\"")
                buffer.append(xmlEscaped: alternate.tag)
                buffer.append("\" href=\"")
                buffer.append(xmlEscaped: alternate.url)
                buffer.append("\"/>\n")
            }
            if hasImages { write(images[page.position].prefix(mostImages), view, into: &buffer) }
            buffer.append("  </url>\n")
        }
        buffer.append("</urlset>\n")
    }

    private static func write(_ images: ArraySlice<String>, _ view: SiteView, into buffer: inout ByteBuffer) {
        for image in images {
            buffer.append("    <image:image><image:loc>")
            buffer.append(xmlEscaped: view.url(image))
            buffer.append("</image:loc></image:image>\n")
        }
    }

    /// In one entry. Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps
    private static let mostImages = 1000
}
