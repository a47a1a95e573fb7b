/// For code scanning: one run of SARIF 2.1.0 on stdout, with a rule for each code that occurs.
/// Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
package enum SARIFFormat: DiagnosticFormat {
    package static let name = "sarif"

    package static func report(_ diagnostics: [Diagnostic], language: MessageLanguage, colour: Bool) -> String {
        let codes = rules(diagnostics)
        let rules = codes.map { "          " + rule($0, language) }.joined(separator: ",\n")
        let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element.id, $0.offset) })
        let results = diagnostics.map { "        " + result($0, numbers[$0.code.id] ?? 0, language) }
            .joined(separator: ",\n")
        return """
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "citable",
                      "language": "\(language == .chinese ? "zh-CN" : "en-US")",
                      "rules": [\(rules.isEmpty ? "" : "\n\(rules)\n        ")]
                    }
                  },
                  "columnKind": "unicodeCodePoints",
                  "results": [\(results.isEmpty ? "" : "\n\(results)\n      ")]
                }
              ]
            }

            """
    }
}

extension SARIFFormat {
    /// A property bag of the run (section 3.14.1 of the standard).
    package static func adding(_ name: String, json: String, to report: String) -> String {
        let place = "\"columnKind\": \"unicodeCodePoints\","
        return report.replacing(
            place, with: place + "\n      \"properties\": {\(quoted(name)): \(json)},", maxReplacements: 1)
    }

    /// The codes that occur, sorted, each once.
    private static func rules(_ diagnostics: [Diagnostic]) -> [DiagnosticCode] {
        var codes: [DiagnosticCode] = []
        for code in diagnostics.map(\.code).sorted(by: { $0.id < $1.id }) where codes.last?.id != code.id {
            codes.append(code)
        }
        return codes
    }

    private static func rule(_ code: DiagnosticCode, _ language: MessageLanguage) -> String {
        let explanation = text(code.explanation.text(in: language))
        let level = "{\"level\": \(quoted(code.severity.rawValue))}"
        return "{\"id\": \(quoted(code.id)), \"shortDescription\": \(explanation), \"defaultConfiguration\": \(level)}"
    }

    private static func result(_ diagnostic: Diagnostic, _ rule: Int, _ language: MessageLanguage) -> String {
        var message = diagnostic.message.text(in: language)
        if let hint = diagnostic.hint { message += "\n" + hint.text(in: language) }
        var fields = [
            "\"ruleId\": \(quoted(diagnostic.code.id))", "\"ruleIndex\": \(rule)",
            "\"level\": \(quoted(diagnostic.severity.rawValue))", "\"message\": \(text(message))",
        ]
        if let place = diagnostic.location { fields.append("\"locations\": [{\(physical(place))}]") }
        let related = diagnostic.notes.compactMap { note in
            note.location.map { "{\(physical($0)), \"message\": \(text(note.message.text(in: language)))}" }
        }
        if !related.isEmpty { fields.append("\"relatedLocations\": [\(related.joined(separator: ", "))]") }
        return "{" + fields.joined(separator: ", ") + "}"
    }

    /// Columns count scalars from 1, and `endColumn` is the first behind the region.
    private static func physical(_ place: SourceLocation) -> String {
        let region =
            "{\"startLine\": \(place.line), \"startColumn\": \(place.column), \"endColumn\": \(place.column + place.length)}"
        let artifact = "{\"uri\": \(quoted(uri(place.file)))}"
        return "\"physicalLocation\": {\"artifactLocation\": \(artifact), \"region\": \(region)}"
    }

    private static func text(_ text: String) -> String { "{\"text\": \(quoted(text))}" }

    private static func quoted(_ text: String) -> String { JSONText.quoted(text) }

    /// A path as a relative reference. Source: RFC 3986, section 4.2.
    private static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        return path.utf8.reduce(into: "") { result, byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || (0x30...0x39).contains(byte))
            if isPlain || "-._~/".unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "%"
                result.unicodeScalars.append(digits[Int(byte >> 4)])
                result.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
    }
}
