import CommonMark
import Diagnostics
package import SiteModel

/// Markdown to rich text: the one place where the Markdown room's values become the model's.
package struct MarkdownReader: Sendable {
    /// A reader of fields in settings, where Markdown has no meaning.
    static let plain: FieldReader.Markdown = { text, _ in (RichText(plain: text.value), []) }

    let settings: SiteSettings

    /// A field with inline Markdown.
    func inline(_ text: FieldText, _ file: SourceFile) -> (RichText, [Diagnostic]) {
        (RichText(plain: text.value, at: TextLocation(file: file, range: text.contentRange)), [])
    }
}

extension MarkdownReader: BodyReading {
    package func body(of header: PageHeader) -> ParsedBody? {
        guard let place = header.body else { return nil }
        return text(of: place)
    }

    /// A text with blocks.
    func text(of place: TextLocation) -> ParsedBody {
        ParsedBody(
            text: RichText(plain: String(decoding: place.file.bytes[place.range], as: UTF8.self), at: place),
            diagnostics: [])
    }
}
