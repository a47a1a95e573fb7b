/// A title in pieces between which a line may end.
///
/// Titles are set so that lines end at spaces and behind punctuation, never inside a word. What Chinese writes without either
/// may be longer than a narrow screen is wide; it is cut once, near its middle, where a word is sure to end.
enum TitlePieces {
    /// How many Han characters in a row stand on one line of the narrowest screen.
    private static let longest = 10
    /// A word ends behind this character,
    private static let particle = Array("的".utf8)
    /// and before each of these words.
    private static let openers = [
        "怎样", "怎么", "如何", "为什么", "是否", "还是", "应该", "有什么", "有哪些", "需要", "以及", "或者",
    ].map { Array($0.utf8) }

    static func of(_ title: String) -> [String] {
        let bytes = Array(title.utf8)
        guard bytes.count > longest * 3 else { return [title] }
        var pieces: [String] = []
        var (start, run, index) = (0, 0, 0)
        func endRun() {
            guard index - run > longest * 3, let cut = cut(bytes, run..<index) else { return }
            pieces.append(String(decoding: bytes[start..<cut], as: UTF8.self))
            start = cut
        }
        while index < bytes.count {
            if isHan(bytes, index) {
                index += 3
                continue
            }
            endRun()
            index += 1
            run = index
        }
        endRun()
        return pieces.isEmpty ? [title] : pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }

    /// Of U+4000 to U+9FFF, which in titles are Han characters.
    private static func isHan(_ bytes: [UInt8], _ index: Int) -> Bool {
        (0xE4...0xE9).contains(bytes[index]) && index + 2 < bytes.count
    }

    /// Where a word ends that is nearest to the middle, with two characters at the least on both sides.
    private static func cut(_ bytes: [UInt8], _ run: Range<Int>) -> Int? {
        let middle = (run.lowerBound + run.upperBound) / 2
        var best: Int?
        for place in stride(from: run.lowerBound + 6, through: run.upperBound - 6, by: 3)
        where endsWord(bytes, place, run.upperBound) {
            if let other = best, abs(other - middle) <= abs(place - middle) { continue }
            best = place
        }
        return best
    }

    private static func endsWord(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Bool {
        if bytes[place - 3..<place].elementsEqual(particle) { return true }
        return openers.contains { bytes[place..<end].starts(with: $0) }
    }
}
