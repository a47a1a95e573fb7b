import Bytes
import SiteModel

/// `sitemap.md`: every page under its section, with the date of its last change and an estimate of its tokens.
package enum SitemapMarkdown: SiteFormat {
    package static let name = "sitemap-md"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        let parts = SitemapMarkdownPlan.parts(view)
        guard parts.count > 1 else { return [OutputTask(path: "sitemap.md", pages: parts.first ?? [])] }
        let files = parts.enumerated().map { index, pages in
            OutputTask(path: path(index + 1), part: index + 1, parts: parts.count, pages: pages)
        }
        return [OutputTask(path: "sitemap.md", part: 0, parts: parts.count)] + files
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        var buffer = ByteBuffer(capacity: 4096)
        buffer.append("# ")
        buffer.append(markdownText: view.siteName(in: view.settings.defaultLanguage))
        buffer.append(" · Sitemap")
        if task.part > 0, task.parts > 1 {
            buffer.append(" ")
            buffer.append(decimal: task.part)
            buffer.append("/")
            buffer.append(decimal: task.parts)
        }
        buffer.append("\n")
        if task.part == 0 {
            writeIndex(view, into: &buffer)
        } else {
            writeList(task.pages, view, products, into: &buffer)
        }
        return [.bytes(buffer.bytes)]
    }
}

extension SitemapMarkdown {
    private static func path(_ part: Int) -> String { "sitemap-\(part).md" }

    /// One link per part, named by the first and the last page in it.
    private static func writeIndex(_ view: SiteView, into buffer: inout ByteBuffer) {
        buffer.append("\n## sitemap.md\n\n")
        for (index, pages) in SitemapMarkdownPlan.parts(view).enumerated() {
            guard let first = pages.first, let last = pages.last else { continue }
            buffer.append("- ")
            buffer.append(
                linkTo: view.url("/" + path(index + 1)), text: "\(view.title(of: first)) – \(view.title(of: last))")
            buffer.append(" (")
            buffer.append(decimal: pages.count)
            buffer.append(")\n")
        }
    }

    private static func writeList(
        _ pages: [PageIndex], _ view: SiteView, _ products: PageProducts, into buffer: inout ByteBuffer
    ) {
        var heading = ""
        for page in pages {
            let wanted = self.heading(of: page, view)
            if wanted != heading {
                heading = wanted
                buffer.append("\n## ")
                buffer.append(markdownText: heading)
                buffer.append("\n\n")
            }
            writeItem(page, view, products, into: &buffer)
        }
    }

    /// The section; on a site of several languages with the language before it.
    private static func heading(of page: PageIndex, _ view: SiteView) -> String {
        let card = view.card(page)
        guard let language = view.settings.language(card.languageCode) else { return card.folder }
        let section =
            SiteView.sectionOrder.contains(card.folder)
            ? view.sectionTitle(card.folder, in: language) : view.phrase(.home, in: language)
        return view.settings.languages.count > 1 ? "\(language.name) · \(section)" : section
    }

    private static func writeItem(
        _ page: PageIndex, _ view: SiteView, _ products: PageProducts, into buffer: inout ByteBuffer
    ) {
        buffer.append("- ")
        buffer.append(linkTo: view.twinURL(page), text: view.title(of: page))
        let language = view.settings.language(view.card(page).languageCode)
        if let modified = view.modified(of: page), let language {
            buffer.append(" · ")
            buffer.append(text: view.phrase(.updated, in: language))
            buffer.append(text: view.phrase(.colon, in: language))
            buffer.append(text: modified.iso8601)
        }
        if let twin = products.twin(page), twin.tokens > 0 {
            buffer.append(" · ~")
            buffer.append(decimal: twin.tokens)
            buffer.append(" tokens")
        }
        buffer.append("\n")
    }
}
