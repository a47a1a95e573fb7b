/// How many characters of a text have one, two or more bytes. Counted eight bytes at a time, since every twin is counted.
struct UTF8Lengths {
    private(set) var ascii = 0
    private(set) var middle = 0
    private(set) var long = 0

    var characters: Int { ascii + middle + long }

    init(of bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while offset + 8 <= bytes.count {
            // A lane of eight bits holds 255 ones at the most.
            let words = min((bytes.count - offset) / 8, 255)
            count(bytes, from: offset, words: words)
            offset += words * 8
        }
        for byte in bytes[offset...] {
            if byte < 0x80 { ascii += 1 } else if byte >= 0xE0 { long += 1 } else if byte >= 0xC0 { middle += 1 }
        }
    }

    private mutating func count(_ bytes: UnsafeRawBufferPointer, from start: Int, words: Int) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var (others, leads, longLeads) = (UInt64(0), UInt64(0), UInt64(0))
        for index in 0..<words {
            let word = bytes.loadUnaligned(fromByteOffset: start + index * 8, as: UInt64.self)
            // The highest bit of each byte, then the bytes whose two and three highest bits are set.
            let top = word >> 7
            let two = top & (word >> 6)
            others &+= top & ones
            leads &+= two & ones
            longLeads &+= two & (word >> 5) & ones
        }
        ascii += words * 8 - Self.sum(others)
        middle += Self.sum(leads) - Self.sum(longLeads)
        long += Self.sum(longLeads)
    }

    /// The sum of the eight bytes of a word.
    private static func sum(_ lanes: UInt64) -> Int {
        let pairs = (lanes & 0x00FF_00FF_00FF_00FF) &+ (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
}
