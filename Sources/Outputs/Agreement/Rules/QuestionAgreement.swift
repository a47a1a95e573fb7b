import Diagnostics
import JSON

/// Questions with their answers, and definitions: what structured data says stands on the page and in the twin.
enum QuestionAgreement: PageAgreement {
    private static let question = Message(en: "question", zh: "问题")
    private static let answer = Message(en: "answer to a question", zh: "问题的回答")
    private static let definition = Message(en: "definition", zh: "定义")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        guard let data = page.data else { return [] }
        let twin = page.twinText
        var found: [Disagreement] = []
        for node in data.all("Question") {
            for key in ["name", "text"] {
                found += check(question, node.member(key), "JSON-LD Question.\(key)", page, twin)
            }
            let text = data.resolved(node.member("acceptedAnswer"))?.member("text")
            found += check(answer, text, "JSON-LD Answer.text", page, twin)
            if let text = text?.stringValue, let line = extended(text, page) {
                found.append(page.differ(answer, "JSON-LD Answer.text", text, "HTML", line))
            }
        }
        for node in data.all("DefinedTerm") {
            found += check(definition, node.member("description"), "JSON-LD DefinedTerm.description", page, twin)
        }
        return found
    }

    /// The line of the page in which an answer stands with something else before or behind it; nil when it stands alone once.
    private static func extended(_ text: String, _ page: PageProjections) -> String? {
        let skeleton = TextSkeleton(text)
        var longer: String?
        for line in page.lines where line.skeleton.contains(skeleton) {
            let isAlone =
                line.skeleton == skeleton
                || TextParts.parts(of: Array(line.text)).contains { TextSkeleton($0) == skeleton }
            if isAlone { return nil }
            longer = String(decoding: line.text, as: UTF8.self).trimmed
        }
        return longer
    }

    private static func check(
        _ fact: Message, _ value: JSONValue?, _ name: String, _ page: PageProjections, _ twin: TextSkeleton
    ) -> [Disagreement] {
        guard let text = value?.stringValue else { return [] }
        let skeleton = TextSkeleton(text)
        if !page.visible.contains(skeleton) {
            return [page.differ(fact, name, text, "HTML", page.nearest(to: Array(text.utf8)))]
        }
        return twin.contains(skeleton) ? [] : [page.differ(fact, name, text, "twin", page.twin.opening)]
    }
}
