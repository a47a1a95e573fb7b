import Bytes
import Incremental
import Outputs

/// Replies that take long to work out and that many outputs ask for: whole lists of pages.
struct ReplyMemo {
    private var known: [SiteQuestion: Fingerprint] = [:]

    /// - Parameter questions: with the replies of today.
    init(_ questions: QuestionTable) {
        for entry in questions.entries {
            guard let kind = SiteQuestion.Kind(rawValue: entry.kind), Self.isLong(kind) else { continue }
            known[SiteQuestion(kind, entry.key)] = entry.reply
        }
    }

    mutating func reply(_ question: SiteQuestion, _ find: () -> Fingerprint) -> Fingerprint {
        guard Self.isLong(question.kind) else { return find() }
        if let known = known[question] { return known }
        let reply = find()
        known[question] = reply
        return reply
    }

    private static func isLong(_ kind: SiteQuestion.Kind) -> Bool {
        switch kind {
        case .members, .listed, .terms, .redirects, .staticFiles, .topics, .withheld, .template, .sections, .search:
            true
        default: false
        }
    }
}
