/// What the program tells its caller. Source: the contract, section 2.
package enum ExitCode: Int32, Sendable {
    case fine = 0
    /// Mistakes in content, templates or catalog.
    case mistakes = 1
    /// Wrong usage or settings.
    case usage = 2
    /// Input or output failed.
    case inputOutput = 74
    /// Another build holds the lock.
    case locked = 75
    /// Refused by a safety rule.
    case refused = 78
}
