import Bytes

/// The characters of one page, and of them the pairs, each once with its best rank.
///
/// Lines and spaces count for nothing: what stands side by side when white space is left out is a pair, the worse rank of the two.
struct PairTable: SearchSink, ~Copyable {
    private let table = CodeTable { byte in
        if byte == 0x3C || byte == 0x26 { return CodeTable.stop }
        return CharacterPair.folded(UInt32(byte)).map(CharacterPair.code) ?? CodeTable.nothing
    }
    /// Codes as `CharacterPair` numbers them.
    private var codes = CodeBuffer()
    /// By place of a character: in the upper 24 bits the number of the pair that begins there.
    private var numbers: [UInt32] = []
    /// Where characters of another rank begin.
    private var ranks: [(start: Int, rank: UInt32)] = []
    private var pairs = NumberSet()

    /// Pairs are numbered eight at a time, and each looks two characters ahead.
    private static let spare = 16

    var hasTitle: Bool { ranks.contains { $0.rank == 0 } }

    mutating func begin(_ length: Int) {
        codes.removeAll()
        codes.reserve(length)
        ranks.removeAll(keepingCapacity: true)
    }

    mutating func endLine() {}

    mutating func space() {}

    mutating func text(_ html: Span<UInt8>, from start: Int, _ rank: SearchRank) -> Int {
        let (before, rank) = (codes.count, UInt32(rank.rawValue))
        var index = codes.append(html, from: start, by: table)
        while index < html.count, html[index] != 0x3C {
            if let character = SearchMarkup.rareCharacter(html, &index) { codes.append(CharacterPair.code(character)) }
            index = codes.append(html, from: index, by: table)
        }
        if codes.count > before, ranks.last?.rank != rank { ranks.append((before, rank)) }
        return index
    }
}

/// Pairs.
extension PairTable {
    /// `pair << 8 | rank` of all that was read.
    mutating func entries() -> [UInt32] {
        let count = codes.count
        guard count > 1 else { return [] }
        if numbers.count < count + Self.spare { numbers = [UInt32](repeating: 0, count: 2 * count + Self.spare) }
        codes.withSpan(zeros: Self.spare) { Self.number($0, count, into: &numbers) }
        ranks.append((count, 0))
        pairs.removeAll(room: count)
        // Pairs of the best rank come first, so each is noted with its best one.
        for rank in UInt32(SearchRank.title.rawValue)...UInt32(SearchRank.margin.rawValue) {
            Self.insert(numbers, of: rank, ranks, into: &pairs)
        }
        return pairs.entries
    }

    private static func insert(
        _ numbers: [UInt32], of rank: UInt32, _ ranks: [(start: Int, rank: UInt32)], into pairs: inout NumberSet
    ) {
        let (numbers, last) = (numbers.span, ranks.count - 1)
        for part in 0..<last {
            let (here, next) = (ranks[part], ranks[part + 1])
            let end = next.start - 1
            if here.rank == rank { pairs.insert(numbers.extracting(here.start..<end), note: rank) }
            // The last character makes a pair with the first one behind, of the worse rank; behind the last there is none.
            if part + 1 < last, max(here.rank, next.rank) == rank {
                pairs.insert(numbers.extracting(end..<end + 1), note: rank)
            }
        }
    }

    /// The numbers of the pairs that begin at each place, `CharacterPair.number` eight at a time.
    private static func number(_ codes: Span<UInt16>, _ count: Int, into numbers: inout [UInt32]) {
        typealias Eight = SIMD8<UInt16>
        var numbers = numbers.mutableSpan
        let (firstFactor, secondFactor) = (
            Eight(repeating: CharacterPair.firstFactor), Eight(repeating: CharacterPair.secondFactor)
        )
        let (lastFactor, lastSecondFactor) = (
            Eight(repeating: CharacterPair.lastFactor), Eight(repeating: CharacterPair.lastSecondFactor)
        )
        var place = 0
        while place < count {
            let here = codes.eight(at: place)
            let next = codes.eight(at: place &+ 1)
            let own = here &* lastFactor &+ next &* lastSecondFactor
            let third = codes.eight(at: place &+ 2) &* lastFactor
            let last = own ^ (own ^ third) & isLatin(here) & isLatin(next)
            numbers.put(low: last, high: here &* firstFactor &+ next &* secondFactor, at: place)
            place &+= 8
        }
    }

    /// All bits where one is.
    @inline(__always)
    private static func isLatin(_ codes: SIMD8<UInt16>) -> SIMD8<UInt16> {
        codes.holds(26, from: 0x61) | codes.holds(10, from: 0x30)
    }
}
