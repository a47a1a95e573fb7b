package import Diagnostics
import SiteModel

/// ASCII punctuation between Han characters. Source of the rule: GB/T 15834, and W3C's requirements for Chinese text layout.
package enum HalfWidthPunctuation: PageCheck {
    package static let code = DiagnosticCode(
        "text/half-width-punctuation", .warning,
        en:
            "Between Han characters punctuation is full-width; a half-width comma looks squeezed and reads as a typing mistake.",
        zh: "汉字之间用全角标点；半角逗号显得局促，也像是输入法没有切换。",
        wrong: "中转站只转发请求,平台还要管理密钥。", right: "中转站只转发请求，平台还要管理密钥。")

    private static func fullWidth(_ byte: UInt8) -> String? {
        switch byte {
        case 0x2C: "，"
        case 0x3B: "；"
        case 0x3A: "："
        case 0x21: "！"
        case 0x3F: "？"
        case 0x28: "（"
        case 0x29: "）"
        case 0x2E: "。"
        default: nil
        }
    }

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        var found = Repetition(in: ground)
        for text in page.texts { look(at: text, &found) }
        return found.mistakes
    }

    private static func look(at text: CheckedText, _ found: inout Repetition) {
        let prose = text.prose
        for index in prose.indices where prose[index] < 0x40 {
            guard let sign = fullWidth(prose[index]), isBetweenHan(prose, index) else { continue }
            found.add {
                let written = String(decoding: [prose[index]], as: UTF8.self)
                return Diagnostic(
                    code, at: text.place(index..<index + 1),
                    Message(en: "half-width ‘\(written)’ between Han characters", zh: "汉字之间用了半角“\(written)”"),
                    hint: Message(en: "write ‘\(sign)’", zh: "请改为“\(sign)”"))
            }
        }
    }

    /// Marks that nobody sees stand between nothing; one space may follow.
    private static func isBetweenHan(_ prose: [UInt8], _ sign: Int) -> Bool {
        var before = sign
        while before > 0, prose[before - 1] == CheckedText.unseen { before -= 1 }
        guard Letters.isHan(prose, before: before) || isClosing(prose, before: before) else { return false }
        var after = sign + 1
        while after < prose.count, prose[after] == CheckedText.unseen { after += 1 }
        if after < prose.count, prose[after] == 0x20 { after += 1 }
        while after < prose.count, prose[after] == CheckedText.unseen { after += 1 }
        return after < prose.count && Letters.isHan(prose, at: after)
    }

    private static let closing = ["”", "’", "》", "」", "』", "）", "】"].map { Array($0.utf8) }

    /// Whether a full-width sign that closes stands before a place.
    private static func isClosing(_ prose: [UInt8], before place: Int) -> Bool {
        place >= 3 && prose[place - 3] >= 0xE2 && closing.contains { prose[place - 3..<place].elementsEqual($0) }
    }
}
