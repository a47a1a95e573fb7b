/// An identifier of up to sixteen bytes, packed, so that looking it up takes no string.
struct CodeWord: Hashable {
    let low: UInt64
    let high: UInt64

    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Longer words are all the same word, which no table holds.
    @inline(__always)
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        guard range.count <= 16 else {
            self.init(low: .max, high: .max)
            return
        }
        var low: UInt64 = 0
        var high: UInt64 = 0
        var index = range.upperBound
        let middle = min(range.lowerBound + 8, range.upperBound)
        while index > middle {
            index -= 1
            high = high << 8 | UInt64(bytes[index])
        }
        while index > range.lowerBound {
            index -= 1
            low = low << 8 | UInt64(bytes[index])
        }
        self.init(low: low, high: high)
    }

    init(_ word: some StringProtocol) {
        let bytes = Array(word.utf8)
        self.init(bytes, 0..<bytes.count)
    }
}
