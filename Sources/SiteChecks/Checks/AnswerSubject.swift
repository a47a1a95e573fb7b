package import Diagnostics
import SiteModel

/// Short answers that share no word with their question: out of context nobody can tell what they are about.
package enum AnswerSubject: PageCheck {
    package static let code = DiagnosticCode(
        "answer/subject", .warning,
        en: "A short answer names what the question asks about; else it can't be understood when it is quoted alone.",
        zh: "短答案应提到问题所问的事物，否则单独引用时看不懂在说什么。",
        wrong: "question: 余额不足怎么办？\nshort_answer: 先登录，再充值。",
        right: "question: 余额不足怎么办？\nshort_answer: 余额不足时，先登录，再充值。")

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        mistake(on: page).map { [$0] } ?? []
    }

    private static func mistake(on page: CheckedPage) -> Diagnostic? {
        guard page.header.kind == "answer", let text = page.text(.shortAnswer),
            let question = page.face.question
        else { return nil }
        let asked = AskedSubjects.of(question) + AskedSubjects.of(page.header.title)
        // The source, because code and names of models count as well.
        let answer = Array(
            String(decoding: text.file.bytes.dropFirst(text.start).prefix(text.prose.count), as: UTF8.self)
                .lowercased().utf8)
        guard !asked.isEmpty, !AskedSubjects.stand(asked, in: answer) else { return nil }
        return Diagnostic(
            code, at: text.wholePlace,
            Message(
                en: "the short answer names nothing that the question asks about", zh: "短答案没有提到问题所问的事物"),
            hint: Message(en: "repeat the question's subject in the first sentence", zh: "请在第一句写出问题的主语"))
    }
}
