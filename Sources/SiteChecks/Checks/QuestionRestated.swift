package import Diagnostics
import SiteModel

/// Answers that begin by saying the question again.
package enum QuestionRestated: PageCheck {
    package static let code = DiagnosticCode(
        "answer/restates-question", .warning,
        en:
            "An answer stands below its question and is quoted with it; the same question again costs the place of the answer.",
        zh: "答案本来就和问题一起出现，开头再写一遍问题，会占掉真正的答案。",
        wrong: "question: 中转站是什么？\nshort_answer: 中转站是什么？中转站是转发服务。",
        right: "question: 中转站是什么？\nshort_answer: 中转站是转发服务。")

    /// Shorter questions may well begin a sentence.
    private static let leastLetters = 5

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var asked: String?
        for text in page.texts {
            switch text.role {
            case .shortAnswer:
                let questions = [page.face.question, page.header.title].compactMap { $0 }
                if questions.contains(where: { restates(text.words, $0) }) { found.append(mistake(text)) }
            case .askedQuestion: asked = text.words
            case .answer:
                if let asked, restates(text.words, asked) { found.append(mistake(text)) }
            default: break
            }
        }
        return found
    }

    private static func restates(_ answer: String, _ question: String) -> Bool {
        guard question.contains(where: { $0 == "?" || $0 == "？" }) else { return false }
        let asked = Letters.normalized(question)
        guard asked.unicodeScalars.count >= leastLetters else { return false }
        // “关于……这个问题，”
        let clause = answer.prefix { !"，。,.!！\n".contains($0) }
        if clause.contains("问题") || clause.contains("question"), Letters.normalized(String(clause)).contains(asked) {
            return true
        }
        var rest = answer.unicodeScalars[...]
        for mark in ["问：", "问题：", "Q: ", "Q：", "Question: "] where answer.hasPrefix(mark) {
            rest = rest.dropFirst(mark.unicodeScalars.count)
        }
        var (said, count) = ("", 0)
        let length = asked.unicodeScalars.count
        while count < length, let scalar = rest.popFirst() {
            let letters = Letters.normalized(String(scalar))
            said += letters
            count += letters.unicodeScalars.count
            if !asked.utf8.starts(with: said.utf8) { return false }
        }
        // “中转站是什么样的服务” goes on, and asks nothing.
        return said == asked && !(rest.first.map { $0.properties.isAlphabetic } ?? false)
    }

    private static func mistake(_ text: CheckedText) -> Diagnostic {
        Diagnostic(
            code, at: text.wholePlace, Message(en: "the answer begins with the question itself", zh: "答案开头重复了问题"),
            hint: Message(en: "begin with the answer", zh: "请直接从答案写起"))
    }
}
