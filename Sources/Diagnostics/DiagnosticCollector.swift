/// Gathers the mistakes of one stretch of work. Each task has its own and they are merged, so none is lost and no lock is needed.
package struct DiagnosticCollector: Sendable {
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    package mutating func add(contentsOf others: [Diagnostic]) { diagnostics.append(contentsOf: others) }

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Everything gathered, sorted, each mistake once.
    package func sorted() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for diagnostic in diagnostics.sorted() where result.last != diagnostic { result.append(diagnostic) }
        return result
    }
}

/// Work that can't go on, with the reasons.
package struct Failure: Error, Sendable {
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    package init(_ diagnostic: Diagnostic) { self.diagnostics = [diagnostic] }
}
