/// Sentences and words of a source text, by their bytes.
enum Sentence {
    private static let wideEnds: [[UInt8]] = ["。", "！", "？", "；"].map { Array($0.utf8) }

    /// The sentence around a place: between two ends of sentences, empty lines, or lines that begin a list item or a cell's row.
    static func range(around place: Range<Int>, in bytes: [UInt8], _ text: Range<Int>) -> Range<Int> {
        var start = place.lowerBound
        while start > text.lowerBound, !ends(before: start, in: bytes, text) { start -= 1 }
        var end = place.upperBound
        while end < text.upperBound, end == place.upperBound || !ends(before: end, in: bytes, text) { end += 1 }
        return start..<end
    }

    /// Whether a sentence ends right before an offset.
    private static func ends(before offset: Int, in bytes: [UInt8], _ text: Range<Int>) -> Bool {
        let last = bytes[offset - 1]
        switch last {
        case 0x2E, 0x21, 0x3F:
            // A point inside of a number or an id ends nothing.
            return offset == text.upperBound || bytes[offset] == 0x20 || bytes[offset] == 0x0A
        case 0x0A: return beginsBlock(at: offset, in: bytes, text)
        case 0x80...:
            return wideEnds.contains { offset - $0.count >= text.lowerBound && bytes[..<offset].ends(with: $0) }
        default: return false
        }
    }

    private static func beginsBlock(at offset: Int, in bytes: [UInt8], _ text: Range<Int>) -> Bool {
        let rest = bytes[offset..<text.upperBound].drop { $0 == 0x20 }
        guard let first = rest.first else { return true }
        return [0x0A, 0x0D, 0x23, 0x2A, 0x2D, 0x2B, 0x3E, 0x7C].contains(first) || (0x30...0x39).contains(first)
    }

    /// Runs of what ids are made of, without a stop at their end.
    static func words(in bytes: [UInt8], _ sentence: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            var end = index
            while end < sentence.upperBound, isIDByte(bytes[end]) { end += 1 }
            var last = end
            while last > index, bytes[last - 1] == 0x2E || bytes[last - 1] == 0x3A { last -= 1 }
            if last > index { words.append(index..<last) }
            index = max(end, index + 1)
        }
        return words
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D...0x3A, 0x40...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
        default: false
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with other: [UInt8]) -> Bool {
        count >= other.count && suffix(other.count).elementsEqual(other)
    }
}
