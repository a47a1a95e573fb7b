/// An exact, non-negative decimal number, kept as its canonical text: `(0|[1-9]\d*)(\.\d*[1-9])?`. Never a binary float.
package struct DecimalNumber: Sendable, Hashable {
    package let text: String

    /// Nil when the text is not in the canonical form, or has more than 40 digits.
    package init?(canonical text: String) {
        guard Self.isCanonical(Array(text.utf8)) else { return nil }
        self.text = text
    }
}

extension DecimalNumber {
    private static func isCanonical(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: 0x2E, maxSplits: 2, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2, bytes.count <= 41 else { return false }
        guard whole.allSatisfy(isDigit), whole.count == 1 || whole.first != 0x30 else { return false }
        guard parts.count == 2 else { return true }
        return parts[1].allSatisfy(isDigit) && (parts[1].last.map { $0 != 0x30 } ?? false)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
