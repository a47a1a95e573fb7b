/// A large value whose copies share one place of memory until one of them is changed.
struct CopyOnWrite<Value: Sendable>: Sendable {
    /// Changed only while a single owner holds it, so tasks may share it.
    private final class Place: @unchecked Sendable {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var place: Place

    init(_ value: Value) { place = Place(value) }

    var value: Value {
        _read { yield place.value }
        _modify {
            if !isKnownUniquelyReferenced(&place) { place = Place(place.value) }
            yield &place.value
        }
    }
}
