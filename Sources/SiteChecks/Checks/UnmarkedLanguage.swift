package import Diagnostics
import SiteModel

/// Paragraphs in another language than their page's, without a mark of the language.
package enum UnmarkedLanguage: PageCheck {
    package static let code = DiagnosticCode(
        "text/unmarked-language", .warning,
        en:
            "A paragraph in another language needs a mark, so that screen readers pronounce it and engines take it rightly.",
        zh: "整段使用另一种语言时要标明，屏幕阅读器才能正确朗读，引擎才能正确识别。",
        wrong: "This relay forwards requests to several providers and keeps one key for each team member, with limits.",
        right: ":lang[This relay forwards requests to several providers and keeps one key for each member.]{tag=en}")

    private static let leastWords = 12
    private static let leastHan = 12

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        var found = Repetition(in: ground)
        for text in page.texts where text.role != .title {
            for block in text.blocks where isForeign(block, text, page) {
                found.add { mistake(block, text, page) }
            }
        }
        return found.mistakes
    }

    private static func isForeign(_ block: CheckedText.Block, _ text: CheckedText, _ page: CheckedPage) -> Bool {
        guard block.kind != .row else { return false }
        let count = Letters.count(text.prose, block.range)
        if page.isChinese { return count.han == 0 && count.words >= leastWords && isSentence(block, text) }
        // Kana tell that the Han characters are Japanese.
        guard page.header.languageCode == "en" else { return false }
        return count.words * 4 < count.han && count.han >= leastHan
    }

    /// A list of names is no sentence: in a sentence many words are small and short.
    private static func isSentence(_ block: CheckedText.Block, _ text: CheckedText) -> Bool {
        let small: Set<String> = [
            "the", "a", "an", "of", "to", "and", "in", "is", "are", "for", "with", "that", "it", "on", "be", "not",
            "or",
            "you", "this", "can", "by", "from", "as",
        ]
        let words = text.words(block.range).lowercased().split { !$0.isLetter }
        return words.count { small.contains(String($0)) } * 8 >= words.count
    }

    private static func mistake(_ block: CheckedText.Block, _ text: CheckedText, _ page: CheckedPage) -> Diagnostic {
        let name = page.header.language.name
        return Diagnostic(
            code, at: text.place(block.range.lowerBound..<block.range.lowerBound + 1),
            Message(en: "a paragraph on a page in \(name) is in another language", zh: "\(name)页面中有一段使用了另一种语言，没有标明"),
            hint: page.isChinese
                ? Message(en: "write :lang[…]{tag=en}", zh: "请写成 :lang[…]{tag=en}")
                : Message(en: "write :lang[…]{tag=zh-Hans}", zh: "请写成 :lang[…]{tag=zh-Hans}"))
    }
}
