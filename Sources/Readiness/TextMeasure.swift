/// A word that is sought in many short texts, capital letters or small.
struct FoldedWord: Sendable {
    private let bytes: [UInt8]

    /// - Parameter word: in small letters.
    init(_ word: String) { bytes = Array(word.utf8) }

    func stands(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            guard text.count >= bytes.count else { return false }
            for start in 0...(text.count - bytes.count)
            where bytes.indices.allSatisfy({ Self.lower(text[start + $0]) == bytes[$0] }) {
                return true
            }
            return false
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// How long a text is for a reader: words in scripts with spaces, characters in Chinese, where 17 Han count as 10 words.
struct TextMeasure {
    private(set) var han = 0
    private(set) var latinWords = 0

    /// Unicode scalars.
    private(set) var characters = 0

    init(_ text: String) {
        var isInWord = false
        for scalar in text.unicodeScalars {
            characters += 1
            switch scalar.value {
            case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                han += 1
                isInWord = false
            case 0..<0x80:
                let isLetter =
                    (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
                if isLetter, !isInWord { latinWords += 1 }
                isInWord = isLetter
            // Signs of general and of East Asian punctuation.
            case 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFF0F, 0xFF1A...0xFF20:
                isInWord = false
            default:
                let isLetter = scalar.properties.isAlphabetic
                if isLetter, !isInWord { latinWords += 1 }
                isInWord = isLetter
            }
        }
    }

    /// In words.
    var words: Int { latinWords + han * 10 / 17 }
}
