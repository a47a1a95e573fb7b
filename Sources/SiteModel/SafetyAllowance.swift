/// Something that a safety rule finds and that may be published all the same, and why.
package struct SafetyAllowance: Sendable, Hashable {
    /// As the diagnostic names it: sixteen hexadecimal digits.
    package let fingerprint: String
    package let reason: String

    package init(fingerprint: String, reason: String) {
        self.fingerprint = fingerprint
        self.reason = reason
    }
}
