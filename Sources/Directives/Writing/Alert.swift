import Bytes
import Diagnostics
import SiteModel

/// A box that stands out: `:::note[Title]` … `:::`. Each sort is a directive of its own.
protocol Alert: Directive {
    /// The title when the call gives none.
    static var title: Phrase { get }
}

extension Alert {
    static func alertRule(_ name: String, _ explanation: Message) -> DirectiveRule {
        DirectiveRule(name: name, forms: [.container], label: .raw, attributes: [], explanation: explanation)
    }

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] { [] }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        let title = call.trimmedLabel ?? facts.phrase(Self.title)
        switch (projection, part) {
        case (.html, .closing): buffer.append("</div>")
        case (.html, _):
            buffer.append("<div class=\"alert alert-")
            buffer.append(text: rule.name)
            buffer.append("\" role=\"note\"><p class=\"alert-title\">")
            buffer.append(htmlEscaped: title)
            buffer.append("</p>")
        case (_, .closing): break
        default: buffer.append(blockTitle: title, as: projection)
        }
        return .shown
    }
}

extension ByteBuffer {
    /// The title of a block, where its contents begin: in Markdown bold, with the blank line that ends a paragraph.
    mutating func append(blockTitle title: String, as projection: Projection) {
        guard projection == .markdown else {
            append(text: title)
            return
        }
        append("**")
        append(markdownEscaped: title)
        append("**\n\n")
    }
}
