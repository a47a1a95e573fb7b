/// How long a text is for a reader: words in scripts with spaces, characters in Chinese, where 17 Han count as 10 words.
struct TextMeasure {
    private(set) var han = 0
    private(set) var latinWords = 0

    init(_ text: String) {
        var isInWord = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                han += 1
                isInWord = false
            default:
                let isLetter = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                if isLetter, !isInWord { latinWords += 1 }
                isInWord = isLetter
            }
        }
    }

    /// In words.
    var words: Int { latinWords + han * 10 / 17 }
}
