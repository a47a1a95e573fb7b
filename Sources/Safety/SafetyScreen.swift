package import Diagnostics

/// Finds what no site may publish, in any text file that it is made of: keys, hidden characters, addresses of private networks.
/// A key is covered at once, so that no message, cache or output made from the file can hold it.
package struct SafetyScreen: Sendable {
    package struct Result: Sendable {
        /// The text; where something was found that must not be shown, asterisks.
        package let bytes: [UInt8]
        package let diagnostics: [Diagnostic]
    }

    private let allowed: Set<String>
    /// More findings in one file say nothing new.
    private static let limit = 200

    /// - Parameter fingerprints: what the settings allow, each for a reason.
    package init(allowing fingerprints: [String] = []) { allowed = Set(fingerprints) }

    /// - Parameters:
    ///   - path: for the places.
    ///   - bytes: UTF-8.
    package func screen(_ path: String, _ bytes: [UInt8]) -> Result {
        var scan = SafetyScan(bytes)
        scan.run(isSource: true)
        let found = scan.findings.filter { !allowed.contains($0.fingerprint) }
        guard !found.isEmpty else { return Result(bytes: bytes, diagnostics: []) }
        var covered = bytes
        for finding in found { Self.cover(finding, in: &covered) }
        let file = SourceFile(path: path, bytes: covered)
        return Result(bytes: covered, diagnostics: found.prefix(Self.limit).map { Self.diagnostic($0, file) })
    }

    /// What is wrong with a finished file, whose places mean nothing to an editor.
    ///
    /// - Parameters:
    ///   - place: of the source that the file was made of.
    ///   - name: of the finished file.
    package func mistakes(in bytes: [UInt8], of name: String, at place: SourceLocation?) -> [Diagnostic] {
        var scan = SafetyScan(bytes)
        scan.run(isSource: false)
        return scan.findings.filter { !allowed.contains($0.fingerprint) && $0.code.severity == .error }
            .prefix(Self.limit).map { finding in
                Diagnostic(
                    finding.code, at: place,
                    Message(
                        en: "in the finished file \(name): \(finding.message.english)",
                        zh: "在生成的文件 \(name) 中：\(finding.message.chinese)"), hint: Self.hint(finding))
            }
    }

    private static func diagnostic(_ finding: SafetyFinding, _ file: SourceFile) -> Diagnostic {
        Diagnostic(finding.code, at: file.location(of: finding.range), finding.message, hint: hint(finding))
    }

    private static func hint(_ finding: SafetyFinding) -> Message {
        let entry = "{fingerprint: \(finding.fingerprint), reason: …}"
        let allow = Message(
            en: "if it is meant to be public, allow it in Content/site.yaml: safety: {allow: [\(entry)]}",
            zh: "如果确实可以公开，请在 Content/site.yaml 中允许：safety: {allow: [\(entry)]}")
        guard let hint = finding.hint else { return allow }
        return Message(en: "\(hint.english); \(allow.english)", zh: "\(hint.chinese)；\(allow.chinese)")
    }

    /// Same length, so that places stay. Three bytes become one replacement character, others asterisks.
    private static func cover(_ finding: SafetyFinding, in bytes: inout [UInt8]) {
        if finding.code == .hiddenCharacter {
            var index = finding.range.lowerBound
            while index + 3 <= finding.range.upperBound {
                let isLong = bytes[index] >= 0xF0
                if !isLong { bytes.replaceSubrange(index..<index + 3, with: [0xEF, 0xBF, 0xBD]) }
                index += isLong ? 4 : 3
            }
        }
        for index in finding.covered where bytes[index] > 0x20 { bytes[index] = 0x2A }
    }
}
