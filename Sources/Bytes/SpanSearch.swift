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

    /// Eight bytes from `index` on, the first one in the lowest bits; nil when fewer are left.
    @inline(__always)
    package func longWord(at index: Int) -> UInt64? {
        guard index >= 0, index <= count &- 8 else { return nil }
        // Checked above.
        return unsafe withUnsafeBytes { bytes in
            unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        }
    }
}

extension Span<UInt16> {
    /// Eight numbers from `index` on.
    @inline(__always)
    package func eight(at index: Int) -> SIMD8<UInt16> {
        precondition(index >= 0 && index <= count &- 8)
        // Checked above.
        return unsafe withUnsafeBytes { bytes in
            unsafe bytes.loadUnaligned(fromByteOffset: index &* 2, as: SIMD8<UInt16>.self)
        }
    }
}

extension MutableSpan<UInt32> {
    /// Puts eight numbers from `index` on, given by their halves.
    @inline(__always)
    package mutating func put(low: SIMD8<UInt16>, high: SIMD8<UInt16>, at index: Int) {
        precondition(index >= 0 && index <= count &- 8)
        var numbers = SIMD16<UInt16>()
        numbers.evenHalf = low
        numbers.oddHalf = high
        // Checked above; what is in memory first is the low half.
        unsafe withUnsafeMutableBytes { bytes in
            unsafe bytes.storeBytes(of: numbers, toByteOffset: index &* 4, as: SIMD16<UInt16>.self)
        }
    }
}
