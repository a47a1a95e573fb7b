/// What the lexers have in common: words, numbers, comments and quoted text.
extension CodeScanner {
    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Blank, line feed, carriage return and the like.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

    /// Letters of other scripts count as letters.
    @inline(__always)
    static func isWordStart(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 0x5F || byte >= 0x80 }

    @inline(__always)
    static func isWordPart(_ byte: UInt8) -> Bool { isWordStart(byte) || isDigit(byte) }

    /// Passes an identifier; what is unmarked before it is plain.
    @inline(__always)
    mutating func word() -> CodeWord {
        mark(.plain)
        let first = position
        skip(while: Self.isWordPart)
        return CodeWord(bytes, first..<position)
    }

    /// Passes what is left of the line, without its line feed.
    @inline(__always)
    mutating func line(as tokenClass: TokenClass) {
        mark(.plain)
        skip { $0 != 0x0A }
        mark(tokenClass)
    }

    /// Passes a comment up to two closing bytes, or to the end.
    mutating func comment(opening: Int, closing first: UInt8, _ second: UInt8) {
        mark(.plain)
        advance(opening)
        while !isAtEnd {
            skip { $0 != first }
            advance()
            if current == second, !isAtEnd {
                advance()
                break
            }
        }
        mark(.comment)
    }

    /// Passes a number: digits of any base, fraction, exponent, separators and suffixes.
    mutating func number() {
        mark(.plain)
        let isHex = current == 0x30 && byte(ahead: 1) | 0x20 == 0x78
        while !isAtEnd {
            let byte = current
            if Self.isWordPart(byte) && byte < 0x80 {
                let isExponent = isHex ? byte | 0x20 == 0x70 : byte | 0x20 == 0x65
                advance()
                if isExponent, current == 0x2B || current == 0x2D, Self.isDigit(self.byte(ahead: 1)) { advance() }
            } else if byte == 0x2E, Self.isDigit(self.byte(ahead: 1)) {
                advance()
            } else {
                break
            }
        }
        mark(.number)
    }

    /// Whether a number begins here; `.5` is one.
    @inline(__always) var isAtNumber: Bool {
        Self.isDigit(current) || current == 0x2E && Self.isDigit(byte(ahead: 1))
    }

    /// Passes text in quotes with backslash escapes, opening quote included. Without `spansLines` it ends with its line.
    mutating func quoted(spansLines: Bool) {
        let quote = current
        mark(.plain)
        advance()
        while !isAtEnd {
            skip { $0 != quote && $0 != 0x5C && $0 != 0x0A }
            if current == 0x5C {
                escape()
            } else if current == 0x0A, !spansLines {
                break
            } else {
                let isClosing = current == quote
                advance()
                if isClosing { break }
            }
        }
        mark(.string)
    }

    /// Passes a backslash and what it escapes, inside a string. A character of several bytes stays whole.
    mutating func escape() {
        mark(.string)
        advance()
        let first = current
        // An escaped line feed continues the string on the next line.
        advanceCharacter()
        switch first {
        case 0x78: digits(atMost: 2)
        case 0x75:
            if current == 0x7B {
                advance()
                digits(atMost: 8)
                if current == 0x7D { advance() }
            } else {
                digits(atMost: 4)
            }
        case 0x55: digits(atMost: 8)
        case 0x30...0x37:
            let limit = position + 2
            while position < limit, current & 0xF8 == 0x30, !isAtEnd { advance() }
        default: break
        }
        mark(.escape)
    }

    private mutating func digits(atMost count: Int) {
        let limit = position + count
        while position < limit, Self.isDigit(current) || (current | 0x20) &- 0x61 < 6 { advance() }
    }
}
