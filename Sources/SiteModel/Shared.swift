/// A large value whose copies share one place of memory until one of them changes.
struct Shared<Value: Sendable>: Sendable {
    /// One element: an array is the box that the language copies on write.
    private var place: ContiguousArray<Value>

    init(_ value: Value) { place = [value] }

    var value: Value {
        _read { yield place[0] }
        _modify { yield &place[0] }
    }
}
