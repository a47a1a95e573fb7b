import Bytes

/// The bytes of a file of pairs, and what they say: which documents hold which pairs, with which rank.
///
/// For each pair, ascending, the distance from the one before; then for each rank that occurs `count << 4 | isLast << 3 | rank`
/// and the distances between the documents. Whole numbers as LEB128; a distance of zero, which can't be, stands before the
/// length of a run of neighbours.
struct PairPostings {
    /// `pair << 35 | rank << 32 | document`, where of the pair's number only what the file's own doesn't tell is left.
    private(set) var entries: [UInt64] = []

    init() {}

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

    mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

    mutating func removeAll(of documents: Set<UInt64>) {
        entries.removeAll { documents.contains($0 & 0xFFFF_FFFF) }
    }

    /// By pair and rank; what is equal keeps its order.
    /// - Parameter bits: how many are left of a pair's number.
    mutating func sort(bits: Int) {
        var other = entries
        var shift: UInt64 = 32
        while shift < UInt64(35 + bits) {
            var places = [Int](repeating: 0, count: 257)
            entries.withUnsafeBufferPointer { entries in
                other.withUnsafeMutableBufferPointer { other in
                    places.withUnsafeMutableBufferPointer { places in
                        for entry in entries { places[Int((entry >> shift) & 0xFF) + 1] += 1 }
                        for place in 1..<256 { places[place] += places[place - 1] }
                        for entry in entries {
                            let digit = Int((entry >> shift) & 0xFF)
                            other[places[digit]] = entry
                            places[digit] += 1
                        }
                    }
                }
            }
            swap(&entries, &other)
            shift += 8
        }
    }

    /// The same, whatever the order of the documents was.
    func sorted() -> PairPostings {
        var postings = self
        postings.entries.sort()
        return postings
    }

    /// Of entries in order, documents ascending within a rank.
    var bytes: [UInt8] {
        var writer = RecordWriter(capacity: entries.count * 2 + 64)
        entries.withUnsafeBufferPointer { entries in
            var (start, last) = (0, UInt64(0))
            while start < entries.count {
                let key = entries[start] >> 32
                if start == 0 || key >> 3 != last {
                    writer.write((key >> 3) - last)
                    last = key >> 3
                }
                var end = start + 1
                while end < entries.count, entries[end] >> 32 == key { end += 1 }
                let isLast = end == entries.count || entries[end] >> 35 != last
                writer.write(UInt64(end - start) << 4 | (isLast ? 8 : 0) | (key & 7))
                Self.write(entries[start..<end], into: &writer)
                start = end
            }
        }
        return writer.bytes
    }

    @inline(__always)
    private static func write(_ entries: Slice<UnsafeBufferPointer<UInt64>>, into writer: inout RecordWriter) {
        var (next, run) = (UInt64(0), UInt64(0))
        for entry in entries {
            let document = entry & 0xFFFF_FFFF
            if document == next, next > 0 {
                run += 1
            } else {
                if run > 0 { finish(&run, into: &writer) }
                writer.write(document - next + 1)
            }
            next = document + 1
        }
        if run > 0 { finish(&run, into: &writer) }
    }

    /// Documents that follow each other: a short run costs as much as its distances.
    private static func finish(_ run: inout UInt64, into writer: inout RecordWriter) {
        if run > 2 {
            writer.write(UInt64(0))
            writer.write(run)
        } else {
            for _ in 0..<run { writer.write(UInt64(1)) }
        }
        run = 0
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
