internal import Bytes

/// Where each field of a program was found last: the shape of the record and the position in it. A macro's parameter may hold
/// any record, so only the rendering shows which; most are of one shape.
///
/// Safe to use because the memory belongs to it alone, every index is checked, and one task uses it.
@safe struct FieldGuesses: ~Copyable {
    struct Guess {
        var shape: ObjectIdentifier?
        var position: Int
    }

    private let storage: RawStorage
    private let base: UnsafeMutablePointer<Guess>
    private let count: Int

    /// Begins with what the schema says.
    init(_ sites: [Program.FieldSite]) {
        count = sites.count
        storage = .make(byteCount: count * MemoryLayout<Guess>.stride)
        unsafe base = storage.base.assumingMemoryBound(to: Guess.self)
        for (index, site) in sites.enumerated() {
            unsafe (base + index).initialize(to: Guess(shape: site.shape, position: Int(site.hint)))
        }
    }

    @inline(__always)
    subscript(index: Int) -> Guess {
        precondition(index >= 0 && index < count)
        return unsafe base[index]
    }

    /// Notes a place for the next time.
    func note(_ shape: RecordShape, _ position: Int, at index: Int) {
        precondition(index >= 0 && index < count)
        unsafe base[index] = Guess(shape: ObjectIdentifier(shape), position: position)
    }
}
