/// Sixteen bytes at once. Operators between vectors and single bytes are not made into vector instructions, so these spell them out.
extension SIMD16<UInt8> {
    /// Tells which bytes equal `byte`, of each only the bits of `mask` being looked at.
    @inline(__always)
    package func holds(_ byte: UInt8, under mask: UInt8 = 0xFF) -> SIMDMask<SIMD16<Int8>> {
        (self & SIMD16(repeating: mask)) .== SIMD16(repeating: byte)
    }

    /// Tells which bytes are one of the `count` from `first` on.
    @inline(__always)
    package func holds(_ count: UInt8, from first: UInt8) -> SIMDMask<SIMD16<Int8>> {
        (self &- SIMD16(repeating: first)) .< SIMD16(repeating: count)
    }

    /// Of all sixteen.
    @inline(__always) package var sumOfLanes: Int {
        let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return Self.sum(halves.x) + Self.sum(halves.y)
    }

    /// The sum of the eight bytes of a word.
    @inline(__always)
    private static func sum(_ lanes: UInt64) -> Int {
        let pairs = (lanes & 0x00FF_00FF_00FF_00FF) &+ (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
}

extension SIMD8<UInt16> {
    /// All bits of those that are one of the `count` numbers from `first` on, none of the others.
    @inline(__always)
    package func holds(_ count: UInt16, from first: UInt16) -> Self {
        // A mask of eight numbers is as large as they.
        unsafe unsafeBitCast((self &- Self(repeating: first)) .< Self(repeating: count), to: Self.self)
    }
}

extension SIMDMask<SIMD16<Int8>> {
    /// 255 where it is set, else 0.
    @inline(__always) package var lanes: SIMD16<UInt8> { unsafe unsafeBitCast(self, to: SIMD16<UInt8>.self) }

    /// The first of the sixteen that is set.
    @inline(__always) package var firstSet: Int? {
        // A mask of sixteen bytes is as large as two words of eight.
        let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        if halves.x != 0 { return halves.x.littleEndian.trailingZeroBitCount >> 3 }
        return halves.y == 0 ? nil : 8 &+ halves.y.littleEndian.trailingZeroBitCount >> 3
    }

    /// Whether any of the sixteen is set.
    @inline(__always) package var isAnySet: Bool {
        // A mask of sixteen bytes is as large as two words of eight.
        let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return halves.x | halves.y != 0
    }
}

extension UnsafeRawBufferPointer {
    /// Whether none of the bytes is one of those that `members` tells; the letter a must not be one.
    @inline(__always)
    package func holdsNone(of members: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Bool {
        guard let base = baseAddress else { return true }
        guard count >= 16 else {
            var block = SIMD16<UInt8>(repeating: 0x61)
            // Fewer than sixteen bytes go into a block of sixteen.
            unsafe withUnsafeMutableBytes(of: &block) { unsafe $0.copyMemory(from: self) }
            return !members(block).isAnySet
        }
        var index = 0
        while index &+ 16 <= count {
            let block = unsafe base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            if members(block).isAnySet { return false }
            index &+= 16
        }
        // The last sixteen, some of which may have been looked at.
        let last = unsafe base.loadUnaligned(fromByteOffset: count - 16, as: SIMD16<UInt8>.self)
        return !members(last).isAnySet
    }
}
