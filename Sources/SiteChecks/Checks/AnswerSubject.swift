package import Diagnostics
import SiteModel

/// Short answers that share no word with their question: out of context nobody can tell what they are about.
package enum AnswerSubject: SiteCheck {
    package static let code = DiagnosticCode(
        "answer/subject", .warning,
        en: "A short answer names what the question asks about; else it can't be understood when it is quoted alone.",
        zh: "短答案应提到问题所问的事物，否则单独引用时看不懂在说什么。",
        wrong: "question: 余额不足怎么办？\nshort_answer: 先登录，再充值。",
        right: "question: 余额不足怎么办？\nshort_answer: 余额不足时，先登录，再充值。")

    /// Characters of question words and particles: no name is made of them alone.
    private static let common = Set("的是什么怎如何哪些吗呢为和与或有无能会可以应该要不用在对做到了个请问多少几时候里上下还也就都被把给从向让很更最我你他它这那其")
    private static let stopWords: Set<String> = [
        "what", "is", "an", "the", "how", "do", "does", "my", "to", "of", "for", "and", "or", "in", "on", "which",
        "when",
        "why", "can", "should", "are", "it", "with", "from", "be", "you", "your", "between", "that", "this", "not",
        "get",
        "use", "will", "there", "at", "by", "if", "one", "we", "about", "who", "where", "was", "has", "have", "did",
    ]

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        site.onEachPage { page in
            guard page.header.kind == "answer", let text = page.text(.shortAnswer),
                let question = page.facets.question
            else { return nil }
            let asked = subjects(question) + subjects(page.header.title)
            // The source, because code and names of models count as well.
            let answer = Array(
                String(decoding: text.file.bytes.dropFirst(text.start).prefix(text.prose.count), as: UTF8.self)
                    .lowercased().utf8)
            guard !asked.isEmpty, !asked.contains(where: { stands(Array($0.utf8), in: answer) }) else { return nil }
            return Diagnostic(
                code, at: text.wholePlace,
                Message(
                    en: "the short answer names nothing that the question asks about", zh: "短答案没有提到问题所问的事物"),
                hint: Message(en: "repeat the question's subject in the first sentence", zh: "请在第一句写出问题的主语"))
        }
    }

    private static func stands(_ part: [UInt8], in text: [UInt8]) -> Bool {
        var index = 0
        while index + part.count <= text.count {
            if text[index] == part[0], text[index..<index + part.count].elementsEqual(part) { return true }
            index += 1
        }
        return false
    }

    /// Pairs of Han characters and the stems of other words.
    private static func subjects(_ text: String) -> [String] {
        var found: [String] = []
        var word = ""
        var previous: Character?
        func end() {
            if word.utf8.count > 1, !stopWords.contains(word) { found.append(String(word.prefix(5))) }
            word = ""
        }
        for character in text.lowercased() {
            let isHan = character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
            if isHan {
                end()
                let isName = !common.contains(character)
                if isName, let previous { found.append(String([previous, character])) }
                previous = isName ? character : nil
            } else {
                previous = nil
                if character.isLetter || character.isNumber { word.append(character) } else { end() }
            }
        }
        end()
        return found
    }
}
