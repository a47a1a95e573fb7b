/// Finds the name that a misspelt one was meant to be, for "did you mean".
package enum NearName {
    /// The nearest candidates, best first, at most `limit`; only those within a third of the length (at least 1 edit, 2 from five letters on).
    package static func suggestions(for name: String, among candidates: [String], limit: Int = 3) -> [String] {
        // What is longer is no slip of the finger, and to compare it takes the square of its length.
        guard name.utf8.count <= 256 else { return [] }
        let target = Array(folded(name))
        let allowance = max(target.count >= 5 ? 2 : 1, target.count / 3)
        var found: [(distance: Int, name: String)] = []
        for candidate in candidates where candidate != name && candidate.utf8.count <= 256 {
            let letters = folded(candidate)
            guard abs(letters.count - target.count) <= allowance else { continue }
            let distance = editDistance(target, letters)
            if distance <= allowance { found.append((distance, candidate)) }
        }
        found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return found.prefix(limit).map(\.name)
    }

    /// A hint such as `did you mean ‘title’?`, or nil when nothing is near.
    package static func hint(for name: String, among candidates: [String], limit: Int = 1) -> Message? {
        let near = suggestions(for: name, among: candidates, limit: limit)
        guard !near.isEmpty else { return nil }
        let english = near.map { "‘\($0)’" }.joined(separator: ", ")
        let chinese = near.map { "“\($0)”" }.joined(separator: "、")
        return Message(en: "did you mean \(english)?", zh: "是不是想写\(chinese)？")
    }
}

extension NearName {
    private static func folded(_ text: String) -> [UInt32] {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "A"..."Z": scalar.value + 32
            case "-": 0x5F
            default: scalar.value
            }
        }
    }

    /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
    private static func editDistance(_ one: [UInt32], _ other: [UInt32]) -> Int {
        var older: [Int] = []
        var old = Array(0...other.count)
        for row in 0..<one.count {
            var new = [row + 1]
            for column in 0..<other.count {
                let cost = one[row] == other[column] ? 0 : 1
                var best = min(old[column] + cost, old[column + 1] + 1, new[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    best = min(best, older[column - 1] + 1)
                }
                new.append(best)
            }
            older = old
            old = new
        }
        return old[other.count]
    }
}
