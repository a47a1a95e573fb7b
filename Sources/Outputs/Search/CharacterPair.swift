/// Two characters that stand side by side, as a number of 24 bits. The same folding and the same number are worked out in the
/// browser (`assets/search.js`); two pairs with one number only cost a look at the text.
///
/// Two Latin letters or digits tell little, so the last eight bits of their number are those of the character behind them.
enum CharacterPair {
    static let bits = 24

    // Chosen so that pairs with one number are far apart: characters less than 270 places from each other have different ones.
    static let firstFactor: UInt16 = 0xBBDB
    static let secondFactor: UInt16 = 0xBADF
    static let lastFactor: UInt16 = 0xD8DF
    static let lastSecondFactor: UInt16 = 0x5FBF

    /// What stands for a folded character in the numbers of pairs: few share one.
    @inline(__always)
    static func code(_ character: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: character ^ character >> 16) }

    /// The code of a letter or digit of ASCII, folded.
    @inline(__always)
    static func isLatin(_ code: UInt16) -> Bool { code &- 0x61 < 26 || code &- 0x30 < 10 }

    /// The number of the pair with which codes begin.
    static func number(_ codes: ArraySlice<UInt16>) -> UInt32 {
        let (first, second) = (codes[codes.startIndex], codes[codes.startIndex + 1])
        let third = codes.dropFirst(2).first ?? 0
        let last =
            isLatin(first) && isLatin(second)
            ? third &* lastFactor : first &* lastFactor &+ second &* lastSecondFactor
        return UInt32(first &* firstFactor &+ second &* secondFactor) << 8 | UInt32(last >> 8)
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
