/// Places in bytes that are lent, found sixteen at a time; every index is checked.
extension Span<UInt8> {
    /// The place of the next such byte from `start` on, or the end.
    @inline(__always)
    package func place(of byte: UInt8, from start: Int) -> Int {
        precondition(start >= 0)
        var index = start
        while index &+ 16 <= count {
            // Sixteen bytes before the end.
            let block = unsafe withUnsafeBytes { bytes in
                unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            }
            if let offset = block.holds(byte).firstSet { return index &+ offset }
            index &+= 16
        }
        while index < count, self[index] != byte { index &+= 1 }
        return Swift.min(index, count)
    }

    /// Four bytes from `index` on, the first one in the lowest bits; nil when fewer are left.
    @inline(__always)
    package func word(at index: Int) -> UInt32? {
        guard index >= 0, index <= count &- 4 else { return nil }
        // Checked above.
        return unsafe withUnsafeBytes { bytes in
            unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        }
    }
}

extension Span<UInt32> {
    /// Four numbers from `index` on.
    @inline(__always)
    package func four(at index: Int) -> SIMD4<UInt32> {
        precondition(index >= 0 && index <= count &- 4)
        // Checked above.
        return unsafe withUnsafeBytes { bytes in
            unsafe bytes.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<UInt32>.self)
        }
    }
}

extension MutableSpan<UInt32> {
    /// Puts four numbers from `index` on.
    @inline(__always)
    package mutating func put(_ numbers: SIMD4<UInt32>, at index: Int) {
        precondition(index >= 0 && index <= count &- 4)
        // Checked above.
        unsafe withUnsafeMutableBytes { bytes in
            unsafe bytes.storeBytes(of: numbers, toByteOffset: index &* 4, as: SIMD4<UInt32>.self)
        }
    }
}
