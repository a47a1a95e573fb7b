/// URLs: percent-encoding. Source: RFC 3986, section 2.
extension ByteBuffer {
    /// An address that is whole already: what is not allowed in a URL is percent-encoded, existing `%XX` stay.
    /// This is the set that the CommonMark reference writes in `href`.
    package mutating func append(urlEncoded text: String) {
        unsafe text.withRawUTF8 { unsafe append(urlEncoded: $0) }
    }

    package mutating func append(urlEncoded bytes: UnsafeRawBufferPointer) {
        unsafe appendRuns(of: bytes, where: { !Self.isURLSafe($0) }) { $0.appendPercent($1) }
    }

    /// One segment of a path or one value of a query: everything but unreserved characters is percent-encoded.
    package mutating func append(urlComponent text: String) {
        unsafe text.withRawUTF8 { bytes in
            unsafe appendRuns(of: bytes, where: { !Self.isUnreserved($0) }) { $0.appendPercent($1) }
        }
    }

    private mutating func appendPercent(_ byte: UInt8) {
        append(byte: 0x25)
        append(byte: Self.upperHexDigit(byte >> 4))
        append(byte: Self.upperHexDigit(byte & 15))
    }

    private static func upperHexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    @inline(__always)
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    @inline(__always)
    private static func isURLSafe(_ byte: UInt8) -> Bool {
        if isUnreserved(byte) { return true }
        switch byte {
        // ! # $ % & ' ( ) * + , / : ; = ? @
        case 0x21, 0x23...0x2C, 0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40: return true
        default: return false
        }
    }
}
