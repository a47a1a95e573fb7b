/// The pairs of one page, each once: a table by the first bits of a pair's number, so that going through it is almost going
/// through the pairs in order.
///
/// Lines and spaces count for nothing: what stands side by side when white space is left out is a pair, the worse rank of the two.
struct PairTable: SearchSink, ~Copyable {
    /// Places behind the last one that the bits can name: no search begins anew at the first.
    private static let spare = 64
    /// `pair << 3 | rank`, and one; zero where nothing stands.
    private var slots: UnsafeMutableBufferPointer<UInt32>
    private var bits: UInt32 = 0
    private var used = 0
    private(set) var hasTitle = false
    private var last = Last()

    /// What the text ends with so far.
    private struct Last {
        /// The last character; zero before the first.
        var character: UInt32 = 0
        var rank: UInt32 = 0
        var isLatin = false
        /// The number of the last pair, of which the character behind it may be a part.
        var pair: UInt32 = 0
        /// Eight before the first.
        var pairRank: UInt32 = 8
        /// The bits of the number that are the next character's.
        var open: UInt32 = 0
    }

    init() {
        slots = .allocate(capacity: 1024 + Self.spare)
        slots.initialize(repeating: 0)
    }

    deinit { slots.deallocate() }

    mutating func begin(_ size: Int) {
        bits = 10
        while bits < 20, size / 6 > 1 << bits { bits += 1 }
        empty()
        (used, hasTitle, last) = (0, false, Last())
    }

    mutating func endLine() {}

    mutating func space() {}

    /// Places that the bits can name, and those behind.
    private var end: Int { 1 &<< Int(bits) &+ Self.spare }

    /// Entries above which the table grows.
    private var most: Int { 3 &<< Int(bits &- 2) }

    private mutating func empty() {
        if slots.count < end {
            slots.deallocate()
            slots = .allocate(capacity: end)
            slots.initialize(repeating: 0)
        } else {
            slots[..<end].update(repeating: 0)
        }
    }

    mutating func text(_ html: UnsafeBufferPointer<UInt8>, from start: Int, _ rank: SearchRank) -> Int {
        let rank = UInt32(rank.rawValue)
        var (index, last, isEmpty) = (start, self.last, true)
        while index < html.count {
            let byte = html[index]
            var character = UInt32(byte)
            if byte < 0x80 {
                if byte == 0x3C { break }
                index += 1
                if byte <= 0x20 || byte == 0x7F { continue }
                if byte &- 0x41 < 26 {
                    character |= 0x20
                } else if byte == 0x26, let (scalar, length) = SearchMarkup.reference(html, index - 1) {
                    index += length - 1
                    guard let folded = CharacterPair.folded(scalar.value) else { continue }
                    character = folded
                }
            } else if byte >= 0xE0, byte < 0xF0, index + 2 < html.count {
                character =
                    (character & 0x0F) << 12 | UInt32(html[index + 1] & 0x3F) << 6 | UInt32(html[index + 2] & 0x3F)
                index += 3
                if character < 0x3001 || character >= 0xFEFF {
                    guard let folded = CharacterPair.folded(character) else { continue }
                    character = folded
                }
            } else {
                guard let folded = CharacterPair.folded(Self.scalar(html, &index)) else { continue }
                character = folded
            }
            if last.pairRank < 8 { note(last.pair | CharacterPair.third(character) & last.open, last.pairRank) }
            let isLatin = CharacterPair.isLatin(character)
            if last.character != 0 {
                last.open = isLatin && last.isLatin ? 0xFF : 0
                last.pair = CharacterPair.number(last.character, character) & ~last.open
                last.pairRank = max(last.rank, rank)
            }
            (last.character, last.rank, last.isLatin, isEmpty) = (character, rank, isLatin, false)
        }
        self.last = last
        if rank == 0, !isEmpty { hasTitle = true }
        return index
    }

    /// A character of two or four bytes, or what is none.
    private static func scalar(_ html: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let byte = html[index]
        let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, html.count - index)
        var scalar = UInt32(byte) & 0x7F >> UInt32(length)
        for offset in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(html[index + offset] & 0x3F) }
        index += length
        return scalar
    }

    @inline(__always)
    private mutating func note(_ pair: UInt32, _ rank: UInt32) {
        let entry = (pair << 3 | rank) &+ 1
        var slot = UInt32(pair >> (UInt32(CharacterPair.bits) &- bits))
        let base = slots.baseAddress.unsafelyUnwrapped
        while true {
            let there = base[Int(slot)]
            if there == 0 { break }
            // Entries of one pair differ in their last bits only.
            if ((there &- 1) ^ (entry &- 1)) < 8 {
                if entry < there { base[Int(slot)] = entry }
                return
            }
            slot &+= 1
        }
        base[Int(slot)] = entry
        used &+= 1
        // The last place stays empty: every search ends there.
        if used > most || Int(slot) >= end &- 2 { grow() }
    }

    private mutating func grow() {
        let old = Array(slots[..<end])
        bits += 1
        used = 0
        empty()
        for entry in old where entry != 0 { note((entry - 1) >> 3, (entry - 1) & 7) }
    }

    /// What stands in the table, ascending: hardly any of it is far from its place.
    mutating func sorted() -> [UInt32] {
        if last.pairRank < 8 { note(last.pair, last.pairRank) }
        last = Last()
        return [UInt32](unsafeUninitializedCapacity: used + 1) { entries, count in
            var filled = 0
            for entry in slots[..<end] {
                entries[filled] = entry &- 1
                filled += entry == 0 ? 0 : 1
            }
            for place in 1..<max(filled, 1) {
                let value = entries[place]
                var hole = place
                while hole > 0, entries[hole - 1] > value {
                    entries[hole] = entries[hole - 1]
                    hole -= 1
                }
                if hole < place { entries[hole] = value }
            }
            count = filled
        }
    }
}
