import Bytes

/// The bytes of a file of pairs, and what they say: which documents hold which pairs, with which rank.
///
/// For each pair, ascending, the distance from the one before; then for each rank that occurs `count << 4 | isLast << 3 | rank`
/// and the distances between the documents. Whole numbers as LEB128; a distance of zero, which can't be, stands before the
/// length of a run of neighbours.
struct PairPostings {
    /// `pair << 35 | rank << 32 | document`, where of the pair's number only what the file's own doesn't tell is left.
    private(set) var entries: [UInt64] = []

    /// The entries of a file in their order: by the last digit of their keys first, then, keeping that order, by the first one.
    /// - Parameters:
    ///   - parts: of all documents, in their order.
    ///   - keyBits: of a pair's number, as much as the file's own doesn't tell, and of a rank.
    init(_ file: Int, of parts: [SearchPart], keyBits: Int) {
        let digits = PostingDigits(keyBits: keyBits)
        var low = [Int](repeating: 0, count: digits.lowCount)
        var high = [Int](repeating: 0, count: digits.highCount)
        var lows = low.mutableSpan
        var highs = high.mutableSpan
        for part in parts { part.count(file, by: digits, &lows, &highs) }
        let count = Self.makePlaces(&lows)
        _ = Self.makePlaces(&highs)
        var halfSorted = [UInt64](repeating: 0, count: count)
        var sorted = [UInt64](repeating: 0, count: count)
        var half = halfSorted.mutableSpan
        var whole = sorted.mutableSpan
        for part in parts { part.put(file, by: digits, into: &half, at: &lows) }
        for place in 0..<count {
            let entry = half[place]
            let digit = digits.high(UInt32(truncatingIfNeeded: entry >> 32))
            whole[highs[digit]] = entry
            highs[digit] &+= 1
        }
        entries = sorted
    }

    /// Makes of counts the places where what was counted begins.
    /// - Returns: their sum.
    private static func makePlaces(_ counts: inout MutableSpan<Int>) -> Int {
        var sum = 0
        for index in counts.indices {
            let count = counts[index]
            counts[index] = sum
            sum &+= count
        }
        return sum
    }

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
                var next: UInt64 = 0
                var count = head >> 4
                while count > 0, !reader.isBroken {
                    let step = reader.next()
                    let run = step == 0 ? min(reader.next(), count) : 1
                    for _ in 0..<run {
                        next += max(step, 1)
                        entries.append(pair << 35 | (head & 7) << 32 | (next - 1))
                    }
                    count -= max(run, 1)
                }
                if reader.isBroken { return nil }
            }
        }
    }

    @inline(__always)
    mutating func append(pair: UInt32, rank: UInt32, document: Int) {
        entries.append(UInt64(pair) << 35 | UInt64(rank) << 32 | UInt64(document))
    }

    mutating func removeAll(of documents: Set<UInt64>) {
        entries.removeAll { documents.contains($0 & 0xFFFF_FFFF) }
    }

    /// The same, whatever the order of the documents was.
    func sorted() -> PairPostings {
        var postings = self
        postings.entries.sort()
        return postings
    }

    /// Of entries in order, documents ascending within a rank.
    var bytes: [UInt8] {
        var buffer = ByteBuffer(capacity: entries.count + 64)
        let entries = entries.span
        var (start, last) = (0, UInt64(0))
        while start < entries.count {
            let key = entries[start] >> 32
            if start == 0 || key >> 3 != last {
                Self.write(key >> 3 &- last, into: &buffer)
                last = key >> 3
            }
            var end = start &+ 1
            while end < entries.count, entries[end] >> 32 == key { end &+= 1 }
            let isLast = end == entries.count || entries[end] >> 35 != last
            Self.write(UInt64(end &- start) << 4 | (isLast ? 8 : 0) | (key & 7), into: &buffer)
            Self.write(entries, start..<end, into: &buffer)
            start = end
        }
        return buffer.bytes
    }

    @inline(__always)
    private static func write(_ entries: Span<UInt64>, _ range: Range<Int>, into buffer: inout ByteBuffer) {
        var (next, run) = (UInt64(0), 0)
        for place in range {
            let document = entries[place] & 0xFFFF_FFFF
            if document == next {
                run &+= 1
            } else {
                if run > 0 { finish(&run, into: &buffer) }
                write(document &- next &+ 1, into: &buffer)
            }
            next = document &+ 1
        }
        if run > 0 { finish(&run, into: &buffer) }
    }

    /// Documents that follow each other: a short run costs as much as its distances.
    private static func finish(_ run: inout Int, into buffer: inout ByteBuffer) {
        if run > 2 {
            buffer.append(byte: 0)
            write(UInt64(run), into: &buffer)
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
