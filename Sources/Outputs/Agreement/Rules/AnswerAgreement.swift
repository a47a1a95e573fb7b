import Diagnostics
import JSON

/// The short answer: the element `answer`, structured data and twin.
enum AnswerAgreement: PageAgreement {
    private static let fact = Message(en: "short answer", zh: "简短回答")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        let nodes = page.data?.nodes ?? []
        let answer = page.html.answer
        var found: [Disagreement] = []
        for node in nodes {
            if let abstract = node.member("abstract")?.stringValue {
                found += compare(page, answer, "JSON-LD abstract", abstract)
            }
            if let url = node.member("url")?.stringValue, url.hasSuffix("#answer"),
                let text = node.member("text")?.stringValue
            {
                found += compare(page, answer, "JSON-LD Answer.text", text)
            }
        }
        if let answer, !page.twinText.contains(TextSkeleton(answer)) {
            found.append(page.differ(fact, "HTML #answer", answer, "twin", page.twin.opening))
        }
        return found
    }

    private static func compare(_ page: PageProjections, _ answer: String?, _ name: String, _ text: String)
        -> [Disagreement]
    {
        guard let answer else { return [page.differ(fact, "HTML #answer", nil, name, text)] }
        return page.compare(fact, "HTML #answer", answer, name, text)
    }
}

extension ReadTwin {
    /// The first block behind the title that is text.
    var opening: String? {
        blocks.first { $0.level == nil && !$0.isCode }.map { String(decoding: $0.text, as: UTF8.self) }
    }
}
