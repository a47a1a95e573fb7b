/// Looks for bytes that are no UTF-8. Source: RFC 3629, section 4.
package enum UTF8Check {
    /// The offset of the first byte of the first ill-formed sequence, or nil.
    package static func firstIllFormed(_ bytes: [UInt8]) -> Int? { firstIllFormed(bytes, from: 0) }

    /// The same for what stands from `start` on, counted from there.
    package static func firstIllFormed(_ bytes: [UInt8], from start: Int) -> Int? {
        unsafe bytes.withUnsafeBytes { unsafe firstIllFormed(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }

    /// Eight bytes of ASCII and two characters of three bytes are passed at once: that is what Chinese text is made of.
    private static func firstIllFormed(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let count = bytes.count
        var index = 0
        while index + 8 <= count {
            let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            if word & 0x8080_8080_8080_8080 == 0 {
                index += 8
            } else if word & 0xE0 == 0xE0, index + 16 <= count,
                unsafe isPlain(bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
            {
                index += 15
            } else if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, isPlainLead(word), isPlainLead(word &>> 24) {
                index += 6
            } else if word & 0x80 == 0 {
                index += (word & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
            } else if word & 0xC0C0F0 == 0x8080E0, isPlainLead(word) {
                index += 3
            } else {
                let length = unsafe length(bytes, index)
                if length == 0 { return index }
                index += length
            }
        }
        while index < count {
            let length = unsafe length(bytes, index)
            if length == 0 { return index }
            index += length
        }
        return nil
    }

    /// Whether five characters of three bytes stand in a block, whose sixteenth byte does not matter.
    @inline(__always)
    private static func isPlain(_ block: SIMD16<UInt8>) -> Bool {
        // The bits that tell leads of three from continuations, and what they are then.
        let marks = SIMD16<UInt8>(
            0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0)
        let shape = SIMD16<UInt8>(
            0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0)
        // Leads behind which not every continuation may stand; 1 has the shape of no byte that passed until here.
        let shortLeads = SIMD16<UInt8>(0xE0, 1, 1, 0xE0, 1, 1, 0xE0, 1, 1, 0xE0, 1, 1, 0xE0, 1, 1, 1)
        let surrogateLeads = SIMD16<UInt8>(0xED, 1, 1, 0xED, 1, 1, 0xED, 1, 1, 0xED, 1, 1, 0xED, 1, 1, 1)
        let wrong = ((block & marks) .!= shape) .| (block .== shortLeads) .| (block .== surrogateLeads)
        return !wrong.isAnySet
    }

    /// The lowest byte leads three, and is neither E0 nor ED, behind which not every byte may stand.
    @inline(__always)
    private static func isPlainLead(_ word: UInt64) -> Bool {
        word & 0x0F != 0 && word & 0x0F != 0x0D
    }

    /// How long the sequence at `index` is; 0 when it is ill-formed.
    private static func length(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let lead = unsafe bytes[index]
        let second: ClosedRange<UInt8>
        let length: Int
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.count, unsafe second.contains(bytes[index + 1]) else { return 0 }
        for place in index + 2..<index + length where unsafe bytes[place] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
