internal import Diagnostics

/// A mistake with byte offsets, made into a diagnostic only when it is shown; thrown when it ends the text.
struct JSONMistake: Error {
    let code: DiagnosticCode
    /// Nil: the whole file.
    let range: Range<Int>?
    let message: Message
    let hint: Message?
    let first: Range<Int>?

    init(
        _ code: DiagnosticCode, _ range: Range<Int>, _ message: Message, hint: Message? = nil, first: Range<Int>? = nil
    ) {
        self.init(code: code, range: range, message: message, hint: hint, first: first)
    }

    static func whole(_ code: DiagnosticCode, _ message: Message, hint: Message? = nil) -> JSONMistake {
        JSONMistake(code: code, range: nil, message: message, hint: hint, first: nil)
    }

    private init(code: DiagnosticCode, range: Range<Int>?, message: Message, hint: Message?, first: Range<Int>?) {
        self.code = code
        self.range = range
        self.message = message
        self.hint = hint
        self.first = first
    }
}

extension JSONMistake {
    func diagnostic(in file: SourceFile) -> Diagnostic {
        let notes = first.map { range in
            [DiagnosticNote(at: file.location(of: range), Message(en: "it is first written here", zh: "第一次写在这里"))]
        }
        return Diagnostic(
            code, at: range.map { file.location(of: $0) } ?? file.wholeFile, message, hint: hint, notes: notes ?? [])
    }
}
