/// How grave a diagnostic is.
package enum Severity: String, Sendable, Hashable, Comparable {
    case warning
    case error

    package static func < (one: Severity, other: Severity) -> Bool {
        one == .warning && other == .error
    }
}
