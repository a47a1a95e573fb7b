internal import Diagnostics

/// Why an operation could not be done; the machine adds the place.
struct EvaluationError: Error {
    let code: DiagnosticCode
    let message: Message
    let hint: Message?

    init(_ code: DiagnosticCode = .wrongType, en: String, zh: String, hint: Message? = nil) {
        self.code = code
        self.message = Message(en: en, zh: zh)
        self.hint = hint
    }

    init(_ missing: MissingName) {
        self.code = missing.code
        self.message = missing.message
        self.hint = missing.hint
    }
}
