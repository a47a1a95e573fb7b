/// What a condition says of the names in it: behind `x is defined` an unknown `x` may be used.
extension Expression {
    /// `page.author` for the expression of that form, else nil.
    var path: String? {
        switch kind {
        case .name(let name): name
        case .attribute(let base, let name): base.path.map { "\($0).\(name)" }
        default: nil
        }
    }

    /// Paths that are defined when the expression is true (or false).
    func definedPaths(when truth: Bool) -> Set<String> {
        switch kind {
        case .test(let subject, let test, _) where test.name == (truth ? "defined" : "undefined"):
            Set([subject.path].compactMap { $0 })
        case .not(let inner): inner.definedPaths(when: !truth)
        case .and(let left, let right) where truth, .or(let left, let right) where !truth:
            left.definedPaths(when: truth).union(right.definedPaths(when: truth))
        default: []
        }
    }
}
