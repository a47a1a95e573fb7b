package import Bytes
import Diagnostics
package import SiteModel

/// `:::only{audience=agent}`: wording for one sort of reader. `human` is the HTML page and its plain text, `agent` the
/// Markdown twin. It must not hide facts; the check of agreement between the projections compares them.
package enum OnlyDirective: Directive {
    package static let rule = DirectiveRule(
        name: "only", forms: [.container], label: .none, attributes: ["audience"],
        explanation: Message(
            en: "Wording for people (HTML) or for agents (Markdown twin) only", zh: "只给人（HTML）或只给智能体（Markdown）看的措辞"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        call.missing("audience", example: ":::only{audience=human}") + call.unlike(["human", "agent"], "audience")
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        (call["audience"] == "agent") == (projection == .markdown) ? .shown : .leftOut
    }
}
