/// Every directive, sorted by name.
package enum DirectiveRegistry {
    package static let all: [any Directive.Type] = []

    /// The directive of a name.
    package static func directive(named name: String) -> (any Directive.Type)? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.rule.name, $0) })
}
