/// A set of bytes that an escaper replaces, found many bytes at a time.
protocol SpecialBytes {
    /// Tells which of sixteen bytes are in the set.
    static func members(of block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
    /// The highest bit of every byte of the word that is in the set; behind the first such byte others may be marked as well.
    static func marks(in word: UInt64) -> UInt64
}

extension UInt64 {
    /// Marks the bytes that equal `byte`; of the bits in `ignoring` it does not matter how they are set.
    /// A byte that becomes zero borrows from its highest bit, and only a byte behind it can be marked in error.
    @inline(__always)
    func marks(of byte: UInt8, ignoring: UInt8 = 0) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let difference = (self ^ (ones &* UInt64(byte))) & ~(ones &* UInt64(ignoring))
        return (difference &- ones) & ~difference & 0x8080_8080_8080_8080
    }

    /// Marks the bytes below `limit`, which is at most 0x80.
    @inline(__always)
    func marks(below limit: UInt8) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return (self &- ones &* UInt64(limit)) & ~self & 0x8080_8080_8080_8080
    }
}

extension ByteBuffer {
    /// Copies runs of plain bytes and replaces those of the set.
    @inline(__always)
    mutating func append<Specials: SpecialBytes>(
        _ bytes: UnsafeRawBufferPointer, escaping specials: Specials.Type,
        replace: (inout ByteBuffer, UInt8) -> Void
    ) {
        var start = 0
        while let found = unsafe bytes.firstIndex(of: specials, from: start) {
            unsafe append(UnsafeRawBufferPointer(rebasing: bytes[start..<found]))
            replace(&self, unsafe bytes[found])
            start = found + 1
        }
        unsafe append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
}

extension UnsafeRawBufferPointer {
    /// Where the next byte of the set stands.
    @inline(__always)
    func firstIndex<Specials: SpecialBytes>(of specials: Specials.Type, from start: Int) -> Int? {
        guard let base = baseAddress else { return nil }
        var index = start
        let count = count
        while index &+ 16 <= count {
            let block = unsafe base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            if Specials.members(of: block).isAnySet { break }
            index &+= 16
        }
        while index &+ 8 <= count {
            let word = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let marks = Specials.marks(in: word)
            if marks != 0 { return index + marks.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        let rest = count &- index
        if rest > 0, count >= 8 {
            // The last eight bytes, without those that were looked at; filled up with what is in no set.
            let last = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
            let word = last &>> UInt64((8 &- rest) &* 8) | 0x6161_6161_6161_6161 &<< UInt64(rest &* 8)
            let marks = Specials.marks(in: word)
            return marks == 0 ? nil : index + marks.trailingZeroBitCount >> 3
        }
        while index < count {
            let word = unsafe UInt64(self[index]) | 0x6161_6161_6161_6100
            if Specials.marks(in: word) & 0x80 != 0 { return index }
            index += 1
        }
        return nil
    }
}
