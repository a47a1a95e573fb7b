internal import Diagnostics

/// The tags that name other templates.
extension Parser {
    mutating func parseInclude(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        var names: [NamedPart] = []
        let close: Token.Symbol? = skip(.openBracket) ? .closeBracket : skip(.openParenthesis) ? .closeParenthesis : nil
        if let close {
            while !isSymbol(close) {
                if !names.isEmpty { try expect(.comma) }
                if isSymbol(close) { break }
                names.append(try expectTemplateName())
            }
            advance()
        } else {
            names = [try expectTemplateName()]
        }
        var ignoresMissing = false
        if isName("ignore"), look(1).kind == .name("missing") {
            position += 2
            ignoresMissing = true
        }
        let withContext = parseContext() ?? true
        let include = IncludeStatement(names: names, ignoresMissing: ignoresMissing, withContext: withContext)
        return Statement(kind: .include(include), span: start.joined(try endTag()))
    }

    mutating func parseImport(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        let name = try expectTemplateName()
        try expect(name: "as")
        let alias = try expectName()
        let withContext = parseContext() ?? false
        return Statement(
            kind: .importing(name, as: alias, withContext: withContext), span: start.joined(try endTag()))
    }

    mutating func parseFrom(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        let template = try expectTemplateName()
        try expect(name: "import")
        var names: [(name: NamedPart, alias: NamedPart)] = []
        var withContext: Bool?
        while withContext == nil {
            if !names.isEmpty {
                guard skip(.comma) else { break }
            }
            withContext = parseContext()
            if withContext != nil { break }
            if !names.isEmpty, current.kind == .tagEnd { break }
            let name = try expectName()
            if name.name.utf8.first == 0x5F {
                throw SyntaxError(
                    name.span,
                    en: "‘\(name.name)’ is private to its template: names with a leading underscore are not imported",
                    zh: "“\(name.name)”是模板的私有名字：以下划线开头的名字不能导入")
            }
            names.append((name, skip(name: "as") ? try expectName() : name))
            withContext = parseContext()
        }
        return Statement(
            kind: .importingNames(template, names, withContext: withContext ?? false),
            span: start.joined(try endTag()))
    }

    /// `with context` or `without context`, if it is there.
    private mutating func parseContext() -> Bool? {
        guard isName("with") || isName("without"), look(1).kind == .name("context") else { return nil }
        let isWith = isName("with")
        position += 2
        return isWith
    }
}
