/// Annotations of a workflow: one command for each diagnostic on stdout, which GitHub Actions shows beside the line.
/// Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
package enum GitHubFormat: DiagnosticFormat {
    package static let name = "github"

    package static func report(_ diagnostics: [Diagnostic], language: MessageLanguage, colour: Bool) -> String {
        diagnostics.map { line($0, language) + "\n" }.joined()
    }
}

extension GitHubFormat {
    private static func line(_ diagnostic: Diagnostic, _ language: MessageLanguage) -> String {
        var properties: [String] = []
        if let place = diagnostic.location {
            properties = [
                "file=" + property(place.file), "line=\(place.line)", "endLine=\(place.line)", "col=\(place.column)",
                "endColumn=\(place.column + place.length)",
            ]
        }
        properties.append("title=" + property(diagnostic.code.id))
        var text = diagnostic.message.text(in: language)
        for note in diagnostic.notes {
            let place = note.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            text += "\n" + place + note.message.text(in: language)
        }
        if let hint = diagnostic.hint { text += "\nhint: " + hint.text(in: language) }
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(escaped(text))"
    }

    /// Only one line is a command, so that a message can't start another.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private static func property(_ text: String) -> String {
        escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
