internal import Diagnostics

/// The innermost parts of expressions: literals, names, brackets, and what follows them (`.field`, `[…]`, `(…)`, `|filter`, `is test`).
extension Parser {
    mutating func parsePrimary() throws(SyntaxError) -> Expression {
        let token = current
        switch token.kind {
        case .name(let name):
            advance()
            return try make(Self.constants[name].map(Expression.Kind.constant) ?? .name(name), token.span)
        case .string: return try parseStrings()
        case .integer(let number):
            advance()
            return try make(.constant(.integer(number)), token.span)
        case .double(let number):
            advance()
            return try make(.constant(.double(number)), token.span)
        case .symbol(.openParenthesis):
            advance()
            let inner = try nested { parser throws(SyntaxError) in try parser.parseTuple(isBracketed: true) }
            try expect(.closeParenthesis)
            return inner
        case .symbol(.openBracket): return try nested { parser throws(SyntaxError) in try parser.parseList() }
        case .symbol(.openBrace): return try nested { parser throws(SyntaxError) in try parser.parseDictionary() }
        default: throw unexpected(wanted: "a value", "值")
        }
    }

    private static let constants: [String: Value] = [
        "true": .boolean(true), "True": .boolean(true), "false": .boolean(false), "False": .boolean(false),
        "none": Value.none, "None": Value.none,
    ]

    /// Strings that follow each other are one string.
    private mutating func parseStrings() throws(SyntaxError) -> Expression {
        var span = current.span
        var text = ""
        while case .string(let part) = current.kind {
            text += part
            span = span.joined(current.span)
            advance()
        }
        return try make(.constant(.text(text)), span)
    }

    private mutating func parseList() throws(SyntaxError) -> Expression {
        let start = current.span
        advance()
        var items: [Expression] = []
        while !isSymbol(.closeBracket) {
            if !items.isEmpty { try expect(.comma) }
            if isSymbol(.closeBracket) { break }
            items.append(try parseExpression())
        }
        let span = start.joined(current.span)
        advance()
        return try make(.list(items), span, over: items)
    }

    private mutating func parseDictionary() throws(SyntaxError) -> Expression {
        let start = current.span
        advance()
        var pairs: [(Expression, Expression)] = []
        while !isSymbol(.closeBrace) {
            if !pairs.isEmpty { try expect(.comma) }
            if isSymbol(.closeBrace) { break }
            let key = try parseExpression()
            try expect(.colon)
            pairs.append((key, try parseExpression()))
        }
        let span = start.joined(current.span)
        advance()
        return try make(.dictionary(pairs), span, over: pairs.flatMap { [$0.0, $0.1] })
    }

    mutating func parsePostfix(_ start: Expression) throws(SyntaxError) -> Expression {
        var result = start
        while true {
            if skip(.dot) {
                result = try parseField(of: result)
            } else if isSymbol(.openBracket) {
                let base = result
                result = try nested { parser throws(SyntaxError) in try parser.parseSubscript(of: base) }
            } else if isSymbol(.openParenthesis) {
                result = try parseCall(of: result)
            } else {
                return result
            }
        }
    }

    private mutating func parseField(of base: Expression) throws(SyntaxError) -> Expression {
        let span = base.span.joined(current.span)
        if case .integer(let number) = current.kind {
            let position = try make(.constant(.integer(number)), current.span)
            advance()
            return try make(.item(base, position), span, over: [base, position])
        }
        let name = try expectName()
        return try make(.attribute(base, name.name), span, over: [base])
    }

    private mutating func parseSubscript(of base: Expression) throws(SyntaxError) -> Expression {
        advance()
        let from = isSymbol(.colon) ? nil : try parseExpression()
        if !isSymbol(.colon) {
            let span = base.span.joined(current.span)
            try expect(.closeBracket)
            guard let from else { throw unexpected(wanted: "an expression", "表达式") }
            return try make(.item(base, from), span, over: [base, from])
        }
        advance()
        let to = isSymbol(.colon) || isSymbol(.closeBracket) ? nil : try parseExpression()
        let step = skip(.colon) && !isSymbol(.closeBracket) ? try parseExpression() : nil
        let span = base.span.joined(current.span)
        try expect(.closeBracket)
        return try make(
            .slice(base, from: from, to: to, step: step), span, over: [base] + [from, to, step].compactMap { $0 })
    }

    private mutating func parseCall(of callee: Expression) throws(SyntaxError) -> Expression {
        let (arguments, end) = try parseArguments()
        return try make(.call(callee, arguments), callee.span.joined(end), over: [callee] + arguments.parts)
    }

    mutating func parseArguments() throws(SyntaxError) -> (Arguments, end: SourceSpan) {
        try expect(.openParenthesis)
        var arguments = Arguments()
        while !isSymbol(.closeParenthesis) {
            if !arguments.isEmpty {
                try expect(.comma)
                if isSymbol(.closeParenthesis) { break }
            }
            if isSymbol(.times) || isSymbol(.power) {
                throw SyntaxError(
                    .notSupported, current.span, en: "arguments can't be unpacked with ‘*’ or ‘**’",
                    zh: "不能用“*”或“**”展开参数",
                    hint: Message(en: "write the arguments one by one", zh: "请逐个写出参数"))
            }
            if case .name(let name) = current.kind, look(1).kind == .symbol(.assign) {
                let part = NamedPart(name: name, span: current.span)
                position += 2
                arguments.keywords.append((part, try parseExpression()))
            } else if let last = arguments.keywords.last {
                throw SyntaxError(
                    current.span, en: "an argument without a name can't follow ‘\(last.name.name)=’",
                    zh: "“\(last.name.name)=”之后不能再写没有名字的参数")
            } else {
                arguments.positional.append(try parseExpression())
            }
        }
        let end = current.span
        advance()
        return (arguments, end)
    }

    mutating func parseFilters(_ start: Expression) throws(SyntaxError) -> Expression {
        var result = start
        while true {
            if skip(.pipe) {
                result = try parseFilter(of: result)
            } else if isName("is") {
                result = try parseTest(of: result)
            } else if isSymbol(.openParenthesis) {
                result = try parseCall(of: result)
            } else {
                return result
            }
        }
    }

    /// A filter without its `|`.
    mutating func parseFilter(of subject: Expression) throws(SyntaxError) -> Expression {
        let name = try expectName()
        let (arguments, end) = isSymbol(.openParenthesis) ? try parseArguments() : (.none, name.span)
        return try make(
            .filter(subject, name, arguments), subject.span.joined(end), over: [subject] + arguments.parts)
    }

    private mutating func parseTest(of subject: Expression) throws(SyntaxError) -> Expression {
        advance()
        let isNegated = skip(name: "not")
        let name = try expectName()
        var arguments = Arguments.none
        var span = subject.span.joined(name.span)
        if isSymbol(.openParenthesis) {
            let end: SourceSpan
            (arguments, end) = try parseArguments()
            span = span.joined(end)
        } else if beginsTestArgument {
            if isName("is") {
                throw SyntaxError(
                    current.span, en: "two ‘is’ can't follow each other", zh: "不能连续使用两个“is”",
                    hint: Message(en: "join them with ‘and’", zh: "请用“and”连接"))
            }
            let argument = try parsePostfix(try parsePrimary())
            arguments.positional = [argument]
            span = span.joined(argument.span)
        }
        let test = try make(.test(subject, name, arguments), span, over: [subject] + arguments.parts)
        return isNegated ? try make(.not(test), span, over: [test]) : test
    }

    private var beginsTestArgument: Bool {
        switch current.kind {
        case .name("else"), .name("or"), .name("and"): false
        case .name, .string, .integer, .double, .symbol(.openBracket), .symbol(.openBrace): true
        default: false
        }
    }
}

extension Arguments {
    var parts: [Expression] { positional + keywords.map(\.value) }
}
