/// Two characters that stand side by side, as a number of 24 bits. The same folding and the same number are worked out in the
/// browser (`assets/search.js`); two pairs with one number only cost a look at the text.
///
/// Two Latin letters or digits tell little, so the last eight bits of their number are those of the character behind them.
enum CharacterPair {
    static let bits = 24

    static let firstFactor: UInt32 = 0x9E37_79B1
    static let secondFactor: UInt32 = 0x85EB_CA77
    static let thirdFactor: UInt32 = 0x2C1B_3C6D

    private static func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
        var mixed = (first &* firstFactor) ^ (second &* secondFactor)
        mixed ^= mixed >> 15
        mixed &*= thirdFactor
        mixed ^= mixed >> 13
        return mixed >> 8
    }

    /// A letter or digit of ASCII, folded.
    @inline(__always)
    static func isLatin(_ character: UInt32) -> Bool { character &- 0x61 < 26 || character &- 0x30 < 10 }

    /// What a character behind a pair of Latin letters adds to its number; zero at the end of a text.
    @inline(__always)
    static func third(_ character: UInt32) -> UInt32 { (character &* firstFactor) >> 24 }

    /// The number of the pair with which characters begin.
    static func number(_ characters: ArraySlice<UInt32>) -> UInt32 {
        let first = characters.startIndex
        let number = number(characters[first], characters[first + 1])
        guard isLatin(characters[first]), isLatin(characters[first + 1]) else { return number }
        return number & ~0xFF | (characters.count > 2 ? third(characters[first + 2]) : 0)
    }

    /// A character as search compares it: in lower case, full-width forms as ASCII; nil for white space and what takes no room.
    @inline(__always)
    static func folded(_ character: UInt32) -> UInt32? {
        if character < 0x80 {
            if character <= 0x20 || character == 0x7F { return nil }
            return character >= 0x41 && character <= 0x5A ? character + 0x20 : character
        }
        // Han and all that stands beside it.
        if character >= 0x3001, character < 0xFF00 { return character == 0xFEFF ? nil : character }
        return foldedRarely(character)
    }

    private static func foldedRarely(_ character: UInt32) -> UInt32? {
        switch character {
        case 0xA0, 0xAD, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000: return nil
        case 0xFF01...0xFF5E: return folded(character - 0xFEE0)
        case 0xC0..<0x2E80:
            guard let scalar = Unicode.Scalar(character) else { return character }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first.map(\.value) ?? character : character
        default: return character
        }
    }
}
