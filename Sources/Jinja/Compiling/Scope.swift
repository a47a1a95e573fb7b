/// Names that are set in one stretch of a template, and where to look for the others.
struct Scope {
    struct Binding {
        let slot: Int32
        /// Whose frame the slot is in.
        let function: Int
        var type: Inferred
        /// Set in exactly one place, so its type holds wherever it is set.
        let isSetOnce: Bool
    }

    /// What lies behind the outermost scope.
    enum Background {
        case enclosing(Int)
        /// The variables of the page and the globals.
        case page
        /// Imported templates and `without context` see the globals only.
        case globals
    }

    let background: Background
    let function: Int
    var bindings: [String: Binding] = [:]
    /// In the order they were declared, for messages.
    var order: [String] = []
    /// Dotted paths that a condition has found to be defined.
    var guarded: Set<String> = []
}

extension [Statement] {
    /// The names that these statements set in their own scope, in order, with how often.
    func storedNames() -> [(name: String, count: Int)] {
        var result: [(name: String, count: Int)] = []
        for statement in self { statement.collectStores(into: &result) }
        return result
    }
}

extension Statement {
    fileprivate func collectStores(into result: inout [(name: String, count: Int)]) {
        switch kind {
        case .condition(let branches, let otherwise):
            for statement in branches.flatMap(\.body) + otherwise { statement.collectStores(into: &result) }
        case .set(let target, _), .setBlock(let target, _, _):
            for name in target.names { Self.note(name.name, in: &result) }
        case .macro(let macro): Self.note(macro.name.name, in: &result)
        case .importing(_, let alias, _): Self.note(alias.name, in: &result)
        case .importingNames(_, let names, _):
            for pair in names { Self.note(pair.alias.name, in: &result) }
        default: break
        }
    }

    private static func note(_ name: String, in result: inout [(name: String, count: Int)]) {
        if let known = result.firstIndex(where: { $0.name == name }) {
            result[known].count += 1
        } else {
            result.append((name, 1))
        }
    }
}

extension AssignmentTarget {
    /// The names it sets, from left to right.
    var names: [NamedPart] {
        switch self {
        case .name(let name): [name]
        case .tuple(let parts, _): parts.flatMap(\.names)
        case .namespaceField: []
        }
    }
}
