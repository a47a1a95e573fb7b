package import Bytes
import Diagnostics
package import SiteModel

/// `:model[gpt-4o-mini]`: a link to a model's page with its display name.
package enum ModelDirective: Directive {
    package static let rule = DirectiveRule(
        name: "model", forms: [.inline], label: .raw, attributes: ["source"],
        explanation: Message(en: "A link to the page of a model of the catalog", zh: "指向目录中模型页面的链接"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        guard let id = call.trimmedLabel else { return call.missingLabel(example: ":model[gpt-4o-mini]") }
        var lookup = ModelLookup(facts)
        _ = lookup.offer(id, source: call["source"], at: call.labelRange)
        return lookup.mistakes
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        guard let id = call.trimmedLabel, let offer = facts.offer(id, source: call["source"]) else { return .shown }
        buffer.append(link: offer.name, to: facts.address(of: offer), as: projection, facts)
        return .shown
    }
}
