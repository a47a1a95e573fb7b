// Memory for buffers that one value owns.

/// Bytes without contents, given back with the last reference. What the standard library allocates for bare pointers asks for an
/// alignment, which costs several times as much and leaves gaps; memory behind an object doesn't, and is aligned to sixteen bytes.
package final class RawStorage: ManagedBuffer<Void, UInt8> {
    package static func make(byteCount: Int) -> RawStorage {
        unsafe unsafeDowncast(create(minimumCapacity: max(byteCount, 1)) { _ in }, to: RawStorage.self)
    }

    /// Where the bytes begin; valid as long as the object.
    @inline(__always)
    package var base: UnsafeMutableRawPointer {
        unsafe withUnsafeMutablePointerToElements { unsafe UnsafeMutableRawPointer($0) }
    }
}
