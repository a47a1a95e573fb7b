internal import Bytes

/// Values one behind the other: the stack of a machine, or the slots of its frames. As an array, but nobody shares it, so
/// nothing has to be asked before it is changed.
///
/// Safe to use because the memory belongs to it alone and every index is checked.
@safe struct ValueStack: ~Copyable {
    private var storage: RawStorage
    private var base: UnsafeMutablePointer<Slot>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        storage = RawStorage.make(slots: self.capacity)
        unsafe base = storage.slots
    }

    deinit { unsafe base.deinitialize(count: count) }

    @inline(__always)
    subscript(index: Int) -> Value {
        get {
            precondition(index >= 0 && index < count)
            return unsafe base[index].value
        }
        _modify {
            precondition(index >= 0 && index < count)
            yield unsafe &base[index].value
        }
    }

    /// The value where it stands.
    @inline(__always)
    subscript(inPlace index: Int) -> Slot {
        unsafeAddress {
            precondition(index >= 0 && index < count)
            return unsafe UnsafePointer(base + index)
        }
    }

    @inline(__always)
    mutating func push(_ value: consuming Value) {
        if count == capacity { grow(to: count + 1) }
        unsafe (base + count).initialize(to: Slot(value: value))
        count += 1
    }

    /// Takes the last value.
    @inline(__always)
    mutating func pop() -> Value {
        guard count > 0 else { return Value.none }
        count -= 1
        return unsafe (base + count).move().value
    }

    /// Puts `none` behind the others.
    mutating func push(emptySlots added: Int) {
        if count + added > capacity { grow(to: count + added) }
        for index in count..<count + added { unsafe (base + index).initialize(to: Slot(value: .none)) }
        count += added
    }

    /// Forgets everything from `length` on.
    mutating func truncate(to length: Int) {
        precondition(length >= 0 && length <= count)
        unsafe (base + length).deinitialize(count: count - length)
        count = length
    }

    /// Takes the last values, the oldest first.
    mutating func take(_ number: Int) -> [Value] {
        precondition(number >= 0 && number <= count)
        var taken: [Value] = []
        taken.reserveCapacity(number)
        for index in count - number..<count { taken.append(unsafe (base + index).move().value) }
        count -= number
        return taken
    }

    /// Takes a value from the middle; `none` stands there then.
    @inline(__always)
    mutating func take(at index: Int) -> Value {
        precondition(index >= 0 && index < count)
        let taken = unsafe (base + index).move()
        unsafe (base + index).initialize(to: Slot(value: .none))
        return taken.value
    }

    private mutating func grow(to least: Int) {
        let wanted = max(least, capacity * 2)
        let larger = RawStorage.make(slots: wanted)
        unsafe larger.slots.moveInitialize(from: base, count: count)
        storage = larger
        unsafe base = larger.slots
        capacity = wanted
    }
}
