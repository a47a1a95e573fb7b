import Bytes
import Diagnostics

/// Something in a source that may not be published.
struct SafetyFinding {
    let code: DiagnosticCode
    let range: Range<Int>
    /// What is covered wherever the source is shown or read from now on; empty when showing it does no harm.
    let covered: Range<Int>
    /// What a reason in the settings allows; two places with the same text have the same fingerprint.
    let fingerprint: String
    let message: Message
    let hint: Message?

    /// - Parameter meant: the bytes that the fingerprint stands for.
    init(
        _ code: DiagnosticCode, _ range: Range<Int>, meant: [UInt8], covered: Range<Int> = 0..<0, _ message: Message,
        hint: Message? = nil
    ) {
        self.code = code
        self.range = range
        self.covered = covered
        fingerprint = String(SHA256.hexadecimal(of: meant).prefix(16))
        self.message = message
        self.hint = hint
    }

    private init(_ finding: SafetyFinding, _ range: Range<Int>, covered: Range<Int>) {
        code = finding.code
        self.range = range
        self.covered = covered
        fingerprint = finding.fingerprint
        message = finding.message
        hint = finding.hint
    }

    /// The same, found in another reading of the text.
    func moved(to range: Range<Int>, covered: Range<Int>) -> SafetyFinding {
        SafetyFinding(self, range, covered: covered)
    }
}
