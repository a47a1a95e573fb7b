internal import Bytes

/// HTML that is printed as it is. Whoever makes one vouches for it.
package struct SafeHTML: Sendable, Hashable {
    /// UTF-8.
    package let bytes: [UInt8]

    /// HTML that this program wrote, such as a rendered Markdown body.
    package init(trusted bytes: [UInt8]) { self.bytes = bytes }

    /// HTML that this program wrote.
    package init(trusted text: String) { self.bytes = Array(text.utf8) }

    /// Text made safe: `&`, `<`, `>` and both quotes are replaced.
    package init(escaping text: String) {
        var buffer = ByteBuffer(capacity: text.utf8.count + 16)
        buffer.append(autoescaped: text)
        self.bytes = buffer.bytes
    }

    /// The HTML as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
