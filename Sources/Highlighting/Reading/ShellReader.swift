/// Reads commands of a shell.
struct ShellReader {
    /// What is open around the commands.
    enum Frame {
        /// `$( )`, with whether a word goes on behind it.
        case substitution
        case subshell
        case backquote
        case quotes
        case parameter
        case arithmetic(parentheses: Int)
    }

    struct Heredoc {
        let delimiter: [UInt8]
        /// Leading tabs do not count.
        let isIndented: Bool
        /// Variables are filled in.
        let isExpanded: Bool
    }

    /// What is nested deeper is read as the text around it.
    static let deepest = 100
    var frames: [Frame] = []
    /// Whether the next word is the name of a command.
    var expectsCommand = true
    /// Whether the next words may be assignments, as behind `export`.
    private var declares = false
    /// Whether `in` would be a keyword.
    private var expectsIn = false
    /// Heredocs whose text begins on the next line.
    private var heredocs: [Heredoc] = []

    private static let words = WordTable<TokenClass>([
        (
            .keyword,
            "case coproc do done elif else esac fi for function if in select then time until while return break continue"
        ),
        (
            .builtin,
            "alias bg bind builtin caller cd command compgen complete declare dirs disown echo enable eval exec exit export "
                + "false fc fg getopts hash help history jobs kill let local logout popd printf pushd pwd read readonly "
                + "set shift shopt source suspend test times trap true type typeset ulimit umask unalias unset wait"
        ),
    ])
    private static let declaring = WordTable<TokenClass>([(.builtin, "declare export local readonly typeset")])
    /// Keywords behind which no command stands.
    private static let heading = WordTable<TokenClass>([(.keyword, "case for function in select return break continue")]
    )
    private static let inWord = CodeWord("in")
    private static let functionWord = CodeWord("function")
    private static let takingIn = WordTable<TokenClass>([(.keyword, "case for select")])

    mutating func step(_ code: inout CodeScanner) {
        switch frames.last {
        case .quotes: quotes(&code)
        case .parameter: parameter(&code)
        case .arithmetic(let open): arithmetic(&code, open)
        case .substitution, .subshell, .backquote, nil: command(&code)
        }
    }

    private mutating func command(_ code: inout CodeScanner) {
        switch code.current {
        case 0x20, 0x09, 0x0D: code.advance()
        case 0x0A: lineEnd(&code)
        case 0x23 where beginsWord(code): code.line(as: .comment)
        case 0x5C:
            code.mark(.plain)
            let isContinuation = code.byte(ahead: 1) == 0x0A
            code.advance()
            code.advanceCharacter()
            code.mark(isContinuation ? .plain : .escape)
        case 0x22, 0x27, 0x24, 0x60: quotation(&code)
        case 0x3B, 0x7C, 0x26:
            code.advance()
            endCommand()
        case 0x28, 0x29: parenthesis(&code)
        case 0x3C where code.byte(ahead: 1) == 0x3C: redirection(&code)
        case 0x3C, 0x3E: code.advance()
        case 0x7B where expectsCommand && CodeScanner.isSpace(code.byte(ahead: 1)): code.advance()
        case 0x7D where expectsCommand, 0x21 where expectsCommand: code.advance()
        default: word(&code)
        }
    }

    func beginsWord(_ code: CodeScanner) -> Bool {
        let before = code.previous
        return code.isAtLineStart || CodeScanner.isSpace(before) || before == 0x3B || before == 0x28 || before == 0x29
            || before == 0x26 || before == 0x7C || before == 0x60
    }

    private mutating func endCommand() {
        expectsCommand = true
        declares = false
    }

    private mutating func lineEnd(_ code: inout CodeScanner) {
        code.advance()
        endCommand()
        guard !heredocs.isEmpty else { return }
        code.mark(.plain)
        for heredoc in heredocs where !code.isAtEnd { text(of: heredoc, &code) }
        heredocs = []
    }

    private mutating func parenthesis(_ code: inout CodeScanner) {
        if code.current == 0x28 {
            // `name()` and arrays: `x=(a b)`.
            if frames.count < Self.deepest { frames.append(.subshell) }
            code.advance()
            return endCommand()
        }
        switch frames.last {
        case .substitution:
            code.take(1, as: .escape)
            frames.removeLast()
            expectsCommand = false
        case .subshell:
            code.advance()
            frames.removeLast()
            endCommand()
        default:
            code.advance()
            endCommand()
        }
    }

    private mutating func redirection(_ code: inout CodeScanner) {
        if code.byte(ahead: 2) == 0x3C { return code.advance(3) }
        guard let (heredoc, length) = Self.heredoc(code) else { return code.advance(2) }
        code.mark(.plain)
        code.advance(2 + (heredoc.isIndented ? 1 : 0))
        code.skip(while: CodeScanner.isBlank)
        code.mark(.plain)
        code.advance(length)
        code.mark(.string)
        if heredocs.count < Self.deepest { heredocs.append(heredoc) }
    }
}

/// Words.
extension ShellReader {
    static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09...0x0D, 0x22, 0x27, 0x24, 0x60, 0x5C, 0x3B, 0x7C, 0x26, 0x28, 0x29, 0x3C, 0x3E: true
        default: false
        }
    }

    private mutating func word(_ code: inout CodeScanner) {
        let isFirstPart = beginsWord(code)
        code.mark(.plain)
        let first = code.position
        let isOption = code.current == 0x2D || code.current == 0x2B && !expectsCommand
        if isFirstPart, isOption, !expectsCommand { return option(&code) }
        code.skip(while: CodeScanner.isWordPart)
        if isFirstPart, isAssignment(code, first) { return assignment(&code) }
        code.skip { !Self.endsWord($0) }
        if code.position == first { return code.advance() }
        guard isFirstPart else { return expectsCommand = false }
        finish(&code, first)
    }

    /// An option such as `--max-time`, up to its value.
    private func option(_ code: inout CodeScanner) {
        let first = code.position
        code.skip { !Self.endsWord($0) && $0 != 0x3D }
        // A hyphen alone means standard input.
        code.mark(code.position == first + 1 ? .plain : .attribute)
        if code.current == 0x3D { code.advance() }
    }

    private func isAssignment(_ code: CodeScanner, _ first: Int) -> Bool {
        guard expectsCommand || declares, code.position > first, !CodeScanner.isDigit(code.bytes[first]) else {
            return false
        }
        if code.current == 0x3D { return true }
        if code.current == 0x2B { return code.byte(ahead: 1) == 0x3D }
        // An element of an array: `name[0]=`.
        return code.current == 0x5B && expectsCommand && code.position - first > 1
    }

    private mutating func assignment(_ code: inout CodeScanner) {
        code.mark(.variable)
        if code.current == 0x5B { code.skip { $0 != 0x5D && $0 != 0x0A } }
        code.skip { $0 == 0x5D || $0 == 0x2B }
        if code.current == 0x3D { code.advance() }
        // The value belongs to this word; a command may follow.
        let first = code.position
        code.skip { !Self.endsWord($0) }
        if code.position > first, code.bytes[first..<code.position].allSatisfy(CodeScanner.isDigit) {
            code.mark(.plain, upTo: first)
            code.mark(.number)
        }
        code.mark(.plain)
    }

    private mutating func finish(_ code: inout CodeScanner, _ first: Int) {
        let range = first..<code.position
        let word = CodeWord(code.bytes, range)
        let isWhole =
            code.isAtEnd || CodeScanner.isSpace(code.current) || code.current == 0x3B
            || code.current == 0x29 || code.current == 0x60 || code.current == 0x26 || code.current == 0x7C
        guard expectsCommand else {
            if expectsIn, word == Self.inWord {
                expectsIn = false
                return code.mark(.keyword)
            }
            let isNumber =
                (isWhole || code.current == 0x3C || code.current == 0x3E)
                && code.bytes[range].allSatisfy(CodeScanner.isDigit)
            return code.mark(isNumber ? .number : .plain)
        }
        expectsCommand = false
        if code.current == 0x28, code.byte(ahead: 1) == 0x29 { return code.mark(.function) }
        guard isWhole, let tokenClass = Self.words[word] else { return code.mark(.plain) }
        code.mark(tokenClass)
        expectsCommand = tokenClass == .keyword && Self.heading[word] == nil
        declares = Self.declaring[word] != nil
        if Self.takingIn[word] != nil { expectsIn = true }
        if word == Self.functionWord {
            code.skip(while: CodeScanner.isBlank)
            code.mark(.plain)
            code.skip { !Self.endsWord($0) }
            code.mark(.function)
        }
    }
}
