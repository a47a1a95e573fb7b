internal import Glibc

/// Bytes that someone else holds, for the time of a call.
///
/// Safe to use because it is made only inside the closures of `withUnsafeBytes` and `withLiteral`, is passed down and never stored,
/// and checks its bounds in debug builds.
@safe struct ByteView {
    private let base: UnsafeRawBufferPointer

    @inline(__always)
    init(_ base: UnsafeRawBufferPointer) { unsafe self.base = unsafe base }

    @inline(__always) var count: Int { unsafe base.count }

    @inline(__always)
    subscript(index: Int) -> UInt8 { unsafe base[index] }

    /// Sixteen bytes at once; there must be as many from `index` on.
    @inline(__always)
    func block(at index: Int) -> SIMD16<UInt8> {
        unsafe base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    }

    @inline(__always)
    func slice(_ range: Range<Int>) -> ByteView { unsafe ByteView(UnsafeRawBufferPointer(rebasing: base[range])) }

    @inline(__always) var raw: UnsafeRawBufferPointer { unsafe base }

    func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        guard let address = unsafe base.baseAddress, start < count else { return nil }
        // The search stays inside the bytes.
        guard let hit = unsafe memchr(address + start, Int32(byte), count - start) else { return nil }
        return unsafe UnsafeRawPointer(hit) - address
    }

    var text: String { unsafe String(decoding: base, as: UTF8.self) }
}
