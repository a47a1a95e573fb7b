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

/// The names that statements set in their own scope, in order, with how often.
struct StoredNames {
    private(set) var list: [(name: String, count: Int)] = []
    private var positions: [String: Int] = [:]

    mutating func note(_ name: String) {
        if let known = positions[name] {
            list[known].count += 1
        } else {
            positions[name] = list.count
            list.append((name, 1))
        }
    }
}

extension [Statement] {
    /// The names that these statements set in their own scope, in order, with how often.
    func storedNames() -> [(name: String, count: Int)] {
        var names = StoredNames()
        for statement in self { statement.collectStores(into: &names) }
        return names.list
    }
}

extension Statement {
    fileprivate func collectStores(into names: inout StoredNames) {
        switch kind {
        case .condition(let branches, let otherwise):
            for statement in branches.flatMap(\.body) + otherwise { statement.collectStores(into: &names) }
        case .set(let target, _), .setBlock(let target, _, _):
            for name in target.names { names.note(name.name) }
        case .macro(let macro): names.note(macro.name.name)
        case .importing(_, let alias, _): names.note(alias.name)
        case .importingNames(_, let pairs, _):
            for pair in pairs { names.note(pair.alias.name) }
        default: break
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
