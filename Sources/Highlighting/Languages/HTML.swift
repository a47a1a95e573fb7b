/// HTML and XML. Source: HTML Living Standard, section 13.
enum HTML: CodeLanguage {
    static let name = "html"
    static let aliases = ["htm", "svg", "xhtml", "xml"]

    static func read(_ code: inout CodeScanner) {
        while !code.isAtEnd {
            code.skip { $0 != 0x3C && $0 != 0x26 }
            if code.current == 0x26 {
                reference(&code)
            } else if code.current == 0x3C {
                markup(&code)
            }
        }
    }

    private static func markup(_ code: inout CodeScanner) {
        let next = code.byte(ahead: 1)
        switch next {
        case 0x21 where code.byte(ahead: 2) == 0x2D && code.byte(ahead: 3) == 0x2D: comment(&code)
        case 0x21 where code.byte(ahead: 2) == 0x5B: section(&code)
        case 0x21, 0x3F:
            code.mark(.plain)
            code.skip { $0 != 0x3E }
            code.advance()
            code.mark(.meta)
        case 0x2F where CodeScanner.isWordStart(code.byte(ahead: 2)): tag(&code, opening: 2)
        case _ where CodeScanner.isWordStart(next): tag(&code, opening: 1)
        default: code.advance()
        }
    }

    /// A character reference, as in `&amp;` or `&#x4E2D;`.
    private static func reference(_ code: inout CodeScanner) {
        var length = 1
        if code.byte(ahead: 1) == 0x23 { length = 2 }
        let first = length
        while CodeScanner.isLetter(code.byte(ahead: length)) || CodeScanner.isDigit(code.byte(ahead: length)),
            length < 34
        {
            length += 1
        }
        guard length > first, code.byte(ahead: length) == 0x3B else { return code.advance() }
        code.take(length + 1, as: .escape)
    }

    private static func comment(_ code: inout CodeScanner) {
        code.mark(.plain)
        code.advance(4)
        while !code.isAtEnd {
            code.skip { $0 != 0x3E }
            code.advance()
            if code.byte(behind: 2) == 0x2D, code.byte(behind: 3) == 0x2D { break }
        }
        code.mark(.comment)
    }

    private static func section(_ code: inout CodeScanner) {
        code.mark(.plain)
        while !code.isAtEnd {
            code.skip { $0 != 0x3E }
            code.advance()
            if code.byte(behind: 2) == 0x5D, code.byte(behind: 3) == 0x5D { break }
        }
        code.mark(.meta)
    }
}

/// Tags, and what stands between them as it is.
extension HTML {
    private enum Content {
        case markup, script, json, style, text
    }

    private static let raw: [(CodeWord, Content)] = [
        (CodeWord("script"), .script), (CodeWord("style"), .style), (CodeWord("textarea"), .text),
        (CodeWord("title"), .text),
    ]

    private static func isNamePart(_ byte: UInt8) -> Bool {
        CodeScanner.isWordPart(byte) || byte == 0x2D || byte == 0x3A || byte == 0x2E || byte == 0x40
    }

    private static func tag(_ code: inout CodeScanner, opening: Int) {
        code.advance(opening)
        code.mark(.plain)
        let first = code.position
        code.skip(while: isNamePart)
        code.mark(.tag)
        let name = first..<code.position
        let word = lowered(code, name)
        var content = opening == 1 ? raw.first { $0.0 == word }?.1 ?? .markup : .markup
        while !code.isAtEnd, code.current != 0x3E {
            if code.current == 0x2F, code.byte(ahead: 1) == 0x3E {
                content = .markup
                code.advance()
            } else if isNamePart(code.current) {
                attribute(&code, &content)
            } else if code.current == 0x22 || code.current == 0x27 {
                quoted(&code)
            } else if code.current == 0x3C {
                // The tag before was never closed.
                return
            } else {
                code.advance()
            }
        }
        code.advance()
        if content != .markup { rawText(&code, content, until: name) }
    }

    private static func lowered(_ code: CodeScanner, _ range: Range<Int>) -> CodeWord {
        guard range.count <= 8 else { return CodeWord(code.bytes, range) }
        let bytes = code.bytes[range].map { $0 | 0x20 }
        return CodeWord(bytes, 0..<bytes.count)
    }

    private static func attribute(_ code: inout CodeScanner, _ content: inout Content) {
        code.mark(.plain)
        let first = code.position
        code.skip(while: isNamePart)
        code.mark(.attribute)
        let isType = content == .script && lowered(code, first..<code.position) == CodeWord("type")
        code.skip(while: CodeScanner.isSpace)
        guard code.current == 0x3D else { return }
        code.advance()
        code.skip(while: CodeScanner.isSpace)
        let value = code.position
        if code.current == 0x22 || code.current == 0x27 {
            quoted(&code)
        } else {
            code.mark(.plain)
            code.skip { !CodeScanner.isSpace($0) && $0 != 0x3E }
            code.mark(.string)
        }
        if isType { content = scriptContent(code.bytes[value..<code.position]) }
    }

    private static func quoted(_ code: inout CodeScanner) {
        let quote = code.current
        code.mark(.plain)
        code.advance()
        code.skip { $0 != quote }
        code.advance()
        code.mark(.string)
    }

    /// What a script of this type holds; a type that is not known is text.
    private static func scriptContent(_ type: ArraySlice<UInt8>) -> Content {
        let name = String(decoding: type.prefix(60).filter { $0 != 0x22 && $0 != 0x27 }, as: UTF8.self)
        if name.hasSuffix("json") || name == "importmap" || name == "speculationrules" { return .json }
        return name.isEmpty || name == "module" || name.hasSuffix("javascript") ? .script : .text
    }

    /// Content up to the tag that closes it, or to the end.
    private static func rawText(_ code: inout CodeScanner, _ content: Content, until name: Range<Int>) {
        code.mark(.plain)
        let word = Array(code.bytes[name])
        var limit = code.find { $0 == 0x3C }
        while limit < code.end, code.bytes[min(limit + 1, code.end - 1)] != 0x2F || !code.holds(word, at: limit + 2) {
            limit = code.find(from: limit + 1) { $0 == 0x3C }
        }
        code.within(limit) { part in
            switch content {
            case .script: JavaScript.read(&part)
            case .json: JSON.read(&part)
            case .style: StyleSheet.read(&part)
            case .text, .markup: part.skip { _ in true }
            }
        }
    }
}
