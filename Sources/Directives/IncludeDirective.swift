package import Bytes
import Diagnostics
package import SiteModel

/// `::include[demo-prices]`: a text of `Content/shared/`, said once and shown in many places.
package enum IncludeDirective: Directive {
    package static let rule = DirectiveRule(
        name: "include", forms: [.leaf], label: .raw, attributes: [],
        explanation: Message(en: "A shared text of the page's language", zh: "插入页面语言的一段共享文本"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        guard let id = call.trimmedLabel else { return call.missingLabel(example: "::include[demo-prices]") }
        guard facts.sharedText(id) != nil else {
            return [
                DirectiveMistake(
                    .unknownSharedText, at: call.labelRange,
                    Message(
                        en: "there is no shared text ‘\(id)’ in the page's language", zh: "页面语言没有共享文本“\(id)”"),
                    hint: NearName.hint(for: id, among: facts.sharedTextIDs()))
            ]
        }
        guard !isBounded(id, facts) else { return [] }
        return [
            DirectiveMistake(
                .includeCycle, at: call.labelRange,
                Message(
                    en: "the shared text ‘\(id)’ includes itself, or too many others",
                    zh: "共享文本“\(id)”包含了自己，或者包含了过多其他文本"))
        ]
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        if let text = call.trimmedLabel.flatMap({ facts.sharedText($0) }) {
            let start = buffer.count
            facts.write(text.body, as: projection, into: &buffer)
            while buffer.count > start, buffer.last == 0x0A { buffer.truncate(to: buffer.count - 1) }
        }
        return .shown
    }
}

extension IncludeDirective {
    /// How many texts one call may bring in; a few that each include several others would grow without end.
    private static let limit = 64

    /// Walks everything that a text would bring in, each time it would.
    private static func isBounded(_ id: String, _ facts: any DirectiveFacts) -> Bool {
        var waiting = [id]
        var count = 0
        while let next = waiting.popLast() {
            count += 1
            if count > limit { return false }
            for case .directive(let call) in facts.sharedText(next)?.body.insertions ?? [] where call.name == rule.name
            {
                if let inner = call.trimmedLabel { waiting.append(inner) }
            }
        }
        return true
    }
}
