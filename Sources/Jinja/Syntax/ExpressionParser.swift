internal import Diagnostics

/// Expressions, by the precedence of Jinja2: `if`, `or`, `and`, `not`, comparisons, `+ -`, `~`, `* / // %`, `**`, signs.
extension Parser {
    static let heightLimit = 250

    func make(_ kind: Expression.Kind, _ span: SourceSpan, over parts: [Expression] = []) throws(SyntaxError)
        -> Expression
    {
        let height = 1 + parts.reduce(0) { max($0, $1.height) }
        if height > Self.heightLimit {
            throw SyntaxError(
                .nestedTooDeeply, span, en: "this expression has more than \(Self.heightLimit) parts in a row",
                zh: "这个表达式连续超过 \(Self.heightLimit) 个部分", isFatal: true)
        }
        return Expression(kind: kind, span: span, height: height)
    }

    /// One expression, or several with commas, which make a tuple.
    mutating func parseTuple(conditional: Bool = true, isBracketed: Bool = false) throws(SyntaxError) -> Expression {
        let start = current.span
        var items: [Expression] = []
        var isTuple = false
        while true {
            if isTupleEnd || (!items.isEmpty && isName("recursive")) { break }
            items.append(try conditional ? parseExpression() : parseOr())
            guard skip(.comma) else { break }
            isTuple = true
        }
        if !isTuple, let only = items.first { return only }
        if items.isEmpty, !isBracketed { throw unexpected(wanted: "an expression", "表达式") }
        return try make(.tuple(items), start.joined(items.last?.span ?? start), over: items)
    }

    private var isTupleEnd: Bool {
        switch current.kind {
        case .outputEnd, .tagEnd, .symbol(.closeParenthesis), .end: true
        default: false
        }
    }

    mutating func parseExpression() throws(SyntaxError) -> Expression {
        try nested { parser throws(SyntaxError) in try parser.parseConditional() }
    }

    private mutating func parseConditional() throws(SyntaxError) -> Expression {
        var result = try parseOr()
        while skip(name: "if") {
            let condition = try parseOr()
            let otherwise = skip(name: "else") ? try parseExpression() : nil
            let parts = [result, condition] + (otherwise.map { [$0] } ?? [])
            result = try make(
                .conditional(condition, then: result, otherwise: otherwise),
                result.span.joined((otherwise ?? condition).span), over: parts)
        }
        return result
    }

    mutating func parseOr() throws(SyntaxError) -> Expression {
        var left = try parseAnd()
        while skip(name: "or") {
            let right = try parseAnd()
            left = try make(.or(left, right), left.span.joined(right.span), over: [left, right])
        }
        return left
    }

    private mutating func parseAnd() throws(SyntaxError) -> Expression {
        var left = try parseNot()
        while skip(name: "and") {
            let right = try parseNot()
            left = try make(.and(left, right), left.span.joined(right.span), over: [left, right])
        }
        return left
    }

    private mutating func parseNot() throws(SyntaxError) -> Expression {
        let start = current.span
        guard isName("not") else { return try parseComparison() }
        advance()
        let operand = try nested { parser throws(SyntaxError) in try parser.parseNot() }
        return try make(.not(operand), start.joined(operand.span), over: [operand])
    }

    private mutating func parseComparison() throws(SyntaxError) -> Expression {
        let first = try parseSum()
        var rest: [(ComparisonOperator, Expression)] = []
        while let operation = nextComparison() { rest.append((operation, try parseSum())) }
        guard let last = rest.last else { return first }
        return try make(.comparison(first, rest), first.span.joined(last.1.span), over: [first] + rest.map(\.1))
    }

    private mutating func nextComparison() -> ComparisonOperator? {
        if case .symbol(let symbol) = current.kind, let operation = ComparisonOperator(rawValue: symbol.rawValue) {
            advance()
            return operation
        }
        if skip(name: "in") { return .isIn }
        if isName("not"), look(1).kind == .name("in") {
            position += 2
            return .isNotIn
        }
        return nil
    }

    private mutating func parseSum() throws(SyntaxError) -> Expression {
        var left = try parseConcatenation()
        while isSymbol(.plus) || isSymbol(.minus) {
            let operation: ArithmeticOperator = isSymbol(.plus) ? .add : .subtract
            advance()
            let right = try parseConcatenation()
            left = try make(.arithmetic(operation, left, right), left.span.joined(right.span), over: [left, right])
        }
        return left
    }

    private mutating func parseConcatenation() throws(SyntaxError) -> Expression {
        let first = try parseProduct()
        var parts = [first]
        while skip(.tilde) { parts.append(try parseProduct()) }
        guard parts.count > 1, let last = parts.last else { return first }
        return try make(.concatenation(parts), first.span.joined(last.span), over: parts)
    }

    private mutating func parseProduct() throws(SyntaxError) -> Expression {
        var left = try parsePower()
        while case .symbol(let symbol) = current.kind,
            symbol == .times || symbol == .divide || symbol == .floorDivide || symbol == .modulo,
            let operation = ArithmeticOperator(rawValue: symbol.rawValue)
        {
            advance()
            let right = try parsePower()
            left = try make(.arithmetic(operation, left, right), left.span.joined(right.span), over: [left, right])
        }
        return left
    }

    private mutating func parsePower() throws(SyntaxError) -> Expression {
        var left = try parseUnary(withFilters: true)
        while skip(.power) {
            let right = try parseUnary(withFilters: true)
            left = try make(.arithmetic(.power, left, right), left.span.joined(right.span), over: [left, right])
        }
        return left
    }

    /// A sign binds closer than filters: `-1|abs` is `(-1)|abs`.
    private mutating func parseUnary(withFilters: Bool) throws(SyntaxError) -> Expression {
        let start = current.span
        var result: Expression
        if isSymbol(.minus) || isSymbol(.plus) {
            let isMinus = isSymbol(.minus)
            advance()
            let operand = try nested { parser throws(SyntaxError) in try parser.parseUnary(withFilters: false) }
            result = try make(
                isMinus ? .negate(operand) : .plus(operand), start.joined(operand.span), over: [operand])
        } else {
            result = try parsePrimary()
        }
        result = try parsePostfix(result)
        return withFilters ? try parseFilters(result) : result
    }
}
