/// The ids that can't be told from prose by their letters: those with Han characters, blanks or signs. They are found in a text
/// wherever their bytes stand.
struct WideIDs: Sendable {
    /// Positions of models by the first three bytes of their ids, longest ids first.
    private let byBeginning: [UInt32: [(id: [UInt8], position: Int)]]

    init(_ models: [ModelOffer]) {
        var byBeginning: [UInt32: [(id: [UInt8], position: Int)]] = [:]
        var seen: Set<[UInt8]> = []
        for (position, offer) in models.enumerated() {
            let id = Array(offer.id.utf8)
            // Two signs or letters alone are in every text.
            guard id.count > 2, !id.allSatisfy(Self.isPlain), seen.insert(id).inserted else { continue }
            byBeginning[Self.beginning(of: id, at: 0), default: []].append((id, position))
        }
        self.byBeginning = byBeginning.mapValues { $0.sorted { $0.id.count > $1.id.count } }
    }

    /// Where such ids stand, in order and apart from each other, with the positions of their models.
    func mentions(in bytes: [UInt8], _ range: Range<Int>) -> [(place: Int, position: Int)] {
        guard !byBeginning.isEmpty else { return [] }
        var found: [(place: Int, position: Int)] = []
        var index = range.lowerBound
        while index + 3 <= range.upperBound {
            let candidates = byBeginning[Self.beginning(of: bytes, at: index)] ?? []
            if let hit = candidates.first(where: { Self.stands($0.id, at: index, in: bytes, range) }) {
                found.append((index, hit.position))
                index += hit.id.count
            } else {
                index += 1
            }
        }
        return found
    }
}

extension WideIDs {
    private static func beginning(of bytes: [UInt8], at index: Int) -> UInt32 {
        UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
    }

    /// A Latin letter or digit at an id's end may not go on in the text; between Han characters there are no words.
    private static func stands(_ id: [UInt8], at index: Int, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let end = index + id.count
        guard end <= range.upperBound, bytes[index..<end].elementsEqual(id) else { return false }
        let goesBefore = index > range.lowerBound && isLetter(bytes[index - 1]) && isLetter(id[0])
        let goesOn = end < range.upperBound && isLetter(bytes[end]) && isLetter(id[id.count - 1])
        return !goesBefore && !goesOn
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// What words of a text are made of that are looked up as they are.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D...0x3A, 0x40...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
        default: false
        }
    }
}
