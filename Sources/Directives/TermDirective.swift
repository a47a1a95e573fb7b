package import Bytes
import Diagnostics
package import SiteModel

/// `:term[中转站]`, `:term[text]{of=relay}`: a link to a page of the glossary.
package enum TermDirective: Directive {
    package static let rule = DirectiveRule(
        name: "term", forms: [.inline], label: .raw, attributes: ["of"],
        explanation: Message(
            en: "A link to a term of the glossary; ‘of’ names the term when the text is another word",
            zh: "指向术语表条目的链接；文字不是术语本身时，用 of 指明"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        guard let label = call.trimmedLabel else { return call.missingLabel(example: ":term[token]") }
        let name = call["of"] ?? label
        guard facts.term(name) == nil else { return [] }
        return [
            DirectiveMistake(
                .unknownTerm, at: call["of"] == nil ? call.labelRange : call.range(of: "of"),
                Message(en: "the glossary has no term ‘\(name)’", zh: "术语表中没有“\(name)”"),
                hint: NearName.hint(for: name, among: facts.termNames(), limit: 3))
        ]
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        guard let label = call.trimmedLabel else { return .shown }
        let term = facts.term(call["of"] ?? label)
        buffer.append(link: label, to: term?.address, cssClass: "term", as: projection, facts)
        return .shown
    }
}
