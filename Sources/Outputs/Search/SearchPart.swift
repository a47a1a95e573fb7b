import Bytes

/// The pairs of some documents that follow each other, by the file that will hold them.
package struct SearchPart: Sendable {
    /// Documents of a part: so many blocks of them.
    package static let size = 8 * PostingBlock.size

    /// By file: where its blocks begin; one more for the end.
    private let starts: [Int]
    let blocks: [PostingBlock]

    /// - Parameters:
    ///   - documents: from the number of one on that begins a part.
    ///   - bits: how many of a pair's number tell its file.
    package init(_ documents: ArraySlice<PagePairs>, bits: Int) {
        var table = BitTable()
        var blocks: [PostingBlock] = []
        for first in stride(from: documents.startIndex, to: documents.endIndex, by: PostingBlock.size) {
            for number in first..<min(first + PostingBlock.size, documents.endIndex) {
                table.set(number - first, of: documents[number].entries)
            }
            blocks.reserveCapacity(blocks.count + table.count)
            let number = UInt32(truncatingIfNeeded: first / PostingBlock.size)
            table.removeAll { blocks.append(PostingBlock(key: $0, number: number, documents: $1)) }
        }
        (starts, self.blocks) = Self.sorted(blocks, bits: bits)
    }

    /// By file, in their order.
    private static func sorted(_ blocks: [PostingBlock], bits: Int) -> (starts: [Int], blocks: [PostingBlock]) {
        let shift = UInt32(32 - bits)
        let mask = FileKey.mask(bits: bits)
        var starts = [Int](repeating: 0, count: 1 << bits + 1)
        let blocks = blocks.span
        var counts = starts.mutableSpan
        for place in blocks.indices { counts[Int(blocks[place].key >> shift) &+ 1] &+= 1 }
        for file in 1..<starts.count { starts[file] += starts[file - 1] }
        var next = starts
        var sorted = [PostingBlock](repeating: PostingBlock(key: 0, number: 0, documents: 0), count: blocks.count)
        var nextPlaces = next.mutableSpan
        var sortedBlocks = sorted.mutableSpan
        for place in blocks.indices {
            let block = blocks[place]
            let file = Int(block.key >> shift)
            sortedBlocks[nextPlaces[file]] = PostingBlock(
                key: FileKey.key(block.key, mask), number: block.number, documents: block.documents)
            nextPlaces[file] &+= 1
        }
        return (starts, sorted)
    }

    /// The blocks of a file.
    func places(of file: Int) -> Range<Int> { starts[file]..<starts[file + 1] }
}

/// What of `pair << 8 | rank` stands in a file whose own number tells the first bits.
enum FileKey {
    /// - Parameter bits: how many of a pair's number tell its file.
    static func mask(bits: Int) -> UInt32 { (1 << UInt32(CharacterPair.bits - bits) - 1) << 3 }

    @inline(__always)
    static func key(_ entry: UInt32, _ mask: UInt32) -> UInt32 { (entry >> 5) & mask | (entry & 7) }
}
