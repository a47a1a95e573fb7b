/// The stable name of a kind of mistake, such as `front-matter/unknown-field`, with what `citable explain` says of it.
package struct DiagnosticCode: Sendable, Hashable {
    /// `area/what`, lower case with hyphens.
    package let id: String
    /// The level when settings say nothing.
    package let severity: Severity
    /// A safety rule can't be lowered by settings.
    package let isSafetyRule: Bool
    /// What is wrong and why it matters, in one to three sentences.
    package let explanation: Message
    /// A short piece of source that shows the mistake; empty when none helps.
    package let wrong: String
    /// The same piece, mended.
    package let right: String

    package init(
        _ id: String, _ severity: Severity = .error, isSafetyRule: Bool = false, en: String, zh: String,
        wrong: String = "", right: String = ""
    ) {
        self.id = id
        self.severity = severity
        self.isSafetyRule = isSafetyRule
        self.explanation = Message(en: en, zh: zh)
        self.wrong = wrong
        self.right = right
    }

    package static func == (one: DiagnosticCode, other: DiagnosticCode) -> Bool { one.id == other.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
