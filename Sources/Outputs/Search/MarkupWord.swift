import Bytes

/// Eight bytes of markup at once.
enum MarkupWord {
    static let lowerCase: UInt64 = 0x2020_2020_2020_2020
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The highest bit of the first byte that is white space, a greater-than sign or `byte`; of bytes behind it whatever comes.
    @inline(__always)
    static func ends(of word: UInt64, or byte: UInt8) -> UInt64 {
        let spaces = word &- ones &* 0x21
        let ends = (word ^ ones &* 0x3E) &- ones
        let others = (word ^ ones &* UInt64(byte)) &- ones
        return (spaces | ends | others) & ~word & highBits
    }

    /// The place behind the name of an attribute.
    @inline(__always)
    static func endOfAttribute(_ html: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while let word = html.longWord(at: index) {
            let ends = ends(of: word, or: 0x3D)
            if ends != 0 { return index &+ ends.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < html.count, html[index] > 0x20, html[index] != 0x3D, html[index] != 0x3E { index &+= 1 }
        return index
    }
}
