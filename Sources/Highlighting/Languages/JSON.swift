/// JSON, with comments as configuration files have them, and one value after another as in JSON Lines.
enum JSON: CodeLanguage {
    static let name = "json"
    static let aliases = ["geojson", "json5", "jsonc", "jsonl", "ndjson", "webmanifest"]

    private static let words = WordTable<TokenClass>([(.keyword, "true false null")])

    static func read(_ code: inout CodeScanner) {
        while !code.isAtEnd {
            switch code.current {
            case 0x22: string(&code)
            case 0x2F where code.byte(ahead: 1) == 0x2F: code.line(as: .comment)
            case 0x2F where code.byte(ahead: 1) == 0x2A: code.comment(opening: 2, closing: 0x2A, 0x2F)
            case 0x2D where CodeScanner.isDigit(code.byte(ahead: 1)): negative(&code)
            case 0x30...0x39: code.number()
            case let byte where CodeScanner.isWordStart(byte):
                let tokenClass = words[code.word()]
                code.mark(tokenClass ?? .plain)
            default: code.advance()
            }
        }
    }

    private static func negative(_ code: inout CodeScanner) {
        code.mark(.plain)
        code.advance()
        let first = code.position
        code.skip { CodeScanner.isDigit($0) || $0 == 0x2E || $0 | 0x20 == 0x65 || $0 == 0x2B || $0 == 0x2D }
        code.mark(first == code.position ? .plain : .number)
    }

    /// A string before a colon is a key.
    private static func string(_ code: inout CodeScanner) {
        code.mark(.plain)
        code.advance()
        while !code.isAtEnd {
            code.skip { $0 != 0x22 && $0 != 0x5C && $0 != 0x0A }
            if code.current == 0x5C {
                code.advance(2)
            } else {
                if code.current == 0x22 { code.advance() }
                break
            }
        }
        let close = code.position
        code.skip(while: CodeScanner.isSpace)
        code.mark(code.current == 0x3A ? .tag : .string, upTo: close)
    }
}
