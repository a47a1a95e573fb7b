internal import Diagnostics

/// One template of the library: its source, and what was read from it.
struct Template: Sendable {
    struct FoundBlock: Sendable {
        let block: BlockStatement
        let span: SourceSpan
        /// Inside another block.
        let isNested: Bool
    }

    let name: String
    let file: SourceFile
    let statements: [Statement]
    /// The template that it extends.
    let extends: NamedPart?
    let blocks: [FoundBlock]

    init(name: String, file: SourceFile, statements: [Statement]) {
        self.name = name
        self.file = file
        self.statements = statements
        self.extends = statements.lazy.compactMap { if case .extends(let name) = $0.kind { name } else { nil } }.first
        var blocks: [FoundBlock] = []
        Self.collect(statements, isNested: false, into: &blocks)
        self.blocks = blocks
    }

    /// Statements nest at most as deep as the parser allows.
    private static func collect(_ statements: [Statement], isNested: Bool, into blocks: inout [FoundBlock]) {
        for statement in statements {
            switch statement.kind {
            case .block(let block):
                blocks.append(FoundBlock(block: block, span: statement.span, isNested: isNested))
                collect(block.body, isNested: true, into: &blocks)
            case .condition(let branches, let otherwise):
                for branch in branches { collect(branch.body, isNested: isNested, into: &blocks) }
                collect(otherwise, isNested: isNested, into: &blocks)
            case .loop(let loop):
                collect(loop.body, isNested: isNested, into: &blocks)
                collect(loop.otherwise, isNested: isNested, into: &blocks)
            case .setBlock(_, _, let body), .with(_, let body), .filter(_, let body):
                collect(body, isNested: isNested, into: &blocks)
            case .macro(let macro), .call(let macro, _): collect(macro.body, isNested: isNested, into: &blocks)
            default: break
            }
        }
    }
}
