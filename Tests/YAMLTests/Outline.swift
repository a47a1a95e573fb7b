import Diagnostics

@testable import YAML

/// Prints nodes and diagnostics in a short form that tests compare.
enum Outline {
    /// Scalars as `p"text"@range` (p plain, q quoted, b block; `!` behind when not verbatim), then `[…]`, `{key@range: …}`.
    static func of(_ node: YAMLNode) -> String {
        let place = range(node.range)
        switch node.content {
        case .scalar(let scalar):
            let style =
                switch scalar.style {
                case .plain: "p"
                case .quoted: "q"
                case .block: "b"
                }
            let inner = scalar.contentRange == node.range ? "" : "(\(range(scalar.contentRange)))"
            return "\(style)\"\(scalar.text)\"\(scalar.isVerbatim ? "" : "!")@\(place)\(inner)"
        case .sequence(let items):
            return "[\(items.map(of).joined(separator: ", "))]@\(place)"
        case .mapping(let entries):
            let parts = entries.map { "\($0.key)@\(range($0.keyRange)): \(of($0.value))" }
            return "{\(parts.joined(separator: ", "))}@\(place)"
        }
    }

    static func of(_ text: String) -> String {
        let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        let (root, diagnostics) = YAMLParser.parse(file)
        guard diagnostics.isEmpty else { return mistakes(diagnostics).joined(separator: "\n") }
        return root.map(of) ?? "nothing"
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

    static func mistakes(_ text: String, limits: YAMLLimits = .frontMatter) -> [String] {
        mistakes(Array(text.utf8), limits: limits)
    }

    static func mistakes(_ bytes: [UInt8], limits: YAMLLimits = .frontMatter) -> [String] {
        mistakes(YAMLParser.parse(SourceFile(path: "a.yaml", bytes: bytes), limits: limits).diagnostics)
    }

    /// `line:column+length code: message`.
    static func mistakes(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { one in
            let place = one.location.map { "\($0.line):\($0.column)+\($0.length)" } ?? "-"
            return "\(place) \(one.code.id): \(one.message.english)"
        }
    }

    private static func range(_ range: Range<Int>) -> String { "\(range.lowerBound)-\(range.upperBound)" }
}
