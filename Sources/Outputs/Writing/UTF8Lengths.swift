import Bytes

/// How many characters of a text have one, two or more bytes. Counted sixteen bytes at a time, since every twin is counted.
struct UTF8Lengths {
    private(set) var ascii = 0
    private(set) var middle = 0
    private(set) var long = 0

    var characters: Int { ascii + middle + long }

    init(of bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while offset + 16 <= bytes.count {
            // A lane of eight bits holds 255 ones at the most.
            let blocks = min((bytes.count - offset) / 16, 255)
            count(bytes, from: offset, blocks: blocks)
            offset += blocks * 16
        }
        for byte in bytes[offset...] {
            if byte < 0x80 { ascii += 1 } else if byte >= 0xE0 { long += 1 } else if byte >= 0xC0 { middle += 1 }
        }
    }

    private mutating func count(_ bytes: UnsafeRawBufferPointer, from start: Int, blocks: Int) {
        var (others, leads, longLeads) = (SIMD16<UInt8>(), SIMD16<UInt8>(), SIMD16<UInt8>())
        for index in 0..<blocks {
            let block = bytes.loadUnaligned(fromByteOffset: start + index * 16, as: SIMD16<UInt8>.self)
            // A lane of a mask is 0 or 255, which is one less than nothing.
            others &-= block.holds(0x80, under: 0x80).lanes
            leads &-= block.holds(0xC0, under: 0xC0).lanes
            longLeads &-= block.holds(0xE0, under: 0xE0).lanes
        }
        ascii += blocks * 16 - others.sumOfLanes
        middle += leads.sumOfLanes - longLeads.sumOfLanes
        long += longLeads.sumOfLanes
    }
}
