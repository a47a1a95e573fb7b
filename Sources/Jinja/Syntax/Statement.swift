/// A piece of a template with its place: text, an output or a tag with what it encloses.
struct Statement: Sendable {
    let kind: Kind
    /// Of a tag with a body: its opening tag.
    let span: SourceSpan

    indirect enum Kind: Sendable {
        /// The bytes of the span.
        case text
        case output(Expression)
        case condition([ConditionBranch], otherwise: [Statement])
        case loop(LoopStatement)
        case set(AssignmentTarget, Expression)
        /// `value` reads what the body wrote through `Expression.Kind.captured`.
        case setBlock(AssignmentTarget, value: Expression, body: [Statement])
        case with([(AssignmentTarget, Expression)], body: [Statement])
        case filter(Expression, body: [Statement])
        case block(BlockStatement)
        case extends(NamedPart)
        case include(IncludeStatement)
        case importing(NamedPart, as: NamedPart, withContext: Bool)
        case importingNames(NamedPart, [(name: NamedPart, alias: NamedPart)], withContext: Bool)
        case macro(MacroStatement)
        case call(MacroStatement, Expression)
    }
}

struct ConditionBranch: Sendable {
    let condition: Expression
    let body: [Statement]
}

struct LoopStatement: Sendable {
    let target: AssignmentTarget
    let items: Expression
    let filter: Expression?
    let isRecursive: Bool
    let body: [Statement]
    let otherwise: [Statement]
}

struct BlockStatement: Sendable {
    let name: NamedPart
    let isScoped: Bool
    let isRequired: Bool
    let body: [Statement]
}

struct IncludeStatement: Sendable {
    /// The first one that exists is taken.
    let names: [NamedPart]
    let ignoresMissing: Bool
    let withContext: Bool
}

/// A macro, or the body of a `call` tag, which is a macro without a name.
struct MacroStatement: Sendable {
    struct Parameter: Sendable {
        let name: NamedPart
        let standard: Expression?
    }

    let name: NamedPart
    let parameters: [Parameter]
    let body: [Statement]
}

/// What stands to the left of `=` or between `for` and `in`.
indirect enum AssignmentTarget: Sendable {
    case name(NamedPart)
    case tuple([AssignmentTarget], SourceSpan)
    case namespaceField(NamedPart, NamedPart)
}
