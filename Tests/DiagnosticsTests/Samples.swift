import Diagnostics

/// Short ways to make diagnostics for these tests.
enum Samples {
    static let code = DiagnosticCode("test/sample", en: "A sample.", zh: "样例。")
    static let lenient = DiagnosticCode("test/lenient", .warning, en: "A lenient sample.", zh: "宽松的样例。")
    static let message = Message(en: "something is wrong", zh: "有错误")

    /// An error at the first place of `text` that reads `part`.
    static func diagnostic(
        at part: String, in text: String, file: String = "Content/zh/a.md", hint: Message? = nil,
        notes: [DiagnosticNote] = []
    ) -> Diagnostic {
        Diagnostic(code, at: location(of: part, in: text, file: file), message, hint: hint, notes: notes)
    }

    static func location(of part: String, in text: String, file: String = "Content/zh/a.md") -> SourceLocation {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        var start = 0
        while start + wanted.count <= bytes.count, Array(bytes[start..<start + wanted.count]) != wanted { start += 1 }
        return SourceFile(path: file, bytes: bytes).location(of: start..<start + wanted.count)
    }

    static func text(_ diagnostics: [Diagnostic], _ language: MessageLanguage = .english, colour: Bool = false)
        -> String
    {
        TextFormat.report(diagnostics, language: language, colour: colour)
    }
}
