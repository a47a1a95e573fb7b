package import Diagnostics
import SiteModel

/// Short answers that begin with a word for something said elsewhere, or with a preamble.
package enum AnswerOpening: PageCheck {
    package static let code = DiagnosticCode(
        "answer/opening", .warning,
        en:
            "A short answer is quoted without the page around it. It begins with the thing that it is about: no pronoun, no preamble.",
        zh: "短答案会脱离页面被引用，开头应直接点明所说的事物，不用代词，也不要铺垫。",
        wrong: "short_answer: 它是一种转发服务，……", right: "short_answer: AI API 中转站是一种转发服务，……")

    private static let chinesePronouns = [
        "它", "他们", "她们", "这", "那", "该", "此", "其", "上述", "上文", "上面", "前面", "前文", "以上", "如上", "前者", "后者", "本文", "本页",
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
        "the former", "the latter", "the above", "as mentioned", "as above", "in today", "let's ", "let us ", "as you ",
        "as we ", "as everyone ", "before we",
        "in this article", "on this page", "to answer", "great question", "good question", "well,", "in short",
        "simply put", "put simply",
        "in a nutshell", "long story short", "basically,", "yes, it ", "no, it ", "yes, this ", "no, this ",
    ]

    /// A shorter first sentence is a reply: “可以。”, “It depends on the plan.”
    private static let leastHan = 10
    private static let leastWords = 6

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        mistake(on: page).map { [$0] } ?? []
    }

    private static func mistake(on page: CheckedPage) -> Diagnostic? {
        guard page.header.kind == "answer", let text = page.text(.shortAnswer) else { return nil }
        let words = String(text.words.drop { !$0.isLetter })
        guard let opening = page.isChinese ? chineseOpening(words) : opening(words) else {
            return roundabout(text, page)
        }
        return Diagnostic(
            code, at: text.wholePlace,
            Message(en: "the short answer begins with ‘\(opening)’", zh: "短答案以“\(opening)”开头"),
            hint: Message(en: "begin with the name of the thing", zh: "请以所回答的事物的名称开头"))
    }

    /// A first sentence that is no short reply and names nothing that the question asks about, when the second one does: a preamble.
    private static func roundabout(_ text: CheckedText, _ page: CheckedPage) -> Diagnostic? {
        guard let question = page.face.question else { return nil }
        let source = String(decoding: text.file.bytes.dropFirst(text.start).prefix(text.prose.count), as: UTF8.self)
        let sentence = source.prefix { !"。！？!?\n".contains($0) }.split(separator: ". ").first ?? ""
        let bytes = Array(sentence.utf8)
        let count = Letters.count(bytes, 0..<bytes.count)
        guard count.han + count.words >= (page.isChinese ? leastHan : leastWords), sentence.count < source.count else {
            return nil
        }
        let asked = AskedSubjects.of(question) + AskedSubjects.of(page.header.title)
        guard !asked.isEmpty, !AskedSubjects.stand(asked, in: Array(sentence.lowercased().utf8)),
            AskedSubjects.stand(asked, in: Array(source.lowercased().utf8))
        else { return nil }
        return Diagnostic(
            code, at: text.wholePlace,
            Message(
                en: "the first sentence of the short answer names nothing that the question asks about",
                zh: "短答案的第一句没有提到问题所问的事物"),
            hint: Message(en: "begin with the name of the thing", zh: "请以所回答的事物的名称开头"))
    }

    private static func chineseOpening(_ text: String) -> String? {
        if chineseOthers.contains(where: text.hasPrefix) { return nil }
        return (chinesePronouns + chinesePreambles).first(where: text.hasPrefix) ?? frame(text)
    }

    private static let frameEnds = ["来说", "来讲", "来看", "而言", "言之", "时代", "背景下", "的今天"]
    /// What says for whom, or from where, the answer holds.
    private static let scopes = ["对", "就", "从", "按", "以", "相对", "比", "具体", "严格"]

    /// “总体来说，”, “在 AI 时代，”: a clause that frames the answer and says nothing.
    private static func frame(_ text: String) -> String? {
        let clause = text.prefix(14).prefix { $0 != "，" }
        guard clause.count < 14, clause.count < text.count, frameEnds.contains(where: clause.hasSuffix),
            !scopes.contains(where: clause.hasPrefix)
        else { return nil }
        return String(clause)
    }

    private static func opening(_ text: String) -> String? {
        let start = text.prefix(40).lowercased().replacing("’", with: "'")
        let word = String(start.prefix { $0.isLetter || $0 == "'" })
        if pronouns.contains(word) { return String(text.prefix(word.count)) }
        return preambles.first(where: start.hasPrefix).map { String(text.prefix($0.count)) }
    }
}
