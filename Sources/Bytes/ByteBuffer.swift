/// A growing run of bytes to write output into. One owner, one task; what leaves it is an array.
@safe
package struct ByteBuffer: ~Copyable {
    private var storage: RawStorage
    private var base: UnsafeMutableRawPointer
    private var capacity: Int
    private var length = 0

    /// How many bytes have been written.
    @inline(__always)
    package var count: Int { length }

    package init(capacity: Int = 4096) {
        self.capacity = max(capacity, 64)
        storage = RawStorage.make(byteCount: self.capacity)
        unsafe base = storage.base
    }

    /// What was written, as an array.
    package var bytes: [UInt8] { unsafe [UInt8](UnsafeRawBufferPointer(start: base, count: count)) }

    /// What was written from `start` on.
    package func bytes(from start: Int) -> [UInt8] {
        unsafe [UInt8](UnsafeRawBufferPointer(start: base + start, count: count - start))
    }

    /// What was written, as text; ill-formed UTF-8 is replaced.
    package var text: String {
        unsafe String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
    }

    /// Lends the bytes for the time of the call.
    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        unsafe try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// Lends the bytes for the time of the call; every place is checked.
    package func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe body(Span(_unsafeStart: base.assumingMemoryBound(to: UInt8.self), count: count))
    }

    /// Forgets everything from `count` on; the memory is kept for the next use.
    package mutating func truncate(to count: Int) {
        if count < length { length = max(count, 0) }
    }

    /// The last byte written.
    package var last: UInt8? { count == 0 ? nil : unsafe base.load(fromByteOffset: count - 1, as: UInt8.self) }

    /// Whether a byte stands in what was written from `start` on.
    package func contains(_ byte: UInt8, from start: Int) -> Bool {
        unsafe UnsafeRawBufferPointer(start: base + start, count: count - start).contains(byte)
    }

    /// One byte.
    @inline(__always)
    package mutating func append(byte: UInt8) {
        if length == capacity { grow(by: 1) }
        unsafe base.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
        length += 1
    }

    /// A literal of the program.
    @inline(__always)
    package mutating func append(_ literal: StaticString) {
        // A static string that is a single scalar has no pointer to copy from.
        if literal.hasPointerRepresentation {
            unsafe append(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        } else {
            append(text: String(literal.unicodeScalar))
        }
    }

    /// The UTF-8 of a string.
    package mutating func append(text: String) {
        unsafe text.withRawUTF8 { unsafe append($0) }
    }

    /// The UTF-8 of a part of a string.
    package mutating func append(text: Substring) {
        var text = text
        text.withUTF8 { unsafe append(UnsafeRawBufferPointer($0)) }
    }

    /// The bytes of an array.
    @inline(__always)
    package mutating func append(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe append($0) }
    }

    /// The bytes of a part of an array.
    package mutating func append(_ bytes: ArraySlice<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe append($0) }
    }

    /// A part of an array, which must lie inside it.
    @inline(__always)
    package mutating func append(_ bytes: [UInt8], from start: Int, count: Int) {
        precondition(start >= 0 && count >= 0 && start + count <= bytes.count)
        unsafe bytes.withUnsafeBytes { unsafe append(UnsafeRawBufferPointer(rebasing: $0[start..<start + count])) }
    }

    /// What another buffer holds.
    package mutating func append(_ other: borrowing ByteBuffer) {
        unsafe append(UnsafeRawBufferPointer(start: other.base, count: other.count))
    }

    /// Bytes that the caller holds for the time of the call.
    @inline(__always)
    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        let added = bytes.count
        guard added > 0, let source = bytes.baseAddress else { return }
        if capacity - length < added { grow(by: added) }
        unsafe (base + length).copyMemory(from: source, byteCount: added)
        length += added
    }

    /// Up to `most` bytes that `fill` writes; it returns how many it wrote, or a negative number for none.
    package mutating func append(upTo most: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        if capacity - length < most { grow(by: most) }
        let written = unsafe fill(UnsafeMutableRawBufferPointer(start: base + length, count: most))
        length += min(max(written, 0), most)
        return written
    }

    /// A whole number in decimal digits.
    package mutating func append(decimal number: Int) {
        if number < 0 { append(byte: 0x2D) }
        var rest = number.magnitude
        var divisor: UInt = 1
        while rest / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(byte: 0x30 + UInt8(rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    @inline(never)
    private mutating func grow(by added: Int) {
        let wanted = max(capacity * 2, length + added)
        let larger = RawStorage.make(byteCount: wanted)
        unsafe larger.base.copyMemory(from: base, byteCount: length)
        storage = larger
        unsafe base = larger.base
        capacity = wanted
    }
}
