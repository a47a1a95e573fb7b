import Bytes

/// Addresses as editors write them.
package enum WebAddress {
    /// What no URL may hold, percent-encoded: so that pages, twins and structured data say one address.
    /// Source: RFC 3986, appendix A.
    package static func encoded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
            default: false
            }
        }
        if isPlain { return text }
        var buffer = ByteBuffer(capacity: text.utf8.count + 32)
        buffer.append(urlEncoded: text)
        return buffer.text
    }
}
