import Bytes

/// What stands in addresses.
enum URLText {
    /// Whether an address is the same percent-encoded, in HTML and in Markdown. False for some that are, never true for one that
    /// is not.
    static func isPlain(_ address: String) -> Bool {
        address.withRawUTF8 { bytes in
            bytes.allSatisfy { byte in
                switch byte {
                case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x2F, 0x3A, 0x23: true
                default: false
                }
            }
        }
    }
}
