/// Reads the languages of the JavaScript family.
struct ScriptReader {
    struct Dialect {
        let words: WordTable<TokenClass>
        let hasTypes: Bool
        /// Elements among expressions.
        let hasMarkup: Bool
    }

    /// What is open around the code.
    private enum Frame {
        /// Code in `${ }`, or in braces among markup; with how many braces are open inside.
        case code(braces: Int)
        case template
        /// Inside the angle brackets of a tag.
        case tag(isClosing: Bool)
        /// Between an element's tags.
        case children
    }

    /// Templates and elements that are nested deeper are read as the text around them.
    private static let deepest = 100
    private let dialect: Dialect
    private var frames: [Frame] = []
    /// Whether an operand may come next, so that a slash begins a regular expression.
    private var expectsOperand = true
    /// Whether the name that comes next stands where a type stands.
    private var expectsType = false
    /// A slash before this offset divides: there is no second one on the line.
    private var dividesUntil = 0

    static func read(_ code: inout CodeScanner, _ dialect: Dialect) {
        var reader = ScriptReader(dialect: dialect)
        if code.isAtLineStart, code.current == 0x23, code.byte(ahead: 1) == 0x21 { code.line(as: .comment) }
        while !code.isAtEnd { reader.step(&code) }
    }

    private init(dialect: Dialect) { self.dialect = dialect }

    private mutating func step(_ code: inout CodeScanner) {
        switch frames.last {
        case .template: template(&code)
        case .tag(let isClosing): tag(&code, isClosing)
        case .children: children(&code)
        case .code, nil: plainCode(&code)
        }
    }

    private mutating func plainCode(_ code: inout CodeScanner) {
        let byte = code.current
        switch byte {
        case 0x20, 0x09...0x0D: code.advance()
        case 0x22, 0x27:
            code.quoted(spansLines: false)
            expectsOperand = false
        case 0x60:
            code.take(1, as: .string)
            open(.template)
            expectsOperand = false
        case 0x2F: slash(&code)
        case 0x7B, 0x7D: brace(&code, byte)
        case 0x3C where dialect.hasMarkup && expectsOperand && Self.beginsMarkup(code.byte(ahead: 1)): openTag(&code)
        case 0x40 where dialect.hasTypes && CodeScanner.isWordStart(code.byte(ahead: 1)):
            code.mark(.plain)
            code.advance()
            code.skip(while: CodeScanner.isWordPart)
            code.mark(.meta)
        case let byte where CodeScanner.isWordStart(byte) || byte == 0x24: word(&code)
        case _ where code.isAtNumber:
            code.number()
            expectsOperand = false
        default: symbol(&code, byte)
        }
    }

    private mutating func symbol(_ code: inout CodeScanner, _ byte: UInt8) {
        // `x++ / 2` divides; `i = ++ /re/` is no program.
        let isStep = (byte == 0x2B || byte == 0x2D) && code.byte(ahead: 1) == byte
        code.advance(isStep ? 2 : 1)
        if !isStep { expectsOperand = byte != 0x29 && byte != 0x5D }
        switch byte {
        case 0x3A, 0x3C, 0x7C, 0x26: expectsType = true
        case 0x5B, 0x28: break
        default: expectsType = false
        }
    }

    private mutating func open(_ frame: Frame) {
        if frames.count < Self.deepest { frames.append(frame) }
    }
}

/// Words.
extension ScriptReader {
    /// What a keyword does beside being one.
    private struct Role: OptionSet {
        let rawValue: UInt8
        /// Before the name of a function.
        static let function = Role(rawValue: 1)
        /// Before the name of a type that is declared.
        static let declaring = Role(rawValue: 2)
        /// Before the name of a type that is used.
        static let naming = Role(rawValue: 4)
        /// A name unless something that it governs follows on the same line.
        static let contextual = Role(rawValue: 8)
        /// An operand.
        static let value = Role(rawValue: 16)
    }

    private static let roles = WordTable<Role>([
        (.function, "function"), (.declaring, "class interface enum"), (.naming, "extends implements"),
        ([.contextual, .declaring], "module namespace type"), ([.contextual, .naming], "as is keyof satisfies"),
        (
            .contextual,
            "abstract asserts async declare from infer of override private protected public readonly static unique"
        ),
        (.value, "this super true false null undefined NaN Infinity"),
    ])

    private mutating func word(_ code: inout CodeScanner) {
        let isMember = code.isAtMember
        let isType = expectsType
        expectsType = false
        code.mark(.plain)
        let first = code.position
        code.skip { CodeScanner.isWordPart($0) || $0 == 0x24 }
        let word = CodeWord(code.bytes, first..<code.position)
        var tokenClass = isMember ? nil : dialect.words[word]
        let role = tokenClass == .keyword ? Self.roles[word] ?? [] : []
        if role.contains(.contextual), isName(code) { tokenClass = nil }
        if tokenClass == nil, isType, dialect.hasTypes, code.bytes[first] &- 0x41 < 26 { tokenClass = .type }
        code.mark(tokenClass ?? .plain)
        expectsOperand = tokenClass == .keyword && !role.contains(.value)
        guard tokenClass == .keyword, !role.isEmpty else { return }
        if role.contains(.function) { name(&code, .function) }
        if role.contains(.declaring) { name(&code, .type) }
        expectsType = role.contains(.naming)
    }

    /// Whether a contextual word is used as a name.
    private func isName(_ code: CodeScanner) -> Bool {
        let isApart = code.current == 0x20
        switch code.byte(ahead: isApart ? 1 : 0) {
        case let next where CodeScanner.isWordStart(next): return false
        case 0x24, 0x7B, 0x2A, 0x23: return false
        case 0x22, 0x27, 0x5B, 0x28: return !isApart
        default: return true
        }
    }

    /// The name that a declaration gives, on the same line.
    private mutating func name(_ code: inout CodeScanner, _ tokenClass: TokenClass) {
        code.skip { CodeScanner.isBlank($0) || $0 == 0x2A }
        guard CodeScanner.isWordStart(code.current) || code.current == 0x24 else { return }
        code.mark(.plain)
        let first = code.position
        code.skip { CodeScanner.isWordPart($0) || $0 == 0x24 }
        let isWord = dialect.words[CodeWord(code.bytes, first..<code.position)] == .keyword
        code.mark(isWord ? .keyword : tokenClass)
        expectsOperand = isWord
    }
}

/// Slashes, braces and templates.
extension ScriptReader {
    private mutating func slash(_ code: inout CodeScanner) {
        switch code.byte(ahead: 1) {
        case 0x2F: code.line(as: .comment)
        case 0x2A: code.comment(opening: 2, closing: 0x2A, 0x2F)
        default:
            if expectsOperand, code.position >= dividesUntil, let end = regularExpressionEnd(&code) {
                code.mark(.plain)
                code.advance(to: end)
                code.skip(while: CodeScanner.isLetter)
                code.mark(.string)
                expectsOperand = false
            } else {
                code.advance()
                expectsOperand = true
            }
        }
    }

    /// The offset behind the slash that ends a regular expression on this line.
    private mutating func regularExpressionEnd(_ code: inout CodeScanner) -> Int? {
        var isEscaped = true
        var isInClass = false
        let end = code.find { byte in
            if byte == 0x0A { return true }
            if isEscaped {
                isEscaped = false
            } else {
                switch byte {
                case 0x5C: isEscaped = true
                case 0x5B: isInClass = true
                case 0x5D: isInClass = false
                case 0x2F: return !isInClass
                default: break
                }
            }
            return false
        }
        if end < code.end, code.bytes[end] == 0x2F { return end + 1 }
        dividesUntil = end
        return nil
    }

    private mutating func brace(_ code: inout CodeScanner, _ byte: UInt8) {
        expectsType = false
        guard case .code(let braces) = frames.last else {
            code.advance()
            expectsOperand = byte == 0x7B
            return
        }
        if byte == 0x7B {
            frames[frames.count - 1] = .code(braces: braces + 1)
            code.advance()
            expectsOperand = true
        } else if braces > 0 {
            frames[frames.count - 1] = .code(braces: braces - 1)
            code.advance()
            expectsOperand = false
        } else {
            frames.removeLast()
            if case .template = frames.last { code.take(1, as: .escape) } else { code.advance() }
        }
    }

    private mutating func template(_ code: inout CodeScanner) {
        code.skip { $0 != 0x60 && $0 != 0x5C && $0 != 0x24 }
        switch code.current {
        case 0x5C: code.escape()
        case 0x24 where code.byte(ahead: 1) == 0x7B && frames.count < Self.deepest:
            code.mark(.string)
            code.advance(2)
            code.mark(.escape)
            open(.code(braces: 0))
            expectsOperand = true
        case 0x60:
            code.advance()
            code.mark(.string)
            frames.removeLast()
            expectsOperand = false
        default:
            code.advance()
            code.mark(.string)
        }
    }
}

/// Elements among expressions (JSX).
extension ScriptReader {
    private static func beginsMarkup(_ byte: UInt8) -> Bool {
        CodeScanner.isLetter(byte) || byte == 0x5F || byte == 0x24 || byte == 0x3E
    }

    private static func isTagName(_ byte: UInt8) -> Bool {
        CodeScanner.isWordPart(byte) || byte == 0x2D || byte == 0x2E || byte == 0x3A || byte == 0x24
    }

    private mutating func openTag(_ code: inout CodeScanner) {
        guard frames.count < Self.deepest else { return code.advance() }
        let isClosing = code.byte(ahead: 1) == 0x2F
        code.advance(isClosing ? 2 : 1)
        code.mark(.plain)
        code.skip(while: Self.isTagName)
        code.mark(.tag)
        open(.tag(isClosing: isClosing))
    }

    private mutating func tag(_ code: inout CodeScanner, _ isClosing: Bool) {
        switch code.current {
        case 0x22, 0x27:
            let quote = code.current
            code.mark(.plain)
            code.advance()
            code.skip { $0 != quote }
            code.advance()
            code.mark(.string)
        case 0x7B:
            code.advance()
            expectsOperand = true
            open(.code(braces: 0))
        // At the deepest place the brace is passed over as text.
        case 0x2F where code.byte(ahead: 1) == 0x3E:
            code.advance(2)
            frames.removeLast()
            expectsOperand = false
        case 0x3E:
            code.advance()
            frames.removeLast()
            if !isClosing {
                open(.children)
            } else if case .children = frames.last {
                frames.removeLast()
            }
            expectsOperand = false
        case let byte where CodeScanner.isWordStart(byte) || byte == 0x24:
            code.mark(.plain)
            code.skip(while: Self.isTagName)
            code.mark(.attribute)
        default: code.advance()
        }
    }

    private mutating func children(_ code: inout CodeScanner) {
        code.skip { $0 != 0x3C && $0 != 0x7B }
        switch code.current {
        case 0x3C where Self.beginsMarkup(code.byte(ahead: 1)) || code.byte(ahead: 1) == 0x2F: openTag(&code)
        case 0x7B:
            code.advance()
            expectsOperand = true
            open(.code(braces: 0))
        default: code.advance()
        }
    }
}
