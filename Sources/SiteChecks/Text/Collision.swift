import Diagnostics
import SiteModel

/// Pages that say the same where each should say its own.
enum Collision {
    /// A mistake on each page but the first one of its language that says the same, letters and digits compared.
    static func mistakes(
        _ code: DiagnosticCode, _ role: CheckedText.Role, _ message: Message, in site: CheckedSite,
        _ text: (CheckedPage) -> String?
    ) -> [Diagnostic] {
        var first: [String: Int] = [:]
        var found: [Diagnostic] = []
        for (number, page) in site.pages.enumerated() {
            guard let text = text(page) else { continue }
            let words = Letters.normalized(text)
            guard !words.isEmpty else { continue }
            let key = page.header.languageCode + "/" + words
            guard let other = first[key] else {
                first[key] = number
                continue
            }
            found.append(
                Diagnostic(
                    code, at: page.place(role), message,
                    notes: [
                        DiagnosticNote(
                            at: site.pages[other].place(role), Message(en: "the other page", zh: "另一个页面"))
                    ]))
        }
        return found
    }
}
