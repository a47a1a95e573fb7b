/// YAML. Source: YAML 1.2.2, yaml.org/spec.
enum YAML: CodeLanguage {
    static let name = "yaml"
    static let aliases = ["yml"]

    static func read(_ code: inout CodeScanner) {
        var reader = YAMLReader()
        while !code.isAtEnd { reader.line(&code) }
    }
}

/// Reads YAML line by line.
private struct YAMLReader {
    /// The column of the key or hyphen that the next value belongs to.
    private var column = 0
    private static let words = WordTable<TokenClass>([(.keyword, "true false null True False Null TRUE FALSE NULL ~")])

    mutating func line(_ code: inout CodeScanner) {
        let first = code.position
        code.skip { $0 == 0x20 }
        let isFlush = first == code.position
        if isFlush, code.current == 0x25 { return code.line(as: .meta) }
        if isFlush, isDocumentMark(code) { code.take(3, as: .meta) }
        column = code.position - first
        indicators(&code, first)
        while !code.isAtEnd, code.current != 0x0A { node(&code, first) }
        code.advance()
    }

    /// `---` or `...`
    private func isDocumentMark(_ code: CodeScanner) -> Bool {
        let byte = code.current
        guard byte == 0x2D || byte == 0x2E, code.byte(ahead: 1) == byte, code.byte(ahead: 2) == byte else {
            return false
        }
        return Self.endsMark(code, 3)
    }

    /// A blank, the end of the line, or the end.
    @inline(__always)
    private static func endsMark(_ code: CodeScanner, _ ahead: Int) -> Bool {
        code.position + ahead >= code.end || CodeScanner.isSpace(code.byte(ahead: ahead))
    }

    private mutating func indicators(_ code: inout CodeScanner, _ first: Int) {
        while code.current == 0x2D || code.current == 0x3F, Self.endsMark(code, 1) {
            column = code.position - first
            code.advance()
            code.skip(while: CodeScanner.isBlank)
        }
    }

    private mutating func node(_ code: inout CodeScanner, _ first: Int) {
        switch code.current {
        case 0x20, 0x09, 0x0D: code.advance()
        case 0x23 where CodeScanner.isSpace(code.previous): code.line(as: .comment)
        case 0x26, 0x2A: name(&code, .variable)
        case 0x21: name(&code, .type)
        case 0x7C, 0x3E: blockScalar(&code)
        case 0x22, 0x27: quoted(&code, first)
        case 0x5B, 0x7B: flow(&code)
        case 0x3A where Self.endsMark(code, 1): code.advance()
        default: plain(&code, first, isFlow: false)
        }
    }

    /// An anchor, an alias or a tag.
    private func name(_ code: inout CodeScanner, _ tokenClass: TokenClass) {
        code.mark(.plain)
        code.advance()
        code.skip { !CodeScanner.isSpace($0) && $0 != 0x2C && $0 != 0x5D && $0 != 0x7D }
        code.mark(tokenClass)
    }

    private mutating func quoted(_ code: inout CodeScanner, _ first: Int) {
        let begin = code.position
        let quote = code.current
        code.mark(.plain)
        code.advance()
        while !code.isAtEnd {
            code.skip { $0 != quote && $0 != 0x5C }
            if code.current == 0x5C {
                if quote == 0x22 { code.escape() } else { code.advance() }
            } else if quote == 0x27, code.byte(ahead: 1) == quote {
                code.advance(2)
            } else {
                code.advance()
                break
            }
        }
        let close = code.position
        code.skip(while: CodeScanner.isBlank)
        let isKey = code.current == 0x3A && Self.endsMark(code, 1)
        code.mark(isKey ? .tag : .string, upTo: close)
        if isKey { column = max(begin - first, 0) }
    }

    /// A key, or a value up to the end of its line.
    private mutating func plain(_ code: inout CodeScanner, _ first: Int, isFlow: Bool) {
        code.mark(.plain)
        let begin = code.position
        var isKey = false
        var last = begin
        while !code.isAtEnd {
            let byte = code.current
            if byte == 0x0A { break }
            if byte == 0x3A, Self.endsMark(code, 1) || isFlow && endsFlow(code.byte(ahead: 1)) {
                isKey = true
                break
            }
            if byte == 0x23, CodeScanner.isBlank(code.previous) { break }
            if isFlow, endsFlow(byte) { break }
            code.advance()
            if !CodeScanner.isSpace(byte) { last = code.position }
        }
        if last == begin { return code.advance() }
        if isKey { column = max(begin - first, 0) }
        code.mark(isKey ? .tag : scalarClass(code, begin..<last), upTo: last)
    }

    private func endsFlow(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
    }

    private func scalarClass(_ code: CodeScanner, _ range: Range<Int>) -> TokenClass {
        if let tokenClass = Self.words[CodeWord(code.bytes, range)] { return tokenClass }
        return Self.isNumber(code.bytes[range]) ? .number : .plain
    }

    /// Whole and decimal numbers of the core schema, with an exponent; `1.2.3` and dates are text.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text.first == 0x2D || text.first == 0x2B ? text.dropFirst() : text
        guard rest.count <= 40 else { return false }
        let whole = rest.prefix(while: CodeScanner.isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == 0x2E {
            fraction = rest.dropFirst().prefix(while: CodeScanner.isDigit)
            rest = rest.dropFirst(fraction.count + 1)
        }
        if whole.isEmpty && fraction.isEmpty { return false }
        if let letter = rest.first, letter | 0x20 == 0x65 {
            rest = rest.dropFirst()
            if rest.first == 0x2D || rest.first == 0x2B { rest = rest.dropFirst() }
            return !rest.isEmpty && rest.allSatisfy(CodeScanner.isDigit)
        }
        return rest.isEmpty
    }
}

/// What goes over several lines.
extension YAMLReader {
    /// A literal or folded text: its lines are indented further than what it belongs to.
    private mutating func blockScalar(_ code: inout CodeScanner) {
        code.advance()
        code.skip { CodeScanner.isDigit($0) || $0 == 0x2B || $0 == 0x2D }
        code.skip(while: CodeScanner.isBlank)
        guard code.isAtEnd || CodeScanner.isSpace(code.current) || code.current == 0x23 else { return }
        code.current == 0x23 ? code.line(as: .comment) : code.skip { $0 != 0x0A }
        code.mark(.plain)
        while !code.isAtEnd {
            // At a line feed: the next line belongs to the text if it is blank or indented.
            var index = code.position + 1
            while index < code.end, code.bytes[index] == 0x20 { index += 1 }
            let isBlank = index >= code.end || code.bytes[index] == 0x0A || code.bytes[index] == 0x0D
            let indent = index - code.position - 1
            guard isBlank || indent > column else { break }
            code.advance(to: index)
            code.skip { $0 != 0x0A }
            code.mark(isBlank ? .plain : .string)
        }
    }

    /// Collections in brackets, to the bracket that closes the first, or to the end.
    private mutating func flow(_ code: inout CodeScanner) {
        var depth = 0
        repeat {
            switch code.current {
            case 0x5B, 0x7B:
                depth += 1
                code.advance()
            case 0x5D, 0x7D:
                depth -= 1
                code.advance()
            case 0x2C, 0x20, 0x09...0x0D: code.advance()
            case 0x23 where CodeScanner.isSpace(code.previous): code.line(as: .comment)
            case 0x26, 0x2A: name(&code, .variable)
            case 0x21: name(&code, .type)
            case 0x22, 0x27: quotedInFlow(&code)
            case 0x3A, 0x3F: code.advance()
            default:
                let outer = column
                plain(&code, code.position, isFlow: true)
                column = outer
            }
        } while depth > 0 && !code.isAtEnd
    }

    private mutating func quotedInFlow(_ code: inout CodeScanner) {
        let outer = column
        quoted(&code, code.position)
        column = outer
    }
}
