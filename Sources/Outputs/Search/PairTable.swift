import Bytes

/// The characters of one page, and of them the pairs, each once, in the order in which they are first read.
///
/// Lines and spaces count for nothing: what stands side by side when white space is left out is a pair, the worse rank of the two.
struct PairTable: SearchSink, ~Copyable {
    /// By byte of ASCII: the character as `characters` holds it, or `Self.nothing`, `.markup`, `.reference`.
    private let folds: [UInt32]
    /// As search compares them, `isLatin` set for Latin letters and digits.
    private var characters: [UInt32] = []
    private var count = 0
    /// By place of a character: `pair << 3` of the pair that begins there.
    private var numbers: [UInt32] = []
    /// Where characters of another rank begin.
    private var ranks: [(start: Int, rank: UInt32)] = []
    /// A table of `pair << 3 | rank` and `isThere`, zero where nothing stands; behind it, as many places, those of the pairs in the
    /// order of their first sight.
    private var cells: [UInt32] = []

    /// Places behind the last character: pairs are numbered four at a time, and each looks two characters ahead.
    private static let spare = 8
    private static let isLatin: UInt32 = 1 << 31
    private static let isThere: UInt32 = 1 << 27
    private static let nothing: UInt32 = 0
    private static let markup: UInt32 = 1
    private static let reference: UInt32 = 2

    init() {
        folds = (0..<UInt32(128)).map { byte in
            if byte == 0x3C { return Self.markup }
            if byte == 0x26 { return Self.reference }
            return CharacterPair.folded(byte).map(Self.marked) ?? Self.nothing
        }
    }

    private static func marked(_ character: UInt32) -> UInt32 {
        CharacterPair.isLatin(character) ? character | isLatin : character
    }

    var hasTitle: Bool { ranks.contains { $0.rank == 0 } }

    mutating func begin(_ length: Int) {
        // No character is shorter than a byte.
        if characters.count < length + Self.spare { characters = [UInt32](repeating: 0, count: length + Self.spare) }
        count = 0
        ranks.removeAll(keepingCapacity: true)
    }

    mutating func endLine() {}

    mutating func space() {}

    mutating func text(_ html: Span<UInt8>, from start: Int, _ rank: SearchRank) -> Int {
        let (before, rank) = (count, UInt32(rank.rawValue))
        let end = Self.read(html, from: start, folds, into: &characters, &count)
        if count > before, ranks.last?.rank != rank { ranks.append((before, rank)) }
        return end
    }

    /// - Returns: where markup begins, or the end.
    private static func read(
        _ html: Span<UInt8>, from start: Int, _ folds: [UInt32], into characters: inout [UInt32], _ count: inout Int
    ) -> Int {
        let folds = folds.span
        var (index, next) = (start, count)
        var characters = characters.mutableSpan
        while index < html.count {
            let byte = html[index]
            if byte < 0x80 {
                let folded = folds[Int(byte)]
                if folded == markup { break }
                if folded != reference {
                    index &+= 1
                    // What is nothing is written over.
                    characters[next] = folded
                    next &+= folded == nothing ? 0 : 1
                    continue
                }
            } else if byte >= 0xE0, byte < 0xF0, let word = html.word(at: index) {
                let character = (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | (word >> 16 & 0x3F)
                // Han and all that stands beside it.
                if character &- 0x3001 < 0xFEFF - 0x3001 {
                    index &+= 3
                    characters[next] = character
                    next &+= 1
                    continue
                }
            }
            if let character = SearchMarkup.rareCharacter(html, &index) {
                characters[next] = marked(character)
                next &+= 1
            }
        }
        count = next
        return index
    }

    /// `pair << 3 | rank` of all that was read.
    mutating func entries() -> [UInt32] {
        guard count > 1 else { return [] }
        for place in count..<count + Self.spare { characters[place] = 0 }
        if numbers.count != characters.count { numbers = [UInt32](repeating: 0, count: characters.count) }
        Self.number(characters, count, into: &numbers)
        ranks.append((count, 0))
        // There are fewer pairs than characters, so a place is always free.
        var size = 1024
        while size < count { size *= 2 }
        if cells.count != 2 * size { cells = [UInt32](repeating: 0, count: 2 * size) }
        return Self.entries(numbers, ranks, &cells, size: size)
    }

    /// The numbers of the pairs that begin at each place, `CharacterPair.number` four at a time, shifted by the bits of a rank.
    private static func number(_ characters: [UInt32], _ count: Int, into numbers: inout [UInt32]) {
        typealias Four = SIMD4<UInt32>
        let characters = characters.span
        var numbers = numbers.mutableSpan
        let (own, factor) = (Four(repeating: ~isLatin), Four(repeating: CharacterPair.firstFactor))
        let (second, third) = (Four(repeating: CharacterPair.secondFactor), Four(repeating: CharacterPair.thirdFactor))
        let lastBits = Four(repeating: 0xFF)
        var place = 0
        while place < count {
            let here = characters.four(at: place)
            let next = characters.four(at: place &+ 1)
            var mixed = (here & own) &* factor ^ (next & own) &* second
            mixed ^= mixed &>> Four(repeating: 15)
            mixed = mixed &* third
            mixed ^= mixed &>> Four(repeating: 13)
            mixed = mixed &>> Four(repeating: 8)
            // Between Latin letters the last bits are those of the character behind them.
            let behind = ((characters.four(at: place &+ 2) & own) &* factor) &>> Four(repeating: 24)
            let open = (Four() &- (here & next) &>> Four(repeating: 31)) & lastBits
            numbers.put((mixed ^ (mixed ^ behind) & open) &<< Four(repeating: 3), at: place)
            place &+= 4
        }
    }

    private static func entries(
        _ numbers: [UInt32], _ ranks: [(start: Int, rank: UInt32)], _ cells: inout [UInt32], size: Int
    ) -> [UInt32] {
        var used = 0
        let numbers = numbers.span
        var cells = cells.mutableSpan
        for place in 0..<size { cells[place] = 0 }
        for number in 0..<ranks.count - 1 {
            let (here, next) = (ranks[number], ranks[number + 1])
            var place = here.start
            while place < next.start &- 1 {
                note(numbers[place] | here.rank | isThere, &cells, size &- 1, &used)
                place &+= 1
            }
            // The last character makes a pair with the first one behind, of the worse rank; behind the last there is none.
            guard number + 2 < ranks.count else { break }
            note(numbers[place] | max(here.rank, next.rank) | isThere, &cells, size &- 1, &used)
        }
        return [UInt32](capacity: used) { entries in
            for place in size..<size + used { entries.append(cells[Int(cells[place])] & ~isThere) }
        }
    }

    @inline(__always)
    private static func note(_ entry: UInt32, _ cells: inout MutableSpan<UInt32>, _ mask: Int, _ used: inout Int) {
        // The first bits of Latin pairs are those of two letters, their last ones those of the third.
        var place = Int(entry >> 3 ^ entry >> 16) & mask
        while true {
            let there = cells[place]
            // Entries of one pair differ in their last bits only.
            if there ^ entry < 8 {
                if entry < there { cells[place] = entry }
                return
            }
            if there == 0 { break }
            place = (place &+ 1) & mask
        }
        cells[place] = entry
        cells[mask &+ 1 &+ used] = UInt32(truncatingIfNeeded: place)
        used &+= 1
    }
}
