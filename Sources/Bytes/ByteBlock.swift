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
}

extension SIMDMask<SIMD16<Int8>> {
    /// Whether any of the sixteen is set.
    @inline(__always) package var isAnySet: Bool {
        // A mask of sixteen bytes is as large as two words of eight.
        let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return halves.x | halves.y != 0
    }
}
