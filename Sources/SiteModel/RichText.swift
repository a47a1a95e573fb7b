package import Bytes
package import Diagnostics

/// Rendered Markdown as values: HTML, Markdown for the twin and plain text, each with holes for what only the whole
/// site knows. Nothing of the C library is left in it.
package struct RichText: Sendable {
    /// What a plain text needs: nothing but the text. Most field values are such.
    package enum Storage: Sendable {
        case plain(String)
        case rendered(RenderedText)
    }

    package let storage: Storage
    /// Where the text stands in its file.
    package let location: TextLocation?

    package init(plain text: String, at location: TextLocation? = nil) {
        storage = .plain(text)
        self.location = location
    }

    package init(_ rendered: RenderedText, at location: TextLocation? = nil) {
        storage = .rendered(rendered)
        self.location = location
    }

    package var isEmpty: Bool {
        switch storage {
        case .plain(let text): text.isEmpty
        case .rendered(let text): text.html.isEmpty
        }
    }

    /// The things behind the holes; empty for a plain text.
    package var insertions: [Insertion] {
        if case .rendered(let text) = storage { text.insertions } else { [] }
    }
}

/// The projections of one Markdown text. A class, because it is large and handed around.
package final class RenderedText: Sendable {
    package let html: HoledBytes
    package let markdown: HoledBytes
    package let plain: HoledBytes
    package let insertions: [Insertion]
    package let outline: [Heading]

    package init(
        html: HoledBytes, markdown: HoledBytes, plain: HoledBytes, insertions: [Insertion], outline: [Heading]
    ) {
        self.html = html
        self.markdown = markdown
        self.plain = plain
        self.insertions = insertions
        self.outline = outline
    }
}

/// A heading of a body.
package struct Heading: Sendable, Hashable {
    /// 1 to 6, as written.
    package let level: Int
    package let id: String
    package let text: String
    package let range: Range<Int>
    /// False when the next heading of the same or a higher level follows at once.
    package let hasContent: Bool

    package init(level: Int, id: String, text: String, range: Range<Int>, hasContent: Bool) {
        self.level = level
        self.id = id
        self.text = text
        self.range = range
        self.hasContent = hasContent
    }
}

/// What fills a hole.
package enum Insertion: Sendable, Hashable {
    /// The destination of a link, as written.
    case link(destination: String, range: Range<Int>)
    /// The source of an image, as written.
    case image(destination: String, range: Range<Int>)
    case directive(DirectiveCall)
}

/// A directive as it stands in the text, not yet checked.
package struct DirectiveCall: Sendable, Hashable {
    package enum Form: String, Sendable, Hashable {
        case inline
        case leaf
        case container
    }

    package struct Attribute: Sendable, Hashable {
        package let name: String
        package let value: String
        package let range: Range<Int>

        package init(name: String, value: String, range: Range<Int>) {
            self.name = name
            self.value = value
            self.range = range
        }
    }

    package let name: String
    package let form: Form
    /// What stands between the brackets, as written; nil without brackets.
    package let label: String?
    package let labelRange: Range<Int>
    package let attributes: [Attribute]
    package let range: Range<Int>

    package init(
        name: String, form: Form, label: String?, labelRange: Range<Int>, attributes: [Attribute], range: Range<Int>
    ) {
        self.name = name
        self.form = form
        self.label = label
        self.labelRange = labelRange
        self.attributes = attributes
        self.range = range
    }

    package subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}

/// Where a text came from: its file and the bytes in it. Offsets inside the text mean something only for verbatim texts.
package struct TextLocation: Sendable {
    package let file: SourceFile
    package let range: Range<Int>

    package init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
    }

    package var location: SourceLocation { file.location(of: range) }
}
