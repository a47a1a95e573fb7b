/// CSS. Source: CSS Syntax Module Level 3.
enum StyleSheet: CodeLanguage {
    static let name = "css"
    static let aliases: [String] = []

    static func read(_ code: inout CodeScanner) {
        var reader = StyleReader()
        while !code.isAtEnd { reader.step(&code) }
    }
}

/// Where in a style sheet the next byte stands.
private struct StyleReader {
    private enum Place {
        case selector
        /// Behind `@` and its name, up to `{` or `;`.
        case condition
        case value
    }

    private var place = Place.selector
    /// How many braces are open.
    private var depth = 0

    mutating func step(_ code: inout CodeScanner) {
        let byte = code.current
        switch byte {
        case 0x20, 0x09...0x0D: code.advance()
        case 0x2F where code.byte(ahead: 1) == 0x2A: code.comment(opening: 2, closing: 0x2A, 0x2F)
        case 0x22, 0x27: code.quoted(spansLines: false)
        case 0x7B, 0x7D, 0x3B:
            depth = byte == 0x7B ? depth + 1 : byte == 0x7D ? max(depth - 1, 0) : depth
            code.advance()
            begin(&code)
        case 0x40:
            word(&code, opening: 1, .keyword)
            place = .condition
        default:
            switch place {
            case .selector: selector(&code, byte)
            case .condition, .value: value(&code, byte)
            }
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool { CodeScanner.isWordPart(byte) || byte == 0x2D }

    private func word(_ code: inout CodeScanner, opening: Int, _ tokenClass: TokenClass) {
        code.mark(.plain)
        code.advance(opening)
        code.skip(while: Self.isNamePart)
        code.mark(tokenClass)
    }

    /// Behind a brace or a semicolon: a declaration, or the selector of a rule inside.
    private mutating func begin(_ code: inout CodeScanner) {
        place = .selector
        code.skip(while: CodeScanner.isSpace)
        guard depth > 0, Self.isNamePart(code.current) else { return }
        let stop = code.find { $0 == 0x7B || $0 == 0x7D || $0 == 0x3B }
        guard stop == code.end || code.bytes[stop] != 0x7B else { return }
        let isCustom = code.current == 0x2D && code.byte(ahead: 1) == 0x2D
        word(&code, opening: 0, isCustom ? .variable : .attribute)
        place = .value
    }

    private func selector(_ code: inout CodeScanner, _ byte: UInt8) {
        switch byte {
        case 0x2E where Self.isNamePart(code.byte(ahead: 1)): word(&code, opening: 1, .type)
        case 0x3A: word(&code, opening: code.byte(ahead: 1) == 0x3A ? 2 : 1, .meta)
        case 0x23: word(&code, opening: 1, .plain)
        case 0x5B:
            code.advance()
            word(&code, opening: 0, .attribute)
        case _ where Self.isNamePart(byte): word(&code, opening: 0, .tag)
        default: code.advance()
        }
    }

    private func value(_ code: inout CodeScanner, _ byte: UInt8) {
        let isSigned = byte == 0x2D || byte == 0x2B || byte == 0x2E
        if CodeScanner.isDigit(byte) || isSigned && CodeScanner.isDigit(code.byte(ahead: 1)) {
            code.mark(.plain)
            code.advance()
            code.skip { CodeScanner.isWordPart($0) || $0 == 0x2E || $0 == 0x25 }
            code.mark(.number)
        } else if byte == 0x23 {
            word(&code, opening: 1, .number)
        } else if byte == 0x21 {
            word(&code, opening: 1, .keyword)
        } else if byte == 0x2D, code.byte(ahead: 1) == 0x2D {
            word(&code, opening: 2, .variable)
        } else if Self.isNamePart(byte) {
            word(&code, opening: 0, .plain)
        } else {
            code.advance()
        }
    }
}
