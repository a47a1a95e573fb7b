/// The stretches of a text that stand for it when texts are compared: of all runs of a few words, those whose hash is the least
/// among their neighbours. Source: Schleimer, Wilkerson, Aiken, “Winnowing” (SIGMOD 2003).
struct Shingles {
    struct Print {
        let hash: UInt64
        /// Where the run begins, in `CheckedText.prose`.
        let place: Int
    }

    /// Words and Han characters in a run.
    private static let length = 10
    private static let window = 6

    private var hashes: [UInt64] = []
    private var places: [Int] = []

    /// - Returns: the prints of a text in its order, no neighbour twice.
    static func prints(of prose: [UInt8]) -> [Print] {
        var scan = Shingles()
        scan.read(prose)
        return scan.winnowed()
    }

    /// One hash for each Han character and each word; signs and spaces say nothing.
    private mutating func read(_ prose: [UInt8]) {
        var index = 0
        while index < prose.count {
            let byte = prose[index]
            if Letters.isWord(byte) {
                var hash: UInt64 = 14_695_981_039_346_656_037
                let start = index
                while index < prose.count, Letters.isWord(prose[index]) {
                    hash = (hash ^ UInt64(Letters.lower(prose[index]))) &* 1_099_511_628_211
                    index += 1
                }
                hashes.append(hash)
                places.append(start)
            } else if byte >= 0xE3, Letters.isHan(prose, at: index) {
                var value: UInt64 = 0
                let end = min(index + Letters.length(of: byte), prose.count)
                for position in index..<end { value = value << 8 | UInt64(prose[position]) }
                hashes.append(value &* 0x9E37_79B9_7F4A_7C15)
                places.append(index)
                index = end
            } else {
                index += byte < 0x80 ? 1 : Letters.length(of: byte)
            }
        }
    }

    private func winnowed() -> [Print] {
        guard hashes.count >= Self.length else { return [] }
        let runs = (0...(hashes.count - Self.length)).map { start -> UInt64 in
            var hash: UInt64 = 0
            for offset in 0..<Self.length { hash = (hash &* 1_000_003) ^ hashes[start + offset] }
            return (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
        }
        var prints: [Print] = []
        var last = -1
        for start in 0..<max(1, runs.count - Self.window + 1) {
            var least = start
            for next in start..<min(start + Self.window, runs.count) where runs[next] <= runs[least] { least = next }
            guard least != last else { continue }
            prints.append(Print(hash: runs[least], place: places[least]))
            last = least
        }
        return prints
    }
}
