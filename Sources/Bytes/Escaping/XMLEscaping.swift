/// XML: text and attribute values. Source: XML 1.0, sections 2.2 and 2.4; characters that XML forbids are left out.
extension ByteBuffer {
    package mutating func append(xmlEscaped text: String) {
        var text = text
        text.withUTF8 { bytes in
            unsafe appendRuns(of: UnsafeRawBufferPointer(bytes), where: Self.isSpecialInXML) { buffer, byte in
                switch byte {
                case 0x26: buffer.append("&amp;")
                case 0x3C: buffer.append("&lt;")
                case 0x3E: buffer.append("&gt;")
                case 0x22: buffer.append("&quot;")
                case 0x27: buffer.append("&apos;")
                default: break
                }
            }
        }
    }

    @inline(__always)
    private static func isSpecialInXML(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27: true
        case 0x09, 0x0A, 0x0D: false
        default: byte < 0x20
        }
    }
}
