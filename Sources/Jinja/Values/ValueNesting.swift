/// The bound on lists inside lists, which keeps every walk over a value shallow.
extension Value {
    static let nestingLimit = 100

    /// True when lists, dictionaries and records stand at most `limit` deep in each other.
    func nests(atMost limit: Int) -> Bool {
        switch self {
        case .list(let items), .tuple(let items): limit > 0 && items.allSatisfy { $0.nests(atMost: limit - 1) }
        case .dictionary(let dictionary): limit > 0 && dictionary.pairs.allSatisfy { $0.value.nests(atMost: limit - 1) }
        // Other records come from Swift code and hold nothing that a template made.
        case .record(let record) where record.shape.isTuple:
            limit > 0 && record.values.allSatisfy { $0.nests(atMost: limit - 1) }
        default: true
        }
    }
}
