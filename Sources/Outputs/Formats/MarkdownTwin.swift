package import Bytes
package import SiteModel

/// The Markdown twin of a page: the same text as the HTML, from the same tree, without navigation.
/// Source: the contract, section 5; https://llmstxt.org for the address.
package enum MarkdownTwin {
    /// - Returns: the length, and where the content begins behind front matter and H1.
    package static func render(
        _ page: PageIndex, _ view: SiteView, body: RichText?, into buffer: inout ByteBuffer
    ) -> PageProducts.Twin {
        var twin = TwinWriter(view, page)
        twin.frontMatter(into: &buffer)
        buffer.append("# ")
        buffer.append(text: OneLine.text(twin.header.title))
        buffer.append("\n\n")
        let contentStart = buffer.count
        twin.byline(into: &buffer)
        twin.answer(into: &buffer)
        twin.list(.evidence, twin.facets.evidence, isNumbered: false, into: &buffer)
        twin.steps(into: &buffer)
        twin.code(into: &buffer)
        CatalogRows(view, for: twin.header).writeTwin(of: page, body: body, into: &buffer)
        if let body, !body.isEmpty {
            twin.writer.write(body, as: .markdown, into: &buffer)
            twin.endBlock(&buffer)
        }
        twin.list(.nextSteps, twin.facets.nextSteps, isNumbered: true, into: &buffer)
        twin.questions(into: &buffer)
        twin.englishSummary(into: &buffer)
        twin.notes(into: &buffer)
        twin.sources(into: &buffer)
        twin.pages(into: &buffer)
        while buffer.count > contentStart, buffer.last == 0x0A { buffer.truncate(to: buffer.count - 1) }
        buffer.append("\n")
        return PageProducts.Twin(length: buffer.count, contentStart: contentStart)
    }
}

/// Texts that must stay on one line.
enum OneLine {
    /// Line breaks and runs of blanks become one space.
    static func text(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return text }
        return text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
}
