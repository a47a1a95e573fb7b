internal import Bytes

/// Values one behind the other: the stack of a machine, or the slots of its frames. As an array, but nobody shares it, so
/// nothing has to be asked before it is changed.
///
/// Safe to use because the memory belongs to it alone and every index is checked.
@safe struct ValueStack: ~Copyable {
    private var base: UnsafeMutablePointer<Value>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        unsafe base = Self.memory(for: self.capacity)
    }

    deinit {
        unsafe base.deinitialize(count: count)
        unsafe HeapMemory.free(base)
    }

    private static func memory(for capacity: Int) -> UnsafeMutablePointer<Value> {
        unsafe HeapMemory.allocate(capacity * MemoryLayout<Value>.stride).bindMemory(to: Value.self, capacity: capacity)
    }

    @inline(__always)
    subscript(index: Int) -> Value {
        _read {
            precondition(index >= 0 && index < count)
            yield unsafe base[index]
        }
        _modify {
            precondition(index >= 0 && index < count)
            yield unsafe &base[index]
        }
    }

    @inline(__always)
    mutating func push(_ value: consuming Value) {
        if count == capacity { grow(to: count + 1) }
        unsafe (base + count).initialize(to: value)
        count += 1
    }

    /// Takes the last value.
    @inline(__always)
    mutating func pop() -> Value {
        guard count > 0 else { return Value.none }
        count -= 1
        return unsafe (base + count).move()
    }

    /// Puts `none` behind the others.
    mutating func push(emptySlots added: Int) {
        if count + added > capacity { grow(to: count + added) }
        unsafe (base + count).initialize(repeating: Value.none, count: added)
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
        let start = unsafe base + (count - number)
        let taken = unsafe Array(UnsafeBufferPointer(start: start, count: number))
        truncate(to: count - number)
        return taken
    }

    private mutating func grow(to least: Int) {
        let wanted = max(least, capacity * 2)
        let larger = unsafe Self.memory(for: wanted)
        unsafe larger.moveInitialize(from: base, count: count)
        unsafe HeapMemory.free(base)
        unsafe base = larger
        capacity = wanted
    }
}
