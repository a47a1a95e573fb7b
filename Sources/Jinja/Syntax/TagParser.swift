internal import Diagnostics

/// The tags, one function each. The parser stands behind the tag's name.
extension Parser {
    private func nothing(_ span: SourceSpan) -> Expression {
        Expression(kind: .constant(Value.none), span: span, height: 1)
    }

    mutating func parsePrint(_ start: SourceSpan, into statements: inout [Statement]) throws(SyntaxError) {
        repeat {
            let value = try parseExpression()
            statements.append(Statement(kind: .output(value), span: value.span))
        } while skip(.comma)
        _ = try endTag()
    }

    mutating func parseIf(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        var branches: [ConditionBranch] = []
        var span = start
        while true {
            let standard = nothing(start)
            let condition = try head(standard) { parser throws(SyntaxError) in
                try parser.parseTuple(conditional: false)
            }
            if branches.isEmpty { span = start.joined(tokens[max(position - 1, 0)].span) }
            let (body, end) = try enclosed(by: "if", span)
            branches.append(ConditionBranch(condition: condition, body: body))
            if end == "elif" { continue }
            var otherwise: [Statement] = []
            var last = end
            if end == "else" {
                _ = skip(.colon)
                try close(end)
                (otherwise, last) = try enclosed(by: "if", span)
                if last == "else" || last == "elif" {
                    throw SyntaxError(
                        look(-1).span, en: "‘\(last)’ can't follow ‘else’", zh: "“else”之后不能再有“\(last)”")
                }
            }
            try close(last)
            return Statement(kind: .condition(branches, otherwise: otherwise), span: span)
        }
    }

    mutating func parseFor(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        typealias Head = (AssignmentTarget, Expression, Expression?, Bool)
        let standard: Head = (.tuple([], start), nothing(start), nil, false)
        let parts = try head(standard) { parser throws(SyntaxError) -> Head in
            let target = try parser.parseTarget()
            try parser.expect(name: "in")
            let items = try parser.parseTuple(conditional: false)
            let filter = parser.skip(name: "if") ? try parser.parseExpression() : nil
            return (target, items, filter, parser.skip(name: "recursive"))
        }
        let span = start.joined(tokens[max(position - 1, 0)].span)
        let (body, end) = try enclosed(by: "for", span)
        var otherwise: [Statement] = []
        var last = end
        if end == "else" {
            _ = skip(.colon)
            try close(end)
            (otherwise, last) = try enclosed(by: "for", span)
        }
        try close(last)
        let loop = LoopStatement(
            target: parts.0, items: parts.1, filter: parts.2, isRecursive: parts.3, body: body, otherwise: otherwise)
        return Statement(kind: .loop(loop), span: span)
    }

    mutating func parseSet(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        let target = try parseTarget(withNamespace: true)
        if skip(.assign) {
            let value = try parseTuple()
            return Statement(kind: .set(target, value), span: start.joined(try endTag()))
        }
        var value = try make(.captured, start)
        while skip(.pipe) { value = try parseFilter(of: value) }
        let span = start.joined(try endTag())
        let (body, end) = try enclosed(by: "set", span)
        try close(end)
        return Statement(kind: .setBlock(target, value: value, body: body), span: span)
    }

    mutating func parseWith(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        let pairs = try head([]) { parser throws(SyntaxError) -> [(AssignmentTarget, Expression)] in
            var pairs: [(AssignmentTarget, Expression)] = []
            while parser.current.kind != .tagEnd, parser.current.kind != .end {
                if !pairs.isEmpty { try parser.expect(.comma) }
                // A tuple would swallow the commas between the assignments.
                let target = AssignmentTarget.name(try parser.expectName())
                try parser.expect(.assign)
                pairs.append((target, try parser.parseExpression()))
            }
            return pairs
        }
        let span = start.joined(tokens[max(position - 1, 0)].span)
        let (body, end) = try enclosed(by: "with", span)
        try close(end)
        return Statement(kind: .with(pairs, body: body), span: span)
    }

    mutating func parseFilterTag(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        let standard = nothing(start)
        let value = try head(standard) { parser throws(SyntaxError) in
            var value = try parser.parseFilter(of: try parser.make(.captured, start))
            while parser.skip(.pipe) { value = try parser.parseFilter(of: value) }
            return value
        }
        let span = start.joined(tokens[max(position - 1, 0)].span)
        let (body, end) = try enclosed(by: "filter", span)
        try close(end)
        return Statement(kind: .filter(value, body: body), span: span)
    }

    mutating func parseBlock(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        let name = try expectName()
        let isScoped = skip(name: "scoped")
        let isRequired = skip(name: "required")
        if isSymbol(.minus) {
            var error = SyntaxError(
                current.span, en: "the name of a block has no hyphen", zh: "block 的名字不能包含连字符",
                hint: Message(en: "use an underscore", zh: "请改用下划线"))
            error.orphans = ["endblock"]
            throw error
        }
        let span = start.joined(try endTag())
        let (body, end) = try enclosed(by: "block", span)
        if !end.isEmpty { _ = skip(name: name.name) }
        try close(end)
        return Statement(
            kind: .block(BlockStatement(name: name, isScoped: isScoped, isRequired: isRequired, body: body)), span: span
        )
    }

    mutating func parseMacro(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        let name = try expectName()
        let parameters = try head([]) { parser throws(SyntaxError) in try parser.parseParameters() }
        let span = start.joined(tokens[max(position - 1, 0)].span)
        let (body, end) = try enclosed(by: "macro", span)
        try close(end)
        return Statement(kind: .macro(MacroStatement(name: name, parameters: parameters, body: body)), span: span)
    }

    mutating func parseCallTag(_ start: SourceSpan) throws(SyntaxError) -> Statement {
        typealias Head = ([MacroStatement.Parameter], Expression)
        let standard: Head = ([], nothing(start))
        let (parameters, call) = try head(standard) { parser throws(SyntaxError) -> Head in
            let parameters = parser.isSymbol(.openParenthesis) ? try parser.parseParameters() : []
            let call = try parser.parseExpression()
            guard case .call = call.kind else {
                throw SyntaxError(call.span, en: "‘call’ needs the call of a macro", zh: "“call”需要调用一个宏")
            }
            return (parameters, call)
        }
        let span = start.joined(tokens[max(position - 1, 0)].span)
        let (body, end) = try enclosed(by: "call", span)
        try close(end)
        let caller = MacroStatement(name: NamedPart(name: "caller", span: span), parameters: parameters, body: body)
        return Statement(kind: .call(caller, call), span: span)
    }

    private mutating func parseParameters() throws(SyntaxError) -> [MacroStatement.Parameter] {
        try expect(.openParenthesis)
        var parameters: [MacroStatement.Parameter] = []
        while !isSymbol(.closeParenthesis) {
            if !parameters.isEmpty { try expect(.comma) }
            let name = try expectName()
            let standard = skip(.assign) ? try parseExpression() : nil
            if standard == nil, parameters.last?.standard != nil {
                throw SyntaxError(
                    name.span, en: "‘\(name.name)’ needs a default, because the parameter before it has one",
                    zh: "前一个参数有默认值，所以“\(name.name)”也需要默认值")
            }
            parameters.append(MacroStatement.Parameter(name: name, standard: standard))
        }
        advance()
        return parameters
    }

    /// A name, names with commas, or `namespace.field`.
    private mutating func parseTarget(withNamespace: Bool = false) throws(SyntaxError) -> AssignmentTarget {
        let start = current.span
        var parts: [AssignmentTarget] = []
        var isTuple = false
        while true {
            if isName("in") || isSymbol(.closeParenthesis) || isSymbol(.assign) || current.kind == .tagEnd { break }
            parts.append(try parseSingleTarget(withNamespace: withNamespace))
            guard skip(.comma) else { break }
            isTuple = true
        }
        if !isTuple, let only = parts.first { return only }
        if parts.isEmpty { throw unexpected(wanted: "a name", "名字") }
        return .tuple(parts, start)
    }

    private mutating func parseSingleTarget(withNamespace: Bool) throws(SyntaxError) -> AssignmentTarget {
        if skip(.openParenthesis) {
            let inner = try nested { parser throws(SyntaxError) in
                try parser.parseTarget(withNamespace: withNamespace)
            }
            try expect(.closeParenthesis)
            return inner
        }
        let name = try expectName()
        if Self.reserved.contains(name.name) {
            throw SyntaxError(name.span, en: "‘\(name.name)’ can't be assigned to", zh: "不能给“\(name.name)”赋值")
        }
        if withNamespace, skip(.dot) { return .namespaceField(name, try expectName()) }
        return .name(name)
    }

    private static let reserved: Set<String> = [
        "true", "false", "none", "True", "False", "None", "loop", "self", "super",
    ]
}
