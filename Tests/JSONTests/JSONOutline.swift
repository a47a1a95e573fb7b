import Diagnostics

@testable import JSON

/// Prints values and diagnostics in a short form that tests compare.
enum JSONOutline {
    static func of(_ value: JSONValue) -> String {
        let place = "@\(value.range.lowerBound)-\(value.range.upperBound)"
        switch value.content {
        case .object(let members):
            let parts = members.map { "\($0.key)@\($0.keyRange.lowerBound)-\($0.keyRange.upperBound): \(of($0.value))" }
            return "{\(parts.joined(separator: ", "))}\(place)"
        case .array(let elements): return "[\(elements.map(of).joined(separator: ", "))]\(place)"
        case .string(let text): return "\"\(text)\"\(place)"
        case .number(let text): return "\(text)\(place)"
        case .bool(let value): return "\(value)\(place)"
        case .null: return "null\(place)"
        }
    }

    static func of(_ text: String) -> String {
        let (root, found) = parse(Array(text.utf8))
        return found.isEmpty ? root.map(of) ?? "nothing" : mistakes(found).joined(separator: "\n")
    }

    /// Makes controls of the pictures U+2400 to U+241F, so that the log of a test run has none.
    static func withControls(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isPicture = (0x2400...0x241F).contains(scalar.value)
            result.unicodeScalars.append(isPicture ? Unicode.Scalar(UInt8(scalar.value - 0x2400)) : scalar)
        }
        return result
    }

    static func parse(_ bytes: [UInt8], limits: JSONLimits = .catalog) -> (root: JSONValue?, diagnostics: [Diagnostic])
    {
        JSONParser.parse(SourceFile(path: "a.json", bytes: bytes), limits: limits)
    }

    static func mistakes(_ text: String, limits: JSONLimits = .catalog) -> [String] {
        mistakes(parse(Array(text.utf8), limits: limits).diagnostics)
    }

    /// `line:column+length code: message`.
    static func mistakes(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { one in
            let place = one.location.map { "\($0.line):\($0.column)+\($0.length)" } ?? "-"
            return "\(place) \(one.code.id): \(one.message.english)"
        }
    }
}
