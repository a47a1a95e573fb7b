package import Bytes
import SiteModel

/// The Markdown twin of a page: the same facts as the HTML, for readers that take Markdown.
package enum MarkdownTwin {
    /// How many characters a reader may fetch at first: H1, canonical, date and short answer stand in them.
    private static let firstFetch = 1000
    private static let longestDescription = 160
    private static let shortestDescription = 50

    /// Writes the whole file: front matter, H1, content. It ends with one line feed.
    package static func render(
        _ texts: PageTexts, _ view: SiteView, into buffer: inout ByteBuffer
    ) -> PageProducts.Twin {
        let start = buffer.count
        var content = ByteBuffer(capacity: 16_384)
        var writer = TwinContent(texts, view)
        writer.write(into: &content)
        let tokens = content.withUnsafeBytes { TokenEstimate.count($0) }
        writeFrontMatter(writer, texts.description, tokens: tokens, content: content, into: &buffer)
        let heading = buffer.count
        buffer.append(content)
        let end = buffer.count - start
        let contentStart = min(heading - start + writer.headingLength + 1, end)
        let note = view.note(of: texts.page, body: texts.body?.text)
        content.truncate(to: 0)
        let lineLength = LLMsFile.lineLength(of: texts.page, note: note, view, with: &content)
        return PageProducts.Twin(
            length: end, contentStart: contentStart, tokens: tokens, note: note, lineLength: lineLength,
            partLength: end - contentStart + FullTextPlan.headLength(of: texts.page, view))
    }
}

extension MarkdownTwin {
    /// YAML whose strings are JSON strings, which YAML 1.2 reads alike.
    private static func writeFrontMatter(
        _ writer: TwinContent, _ description: String, tokens: Int, content: borrowing ByteBuffer,
        into buffer: inout ByteBuffer
    ) {
        let start = buffer.count
        let view = writer.view
        buffer.append("---\ntitle: ")
        buffer.append(jsonString: OneLine.text(writer.header.title))
        buffer.append("\ncanonical: ")
        buffer.append(jsonString: view.canonical(writer.page))
        buffer.append("\nlanguage: ")
        buffer.append(text: writer.header.language.tag)
        if let modified = view.modified(of: writer.page) {
            buffer.append("\nupdated: ")
            buffer.append(text: modified.iso8601)
        }
        let author = view.authorName(of: writer.header)
        if !author.isEmpty {
            buffer.append("\nauthor: ")
            buffer.append(jsonString: OneLine.text(author))
        }
        let tail = buffer.count
        buffer.append("\ntokens_estimate: ")
        buffer.append(decimal: tokens)
        buffer.append("\ntokens_method: ")
        buffer.append(TokenEstimate.method)
        buffer.append("\n---\n\n")
        let used = characters(buffer, from: start) + characters(content, to: writer.answerEnd)
        writeDescription(description, room: firstFetch - used - 16, at: tail, &buffer)
    }

    /// The description takes what room the short answer leaves, and is left out when that is too little.
    private static func writeDescription(
        _ description: String, room: Int, at offset: Int, _ buffer: inout ByteBuffer
    ) {
        let limit = min(room, longestDescription)
        guard limit >= shortestDescription else { return }
        guard !description.isEmpty else { return }
        let tail = buffer.bytes(from: offset)
        buffer.truncate(to: offset)
        buffer.append("\ndescription: ")
        buffer.append(jsonString: Excerpt.cut(description, columns: limit, least: 30))
        buffer.append(tail)
    }

    private static func characters(_ buffer: borrowing ByteBuffer, from start: Int = 0, to end: Int? = nil) -> Int {
        buffer.withUnsafeBytes { bytes in
            UTF8Lengths(of: UnsafeRawBufferPointer(rebasing: bytes[start..<(end ?? bytes.count)])).characters
        }
    }
}
