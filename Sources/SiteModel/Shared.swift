/// A large value whose copies share one place of memory. A change makes a new place, so change it in one go.
struct Shared<Value: Sendable>: Sendable {
    private final class Place: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var place: Place

    init(_ value: Value) { place = Place(value) }

    var value: Value {
        _read { yield place.value }
        set { place = Place(newValue) }
    }
}
