package import Bytes
import Diagnostics
package import SiteModel

/// `:lang[relay]{tag=en}`, `:::lang{tag=en}`: text in another language than the page's.
package enum LangDirective: Directive {
    package static let rule = DirectiveRule(
        name: "lang", forms: [.inline, .container], label: .markdown, attributes: ["tag"],
        explanation: Message(
            en: "Text in another language, so that it is pronounced and broken rightly", zh: "标明另一种语言的文字，便于正确朗读和断行"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        var mistakes = call.missing("tag", example: ":lang[relay]{tag=en}")
        if call.form == .inline { mistakes += call.missingLabel(example: ":lang[relay]{tag=en}") }
        if let tag = call["tag"], !isWellFormed(tag) {
            mistakes.append(
                DirectiveMistake(
                    .badAttribute, at: call.range(of: "tag"),
                    Message(en: "‘\(tag)’ is no language tag", zh: "“\(tag)”不是语言标签"),
                    hint: Message(en: "write a tag such as en, zh-Hans or ja", zh: "请写 en、zh-Hans、ja 这样的标签")))
        }
        return mistakes
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        guard projection == .html, let tag = call["tag"] else { return .shown }
        let isInline = call.form == .inline
        if part != .closing {
            buffer.append(text: isInline ? "<span" : "<div")
            buffer.append(attribute: "lang", tag)
            let isRightToLeft = Language.isRightToLeft(tag)
            if isRightToLeft != facts.language.isRightToLeft {
                buffer.append(attribute: "dir", isRightToLeft ? "rtl" : "ltr")
            }
            buffer.append(">")
        }
        if part != .opening { buffer.append(text: isInline ? "</span>" : "</div>") }
        return .shown
    }

    /// Source: RFC 5646, section 2.1, without the parts that nobody writes by hand.
    private static func isWellFormed(_ tag: String) -> Bool {
        let parts = tag.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard let primary = parts.first, (2...8).contains(primary.count), primary.allSatisfy(isLetter) else {
            return false
        }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
