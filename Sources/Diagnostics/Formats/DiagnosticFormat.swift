/// A way to print diagnostics. The registry below lists each by the name that `--format` takes.
package protocol DiagnosticFormat: Sendable {
    static var name: String { get }

    /// The whole report, ending with a line break when it is not empty.
    /// - Parameter diagnostics: sorted.
    static func report(_ diagnostics: [Diagnostic], language: MessageLanguage, colour: Bool) -> String

    /// A report with something beside the diagnostics, as JSON under a name; unchanged where the format has no place for it.
    static func adding(_ name: String, json: String, to report: String) -> String
}

extension DiagnosticFormat {
    package static func adding(_ name: String, json: String, to report: String) -> String { report }
}

/// The formats, sorted by name.
package enum DiagnosticFormatRegistry {
    package static let all: [any DiagnosticFormat.Type] = [
        GitHubFormat.self, JSONFormat.self, SARIFFormat.self, TextFormat.self,
    ]
}
