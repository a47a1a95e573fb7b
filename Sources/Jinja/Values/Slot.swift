internal import Bytes

/// A value that is looked at where it stands: it can't be copied by accident.
struct Slot: ~Copyable, Sendable {
    var value: Value
}

extension RawStorage {
    /// Memory for so many slots, without contents.
    static func make(slots count: Int) -> RawStorage { .make(byteCount: count * MemoryLayout<Slot>.stride) }

    /// For memory that was made for slots.
    @inline(__always)
    var slots: UnsafeMutablePointer<Slot> { unsafe base.assumingMemoryBound(to: Slot.self) }
}
