package import Diagnostics
import SiteModel

/// Short answers that are too short to stand alone or too long to be quoted.
package enum AnswerLength: PageCheck {
    package static let code = DiagnosticCode(
        "answer/length", .warning,
        en:
            "A short answer is quoted as a whole: about 80 to 300 Han characters, or 40 to 120 English words, keep it complete and quotable.",
        zh: "短答案会被整段引用：约 80 到 300 个汉字，或 40 到 120 个英文单词，才既完整又便于引用。",
        wrong: "short_answer: 是转发服务。",
        right: "short_answer: AI API 中转站是转发大模型请求的服务：…（80 到 300 个汉字，说清是什么、怎么用、有什么限制）")

    /// “About”: a fifth below the least and above the most is let pass. In Chinese each foreign word counts as one character.
    private static let chinese = 64...360
    private static let words = 32...144

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        mistake(on: page).map { [$0] } ?? []
    }

    private static func mistake(on page: CheckedPage) -> Diagnostic? {
        guard page.header.kind == "answer", let text = page.text(.shortAnswer) else { return nil }
        let count = Letters.count(text.prose, 0..<text.prose.count)
        let length = page.isChinese ? count.han + count.words : count.words
        guard !(page.isChinese ? chinese : words).contains(length) else { return nil }
        return Diagnostic(
            code, at: text.wholePlace,
            page.isChinese
                ? Message(en: "the short answer has \(length) characters", zh: "短答案有 \(length) 个字")
                : Message(en: "the short answer has \(length) words", zh: "短答案有 \(length) 个单词"),
            hint: page.isChinese
                ? Message(en: "write about 80 to 300 Han characters", zh: "请写到 80 至 300 个汉字左右")
                : Message(en: "write about 40 to 120 words", zh: "请写到 40 至 120 个单词左右"))
    }
}
