import SiteModel

/// Finds names of pages in texts. Titles of one site begin alike, so names are found by the hash of their beginning and then by
/// the hash of the whole: a place in a text costs its own length, however many names begin there.
struct NameTable {
    private struct Name {
        let bytes: [UInt8]
        let page: PageIndex
    }

    /// The names that begin with four bytes.
    private struct Beginning {
        /// Whether a name has so many bytes.
        var lengths: [Bool] = []
        /// By the hash of all bytes.
        var names: [UInt64: [Name]] = [:]
    }

    private static let leastLength = 4

    private var beginnings: [UInt32: Beginning] = [:]
    /// By a part of the hash of four bytes: whether any name begins so.
    private var mayBegin = [Bool](repeating: false, count: 65_536)

    var isEmpty: Bool { beginnings.isEmpty }

    /// Shorter names than four bytes are none.
    mutating func add(_ name: String, of page: PageIndex) {
        let bytes = name.utf8.map { Letters.lower($0) }
        guard bytes.count >= Self.leastLength else { return }
        let start = Self.beginning(of: bytes, at: 0)
        mayBegin[Self.slot(start)] = true
        var beginning = beginnings[start] ?? Beginning()
        while beginning.lengths.count <= bytes.count { beginning.lengths.append(false) }
        beginning.lengths[bytes.count] = true
        beginning.names[Self.hash(of: bytes), default: []].append(Name(bytes: bytes, page: page))
        beginnings[start] = beginning
    }

    /// The longest name that stands at a place as a whole.
    func name(in text: [UInt8], at start: Int) -> (end: Int, page: PageIndex)? {
        guard start + Self.leastLength <= text.count else { return nil }
        let first = Self.beginning(of: text, at: start)
        guard mayBegin[Self.slot(first)], let beginning = beginnings[first], !isInside(text, start) else { return nil }
        var found: (end: Int, page: PageIndex)?
        var hash = Self.seed
        for offset in 0..<min(beginning.lengths.count - 1, text.count - start) {
            hash = Self.step(hash, Letters.lower(text[start + offset]))
            let end = start + offset + 1
            guard beginning.lengths[offset + 1], let names = beginning.names[hash], !isInside(text, end),
                let name = names.first(where: { Self.stands($0.bytes, in: text, at: start) })
            else { continue }
            found = (end, name.page)
        }
        return found
    }

    private static func stands(_ name: [UInt8], in text: [UInt8], at start: Int) -> Bool {
        guard start + name.count <= text.count else { return false }
        return name.indices.allSatisfy { Letters.lower(text[start + $0]) == name[$0] }
    }

    /// Whether a word goes on over a place.
    private func isInside(_ text: [UInt8], _ place: Int) -> Bool {
        place > 0 && place < text.count && Letters.isWord(text[place - 1]) && Letters.isWord(text[place])
    }

    private static func beginning(of bytes: [UInt8], at start: Int) -> UInt32 {
        (0..<leastLength).reduce(0) { $0 << 8 | UInt32(Letters.lower(bytes[start + $1])) }
    }

    private static func slot(_ beginning: UInt32) -> Int { Int((beginning &* 2_654_435_761) >> 16) }

    /// FNV-1a.
    private static let seed: UInt64 = 14_695_981_039_346_656_037

    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 1_099_511_628_211 }

    private static func hash(of bytes: [UInt8]) -> UInt64 { bytes.reduce(seed, step) }
}
