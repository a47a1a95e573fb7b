import Bytes
import Jinja

/// A title as headings show it: with marks that keep lines from ending inside words.
///
/// The theme lets lines of headings end at spaces and behind punctuation only. What Chinese writes without either may be longer
/// than a narrow screen is wide; it gets a `<wbr>` near its middle, where a word is sure to end. What has hyphens, such as the
/// name of a model, stays in one piece.
enum TitleHeading {
    /// How many Han characters in a row stand on one line of the narrowest screen.
    private static let longest = 10
    /// A word ends behind this character,
    private static let particle = Array("的".utf8)
    /// and before each of these words.
    private static let openers = [
        "怎样", "怎么", "如何", "为什么", "是否", "还是", "应该", "有什么", "有哪些", "需要", "以及", "或者",
    ].map { Array($0.utf8) }
    /// What may not be parted from the word behind it,
    private static let opening = ["（", "「", "《", "“"].map { Array($0.utf8) }
    /// and from the one before it.
    private static let closing = ["）", "」", "》", "”", "，", "、", "。", "：", "；", "？", "！"].map { Array($0.utf8) }

    static func value(of title: String) -> Value {
        html(of: title).map { .html(SafeHTML(trusted: $0)) } ?? .text(title)
    }

    /// Nil where nothing needs a mark.
    static func html(of title: String) -> [UInt8]? {
        let bytes = Array(title.utf8)
        let words = bytes.contains(0x2D) ? hyphenated(bytes) : []
        let cuts = bytes.count > longest * 3 ? cuts(bytes) : []
        guard !words.isEmpty || !cuts.isEmpty else { return nil }
        var buffer = ByteBuffer(capacity: bytes.count + 96)
        var position = 0
        func write(to end: Int) {
            buffer.append(autoescaped: String(decoding: bytes[position..<end], as: UTF8.self))
            position = end
        }
        let marks = words.map { ($0.lowerBound, $0.upperBound) } + cuts.map { ($0, $0) }
        for (start, end) in marks.sorted(by: { $0.0 < $1.0 }) where start >= position {
            write(to: start)
            buffer.append(start == end ? "<wbr>" : "<span class=\"unbroken\">")
            guard start < end else { continue }
            write(to: end)
            buffer.append("</span>")
        }
        write(to: bytes.count)
        return buffer.bytes
    }
}

/// Rows of Han characters.
extension TitleHeading {
    private static func cuts(_ bytes: [UInt8]) -> [Int] {
        var cuts: [Int] = []
        var (run, index) = (0, 0)
        func endRun() {
            if index - run > longest * 3, let cut = cut(bytes, run..<index) { cuts.append(cut) }
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
        return cuts
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

/// Words with hyphens.
extension TitleHeading {
    private static func hyphenated(_ bytes: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, isOfWord(bytes[index]) { index += 1 }
            let word = bytes[start..<index]
            if let hyphen = word.firstIndex(of: 0x2D), hyphen > start, hyphen + 1 < index {
                while let sign = closing.first(where: { bytes[index...].starts(with: $0) }) { index += sign.count }
                words.append((start - openingBefore(start, bytes))..<index)
            }
            if index == start { index += 1 }
        }
        return words
    }

    /// Signs of ASCII without the space.
    private static func isOfWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

    private static func openingBefore(_ place: Int, _ bytes: [UInt8]) -> Int {
        opening.first { place >= $0.count && bytes[(place - $0.count)..<place].elementsEqual($0) }?.count ?? 0
    }
}
