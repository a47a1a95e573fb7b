import Bytes

/// The bytes of a file of pairs, and what they say: which documents hold which pairs, with which rank.
///
/// For each pair, ascending, the distance from the one before; then for each rank that occurs `count << 4 | isLast << 3 | rank`
/// and the distances between the documents. Whole numbers as LEB128; a distance of zero, which can't be, stands before the
/// length of a run of neighbours.
struct PairPostings {
    /// By key, then by number; a key is a pair's number, as much as the file's own doesn't tell, and a rank.
    private(set) var blocks: [PostingBlock] = []

    /// - Returns: nil for bytes that are no such file.
    init?(_ bytes: [UInt8]) {
        var reader = NumberReader(bytes)
        var pair: UInt64 = 0
        while !reader.isAtEnd {
            pair += reader.next()
            var isLast = false
            while !isLast {
                let head = reader.next()
                isLast = head & 8 != 0
                guard !reader.isBroken, let key = UInt32(exactly: pair << 3 | head & 7),
                    readDocuments(count: head >> 4, key, &reader)
                else { return nil }
            }
        }
    }

    private mutating func readDocuments(count: UInt64, _ key: UInt32, _ reader: inout NumberReader) -> Bool {
        var (next, left) = (UInt64(0), count)
        while left > 0, !reader.isBroken {
            let step = reader.next()
            let run = step == 0 ? min(reader.next(), left) : 1
            for _ in 0..<run {
                next += max(step, 1)
                guard next <= UInt64(UInt32.max) else { return false }
                let block = PostingBlock(key: key, document: Int(next - 1))
                if let last = blocks.last, last.key == key, last.number == block.number {
                    blocks[blocks.count - 1].documents |= block.documents
                } else {
                    blocks.append(block)
                }
            }
            left -= max(run, 1)
        }
        return !reader.isBroken
    }

    /// Puts other pairs in the place of those that some documents have.
    mutating func replace(_ documents: [(number: Int, keys: [UInt32])]) {
        for document in documents {
            let gone = PostingBlock(key: 0, document: document.number)
            for place in blocks.indices where blocks[place].number == gone.number {
                blocks[place].documents &= ~gone.documents
            }
            blocks += document.keys.map { PostingBlock(key: $0, document: document.number) }
        }
        var merged: [PostingBlock] = []
        for block in blocks.sorted(by: <) where block.documents != 0 {
            if let last = merged.last, last.key == block.key, last.number == block.number {
                merged[merged.count - 1].documents |= block.documents
            } else {
                merged.append(block)
            }
        }
        blocks = merged
    }

    var bytes: [UInt8] {
        var buffer = ByteBuffer(capacity: blocks.count + 64)
        Self.write(blocks.span, into: &buffer)
        return buffer.bytes
    }
}

/// Writing.
extension PairPostings {
    /// Writes blocks that are in order.
    static func write(_ blocks: Span<PostingBlock>, into buffer: inout ByteBuffer) {
        var (start, last) = (0, UInt32(0))
        while start < blocks.count {
            let key = blocks[start].key
            if start == 0 || key >> 3 != last {
                write(UInt64(key >> 3 &- last), into: &buffer)
                last = key >> 3
            }
            var (end, count) = (start, 0)
            while end < blocks.count, blocks[end].key == key {
                count &+= blocks[end].documents.nonzeroBitCount
                end &+= 1
            }
            let isLast = end == blocks.count || blocks[end].key >> 3 != last
            write(UInt64(count) << 4 | (isLast ? 8 : 0) | UInt64(key & 7), into: &buffer)
            write(blocks, start..<end, into: &buffer)
            start = end
        }
    }

    @inline(__always)
    private static func write(_ blocks: Span<PostingBlock>, _ range: Range<Int>, into buffer: inout ByteBuffer) {
        var (next, run) = (UInt64(0), UInt64(0))
        for place in range {
            var document = UInt64(blocks[place].number) &* UInt64(PostingBlock.size)
            var rest = blocks[place].documents
            while rest != 0 {
                let gap = UInt64(truncatingIfNeeded: rest.trailingZeroBitCount)
                rest &>>= gap
                document &+= gap
                if document != next {
                    if run > 0 { finish(&run, into: &buffer) }
                    write(document &- next &+ 1, into: &buffer)
                    run &-= 1
                }
                let length = UInt64(truncatingIfNeeded: (~rest).trailingZeroBitCount)
                run &+= length
                document &+= length
                next = document
                rest = length < 64 ? rest &>> length : 0
            }
        }
        if run > 0 { finish(&run, into: &buffer) }
    }

    /// Documents that follow each other: a short run costs as much as its distances.
    private static func finish(_ run: inout UInt64, into buffer: inout ByteBuffer) {
        if run > 2 {
            buffer.append(byte: 0)
            write(run, into: &buffer)
        } else {
            for _ in 0..<run { buffer.append(byte: 1) }
        }
        run = 0
    }

    @inline(__always)
    private static func write(_ number: UInt64, into buffer: inout ByteBuffer) {
        if number < 0x80 {
            buffer.append(byte: UInt8(truncatingIfNeeded: number))
        } else {
            writeLong(number, into: &buffer)
        }
    }

    private static func writeLong(_ number: UInt64, into buffer: inout ByteBuffer) {
        var rest = number
        while rest >= 0x80 {
            buffer.append(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.append(byte: UInt8(truncatingIfNeeded: rest))
    }
}

/// Whole numbers as LEB128, one after another.
private struct NumberReader {
    private let bytes: [UInt8]
    private var index = 0
    private(set) var isBroken = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count || isBroken }

    mutating func next() -> UInt64 {
        var (value, shift) = (UInt64(0), UInt64(0))
        while index < bytes.count, shift < 35 {
            let byte = bytes[index]
            index += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        isBroken = true
        return 0
    }
}
