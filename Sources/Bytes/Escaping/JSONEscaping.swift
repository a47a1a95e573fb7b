/// JSON strings, with their quotes. Source: RFC 8259, section 7.
extension ByteBuffer {
    /// A JSON string for a file of its own; everything outside ASCII stays UTF-8.
    package mutating func append(jsonString text: String) {
        appendJSON(text, isSpecial: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F })
    }

    /// A JSON string inside a `<script>`: `<`, `>`, `&`, `'`, U+2028 and U+2029 are escaped as well.
    /// Source: HTML Living Standard, restrictions for contents of script elements.
    package mutating func append(scriptJSONString text: String) {
        appendJSON(text, isSpecial: Self.isSpecialInScript)
    }

    @inline(__always)
    private mutating func appendJSON(_ text: String, isSpecial: (UInt8) -> Bool) {
        append(byte: 0x22)
        var text = text
        text.withUTF8 { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var index = 0
            var start = 0
            while index < raw.count {
                let byte = unsafe raw[index]
                if byte >= 0x80, byte != 0xE2 {
                    // The rest of the character; it can be no special one.
                    index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                    continue
                }
                guard isSpecial(byte) else {
                    index += 1
                    continue
                }
                let isSeparator = byte == 0xE2
                if isSeparator, unsafe !Self.isLineSeparator(raw, at: index) {
                    index += 1
                    continue
                }
                unsafe append(UnsafeRawBufferPointer(rebasing: raw[start..<index]))
                if isSeparator {
                    append(unsafe raw[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
                } else {
                    appendJSONEscape(byte)
                }
                index += isSeparator ? 3 : 1
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

    @inline(__always)
    private static func isSpecialInScript(_ byte: UInt8) -> Bool {
        // Control characters, `"`, `&`, `'`, `<`, `>` as bits of a word.
        if byte < 0x40 { return (0x5000_00C4_FFFF_FFFF as UInt64) >> UInt64(byte) & 1 != 0 }
        return byte == 0x5C || byte == 0x7F || byte == 0xE2
    }

    private static func isLineSeparator(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        guard index + 2 < bytes.count, unsafe bytes[index + 1] == 0x80 else { return false }
        return unsafe bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
    }

    /// Lower-case hexadecimal digit of a value below 16.
    static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
