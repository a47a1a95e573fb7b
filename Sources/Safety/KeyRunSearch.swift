import Bytes

/// Where runs begin and end, and which of them are worth a look, sixteen bytes at a time.
extension KeyRun {
    /// The run around a place; nil when fewer than eight bytes from there on are part of one.
    static func range(around place: Int, in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        let end = unsafe end(behind: place, in: bytes)
        guard end >= place &+ 8 else { return nil }
        return unsafe start(before: place, in: bytes)..<end
    }

    /// Whether there is a digit or a capital letter, unlike in slugs and long words.
    ///
    /// - Parameter range: of sixteen bytes or more.
    static func isMixed(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
        var index = range.lowerBound
        while true {
            if unsafe block(at: index, in: bytes).holds(0x2B, from: 0x30).isAnySet { return true }
            guard index < range.upperBound &- 16 else { return false }
            // The last sixteen, some of which were looked at.
            index = min(index &+ 16, range.upperBound &- 16)
        }
    }

    /// Whether the prefix of a key may begin in it, where it begins or behind a sign, with enough behind it for a key.
    ///
    /// - Parameter range: of sixteen bytes or more.
    static func mayHoldKey(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
        if unsafe KeyShape.mayBegin(bytes[range.lowerBound], bytes[range.lowerBound &+ 1]) { return true }
        let last = range.upperBound &- minimum
        for index in stride(from: range.lowerBound, to: last, by: 8) {
            var signs = unsafe signs(of: block(at: index, in: bytes)).x & 0x0101_0101_0101_0101
            while signs != 0 {
                let place = index &+ signs.trailingZeroBitCount >> 3 &+ 1
                if place <= last, unsafe KeyShape.mayBegin(bytes[place], bytes[place &+ 1]) { return true }
                signs &= signs &- 1
            }
        }
        return false
    }

    /// Whether it may be a line of base64: letters of both cases and digits without a hyphen for long.
    ///
    /// - Parameter range: of sixteen bytes or more.
    static func isLineOfKey(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard range.count >= 20, unsafe signs(of: block(at: range.lowerBound, in: bytes)) == .zero else {
            return false
        }
        var (hasUpper, hasLower, hasDigit) = (false, false, false)
        for index in range {
            switch unsafe bytes[index] {
            case 0x30...0x39: hasDigit = true
            case 0x41...0x5A: hasUpper = true
            case 0x61...0x7A: hasLower = true
            default: return false
            }
        }
        return hasUpper && hasLower && hasDigit
    }

    private static func start(before place: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        var start = place
        while start >= 16 {
            let others = words(.!(unsafe members(of: block(at: start &- 16, in: bytes))))
            if others.y != 0 { return start &- others.y.leadingZeroBitCount >> 3 }
            if others.x != 0 { return start &- 8 &- others.x.leadingZeroBitCount >> 3 }
            start &-= 16
        }
        while start > 0, unsafe isMember(bytes[start &- 1]) { start &-= 1 }
        return start
    }

    private static func end(behind place: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        var end = place
        while end &+ 16 <= bytes.count {
            let others = words(.!(unsafe members(of: block(at: end, in: bytes))))
            if others.x != 0 { return end &+ others.x.trailingZeroBitCount >> 3 }
            if others.y != 0 { return end &+ 8 &+ others.y.trailingZeroBitCount >> 3 }
            end &+= 16
        }
        while end < bytes.count, unsafe isMember(bytes[end]) { end &+= 1 }
        return end
    }

    /// As `isMember` tells.
    @inline(__always)
    private static func members(of block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        let letters = (block | SIMD16(repeating: 0x20)).holds(26, from: 0x61)
        return letters .| block.holds(10, from: 0x30) .| block.holds(0x2D) .| block.holds(0x5F) .| block.holds(0x5C)
    }

    /// Hyphens, underscores and backslashes.
    @inline(__always)
    private static func signs(of block: SIMD16<UInt8>) -> SIMD2<UInt64> {
        words(block.holds(0x2D) .| block.holds(0x5F) .| block.holds(0x5C))
    }

    @inline(__always)
    private static func block(at index: Int, in bytes: UnsafeRawBufferPointer) -> SIMD16<UInt8> {
        unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    }

    /// All bits of the bytes that the mask holds; the first byte stands in the lowest bits.
    @inline(__always)
    private static func words(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
        let words = unsafe unsafeBitCast(mask.lanes, to: SIMD2<UInt64>.self)
        return SIMD2(words.x.littleEndian, words.y.littleEndian)
    }
}
