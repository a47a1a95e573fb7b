/// For people: place, severity, message and code on one line, then the source line with a caret, then the hint.
package enum TextFormat: DiagnosticFormat {
    package static let name = "text"

    package static func report(_ diagnostics: [Diagnostic], language: MessageLanguage, colour: Bool) -> String {
        var text = ""
        for diagnostic in diagnostics {
            text += head(diagnostic, language, colour)
            if let location = diagnostic.location { text += excerpt(location, colour) }
            for note in diagnostic.notes {
                let place = note.location.map { "\(position($0)): " } ?? ""
                let message = printable(note.message.text(in: language))
                text += "\(place)\(word("note", "另见", language)): \(message)\n"
            }
            if let hint = diagnostic.hint {
                text += "hint: \(printable(hint.text(in: language)))\n"
            }
        }
        return text
    }
}

extension TextFormat {
    private static func position(_ location: SourceLocation) -> String {
        "\(printable(location.file)):\(location.line):\(location.column)"
    }

    private static func word(_ english: String, _ chinese: String, _ language: MessageLanguage) -> String {
        language == .chinese ? chinese : english
    }

    private static func head(_ diagnostic: Diagnostic, _ language: MessageLanguage, _ colour: Bool) -> String {
        let place = diagnostic.location.map { "\(position($0)): " } ?? "citable: "
        let severity = painted(diagnostic.severity.rawValue, diagnostic.severity == .error ? "31" : "33", colour)
        let message = printable(diagnostic.message.text(in: language))
        return "\(place)\(severity): \(message)  [\(diagnostic.code.id)]\n"
    }

    private static func excerpt(_ location: SourceLocation, _ colour: Bool) -> String {
        guard !location.lineText.isEmpty else { return "" }
        let scalars = Array(location.lineText.unicodeScalars)
        let column = location.column - location.textStart
        // A long line is shown around the place, so that a minified file does not flood the terminal.
        let from = column > 100 ? column - 60 : 0
        let to = min(scalars.count, from + 160)
        guard from < to else { return "" }
        let before = scalars[from..<min(max(column - 1, from), to)]
        let marked = scalars[min(max(column - 1, from), to)..<min(column - 1 + location.length, to)]
        let indent = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: shownWidth($0)) }.joined()
        let caret = String(repeating: "^", count: max(1, marked.reduce(0) { $0 + shownWidth($1) }))
        let line = scalars[from..<to].reduce(into: "") { $0.unicodeScalars.append($1) }
        return "    \(printable(line))\n    \(indent)\(painted(caret, "32", colour))\n"
    }

    private static func painted(_ text: String, _ code: String, _ colour: Bool) -> String {
        colour ? "\u{1B}[1;\(code)m\(text)\u{1B}[0m" : text
    }

    /// Control and bidi characters are shown as U+XXXX, so that neither a source nor a file's name can rewrite the terminal.
    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if isHidden(scalar) { result += name(of: scalar) } else { result.unicodeScalars.append(scalar) }
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }

    /// How many cells the scalar takes in an excerpt.
    private static func shownWidth(_ scalar: Unicode.Scalar) -> Int {
        isHidden(scalar) ? name(of: scalar).utf8.count : DisplayWidth.of(scalar)
    }

    /// Controls, marks of direction, zero-width characters, line separators and tags.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
