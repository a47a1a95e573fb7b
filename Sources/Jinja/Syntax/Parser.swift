internal import Diagnostics

/// Reads the tokens of one template into statements. After a mistake in a tag it goes on behind that tag.
struct Parser {
    static let nestingLimit = 100

    let file: SourceFile
    let tokens: [Token]
    var position = 0
    var diagnostics: [Diagnostic]
    /// Tags, brackets and prefix operators that are open.
    var depth = 0
    /// Opening tags without their end yet, innermost last.
    var openTags: [(name: String, span: SourceSpan)] = []

    /// Ends of tags that were reported themselves.
    var excusedEnds: Set<String> = []
    private let broken: [Range<Int32>]

    init(_ file: SourceFile, fileNumber: Int32) {
        var lexer = Lexer(file, fileNumber: fileNumber)
        lexer.run()
        self.file = file
        self.tokens = lexer.tokens
        self.diagnostics = lexer.diagnostics
        self.broken = lexer.broken
    }

    /// The statements of the whole template.
    mutating func parse() -> [Statement] {
        do throws(SyntaxError) {
            var statements: [Statement] = []
            while true {
                statements += try parseBody(until: [])
                guard current.kind != .end else { return statements }
                report(misplaced(currentTagName))
                skipTag()
            }
        } catch {
            report(error)
            return []
        }
    }
}

extension Parser {
    var current: Token { tokens[min(position, tokens.count - 1)] }

    func look(_ ahead: Int) -> Token { tokens[min(position + ahead, tokens.count - 1)] }

    mutating func advance() { position += 1 }

    func isName(_ name: String) -> Bool { current.kind == .name(name) }

    func isSymbol(_ symbol: Token.Symbol) -> Bool { current.kind == .symbol(symbol) }

    mutating func skip(name: String) -> Bool {
        guard isName(name) else { return false }
        advance()
        return true
    }

    mutating func skip(_ symbol: Token.Symbol) -> Bool {
        guard isSymbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: Token.Symbol) throws(SyntaxError) {
        if !skip(symbol) { throw unexpected(wanted: "‘\(symbol.rawValue)’", "“\(symbol.rawValue)”") }
    }

    mutating func expectName() throws(SyntaxError) -> NamedPart {
        guard case .name(let name) = current.kind else { throw unexpected(wanted: "a name", "名字") }
        let part = NamedPart(name: name, span: current.span)
        advance()
        return part
    }

    mutating func expect(name: String) throws(SyntaxError) {
        if !skip(name: name) { throw unexpected(wanted: "‘\(name)’", "“\(name)”") }
    }

    /// The name of another template: a literal, so that what depends on what is known before rendering.
    mutating func expectTemplateName() throws(SyntaxError) -> NamedPart {
        guard case .string(let name) = current.kind else {
            throw SyntaxError(
                .notSupported, current.span, en: "the name of a template must be written out, in quotes",
                zh: "模板名必须是写明的字符串",
                hint: Message(
                    en: "names that are computed would hide which pages depend on which template",
                    zh: "计算得到的名字会掩盖页面与模板之间的依赖关系"))
        }
        let part = NamedPart(name: name, span: current.span)
        advance()
        return part
    }

    func unexpected(wanted english: String, _ chinese: String) -> SyntaxError {
        SyntaxError(
            current.span, en: "\(english) is expected here, not \(current.description)",
            zh: "这里应为\(chinese)，而不是\(current.chineseDescription)")
    }

    /// The name behind the current `{%`, if it is one.
    var currentTagName: NamedPart? {
        guard current.kind == .tagBegin, case .name(let name) = look(1).kind else { return nil }
        return NamedPart(name: name, span: look(1).span)
    }

    /// Goes behind the end of the tag in which the parser stands.
    mutating func skipTag() {
        while current.kind != .end {
            let kind = current.kind
            if kind == .text { return }
            advance()
            if kind == .tagEnd || kind == .outputEnd { return }
        }
    }

    mutating func report(_ error: SyntaxError) {
        if error.code == .templateSyntax, broken.contains(where: { $0.contains(error.span.start) }) { return }
        if error.code == .templateSyntax, let tag = error.tag, excusedEnds.contains(tag) { return }
        excusedEnds.formUnion(error.orphans)
        let place = file.location(of: Int(error.span.start)..<Int(error.span.end))
        diagnostics.append(Diagnostic(error.code, at: place, error.message, hint: error.hint))
    }

    /// Does something one level deeper, or refuses.
    mutating func nested<Result>(
        _ body: (inout Parser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.nestingLimit {
            throw SyntaxError(
                .nestedTooDeeply, current.span, en: "tags and brackets are nested more than \(Self.nestingLimit) deep",
                zh: "标签和括号嵌套超过 \(Self.nestingLimit) 层", isFatal: true)
        }
        return try body(&self)
    }
}
