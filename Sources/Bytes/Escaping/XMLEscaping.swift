/// XML: text and attribute values. Source: XML 1.0, sections 2.2 and 2.4; characters that XML forbids are left out.
extension ByteBuffer {
    package mutating func append(xmlEscaped text: String) {
        unsafe text.withRawUTF8 { raw in
            var start = 0
            var index = 0
            while index < raw.count {
                let byte = unsafe raw[index]
                guard Self.isSpecialInXML(byte), unsafe byte != 0xEF || Self.isNoncharacter(raw, at: index) else {
                    index += 1
                    continue
                }
                unsafe append(UnsafeRawBufferPointer(rebasing: raw[start..<index]))
                appendXMLReference(byte)
                index += byte == 0xEF ? 3 : 1
                start = index
            }
            unsafe append(UnsafeRawBufferPointer(rebasing: raw[start...]))
        }
    }

    /// Nothing for what XML forbids.
    private mutating func appendXMLReference(_ byte: UInt8) {
        switch byte {
        case 0x26: append("&amp;")
        case 0x3C: append("&lt;")
        case 0x3E: append("&gt;")
        case 0x22: append("&quot;")
        case 0x27: append("&apos;")
        default: break
        }
    }

    @inline(__always)
    private static func isSpecialInXML(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0xEF: true
        case 0x09, 0x0A, 0x0D: false
        default: byte < 0x20
        }
    }

    /// U+FFFE and U+FFFF, which are no characters of XML.
    private static func isNoncharacter(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        guard index + 2 < bytes.count, unsafe bytes[index + 1] == 0xBF else { return false }
        return unsafe bytes[index + 2] == 0xBE || bytes[index + 2] == 0xBF
    }
}
