/// A large value whose copies share one place of memory until one of them is changed.
///
/// It stands in this room because its place is shared between tasks by rules that the compiler can't check: it is written only
/// while a single copy holds it.
package struct CopyOnWrite<Value: Sendable>: Sendable {
    @usableFromInline
    final class Place: @unchecked Sendable {
        @usableFromInline var value: Value

        @inlinable
        init(_ value: Value) { self.value = value }
    }

    @usableFromInline var place: Place

    @inlinable
    package init(_ value: Value) { place = Place(value) }

    @inlinable
    package var value: Value {
        _read { yield place.value }
        _modify {
            if !isKnownUniquelyReferenced(&place) { place = Place(place.value) }
            yield &place.value
        }
    }
}
