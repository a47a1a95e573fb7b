/// Characters of UTF-8 text by their bytes.
enum Letters {
    /// The length of the sequence that a byte begins.
    static func length(of lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// Whether a Han character begins at an offset.
    static func isHan(_ bytes: [UInt8], at index: Int) -> Bool {
        let lead = bytes[index]
        guard lead >= 0xE3, index + 2 < bytes.count else { return false }
        if lead >= 0xF0 { return lead == 0xF0 && bytes[index + 1] >= 0xA0 }
        let value = Int(lead & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
        return (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value)
            || (0xF900...0xFAFF).contains(value)
    }

    /// Whether a Han character ends right before an offset.
    static func isHan(_ bytes: [UInt8], before index: Int) -> Bool {
        guard index >= 3, bytes[index - 1] & 0xC0 == 0x80 else { return false }
        if bytes[index - 3] >= 0xE3 { return isHan(bytes, at: index - 3) }
        return index >= 4 && bytes[index - 4] >= 0xF0 && isHan(bytes, at: index - 4)
    }

    static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// How many Han characters and how many words of other letters a stretch holds.
    static func count(_ bytes: [UInt8], _ range: Range<Int>) -> (han: Int, words: Int) {
        var (han, words, index, isInside) = (0, 0, range.lowerBound, false)
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                // An apostrophe or a hyphen ends no word.
                let isPart = isWord(byte) || isInside && (byte == 0x27 || byte == 0x2D || byte == CheckedText.unseen)
                if isPart, !isInside { words += 1 }
                isInside = isPart
                index += 1
            } else if isHan(bytes, at: index) {
                han += 1
                isInside = false
                index += length(of: byte)
            } else {
                // Letters with accents are parts of words; signs such as quotation marks aren't.
                let isLetter = byte < 0xE2
                if isLetter, !isInside { words += 1 }
                isInside = isLetter || isInside && byte == 0xE2
                index += length(of: byte)
            }
        }
        return (han, words)
    }

    /// Letters and digits alone, small: what two texts are compared by.
    static func normalized(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A, 0x4E00...0x9FFF: result.append(scalar)
            case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
            case 0..<0x80, 0x2000...0x206F, 0x3000...0x3004, 0xFF00...0xFF0F, 0xFF1A...0xFF20: break
            default:
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                }
            }
        }
        return String(result)
    }
}
