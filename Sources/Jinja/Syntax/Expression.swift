/// A node of an expression with its place. Its height is bounded, so walks over the tree may recurse.
struct Expression: Sendable {
    let kind: Kind
    let span: SourceSpan
    /// Longest way down to a leaf.
    let height: Int

    indirect enum Kind: Sendable {
        case constant(Value)
        case name(String)
        /// What a `filter` tag or a block `set` has captured.
        case captured
        case attribute(Expression, String)
        case item(Expression, Expression)
        case slice(Expression, from: Expression?, to: Expression?, step: Expression?)
        case call(Expression, Arguments)
        case filter(Expression, NamedPart, Arguments)
        case test(Expression, NamedPart, Arguments)
        case not(Expression)
        case negate(Expression)
        case plus(Expression)
        case arithmetic(ArithmeticOperator, Expression, Expression)
        case concatenation([Expression])
        case comparison(Expression, [(ComparisonOperator, Expression)])
        case and(Expression, Expression)
        case or(Expression, Expression)
        case conditional(Expression, then: Expression, otherwise: Expression?)
        case list([Expression])
        case tuple([Expression])
        case dictionary([(Expression, Expression)])
    }
}

/// A name in the source with its place.
struct NamedPart: Sendable {
    let name: String
    let span: SourceSpan
}

/// What stands in the round brackets of a call.
struct Arguments: Sendable {
    var positional: [Expression] = []
    var keywords: [(name: NamedPart, value: Expression)] = []

    static let none = Arguments()
    var isEmpty: Bool { positional.isEmpty && keywords.isEmpty }
}

enum ArithmeticOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
}

enum ComparisonOperator: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isIn = "in"
    case isNotIn = "not in"
}
