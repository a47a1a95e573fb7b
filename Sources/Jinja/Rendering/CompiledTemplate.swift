package import Bytes
package import Diagnostics

/// A template that can be rendered: itself and what it extends, with the blocks of each.
package struct CompiledTemplate: Sendable {
    let library: TemplateLibrary
    /// The template itself first, the outermost layout last.
    let lineage: [TemplateLibrary.Template]
    /// For each block its bodies, the most derived first.
    let blocks: [String: [BlockStatement]]

    init(library: TemplateLibrary, lineage: [TemplateLibrary.Template]) {
        self.library = library
        self.lineage = lineage
        var blocks: [String: [BlockStatement]] = [:]
        for template in lineage {
            for block in Self.blocks(in: template.statements) { blocks[block.name.name, default: []].append(block) }
        }
        self.blocks = blocks
    }

    /// Renders with the fields of a record as variables. What was written before a failure stays in the buffer.
    package func render(
        _ page: Record, into buffer: inout ByteBuffer, budget: RenderBudget = RenderBudget()
    ) throws(Failure) {
        var evaluator = Evaluator(self, page, budget, start: buffer.count)
        do throws(EvaluationError) {
            for template in lineage.dropLast() { try evaluator.runDefinitions(template.statements) }
            if let root = lineage.last { try evaluator.run(root.statements, &buffer) }
        } catch {
            throw Failure(evaluator.diagnostic(for: error))
        }
    }

    private static func blocks(in statements: [Statement]) -> [BlockStatement] {
        statements.flatMap { statement -> [BlockStatement] in
            switch statement.kind {
            case .block(let block): [block] + blocks(in: block.body)
            case .condition(let branches, let otherwise):
                branches.flatMap { blocks(in: $0.body) } + blocks(in: otherwise)
            case .loop(let loop): blocks(in: loop.body) + blocks(in: loop.otherwise)
            case .with(_, let body), .filter(_, let body): blocks(in: body)
            default: []
            }
        }
    }
}
