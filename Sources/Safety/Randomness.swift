import Glibc

/// Tells what a machine drew from what a person typed: `sk-xxxx`, `YOUR_KEY`, `1234567890abcdef` and words are placeholders.
enum Randomness {
    /// - Parameters:
    ///   - text: letters and digits in parts, with anything between them.
    ///   - count: how many letters and digits there are at the least, without the parts that are placeholders.
    ///   - entropy: bits for each of them at the least.
    ///   - isMixed: whether there must be digits or letters of both cases.
    static func isSecret(
        _ text: ArraySlice<UInt8>, atLeast count: Int, entropy: Double, isMixed: Bool = true
    ) -> Bool {
        let all = text.split { !isAlphanumeric($0) }
        // Words between hyphens, perhaps with capitals: Correct-Horse-Battery-Staple. A drawing spells few.
        let wordLetters = all.count > 2 ? all.reduce(0) { $0 + (isWord($1) ? $1.count : 0) } : 0
        let isWords = wordLetters * 2 >= text.count
        let parts = all.filter { !isPlaceholder(Array($0)) && !(isWords && isWord($0)) }
        let kept = Array(parts.joined())
        guard kept.count >= count, !isMixed || self.isMixed(kept), self.entropy(of: kept) >= entropy else {
            return false
        }
        // Typed in order, perhaps two rows in turns; or one piece again and again.
        return !isRising(kept, by: 1) && !isRising(kept, by: 2) && !isPeriodic(kept) && !isIdentifier(text)
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    /// Shannon's, in bits for each character.
    static func entropy(of text: [UInt8]) -> Double {
        var counts = [Int](repeating: 0, count: 256)
        for byte in text { counts[Int(byte)] += 1 }
        let total = Double(text.count)
        return counts.reduce(0) { sum, count in
            count == 0 ? sum : sum - Double(count) / total * log2(Double(count) / total)
        }
    }
}

extension Randomness {
    /// Words that no machine draws: of five letters anywhere in a part, shorter ones where it begins or ends.
    private static let words = [
        "example", "sample", "placeholder", "dummy", "redacted", "changeme", "change", "insert", "replace", "secret",
        "token", "apikey", "yourkey", "xxxxx", "string", "hidden", "masked", "invalid", "enter",
    ].map { Array($0.utf8) }
    private static let shortWords = ["your", "here", "test", "demo", "fake", "todo", "some", "real", "mykey"].map {
        Array($0.utf8)
    }

    private static func isPlaceholder(_ part: [UInt8]) -> Bool {
        // Words between hyphens: your-api-key.
        if part.count <= 12, part.allSatisfy({ (0x61...0x7A).contains($0) }) { return true }
        let lower = part.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if words.contains(where: { contains($0, in: lower) }) { return true }
        return shortWords.contains { lower.starts(with: $0) || lower.suffix($0.count).elementsEqual($0) }
    }

    private static func isWord(_ part: ArraySlice<UInt8>) -> Bool {
        (2...16).contains(part.count) && (0x61...0x7A).contains(part[part.startIndex] | 0x20)
            && part.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
    }

    private static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
        guard text.count >= word.count else { return false }
        return (0...text.count - word.count).contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    }

    private static func isMixed(_ text: [UInt8]) -> Bool {
        let hasDigit = text.contains { (0x30...0x39).contains($0) }
        let hasUpper = text.contains { (0x41...0x5A).contains($0) }
        let hasLower = text.contains { (0x61...0x7A).contains($0) }
        return hasDigit && (hasUpper || hasLower) || hasUpper && hasLower
    }

    /// Whether two of five characters follow the one `step` before in the alphabet, or equal it.
    private static func isRising(_ text: [UInt8], by step: Int) -> Bool {
        let pairs = zip(text, text.dropFirst(step)).count { one, other in
            other == one &+ 1 || one == other || one == 0x39 && other == 0x30
        }
        return pairs * 5 >= text.count * 2
    }

    private static func isPeriodic(_ text: [UInt8]) -> Bool {
        (1...max(1, text.count / 2)).contains { period in
            (period..<text.count).allSatisfy { text[$0] == text[$0 - period] }
        }
    }

    /// A UUID, which names things far more often than it opens them. Source: RFC 9562, section 4.
    static func isIdentifier(_ text: ArraySlice<UInt8>) -> Bool {
        text.count == 36 && text.split(separator: 0x2D).map(\.count) == [8, 4, 4, 4, 12]
            && text.allSatisfy { isHexadecimal($0) || $0 == 0x2D }
    }
}
