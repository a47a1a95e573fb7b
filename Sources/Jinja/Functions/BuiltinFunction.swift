/// The functions that a template may call without defining them.
package enum BuiltinFunction: String, Sendable, CaseIterable {
    case cycler
    case dict
    case joiner
    case namespace
    case range

    /// One English sentence for editors.
    package var doc: String {
        switch self {
        case .cycler: "Goes round a list of values: `c.next()`, `c.current`, `c.reset()`."
        case .dict: "A dictionary of the named arguments."
        case .joiner: "Prints nothing when called for the first time, and its text from then on."
        case .namespace: "An object whose fields can be set, also from inside a loop."
        case .range: "Numbers from a start up to, but not including, an end."
        }
    }

    /// How many arguments it takes by position.
    var positionalCount: ClosedRange<Int> {
        switch self {
        case .cycler: 1...Int.max
        case .dict, .namespace: 0...1
        case .joiner: 0...1
        case .range: 1...3
        }
    }

    /// The names that it takes; nil when it takes any.
    var keywords: [String]? {
        switch self {
        case .dict, .namespace: nil
        case .joiner: ["sep"]
        case .cycler, .range: []
        }
    }

    /// Its place in the table, for operations.
    var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
