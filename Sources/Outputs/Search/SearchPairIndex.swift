import Bytes
import SiteModel

/// All pairs of all documents, ready to be written file by file. Made once for a build that writes any of the files.
package struct SearchPairIndex: Sendable {
    private let bits: Int
    private let documents: [SearchDocument]
    private let parts: [SearchPart]

    /// Without the pairs.
    package init(_ view: SiteView, _ products: PageProducts) {
        let plan = SearchPlan(view, products.searchDocuments)
        bits = plan.bits
        documents = plan.order.compactMap { products.searchDocuments[$0] }
        parts = []
    }

    private init(_ other: SearchPairIndex, _ parts: [SearchPart]) {
        bits = other.bits
        documents = other.documents
        self.parts = parts
    }

    package var partCount: Int { (documents.count + SearchPart.size - 1) / SearchPart.size }

    /// One of the parts, which may be worked out at the same time.
    package func part(_ number: Int) -> SearchPart {
        let range = number * SearchPart.size..<min(documents.count, (number + 1) * SearchPart.size)
        return SearchPart(Array(documents[range]), first: range.lowerBound, bits: bits)
    }

    /// - Parameter parts: all, in order.
    package func with(_ parts: [SearchPart]) -> SearchPairIndex { SearchPairIndex(self, parts) }

    /// A file of pairs: for each pair, ascending, the distance from the one before, then the length of what follows and, for each
    /// rank that occurs, `count << 3 | rank` and the distances between the documents. Whole numbers as LEB128; a distance of
    /// zero, which can't be, stands before the length of a run of neighbours.
    func file(_ number: Int) -> [UInt8] {
        var entries: [UInt64] = []
        for part in parts { part.append(number, to: &entries) }
        Self.sort(&entries)
        var writer = RecordWriter(capacity: entries.count * 2 + 64)
        var group = RecordWriter(capacity: 4096)
        var (start, last) = (0, UInt64(0))
        while start < entries.count {
            let key = entries[start] >> 32
            var end = start + 1
            while end < entries.count, entries[end] >> 32 == key { end += 1 }
            group.removeAll()
            Self.write(entries[start..<end], into: &group)
            writer.write(key - last)
            writer.write(UInt64(group.count))
            writer.append(group)
            (start, last) = (end, key)
        }
        return writer.bytes
    }

    /// By key, in two rounds of eleven bits; entries of one key keep their order, which is that of the documents.
    private static func sort(_ entries: inout [UInt64]) {
        var other = entries
        for shift in [UInt64(32), 43] {
            var places = [Int](repeating: 0, count: 2049)
            for entry in entries { places[Int((entry >> shift) & 0x7FF) + 1] += 1 }
            for place in 1..<2048 { places[place] += places[place - 1] }
            for entry in entries {
                let digit = Int((entry >> shift) & 0x7FF)
                other[places[digit]] = entry
                places[digit] += 1
            }
            swap(&entries, &other)
        }
    }

    private static func write(_ entries: ArraySlice<UInt64>, into writer: inout RecordWriter) {
        for rank in SearchDocument.Rank.allCases {
            let code = UInt64(rank.rawValue)
            let count = entries.reduce(0) { $0 + ($1 & 7 == code ? 1 : 0) }
            guard count > 0 else { continue }
            writer.write(UInt64(count) << 3 | code)
            var next: UInt64 = 0
            var run: UInt64 = 0
            for entry in entries where entry & 7 == code {
                let document = (entry >> 3) & 0x1FFF_FFFF
                if document == next, next > 0 {
                    run += 1
                } else {
                    finish(&run, into: &writer)
                    writer.write(document - next + 1)
                }
                next = document + 1
            }
            finish(&run, into: &writer)
        }
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
