import Bytes

/// Plain text in Markdown that reads as that text: only what CommonMark would take for markup gets a backslash.
/// Source: CommonMark 0.30, sections 2.4 and 6.
extension ByteBuffer {
    /// Inline text on one line.
    mutating func append(markdownText text: String) {
        appendMarkdown(text, isCell: false)
    }

    /// Inline text in a cell of a table (GFM, section 4.10).
    mutating func append(tableCell text: String) {
        appendMarkdown(text, isCell: true)
    }

    /// A URL between the parentheses of a link: those in it would end the link, as would what no URL may hold
    /// (RFC 3986, appendix A).
    mutating func append(linkDestination url: String) {
        url.withRawUTF8 { bytes in
            if bytes.holdsNone(of: Self.mayEndDestination) { return append(bytes) }
            for byte in bytes {
                if Self.endsDestination(byte) {
                    append(byte: 0x25)
                    append(byte: Self.hexadecimalDigit(byte >> 4))
                    append(byte: Self.hexadecimalDigit(byte & 15))
                } else {
                    append(byte: byte)
                }
            }
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    @inline(__always)
    private static func mayEndDestination(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        block.holds(0x21, from: 0) .| block.holds(0x22) .| block.holds(0x28, under: 0xFE)
            .| block.holds(0x3C, under: 0xFD) .| block.holds(0x5C) .| block.holds(0x5E) .| block.holds(0x60)
            .| block.holds(3, from: 0x7B)
    }

    private static func endsDestination(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: true
        default: false
        }
    }

    /// `[text](url)`.
    mutating func append(linkTo url: String, text: String) {
        append(byte: 0x5B)
        append(markdownText: text)
        append("](")
        append(linkDestination: url)
        append(byte: 0x29)
    }

    private mutating func appendMarkdown(_ text: String, isCell: Bool) {
        let line = OneLine.text(text)
        line.withRawUTF8 { bytes in
            if bytes.holdsNone(of: Self.mayBeMarkup) { return append(bytes) }
            var start = 0
            for index in bytes.indices where Self.isMarkup(bytes, index, isCell) {
                append(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
                append(byte: 0x5C)
                start = index
            }
            append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// All that `isMarkup` looks closer at.
    @inline(__always)
    private static func mayBeMarkup(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        block.holds(0x23) .| block.holds(0x26) .| block.holds(0x2A) .| block.holds(0x3C) .| block.holds(6, from: 0x5B)
            .| block.holds(0x7C, under: 0xFD)
    }

    @inline(__always)
    private static func isMarkup(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ isCell: Bool) -> Bool {
        switch bytes[index] {
        case 0x2A, 0x60, 0x5B, 0x5D, 0x7E: true
        case 0x7C: isCell
        case 0x5C: index + 1 == bytes.count || isPunctuation(bytes[index + 1])
        case 0x5F: !(index > 0 && isWord(bytes[index - 1]) && index + 1 < bytes.count && isWord(bytes[index + 1]))
        case 0x3C:
            index + 1 < bytes.count && (isWord(bytes[index + 1]) || [0x21, 0x2F, 0x3F].contains(bytes[index + 1]))
        case 0x26: index + 1 < bytes.count && (isWord(bytes[index + 1]) || bytes[index + 1] == 0x23)
        // A run of number signs at the end would close a heading.
        case 0x23: bytes[index...].allSatisfy { $0 == 0x23 } && (index == 0 || bytes[index - 1] == 0x20)
        default: false
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
