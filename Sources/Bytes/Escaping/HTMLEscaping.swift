/// HTML: text and double-quoted attribute values. Source: HTML Living Standard, section 13.3 (escaping a string).
extension ByteBuffer {
    /// As the CommonMark specification's examples write it: `&amp;` `&lt;` `&gt;` `&quot;`.
    package mutating func append(htmlEscaped bytes: UnsafeRawBufferPointer) {
        unsafe append(bytes, escaping: HTMLSpecials.self) { buffer, byte in
            switch byte {
            case 0x26: buffer.append("&amp;")
            case 0x3C: buffer.append("&lt;")
            case 0x3E: buffer.append("&gt;")
            default: buffer.append("&quot;")
            }
        }
    }

    /// As Jinja2's autoescape (MarkupSafe) writes it: `&amp;` `&lt;` `&gt;` `&#39;` `&#34;`.
    package mutating func append(autoescaped bytes: UnsafeRawBufferPointer) {
        unsafe append(bytes, escaping: AutoescapeSpecials.self) { buffer, byte in
            switch byte {
            case 0x26: buffer.append("&amp;")
            case 0x3C: buffer.append("&lt;")
            case 0x3E: buffer.append("&gt;")
            case 0x27: buffer.append("&#39;")
            default: buffer.append("&#34;")
            }
        }
    }

    package mutating func append(htmlEscaped text: String) {
        unsafe text.withRawUTF8 { unsafe append(htmlEscaped: $0) }
    }

    package mutating func append(htmlEscaped bytes: ArraySlice<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe append(htmlEscaped: $0) }
    }

    package mutating func append(autoescaped text: String) {
        unsafe text.withRawUTF8 { unsafe append(autoescaped: $0) }
    }
}

/// `&`, `<`, `>`, `"`.
private enum HTMLSpecials: SpecialBytes {
    @inline(__always)
    static func members(of block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        block.holds(0x26) .| block.holds(0x3C, under: 0xFD) .| block.holds(0x22)
    }

    @inline(__always)
    static func marks(in word: UInt64) -> UInt64 {
        word.marks(of: 0x26) | word.marks(of: 0x3C, ignoring: 0x02) | word.marks(of: 0x22)
    }
}

/// `&`, `<`, `>`, `"`, `'`.
private enum AutoescapeSpecials: SpecialBytes {
    @inline(__always)
    static func members(of block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        block.holds(0x26, under: 0xFE) .| block.holds(0x3C, under: 0xFD) .| block.holds(0x22)
    }

    @inline(__always)
    static func marks(in word: UInt64) -> UInt64 {
        word.marks(of: 0x26, ignoring: 0x01) | word.marks(of: 0x3C, ignoring: 0x02) | word.marks(of: 0x22)
    }
}
