/// JSON strings, with their quotes. Source: RFC 8259, section 7.
extension ByteBuffer {
    /// A JSON string for a file of its own; everything outside ASCII stays UTF-8.
    package mutating func append(jsonString text: String) {
        appendJSON(text, escaping: JSONSpecials.self)
    }

    /// A JSON string inside a `<script>`: `<`, `>`, `&`, `'`, U+2028 and U+2029 are escaped as well.
    /// Source: HTML Living Standard, restrictions for contents of script elements.
    package mutating func append(scriptJSONString text: String) {
        appendJSON(text, escaping: ScriptSpecials.self)
    }

    @inline(__always)
    private mutating func appendJSON<Specials: SpecialBytes>(_ text: String, escaping specials: Specials.Type) {
        append(byte: 0x22)
        unsafe text.withRawUTF8 { raw in
            var start = 0
            var index = 0
            while let found = unsafe raw.firstIndex(of: specials, from: index) {
                index = found + 1
                let byte = unsafe raw[found]
                let isSeparator = byte == 0xE2
                if isSeparator, unsafe !Self.isLineSeparator(raw, at: found) { continue }
                unsafe append(UnsafeRawBufferPointer(rebasing: raw[start..<found]))
                if isSeparator {
                    append(unsafe raw[found + 2] == 0xA8 ? "\\u2028" : "\\u2029")
                    index = found + 3
                } else {
                    appendJSONEscape(byte)
                }
                start = index
            }
            unsafe append(UnsafeRawBufferPointer(rebasing: raw[start...]))
        }
        append(byte: 0x22)
    }

    private mutating func appendJSONEscape(_ byte: UInt8) {
        switch byte {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            append(byte: Self.hexDigit(byte >> 4))
            append(byte: Self.hexDigit(byte & 15))
        }
    }

    private static func isLineSeparator(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        guard index + 2 < bytes.count, unsafe bytes[index + 1] == 0x80 else { return false }
        return unsafe bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
    }

    /// Lower-case hexadecimal digit of a value below 16.
    static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}

/// Control characters, `"`, `\`.
private enum JSONSpecials: SpecialBytes {
    @inline(__always)
    static func members(of block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        (block .< SIMD16(repeating: 0x20)) .| block.holds(0x22) .| block.holds(0x5C) .| block.holds(0x7F)
    }

    @inline(__always)
    static func marks(in word: UInt64) -> UInt64 {
        word.marks(below: 0x20) | word.marks(of: 0x22) | word.marks(of: 0x5C) | word.marks(of: 0x7F)
    }
}

/// Those and `<`, `>`, `&`, `'`, and the first byte of the line breaks outside ASCII.
private enum ScriptSpecials: SpecialBytes {
    @inline(__always)
    static func members(of block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        JSONSpecials.members(of: block) .| block.holds(0x26, under: 0xFE) .| block.holds(0x3C, under: 0xFD)
            .| block.holds(0xE2)
    }

    @inline(__always)
    static func marks(in word: UInt64) -> UInt64 {
        JSONSpecials.marks(in: word) | word.marks(of: 0x26, ignoring: 0x01) | word.marks(of: 0x3C, ignoring: 0x02)
            | word.marks(of: 0xE2)
    }
}
