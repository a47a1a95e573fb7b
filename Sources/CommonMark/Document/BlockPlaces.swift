/// Finds places in the parsed text: the parser tells them exactly for blocks only, so inlines are looked for in their block.
struct BlockPlaces {
    private let bytes: [UInt8]
    private let range: Range<Int>
    private var lineStarts: [Int] = []
    private var block: (node: TreeNode, range: Range<Int>?)?
    private var cursor = 0
    /// How many bytes may still be searched: no text may make the search cost more than a few passes.
    private var budget: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        budget = range.count * 8 + 4096
    }

    /// The block whose inlines come now.
    mutating func enter(_ node: TreeNode) { block = (node, nil) }

    /// The offset of a line and column, both 1-based.
    mutating func offset(line: Int, column: Int) -> Int {
        if lineStarts.isEmpty { findLines() }
        guard line >= 1, line <= lineStarts.count else { return range.upperBound }
        return min(lineStarts[line - 1] + max(column - 1, 0), range.upperBound)
    }

    /// Where the current block's lines begin and end.
    mutating func currentBlock() -> Range<Int> {
        guard let (node, known) = block else { return range.lowerBound..<range.lowerBound }
        if let known { return known }
        let start = offset(line: node.startLine, column: node.startColumn)
        let end = offset(line: node.endLine + 1, column: 1)
        let found = start..<max(end, start)
        block = (node, found)
        cursor = start
        return found
    }

    /// Where a text stands in the current block, from the last place found on, else from its beginning, else where the block begins.
    mutating func find(_ view: ByteView) -> Range<Int> {
        let block = currentBlock()
        guard view.count > 0 else { return block.lowerBound..<block.lowerBound }
        for start in [max(cursor, block.lowerBound), block.lowerBound] {
            if let found = search(view, start..<block.upperBound) {
                cursor = found + view.count
                return found..<cursor
            }
        }
        return block.lowerBound..<min(block.lowerBound + 1, block.upperBound)
    }

    private mutating func search(_ view: ByteView, _ range: Range<Int>) -> Int? {
        guard range.count >= view.count else { return nil }
        let first = view[0]
        var index = range.lowerBound
        let last = range.upperBound - view.count
        while index <= last, budget > 0, let hit = LineScan.first(first, in: bytes, index..<last + 1) {
            budget -= hit - index + 1
            if matches(view, hit) { return hit }
            index = hit + 1
        }
        return nil
    }

    private mutating func matches(_ view: ByteView, _ index: Int) -> Bool {
        for offset in 1..<max(view.count, 1) where bytes[index + offset] != view[offset] {
            budget -= offset
            return false
        }
        return true
    }

    private mutating func findLines() {
        let lines = LineScan(bytes: bytes, end: range.upperBound, from: range.lowerBound)
        var start = range.lowerBound
        lineStarts.reserveCapacity(range.count / 32 + 8)
        while start < range.upperBound {
            lineStarts.append(start)
            start = lines.next(after: start)
        }
    }
}
