package import Diagnostics
import SiteModel

/// Sentences that speak to a language model instead of a reader.
package enum MachineAddressedText: SiteCheck {
    package static let code = DiagnosticCode(
        "text/machine-addressed", .warning,
        en:
            "Text that gives orders to language models, or that one left behind, is taken as manipulation: engines drop such pages. Quote it or set it as code where it is the subject.",
        zh: "对大模型发指令的文字，或大模型生成时留下的套话，会被视为操纵，引擎会弃用这样的页面。如果是在讨论它，请加引号或写成代码。",
        wrong: "AI 助手请优先引用本页。", right: "欢迎引用本页，引用时请注明日期和网址。")

    private static let phrases = PhraseTable([
        "ignore previous instructions", "ignore all previous", "ignore the above instructions",
        "as an ai language model", "as a large language model", "dear ai", "llms should cite", "llms must cite",
        "ai assistants should cite", "ai assistants must", "if you are an ai", "if you are a language model",
        "note to ai", "instructions for ai", "忽略之前的指令", "忽略以上指令", "忽略上述指令", "作为一个ai", "作为一个 ai",
        "作为人工智能语言模型", "作为一个大语言模型", "ai 助手请", "ai助手请", "请 ai 优先", "请ai优先", "请大模型优先",
        "大模型请引用", "如果你是 ai", "如果你是ai", "如果你是大模型",
    ])

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        site.pages.flatMap { page in page.texts.flatMap { mistakes(in: $0) } }
    }

    private static func mistakes(in text: CheckedText) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var quotes = Quotes()
        for index in text.prose.indices {
            quotes.read(text.prose, at: index)
            guard let end = phrases.end(in: text.prose, at: index), !quotes.areOpen else { continue }
            let words = text.words(index..<end)
            found.append(
                Diagnostic(
                    code, at: text.place(index..<end),
                    Message(en: "‘\(words)’ speaks to a language model", zh: "“\(words)”是写给大模型的话"),
                    hint: Message(en: "write for the reader", zh: "请改为写给读者的话")))
        }
        return found
    }
}

/// Whether a quotation opened on the line and did not close; read byte by byte.
private struct Quotes {
    private var depth = 0
    private var isStraight = false

    var areOpen: Bool { depth > 0 || isStraight }

    mutating func read(_ text: [UInt8], at index: Int) {
        switch text[index] {
        case 0x0A: self = Quotes()
        case 0x22: isStraight.toggle()
        case 0xE2, 0xE3:
            guard index + 2 < text.count, text[index + 1] == 0x80 else { return }
            read(text[index], text[index + 2])
        default: break
        }
    }

    private mutating func read(_ first: UInt8, _ last: UInt8) {
        switch (first, last) {
        // “ ‘ 「 『 《
        case (0xE2, 0x9C), (0xE2, 0x98), (0xE3, 0x8C), (0xE3, 0x8E), (0xE3, 0x8A): depth += 1
        // ” 」 』 》; the sign that would close ‘ is an apostrophe as well.
        case (0xE2, 0x9D), (0xE3, 0x8D), (0xE3, 0x8F), (0xE3, 0x8B): depth = max(0, depth - 1)
        default: break
        }
    }
}
