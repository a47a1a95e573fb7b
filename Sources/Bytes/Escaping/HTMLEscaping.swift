/// HTML: text and double-quoted attribute values. Source: HTML Living Standard, section 13.3 (escaping a string).
extension ByteBuffer {
    /// As the CommonMark specification's examples write it: `&amp;` `&lt;` `&gt;` `&quot;`.
    package mutating func append(htmlEscaped bytes: UnsafeRawBufferPointer) {
        unsafe appendRuns(of: bytes, skippingNonASCII: true, where: Self.isHTMLEscaped) { buffer, byte in
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
        unsafe appendRuns(of: bytes, skippingNonASCII: true, where: Self.isAutoescaped) { buffer, byte in
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
        var text = text
        text.withUTF8 { unsafe append(htmlEscaped: UnsafeRawBufferPointer($0)) }
    }

    package mutating func append(htmlEscaped bytes: ArraySlice<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe append(htmlEscaped: $0) }
    }

    package mutating func append(autoescaped text: String) {
        var text = text
        text.withUTF8 { unsafe append(autoescaped: UnsafeRawBufferPointer($0)) }
    }

    @inline(__always)
    private static func isHTMLEscaped(_ byte: UInt8) -> Bool { isAutoescaped(byte) && byte != 0x27 }

    /// `"`, `&`, `'`, `<`, `>`, as bits of a word.
    @inline(__always)
    private static func isAutoescaped(_ byte: UInt8) -> Bool {
        byte < 0x40 && (0x5000_00C4_0000_0000 as UInt64) >> UInt64(byte) & 1 != 0
    }
}
