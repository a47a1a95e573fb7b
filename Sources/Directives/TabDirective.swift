package import Bytes
import Diagnostics
package import SiteModel

/// `:::tab[Title]`: one panel inside `tabs`, under its title.
package enum TabDirective: Directive {
    package static let rule = DirectiveRule(
        name: "tab", forms: [.container], label: .raw, attributes: [],
        explanation: Message(en: "One panel of ‘tabs’, with its title", zh: "tabs 中的一个面板，带标题"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        call.missingLabel(example: ":::tab[Python]")
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        switch (projection, part) {
        case (.html, .closing): buffer.append("</div>")
        case (.html, _):
            buffer.append("<div class=\"tab\"><p class=\"tab-title\">")
            buffer.append(htmlEscaped: call.trimmedLabel ?? "")
            buffer.append("</p>")
        case (_, .closing): break
        default: buffer.append(blockTitle: call.trimmedLabel ?? "", as: projection)
        }
        return .shown
    }
}
