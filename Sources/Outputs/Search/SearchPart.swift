/// The pairs of some documents that follow each other, sorted by the file that will hold them.
package struct SearchPart: Sendable {
    /// Documents of a part: their numbers in it fit seven bits.
    package static let size = 128

    private let firstDocument: Int
    /// By file: where its entries begin; one more for the end.
    private let starts: [Int]
    /// What is left of a pair's number, then the document's number in the part, then the rank.
    private let entries: [UInt32]

    init(_ documents: [SearchDocument], first: Int, bits: Int) {
        firstDocument = first
        var found: [UInt64] = []
        found.reserveCapacity(documents.count * 1024)
        var table = PairTable()
        for (number, document) in documents.enumerated() { table.add(document, number, to: &found) }
        let files = 1 << bits
        let shift = UInt64(10 + CharacterPair.bits - bits)
        var starts = [Int](repeating: 0, count: files + 1)
        for entry in found { starts[Int(entry >> shift) + 1] += 1 }
        for file in 0..<files { starts[file + 1] += starts[file] }
        var next = starts
        var entries = [UInt32](repeating: 0, count: found.count)
        let mask = (UInt64(1) << shift) - 1
        for entry in found {
            let file = Int(entry >> shift)
            entries[next[file]] = UInt32(truncatingIfNeeded: entry & mask)
            next[file] += 1
        }
        self.starts = starts
        self.entries = entries
    }

    /// Appends the entries of a file: key, document and rank in one number.
    func append(_ file: Int, to all: inout [UInt64]) {
        let first = UInt64(firstDocument)
        for entry in entries[starts[file]..<starts[file + 1]] {
            let number = UInt64(entry)
            let document = first + ((number >> 3) & 0x7F)
            all.append(((number >> 10) << 32) | (document << 3) | (number & 7))
        }
    }
}

/// The pairs of one document after another, each once with its best rank.
private struct PairTable {
    private var slots = [UInt32](repeating: 0, count: 4096)

    /// Appends number of the pair, number of the document, and rank.
    mutating func add(_ document: SearchDocument, _ number: Int, to found: inout [UInt64]) {
        let size = document.bytes.count
        var count = 4096
        while count < size { count <<= 1 }
        if slots.count < count { slots = [UInt32](repeating: 0, count: count) }
        let mask = UInt32(truncatingIfNeeded: count - 1)
        slots.withUnsafeMutableBufferPointer { slots in
            slots[..<count].update(repeating: 0)
            document.bytes.withUnsafeBufferPointer { bytes in
                Self.forEachPair(of: bytes) { pair, rank in
                    var slot = Int(pair & mask)
                    let entry = (pair << 3 | UInt32(rank)) &+ 1
                    while slots[slot] != 0, (slots[slot] &- 1) >> 3 != pair { slot = (slot + 1) & (count - 1) }
                    if slots[slot] == 0 || slots[slot] > entry { slots[slot] = entry }
                }
            }
            for entry in slots[..<count] where entry != 0 {
                let value = UInt64(entry - 1)
                found.append(((value >> 3) << 10) | (UInt64(number) << 3) | (value & 7))
            }
        }
    }

    /// Hands on the pairs of a document, across lines, too; a pair of two ranks has the worse one.
    @inline(__always)
    private static func forEachPair(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32, UInt8) -> Void) {
        var index = 0
        // The first line is for who shows the page.
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        var last: UInt32 = 0
        var lastRank: UInt8 = 0
        var rank: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A {
                index += 1
                if index < bytes.count, bytes[index] != 0x0A {
                    rank = bytes[index] & 7
                    index += 1
                }
                continue
            }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard index + length <= bytes.count else { return }
            var scalar = UInt32(byte)
            if length > 1 {
                scalar = UInt32(byte & (0x7F >> UInt8(length)))
                for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
            }
            index += length
            guard let character = CharacterPair.folded(scalar) else { continue }
            if last != 0 { body(CharacterPair.number(last, character), max(rank, lastRank)) }
            last = character
            lastRank = rank
        }
    }
}
