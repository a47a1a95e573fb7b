/// For programs: one JSON document on stdout, in the shape of contract.md section 7 (9).
package enum JSONFormat: DiagnosticFormat {
    package static let name = "json"

    package static func report(_ diagnostics: [Diagnostic], language: MessageLanguage, colour: Bool) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let list = diagnostics.map { "    " + object($0, language) }.joined(separator: ",\n")
        let body = list.isEmpty ? "[]" : "[\n\(list)\n  ]"
        return """
            {
              "diagnostics": \(body),
              "errors": \(errors),
              "warnings": \(diagnostics.count - errors)
            }

            """
    }
}

extension JSONFormat {
    package static func adding(_ name: String, json: String, to report: String) -> String {
        report.dropLast("\n}\n".count) + ",\n  \(quoted(name)): \(json)\n}\n"
    }

    private static func object(_ diagnostic: Diagnostic, _ language: MessageLanguage) -> String {
        var fields = [
            "\"severity\": " + quoted(diagnostic.severity.rawValue), "\"code\": " + quoted(diagnostic.code.id),
            "\"message\": " + quoted(diagnostic.message.text(in: language)),
            "\"hint\": " + (diagnostic.hint.map { quoted($0.text(in: language)) } ?? "null"),
        ]
        fields += place(diagnostic.location)
        fields.append("\"length\": \(diagnostic.location?.length ?? 0)")
        let notes = diagnostic.notes.map { note in
            let parts = ["\"message\": " + quoted(note.message.text(in: language))] + place(note.location)
            return "{" + parts.joined(separator: ", ") + "}"
        }
        fields.append("\"notes\": [" + notes.joined(separator: ", ") + "]")
        return "{" + fields.joined(separator: ", ") + "}"
    }

    private static func place(_ location: SourceLocation?) -> [String] {
        guard let location else { return ["\"file\": null", "\"line\": 0", "\"column\": 0"] }
        return ["\"file\": " + quoted(location.file), "\"line\": \(location.line)", "\"column\": \(location.column)"]
    }

    private static func quoted(_ text: String) -> String { JSONText.quoted(text) }
}
