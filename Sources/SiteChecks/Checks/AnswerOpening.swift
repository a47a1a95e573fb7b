package import Diagnostics
import SiteModel

/// Short answers that begin with a word for something said elsewhere, or with a preamble.
package enum AnswerOpening: SiteCheck {
    package static let code = DiagnosticCode(
        "answer/opening", .warning,
        en:
            "A short answer is quoted without the page around it. It begins with the thing that it is about: no pronoun, no preamble.",
        zh: "短答案会脱离页面被引用，开头应直接点明所说的事物，不用代词，也不要铺垫。",
        wrong: "short_answer: 它是一种转发服务，……", right: "short_answer: AI API 中转站是一种转发服务，……")

    private static let chinesePronouns = [
        "它", "他们", "她们", "这", "那", "该", "此", "其", "上述", "上文", "以上", "如上", "前者", "后者", "本文", "本页",
    ]
    /// Words that begin like a pronoun and are none.
    private static let chineseOthers = ["其他", "其它", "其余", "其实", "其中", "该不该", "此外", "那曲", "这里列出"]
    private static let chinesePreambles = [
        "随着", "众所周知", "在当今", "在如今", "近年来", "如今", "要回答", "在回答", "首先，", "好问题", "简单来说", "简单地说", "简单说，", "简而言之",
        "简言之", "总的来说", "总而言之", "总之", "一言以蔽之", "答案是", "下面介绍", "下面我们", "接下来", "很多人", "不少人", "在人工智能", "在大模型",
    ]
    private static let pronouns: Set<String> = [
        "it", "its", "it's", "this", "that", "these", "those", "they", "he", "she", "such",
    ]
    private static let preambles = [
        "the former", "the latter", "the above", "as mentioned", "as above", "in today", "as we all know", "before we",
        "in this article", "on this page", "to answer", "great question", "good question", "well,", "in short",
        "simply put", "put simply",
        "in a nutshell", "long story short", "basically,", "yes, it ", "no, it ", "yes, this ", "no, this ",
    ]

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        site.onEachPage { page in
            guard page.header.kind == "answer", let text = page.text(.shortAnswer) else { return nil }
            let words = String(text.words.drop { !$0.isLetter })
            guard let opening = page.isChinese ? chineseOpening(words) : opening(words) else { return nil }
            return Diagnostic(
                code, at: text.wholePlace,
                Message(en: "the short answer begins with ‘\(opening)’", zh: "短答案以“\(opening)”开头"),
                hint: Message(en: "begin with the name of the thing", zh: "请以所回答的事物的名称开头"))
        }
    }

    private static func chineseOpening(_ text: String) -> String? {
        if chineseOthers.contains(where: text.hasPrefix) { return nil }
        return (chinesePronouns + chinesePreambles).first(where: text.hasPrefix)
    }

    private static func opening(_ text: String) -> String? {
        let start = text.prefix(40).lowercased().replacing("’", with: "'")
        let word = String(start.prefix { $0.isLetter || $0 == "'" })
        if pronouns.contains(word) { return String(text.prefix(word.count)) }
        return preambles.first(where: start.hasPrefix).map { String(text.prefix($0.count)) }
    }
}
