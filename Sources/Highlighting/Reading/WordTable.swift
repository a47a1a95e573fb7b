/// Words of a language with what each is, in a table with open addressing.
struct WordTable<Value: Sendable>: Sendable {
    private var low: [UInt64]
    private var high: [UInt64]
    private var values: [Value?]
    private let shift: UInt64

    /// Words are separated by blanks. A word that stands twice keeps its first value.
    init(_ groups: [(Value, String)]) {
        let words = groups.flatMap { group in group.1.split(separator: " ").map { (CodeWord($0), group.0) } }
        var bits: UInt64 = 4
        while 1 << bits < words.count * 3 { bits += 1 }
        shift = 64 - bits
        low = Array(repeating: 0, count: 1 << Int(bits))
        high = low
        values = Array(repeating: nil, count: low.count)
        for (word, value) in words where self[word] == nil {
            var slot = slot(of: word)
            while low[slot] != 0 { slot = (slot + 1) & (low.count - 1) }
            low[slot] = word.low
            high[slot] = word.high
            values[slot] = value
        }
    }

    subscript(word: CodeWord) -> Value? {
        @inline(__always) get {
            var slot = slot(of: word)
            while low[slot] != 0 {
                if low[slot] == word.low, high[slot] == word.high { return values[slot] }
                slot = (slot + 1) & (low.count - 1)
            }
            return nil
        }
    }

    @inline(__always)
    private func slot(of word: CodeWord) -> Int {
        Int(truncatingIfNeeded: ((word.low ^ word.high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
