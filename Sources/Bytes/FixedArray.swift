/// So many elements side by side, made once and never changed. Unlike an array it lends an element where it stands, without counting a
/// reference to it: two processors that count references to the same element hold each other up.
///
/// Safe to use, and to share, because the memory belongs to it alone, nothing is written after `init` and every index is checked.
@safe package struct FixedArray<Element: ~Copyable & Sendable>: ~Copyable, @unchecked Sendable {
    private let storage: RawStorage
    private let base: UnsafeMutablePointer<Element>
    package let count: Int

    /// - Parameter make: the element at a position; called in order.
    package init(count: Int, _ make: (Int) -> Element) {
        self.count = count
        storage = .make(byteCount: count * MemoryLayout<Element>.stride)
        unsafe base = storage.base.bindMemory(to: Element.self, capacity: count)
        for index in 0..<count { unsafe (base + index).initialize(to: make(index)) }
    }

    deinit { unsafe base.deinitialize(count: count) }

    @inline(__always)
    package subscript(index: Int) -> Element {
        unsafeAddress {
            precondition(index >= 0 && index < count)
            return unsafe UnsafePointer(base + index)
        }
    }
}
