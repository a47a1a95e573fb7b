/// The templates that a template names: what it extends, includes and imports.
enum TemplateReferences {
    /// Statements nest at most as deep as the parser allows.
    static func names(in statements: [Statement]) -> [String] {
        statements.flatMap { statement -> [String] in
            switch statement.kind {
            case .extends(let name), .importing(let name, as: _, withContext: _),
                .importingNames(let name, _, withContext: _):
                [name.name]
            case .include(let include): include.names.map(\.name)
            case .block(let block): names(in: block.body)
            case .condition(let branches, let otherwise):
                branches.flatMap { names(in: $0.body) } + names(in: otherwise)
            case .loop(let loop): names(in: loop.body) + names(in: loop.otherwise)
            case .setBlock(_, value: _, let body), .with(_, let body), .filter(_, let body): names(in: body)
            case .macro(let macro), .call(let macro, _): names(in: macro.body)
            case .text, .output, .set: []
            }
        }
    }
}
