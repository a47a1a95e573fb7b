/// Swift. Source: The Swift Programming Language, section Lexical Structure.
enum SwiftLanguage: CodeLanguage {
    static let name = "swift"
    static let aliases: [String] = []

    static func read(_ code: inout CodeScanner) {
        var reader = SwiftReader()
        while !code.isAtEnd { reader.step(&code) }
    }
}

/// What is open while Swift is read.
private struct SwiftReader {
    /// A string, or code inside one.
    private enum Frame {
        case string(pounds: Int, isMultiline: Bool)
        case code(parentheses: Int)
    }

    /// Interpolations that are nested deeper are read as text.
    private static let deepest = 100
    private var frames: [Frame] = []

    private static let words = WordTable<TokenClass>([
        (
            .keyword,
            "actor any as associatedtype async await borrowing break case catch class consuming continue convenience "
                + "default defer deinit didSet do dynamic else enum extension fallthrough fileprivate final for func "
                + "get guard if import in indirect infix init inout internal is isolated lazy let macro mutating "
                + "nonisolated nonmutating open operator optional override package postfix precedencegroup prefix "
                + "private protocol public repeat required rethrows return sending set some static struct subscript "
                + "super switch throw throws try typealias unowned unsafe var weak where while willSet yield "
                + "self Self true false nil Type Protocol _"
        ),
        (
            .builtin,
            "Any AnyClass AnyObject Array ArraySlice Bool Character ClosedRange Collection Comparable ContiguousArray "
                + "Dictionary Double Equatable Float Float32 Float64 Float80 Hashable Int Int16 Int32 Int64 Int8 "
                + "ObjectIdentifier Optional Range RawRepresentable Result Sendable Sequence Set Slice StaticString "
                + "Strideable String Substring UInt UInt16 UInt32 UInt64 UInt8 Unmanaged UnsafePointer Void Selector "
                + "Codable Decodable Encodable Error Identifiable Never UTF16 UTF32 UTF8 Unicode"
        ),
        (
            .builtin,
            "abs assert assertionFailure debugPrint dump fatalError max min precondition print stride swap "
                + "unsafeBitCast zip"
        ),
    ])
    /// Keywords behind a dot too.
    private static let membersToo = WordTable<TokenClass>([(.keyword, "Protocol Type init self")])
    /// Keywords before a name that is being declared, with the class of that name.
    private static let naming = WordTable<TokenClass>([
        (.type, "actor class enum extension import protocol struct"), (.function, "func macro"), (.variable, "let var"),
    ])

    mutating func step(_ code: inout CodeScanner) {
        if case .string(let pounds, let isMultiline) = frames.last {
            string(&code, pounds, isMultiline)
            return
        }
        switch code.current {
        case 0x2F where code.byte(ahead: 1) == 0x2F: code.line(as: .comment)
        case 0x2F where code.byte(ahead: 1) == 0x2A: nestedComment(&code)
        case 0x22: openString(&code, pounds: 0)
        case 0x23: pound(&code)
        case 0x40 where CodeScanner.isWordStart(code.byte(ahead: 1)): sign(&code, .keyword)
        case 0x24 where CodeScanner.isDigit(code.byte(ahead: 1)): sign(&code, .variable)
        case 0x28, 0x29: parenthesis(&code, code.current)
        case 0x60: quotedName(&code)
        case let byte where CodeScanner.isWordStart(byte): word(&code)
        case 0x30...0x39: code.number()
        default: code.advance()
        }
    }

    private func sign(_ code: inout CodeScanner, _ tokenClass: TokenClass) {
        code.mark(.plain)
        code.advance()
        code.skip(while: CodeScanner.isWordPart)
        code.mark(tokenClass)
    }

    /// A keyword in backquotes is a name.
    private func quotedName(_ code: inout CodeScanner) {
        code.advance()
        code.skip(while: CodeScanner.isWordPart)
        if code.current == 0x60 { code.advance() }
    }

    private func word(_ code: inout CodeScanner) {
        let isMember = code.isAtMember
        let word = code.word()
        guard let tokenClass = Self.words[word], !isMember || Self.membersToo[word] != nil else {
            return code.mark(.plain)
        }
        // An argument's label, as in `in: values`, is a name; `default:` ends a case.
        let isLabel = code.current == 0x3A && tokenClass == .keyword && word != CodeWord("default")
        code.mark(isLabel ? .plain : tokenClass)
        guard tokenClass == .keyword, !isLabel, let named = Self.naming[word], code.current == 0x20 else { return }
        code.advance()
        guard CodeScanner.isWordStart(code.current) else { return }
        let name = code.word()
        code.mark(Self.words[name] == .keyword ? .keyword : named)
    }

    /// Comments nest.
    private func nestedComment(_ code: inout CodeScanner) {
        code.mark(.plain)
        code.advance(2)
        var depth = 1
        while depth > 0, !code.isAtEnd {
            code.skip { $0 != 0x2A && $0 != 0x2F }
            if code.current == 0x2A, code.byte(ahead: 1) == 0x2F {
                depth -= 1
                code.advance(2)
            } else if code.current == 0x2F, code.byte(ahead: 1) == 0x2A {
                depth += 1
                code.advance(2)
            } else {
                code.advance()
            }
        }
        code.mark(.comment)
    }
}

/// Strings and what begins with a number sign.
extension SwiftReader {
    private static let conditions = WordTable<TokenClass>([
        (.meta, "if elseif else endif available unavailable sourceLocation")
    ])

    private mutating func pound(_ code: inout CodeScanner) {
        var count = 0
        while code.byte(ahead: count) == 0x23, count < 250 { count += 1 }
        if code.byte(ahead: count) == 0x22 { return openString(&code, pounds: count) }
        code.mark(.plain)
        code.advance(count)
        guard CodeScanner.isWordStart(code.current) else { return }
        let first = code.position
        code.skip(while: CodeScanner.isWordPart)
        let isCondition = Self.conditions[CodeWord(code.bytes, first..<code.position)] != nil
        code.mark(isCondition ? .meta : .keyword)
    }

    private mutating func openString(_ code: inout CodeScanner, pounds: Int) {
        guard frames.count < Self.deepest else { return code.advance(pounds + 1) }
        let isMultiline = code.byte(ahead: pounds + 1) == 0x22 && code.byte(ahead: pounds + 2) == 0x22
        code.take(pounds + (isMultiline ? 3 : 1), as: .string)
        frames.append(.string(pounds: pounds, isMultiline: isMultiline))
    }

    private mutating func string(_ code: inout CodeScanner, _ pounds: Int, _ isMultiline: Bool) {
        code.skip { $0 != 0x22 && $0 != 0x5C && $0 != 0x0A }
        switch code.current {
        case 0x22 where closes(code, pounds, isMultiline):
            code.advance((isMultiline ? 3 : 1) + pounds)
            code.mark(.string)
            frames.removeLast()
        case 0x5C where hasPounds(code, pounds, from: 1): backslash(&code, pounds)
        case 0x0A where !isMultiline:
            code.mark(.string)
            frames.removeLast()
        default:
            code.advance()
            code.mark(.string)
        }
    }

    private mutating func backslash(_ code: inout CodeScanner, _ pounds: Int) {
        if code.byte(ahead: pounds + 1) == 0x28, frames.count < Self.deepest {
            code.mark(.string)
            code.advance(pounds + 2)
            code.mark(.escape)
            frames.append(.code(parentheses: 0))
        } else if pounds == 0 {
            code.escape()
        } else {
            code.mark(.string)
            code.advance(pounds + 1)
            code.advanceCharacter()
            code.mark(.escape)
        }
    }

    private func closes(_ code: CodeScanner, _ pounds: Int, _ isMultiline: Bool) -> Bool {
        if isMultiline, code.byte(ahead: 1) != 0x22 || code.byte(ahead: 2) != 0x22 { return false }
        return hasPounds(code, pounds, from: isMultiline ? 3 : 1)
    }

    private func hasPounds(_ code: CodeScanner, _ count: Int, from first: Int) -> Bool {
        var index = 0
        while index < count {
            if code.byte(ahead: first + index) != 0x23 { return false }
            index += 1
        }
        return true
    }

    private mutating func parenthesis(_ code: inout CodeScanner, _ byte: UInt8) {
        guard case .code(let open) = frames.last else { return code.advance() }
        if byte == 0x29, open == 0 {
            code.take(1, as: .escape)
            frames.removeLast()
        } else {
            frames[frames.count - 1] = .code(parentheses: open + (byte == 0x28 ? 1 : -1))
            code.advance()
        }
    }
}
