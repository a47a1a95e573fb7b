import Bytes
import SiteModel

/// Writes the strict grammar of `llms.txt` that every known parser agrees on: H1, a summary of one line, a paragraph, then
/// sections that hold nothing but links of one line. Source: https://llmstxt.org/
struct LLMsFile: ~Copyable {
    /// Longer files would not be read whole.
    static let longest = 50_000

    private var buffer = ByteBuffer(capacity: 16_384)
    private var names: Set<String> = ["Optional"]

    init(title: String, summary: String, paragraph: String) {
        buffer.append("# ")
        buffer.append(text: OneLine.text(title))
        buffer.append("\n\n> ")
        buffer.append(text: summary.isEmpty ? OneLine.text(title) : Excerpt.cut(summary, columns: 400, least: 30))
        buffer.append("\n\n")
        // A paragraph that began with a number sign would be a heading.
        let line = OneLine.text(paragraph)
        if line.hasPrefix("#") { buffer.append("\\") }
        buffer.append(text: line)
        buffer.append("\n")
    }

    /// Begins a section. A name that is taken is told apart by what the section is about.
    mutating func section(_ name: String, about: String) {
        var unique = OneLine.text(name)
        if unique.isEmpty { unique = about }
        if names.contains(unique) { unique += " (\(about))" }
        names.insert(unique)
        buffer.append("\n## ")
        buffer.append(text: unique)
        buffer.append("\n\n")
    }

    /// The section that readers with little room leave out; its name is never translated.
    mutating func optionalSection() { buffer.append("\n## Optional\n\n") }

    mutating func item(_ title: String, url: String, note: String) {
        Self.write(title, url: url, note: note, into: &buffer)
    }

    mutating func item(_ page: PageIndex, _ view: SiteView, _ products: PageProducts) {
        Self.write(page, view, products, into: &buffer)
    }

    var bytes: [UInt8] { buffer.bytes }

    /// The line of a page.
    static func write(
        _ page: PageIndex, _ view: SiteView, _ products: PageProducts, into buffer: inout ByteBuffer
    ) {
        let note = products.note(page) ?? view.note(of: page, body: nil)
        write(view.title(of: page), url: view.twinURL(page), note: note, into: &buffer)
    }

    /// Characters of the line of a page.
    /// - Parameter buffer: empty; what is written there is of no use.
    static func lineLength(
        of page: PageIndex, note: String, _ view: SiteView, with buffer: inout ByteBuffer
    ) -> Int {
        write(view.title(of: page), url: view.twinURL(page), note: note, into: &buffer)
        return buffer.withUnsafeBytes { UTF8Lengths(of: $0).characters }
    }

    private static func write(_ title: String, url: String, note: String, into buffer: inout ByteBuffer) {
        buffer.append("- [")
        appendTitle(title, to: &buffer)
        buffer.append("](")
        buffer.append(linkDestination: url)
        buffer.append("): ")
        buffer.append(text: note)
        buffer.append("\n")
    }

    /// No parser accepts a bracket inside a title, escaped or not: full-width ones stand for them.
    private static func appendTitle(_ title: String, to buffer: inout ByteBuffer) {
        var line = OneLine.text(title)
        line.withUTF8 { bytes in
            buffer.appendRuns(of: UnsafeRawBufferPointer(bytes), where: { $0 == 0x5B || $0 == 0x5D }) {
                $0.append($1 == 0x5B ? "［" : "］")
            }
        }
    }
}
