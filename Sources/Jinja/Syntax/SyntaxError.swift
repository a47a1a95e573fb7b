internal import Diagnostics

/// Stops the reading of one tag; the parser goes on behind it.
struct SyntaxError: Error {
    let code: DiagnosticCode
    let span: SourceSpan
    let message: Message
    let hint: Message?
    /// Nothing sensible can follow, so the rest of the file is not read.
    let isFatal: Bool
    /// The tag that has no beginning.
    var tag: String?
    /// Ends that now have no beginning, through no fault of their own.
    var orphans: [String] = []

    init(
        _ code: DiagnosticCode, _ span: SourceSpan, en: String, zh: String, hint: Message? = nil,
        isFatal: Bool = false
    ) {
        self.code = code
        self.span = span
        self.message = Message(en: en, zh: zh)
        self.hint = hint
        self.isFatal = isFatal
    }

    init(_ span: SourceSpan, en: String, zh: String, hint: Message? = nil) {
        self.init(.templateSyntax, span, en: en, zh: zh, hint: hint)
    }
}
