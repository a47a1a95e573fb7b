package import Diagnostics

/// What an id from a gateway may be: any text that people can see. It is data, and escaped wherever it is shown.
package enum ModelID {
    /// The most bytes of an id (catalog contract, section 3).
    package static let byteLimit = 256

    /// What is wrong with an id or a name; nil when it is sound.
    package static func problem(_ text: String, byteLimit: Int = byteLimit) -> Message? {
        if text.utf8.count > byteLimit {
            return Message(en: "is longer than \(byteLimit) bytes", zh: "超过 \(byteLimit) 字节")
        }
        if let hidden = text.unicodeScalars.first(where: isHidden) {
            let code = "U+" + String(repeating: "0", count: max(0, 4 - hex(hidden).utf8.count)) + hex(hidden)
            return Message(en: "holds the invisible character \(code)", zh: "含有不可见字符 \(code)")
        }
        let isBlank = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        return isBlank ? Message(en: "is blank", zh: "是空白") : nil
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16, uppercase: true) }

    /// Control characters, line separators, and what changes direction or has no width.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
