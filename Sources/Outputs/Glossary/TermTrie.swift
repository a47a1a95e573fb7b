/// The names of a glossary as a tree of bytes: finds the longest name that begins at a place.
///
/// Letters of ASCII are the same in both cases. Filters over the first characters tell for almost every place of a text
/// that no name begins there.
struct TermTrie: Sendable {
    private struct Node {
        var firstEdge: UInt32 = 0
        var edgeCount: UInt32 = 0
        /// The term whose name ends here; -1 for none.
        var term: Int32 = -1
    }

    private var nodes: [Node] = [Node()]
    private var edgeBytes: [UInt8] = []
    private var edgeTargets: [UInt32] = []
    /// By the slot of a character of three bytes: 1 when names begin with it, 2 when it stands behind a name's first character.
    private var wideMarks = [UInt8](repeating: 0, count: 65_536)
    /// By byte: whether it is a letter, a digit or the underscore of ASCII.
    private let words = (0..<256).map { isWord(UInt8($0)) }
    /// A bit for each pair of bytes with which a name in ASCII begins.
    private var narrowStarts = [UInt64](repeating: 0, count: 1024)

    /// - Parameter names: as they stand in HTML, in lower case; of equal names the first counts.
    init(_ names: [(name: [UInt8], term: Int32)]) {
        var sorted: [(name: [UInt8], term: Int32)] = []
        let order = names.enumerated().sorted { one, two in
            one.element.name == two.element.name
                ? one.offset < two.offset : one.element.name.lexicographicallyPrecedes(two.element.name)
        }
        for (_, entry) in order where Self.isUsable(entry.name) && sorted.last?.name != entry.name {
            sorted.append(entry)
            note(entry.name)
        }
        build(sorted[...], depth: 0, at: 0)
    }

    /// A single Han character, or two letters, would be found in words that mean something else.
    private static func isUsable(_ name: [UInt8]) -> Bool {
        guard name.count >= 3, let first = name.first else { return false }
        if first < 0x80 { return true }
        return (0xE0...0xEF).contains(first) && name.count > 3
    }

    private mutating func note(_ name: [UInt8]) {
        if name[0] < 0x80 {
            let pair = Int(name[0]) << 8 | Int(name[1])
            narrowStarts[pair >> 6] |= 1 << UInt64(pair & 63)
        } else {
            wideMarks[Self.slot(name, 0)] |= 1
            if name.count > 5, name[3] >= Self.wide { wideMarks[Self.slot(name, 3)] |= 2 }
        }
    }

    /// With what a character of three bytes begins, or a rare one of four.
    static let wide: UInt8 = 0xE0

    private static func slot(_ name: [UInt8], _ index: Int) -> Int {
        slot(UInt32(name[index]) | UInt32(name[index + 1]) << 8 | UInt32(name[index + 2]) << 16)
    }

    /// - Parameter bytes: three of them, the first in the lowest bits.
    @inline(__always)
    fileprivate static func slot(_ bytes: UInt32) -> Int { Int(((bytes & 0x3F_3F0F) &* 0x9E37_79B1) >> 16) }

    private mutating func build(_ names: ArraySlice<(name: [UInt8], term: Int32)>, depth: Int, at node: Int) {
        var rest = names
        if let first = rest.first, first.name.count == depth {
            nodes[node].term = first.term
            rest = rest.dropFirst()
        }
        var groups: [ArraySlice<(name: [UInt8], term: Int32)>] = []
        while let first = rest.first {
            let end = rest.firstIndex { $0.name[depth] != first.name[depth] } ?? rest.endIndex
            groups.append(rest[rest.startIndex..<end])
            rest = rest[end...]
        }
        nodes[node].firstEdge = UInt32(edgeBytes.count)
        nodes[node].edgeCount = UInt32(groups.count)
        let first = nodes.count
        for (number, group) in groups.enumerated() {
            edgeBytes.append(group[group.startIndex].name[depth])
            edgeTargets.append(UInt32(first + number))
            nodes.append(Node())
        }
        for (number, group) in groups.enumerated() { build(group, depth: depth + 1, at: first + number) }
    }
}

extension TermTrie {
    var isEmpty: Bool { edgeBytes.isEmpty }

    /// With what names begin, lent for a search.
    @unsafe
    struct Starts {
        let wide: UnsafePointer<UInt8>
        let narrow: UnsafePointer<UInt64>
        fileprivate let words: UnsafePointer<Bool>

        @inline(__always)
        func isWord(_ byte: UInt8) -> Bool { unsafe words[Int(byte)] }

        /// What the character of three bytes means whose first byte is the lowest of a number.
        @inline(__always)
        func marks(_ bytes: UInt32) -> UInt8 { unsafe wide[TermTrie.slot(bytes)] }

        /// Whether a name may begin with the two bytes of ASCII at a place.
        @inline(__always)
        func mayBeginNarrow(_ text: UnsafePointer<UInt8>, _ index: Int) -> Bool {
            let pair = unsafe Int(TermTrie.lower(text[index])) << 8 | Int(TermTrie.lower(text[index + 1]))
            return unsafe narrow[pair >> 6] & (1 << UInt64(pair & 63)) != 0
        }
    }

    func withStarts(_ body: (Starts) -> Void) {
        unsafe wideMarks.withUnsafeBufferPointer { wide in
            unsafe narrowStarts.withUnsafeBufferPointer { narrow in
                unsafe words.withUnsafeBufferPointer { words in
                    guard let wide = wide.baseAddress, let narrow = narrow.baseAddress, let words = words.baseAddress
                    else { return }
                    unsafe body(Starts(wide: wide, narrow: narrow, words: words))
                }
            }
        }
    }

    /// The longest name that begins at a place and ends where a word does.
    func longest(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> (length: Int, term: Int)? {
        var found: (length: Int, term: Int)?
        var node = 0
        var index = start
        while index < end, let next = unsafe child(of: node, Self.folded(text[index])) {
            node = next
            index += 1
            guard nodes[node].term >= 0 else { continue }
            let endsInWord = unsafe index < end && Self.isWord(text[index - 1]) && Self.isWord(text[index])
            if !endsInWord { found = (index - start, Int(nodes[node].term)) }
        }
        return found
    }

    private func child(of node: Int, _ byte: UInt8) -> Int? {
        // The edges of a node are sorted.
        var low = Int(nodes[node].firstEdge)
        // Most names differ from all others after a few bytes.
        if nodes[node].edgeCount == 1 { return edgeBytes[low] == byte ? Int(edgeTargets[low]) : nil }
        var high = low + Int(nodes[node].edgeCount)
        while low < high {
            let middle = (low + high) / 2
            if edgeBytes[middle] == byte { return Int(edgeTargets[middle]) }
            if edgeBytes[middle] < byte { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// A line of the source may end inside a name.
    @inline(__always)
    private static func folded(_ byte: UInt8) -> UInt8 { byte == 0x0A ? 0x20 : lower(byte) }

    @inline(__always)
    static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Letters, digits and the underscore of ASCII.
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F }
}
