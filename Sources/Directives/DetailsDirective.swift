package import Bytes
import Diagnostics
package import SiteModel

/// `:::details[Summary]`: contents that readers unfold. Nothing is hidden from machines: the twin shows all of it.
package enum DetailsDirective: Directive {
    package static let rule = DirectiveRule(
        name: "details", forms: [.container], label: .raw, attributes: ["open"],
        explanation: Message(
            en: "Contents that readers unfold; ‘open=true’ shows them from the start", zh: "可折叠的内容；open=true 默认展开"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        call.missingLabel(example: ":::details[Why]") + call.unlike(["true", "false"], "open")
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        switch (projection, part) {
        case (.html, .closing): buffer.append("</details>")
        case (.html, _):
            buffer.append("<details")
            if call["open"] == "true" { buffer.append(" open") }
            buffer.append("><summary>")
            buffer.append(htmlEscaped: call.trimmedLabel ?? "")
            buffer.append("</summary>")
        case (_, .closing): break
        default: buffer.append(blockTitle: call.trimmedLabel ?? "", as: projection)
        }
        return .shown
    }
}
