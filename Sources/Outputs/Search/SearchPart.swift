/// The pairs of some documents that follow each other, sorted by the file that will hold them.
package struct SearchPart: Sendable {
    /// Documents of a part: their numbers in it fit seven bits.
    package static let size = 128

    private let first: Int
    /// By file: where its entries begin; one more for the end.
    private let starts: [UInt32]
    /// What is left of a pair's number, then the rank, then the document's number in the part.
    private let entries: [UInt32]

    /// - Parameter bits: how many of a pair's number tell its file; two at least.
    package init(_ documents: ArraySlice<PagePairs>, bits: Int) {
        first = documents.startIndex
        let shift = UInt32(3 + CharacterPair.bits - bits)
        let mask = (UInt32(1) << shift) - 1
        var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
        var total = 0
        for document in documents {
            total += document.entries.count
            var counts = starts.mutableSpan
            for entry in document.entries { counts[Int(entry >> shift) &+ 1] &+= 1 }
        }
        for file in 1..<starts.count { starts[file] += starts[file - 1] }
        var (next, entries) = (starts, [UInt32](repeating: 0, count: total))
        for (number, document) in documents.enumerated() {
            var next = next.mutableSpan
            var entries = entries.mutableSpan
            for entry in document.entries {
                let file = Int(entry >> shift)
                entries[Int(next[file])] = (entry & mask) << 7 | UInt32(truncatingIfNeeded: number)
                next[file] &+= 1
            }
        }
        (self.starts, self.entries) = (starts, entries)
    }

    func count(of file: Int) -> Int { Int(starts[file + 1] - starts[file]) }

    /// Counts the entries of a file by the two digits of their keys.
    func count(_ file: Int, by digits: PostingDigits, _ low: inout MutableSpan<Int>, _ high: inout MutableSpan<Int>) {
        let entries = entries.span
        for place in Int(starts[file])..<Int(starts[file + 1]) {
            let key = entries[place] >> 7
            low[digits.low(key)] &+= 1
            high[digits.high(key)] &+= 1
        }
    }

    /// Puts the entries of a file, as `PairPostings` holds them, to the next places of their last digits.
    func put(
        _ file: Int, by digits: PostingDigits, into postings: inout MutableSpan<UInt64>, at next: inout MutableSpan<Int>
    ) {
        let entries = entries.span
        let first = UInt64(first)
        for place in Int(starts[file])..<Int(starts[file + 1]) {
            let entry = entries[place]
            let digit = digits.low(entry >> 7)
            postings[next[digit]] = UInt64(entry >> 7) << 32 | (first &+ UInt64(entry & 0x7F))
            next[digit] &+= 1
        }
    }
}

/// The two digits of a key that is a pair's number, as much as its file doesn't tell, and a rank.
struct PostingDigits {
    private let bits: UInt32
    let lowCount: Int
    let highCount: Int

    /// - Parameter keyBits: two at least.
    init(keyBits: Int) {
        bits = UInt32(keyBits / 2)
        lowCount = 1 << (keyBits / 2)
        highCount = 1 << (keyBits - keyBits / 2)
    }

    @inline(__always)
    func low(_ key: UInt32) -> Int { Int(key) & (lowCount &- 1) }

    @inline(__always)
    func high(_ key: UInt32) -> Int { Int(key >> bits) }
}
