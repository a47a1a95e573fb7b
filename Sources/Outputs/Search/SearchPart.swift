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
            for entry in document.entries { starts[Int(entry >> shift) + 1] += 1 }
        }
        for file in 1..<starts.count { starts[file] += starts[file - 1] }
        var next = starts
        entries = [UInt32](unsafeUninitializedCapacity: total) { entries, count in
            next.withUnsafeMutableBufferPointer { next in
                for (number, document) in documents.enumerated() {
                    for entry in document.entries {
                        let file = Int(entry >> shift)
                        entries[Int(next[file])] = (entry & mask) << 7 | UInt32(number)
                        next[file] += 1
                    }
                }
            }
            count = total
        }
        self.starts = starts
    }

    func count(of file: Int) -> Int { Int(starts[file + 1] - starts[file]) }

    func append(_ file: Int, to postings: inout PairPostings) {
        for entry in entries[Int(starts[file])..<Int(starts[file + 1])] {
            postings.append(pair: entry >> 10, rank: (entry >> 7) & 7, document: first + Int(entry & 0x7F))
        }
    }
}
