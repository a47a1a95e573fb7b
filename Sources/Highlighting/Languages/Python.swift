/// Python 3. Source: The Python Language Reference, section Lexical analysis.
enum Python: CodeLanguage {
    static let name = "python"
    static let aliases = ["py", "py3", "python3", "pyi"]

    static func read(_ code: inout CodeScanner) {
        var reader = PythonReader()
        if code.isAtLineStart, code.current == 0x23, code.byte(ahead: 1) == 0x21 { code.line(as: .comment) }
        while !code.isAtEnd { reader.step(&code) }
    }
}

/// What is open while Python is read.
private struct PythonReader {
    struct Quotes {
        let quote: UInt8
        let isTriple: Bool
        let isRaw: Bool
        let isFormatted: Bool
    }

    /// A formatted string, or a field of one.
    private enum Frame {
        case string(Quotes)
        /// An expression in braces, with how many brackets are open in it.
        case field(brackets: Int)
        /// What follows the colon of a field.
        case format
    }

    /// Fields that are nested deeper are read as text.
    private static let deepest = 100
    private var frames: [Frame] = []

    private static let words = WordTable<TokenClass>([
        (
            .keyword,
            "and as assert async await break class continue def del elif else except finally for from global if import in "
                + "is lambda nonlocal not or pass raise return try while with yield True False None"
        ),
        (
            .builtin,
            "__import__ abs aiter all anext any bin bool breakpoint bytearray bytes callable chr classmethod compile "
                + "complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals "
                + "hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min next "
                + "object oct open ord pow print property range repr reversed round set setattr slice sorted "
                + "staticmethod str sum super tuple type vars zip self cls Ellipsis NotImplemented"
        ),
        (
            .type,
            "ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError "
                + "BytesWarning ConnectionError EOFError EncodingWarning EnvironmentError Exception ExceptionGroup "
                + "FileExistsError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError "
                + "IndexError InterruptedError KeyError LookupError MemoryError NameError OSError OverflowError "
                + "PermissionError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning "
                + "StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError "
                + "UnicodeError UnicodeWarning UserWarning ValueError Warning"
        ),
        (
            .variable,
            "__all__ __annotations__ __bases__ __class__ __closure__ __code__ __defaults__ __dict__ __doc__ __file__ "
                + "__func__ __globals__ __kwdefaults__ __module__ __mro__ __name__ __qualname__ __self__ __slots__ "
                + "__weakref__"
        ),
    ])
    private static let definition = CodeWord("def")
    private static let classWord = CodeWord("class")
    private static let soft = [CodeWord("match"), CodeWord("case")]

    mutating func step(_ code: inout CodeScanner) {
        switch frames.last {
        case .string(let quotes): text(&code, quotes)
        case .format: format(&code)
        case .field, nil: plainCode(&code)
        }
    }

    private mutating func plainCode(_ code: inout CodeScanner) {
        switch code.current {
        case 0x20, 0x0A: code.advance()
        case 0x23: code.line(as: .comment)
        case 0x22, 0x27: string(&code, prefix: 0)
        case 0x40 where CodeScanner.isWordStart(code.byte(ahead: 1)) && code.opensLine(code.position): decorator(&code)
        case let byte where CodeScanner.isWordStart(byte): word(&code)
        case _ where code.isAtNumber: code.number()
        case let byte: symbol(&code, byte)
        }
    }

    private func decorator(_ code: inout CodeScanner) {
        code.mark(.plain)
        code.advance()
        code.skip { CodeScanner.isWordPart($0) || $0 == 0x2E }
        code.mark(.meta)
    }

    private mutating func word(_ code: inout CodeScanner) {
        if let prefix = stringPrefix(code) { return string(&code, prefix: prefix) }
        let isMember = code.isAtMember
        let opensLine = code.previous == 0x20 || code.isAtLineStart
        let first = code.position
        let word = code.word()
        guard let tokenClass = isMember ? nil : Self.words[word] else {
            code.mark(longWord(code, first, isMember, word, opensLine: opensLine))
            return
        }
        code.mark(tokenClass)
        guard word == Self.definition || word == Self.classWord, code.current == 0x20 else { return }
        code.skip(while: CodeScanner.isBlank)
        guard CodeScanner.isWordStart(code.current) else { return }
        _ = code.word()
        code.mark(word == Self.definition ? .function : .type)
    }

    /// Words that no table holds: special methods, long names of exceptions, words that are sometimes keywords.
    private func longWord(
        _ code: CodeScanner, _ first: Int, _ isMember: Bool, _ word: CodeWord, opensLine: Bool
    ) -> TokenClass {
        let name = code.bytes[first..<code.position]
        if name.count > 4, name.starts(with: "__".utf8), name.last == 0x5F, name.dropLast().last == 0x5F {
            return code.current == 0x28 ? .function : isMember ? Self.words[word] ?? .plain : .plain
        }
        if isMember { return .plain }
        if name.count > 16, name.first.map({ $0 &- 0x41 < 26 }) == true, Self.isException(name) { return .type }
        if opensLine, Self.soft.contains(word), beginsPattern(code, first) { return .keyword }
        return .plain
    }

    private static let longExceptions: [String] = [
        "ChildProcessError", "ConnectionAbortedError", "ConnectionRefusedError", "ConnectionResetError",
        "DeprecationWarning", "FileNotFoundError", "FloatingPointError", "IsADirectoryError", "KeyboardInterrupt",
        "ModuleNotFoundError", "NotADirectoryError", "NotImplementedError", "PendingDeprecationWarning",
        "ProcessLookupError", "StopAsyncIteration", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError",
        "UnicodeTranslateError", "ZeroDivisionError",
    ]

    private static func isException(_ name: ArraySlice<UInt8>) -> Bool {
        longExceptions.contains { name.elementsEqual($0.utf8) }
    }

    /// `match` and `case` are keywords at the beginning of a line before a pattern.
    private func beginsPattern(_ code: CodeScanner, _ first: Int) -> Bool {
        guard code.opensLine(first), code.current == 0x20 else { return false }
        let next = code.byte(ahead: 1)
        return CodeScanner.isWordPart(next) || next == 0x22 || next == 0x27 || next == 0x28 || next == 0x5B
            || next == 0x7B || next == 0x2D
    }

    private mutating func symbol(_ code: inout CodeScanner, _ byte: UInt8) {
        guard case .field(let brackets) = frames.last else { return code.advance() }
        switch byte {
        case 0x28, 0x5B, 0x7B: frames[frames.count - 1] = .field(brackets: brackets + 1)
        case 0x29, 0x5D: frames[frames.count - 1] = .field(brackets: max(brackets - 1, 0))
        case 0x7D where brackets > 0: frames[frames.count - 1] = .field(brackets: brackets - 1)
        case 0x7D:
            code.take(1, as: .escape)
            frames.removeLast()
            return
        case 0x21 where brackets == 0 && CodeScanner.isLetter(code.byte(ahead: 1)):
            // The conversion, as in `!r`.
            return code.take(2, as: .escape)
        case 0x3A where brackets == 0:
            code.take(1, as: .escape)
            frames[frames.count - 1] = .format
            return
        default: break
        }
        code.advance()
    }
}

/// Strings.
extension PythonReader {
    /// The length of the letters before a quote, as in `rb"`.
    private func stringPrefix(_ code: CodeScanner) -> Int? {
        var count = 0
        while count < 3 {
            switch code.byte(ahead: count) {
            case 0x22, 0x27: return count
            case let byte where Self.isPrefixLetter(byte | 0x20): count += 1
            default: return nil
            }
        }
        return nil
    }

    /// `b` `f` `r` `t` `u`
    private static func isPrefixLetter(_ byte: UInt8) -> Bool {
        byte == 0x62 || byte == 0x66 || byte == 0x72 || byte == 0x74 || byte == 0x75
    }

    private mutating func string(_ code: inout CodeScanner, prefix: Int) {
        var isRaw = false
        var isFormatted = false
        for index in 0..<prefix {
            let letter = code.byte(ahead: index) | 0x20
            isRaw = isRaw || letter == 0x72
            isFormatted = isFormatted || letter == 0x66 || letter == 0x74
        }
        let quote = code.byte(ahead: prefix)
        let isTriple = code.byte(ahead: prefix + 1) == quote && code.byte(ahead: prefix + 2) == quote
        code.take(prefix + (isTriple ? 3 : 1), as: .string)
        let quotes = Quotes(quote: quote, isTriple: isTriple, isRaw: isRaw, isFormatted: isFormatted)
        if isFormatted, frames.count < Self.deepest {
            frames.append(.string(quotes))
        } else {
            while !code.isAtEnd, !ends(&code, quotes) {}
        }
    }

    /// Goes on in a string without fields; true behind its end.
    private func ends(_ code: inout CodeScanner, _ quotes: Quotes) -> Bool {
        let quote = quotes.quote
        code.skip { $0 != quote && $0 != 0x5C && $0 != 0x0A }
        return closes(&code, quotes)
    }

    /// At a quote, a backslash or a line feed: passes it; true when the string ends there.
    private func closes(_ code: inout CodeScanner, _ quotes: Quotes) -> Bool {
        switch code.current {
        case quotes.quote where !quotes.isTriple:
            code.advance()
            code.mark(.string)
            return true
        case quotes.quote where code.byte(ahead: 1) == quotes.quote && code.byte(ahead: 2) == quotes.quote:
            code.advance(3)
            code.mark(.string)
            return true
        case 0x5C:
            if quotes.isRaw { code.advance(2) } else { code.escape() }
        case 0x0A where !quotes.isTriple:
            code.mark(.string)
            return true
        default: code.advance()
        }
        code.mark(.string)
        return false
    }

    /// The text of a formatted string, up to a field or its end.
    private mutating func text(_ code: inout CodeScanner, _ quotes: Quotes) {
        let quote = quotes.quote
        code.skip { $0 != quote && $0 != 0x5C && $0 != 0x0A && $0 != 0x7B && $0 != 0x7D }
        let byte = code.current
        if byte == 0x7B || byte == 0x7D, code.byte(ahead: 1) == byte {
            code.mark(.string)
            code.advance(2)
            code.mark(.escape)
        } else if byte == 0x7B, frames.count < Self.deepest {
            code.mark(.string)
            code.advance()
            code.mark(.escape)
            frames.append(.field(brackets: 0))
        } else if closes(&code, quotes) {
            frames.removeLast()
        }
    }

    /// A field's format, up to its closing brace; fields may stand in it.
    private mutating func format(_ code: inout CodeScanner) {
        code.skip { $0 != 0x7B && $0 != 0x7D && $0 != 0x0A && $0 != 0x22 && $0 != 0x27 }
        code.mark(.string)
        switch code.current {
        case 0x7B where frames.count < Self.deepest:
            code.take(1, as: .escape)
            frames.append(.field(brackets: 0))
        case 0x7D:
            code.take(1, as: .escape)
            frames.removeLast()
        case 0x0A, 0x22, 0x27:
            // The string ends within its field: it is unfinished.
            frames.removeLast()
        default: code.advance()
        }
    }
}
