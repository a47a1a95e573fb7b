/// Reads scalars out of UTF-8 bytes and tells their kinds; ill-formed bytes are read as U+FFFD of one byte.
enum Scalars {
    /// The scalar that begins at `index`, and its length in bytes.
    static func scalar(at index: Int, in bytes: [UInt8], end: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + length <= end else { return (0xFFFD, 1) }
        var value = first & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            let byte = UInt32(bytes[index + offset])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | byte & 0x3F
        }
        return (value, length)
    }

    /// The scalar that ends before `index`, and where it begins.
    static func scalar(before index: Int, in bytes: [UInt8], start: Int) -> (value: UInt32, start: Int) {
        var first = index - 1
        while first > start, index - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
        let (value, length) = scalar(at: first, in: bytes, end: index)
        return first + length == index ? (value, first) : (0xFFFD, index - 1)
    }

    static func isWhitespace(_ value: UInt32) -> Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Punctuation as CommonMark 0.30 has it: ASCII punctuation and the general categories P.
    static func isPunctuation(_ value: UInt32) -> Bool {
        if value < 0x80 { return isASCIIPunctuation(UInt8(value)) }
        if isHan(value) || (0xAC00...0xD7A3).contains(value) { return false }
        guard let scalar = Unicode.Scalar(value) else { return false }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    static func isASCIIPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    static func isASCIIDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isHan(_ value: UInt32) -> Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3007, 0x2E80...0x2FDF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    static func isHangul(_ value: UInt32) -> Bool {
        switch value {
        case 0xAC00...0xD7FF, 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0x3200...0x321E, 0x3260...0x327E,
            0xFFA0...0xFFDC:
            true
        default: false
        }
    }

    /// East Asian wide, full-width or half-width, Hangul included, emoji not. Source: Unicode Standard Annex 11.
    static func isCJK(_ value: UInt32) -> Bool {
        if value < 0x1100 { return false }
        switch value {
        case 0x4E00...0x9FFF, 0x2E80...0x303E, 0x3041...0x4DBF, 0xA000...0xA4CF, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6F, 0xFF01...0xFFDC, 0xFFE0...0xFFE6, 0x20A9, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
            0x1F210...0x1F219, 0x1F21B...0x1F22E, 0x1F230...0x1F231, 0x1F237, 0x1F23B...0x1F24F, 0x20000...0x3FFFD:
            return true
        default: return isHangul(value)
        }
    }

    /// Has no space around it in Chinese: CJK without Hangul.
    static func joinsLines(_ value: UInt32) -> Bool { isCJK(value) && !isHangul(value) }

    /// Quotation marks, dashes and dots that Chinese and Latin text share.
    static func isSharedPunctuation(_ value: UInt32) -> Bool {
        switch value {
        case 0xB7, 0x2014...0x2015, 0x2018...0x2019, 0x201C...0x201D, 0x2025...0x2026: true
        default: false
        }
    }
}
