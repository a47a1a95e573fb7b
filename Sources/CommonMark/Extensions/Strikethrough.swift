/// Strikethrough: `~one~` or `~~two~~` tildes. Source: GitHub Flavored Markdown, section 6.5, with the flanking of emphasis.
extension SourceMarker {
    /// Marks the run of `~` at `index`; returns where it ends.
    mutating func markStrikeRun(at index: Int, in range: Range<Int>) -> Int {
        let end = index + lines.runLength(of: 0x7E, from: index, to: range.upperBound)
        guard end - index <= 2 else { return end }
        let sides = Flanks(bytes, index..<end, in: range)
        if sides.opens || sides.closes {
            buffer.copy(to: index)
            buffer.write(.strike(canOpen: sides.opens, canClose: sides.closes))
        }
        return end
    }
}

/// Pairs the marked runs of one text: like with like, within one element.
struct StrikePairs {
    private struct Opener {
        let event: Int
        let level: Int
    }

    /// Openers of one tilde and of two.
    private var openers: [[Opener]] = [[], []]

    /// Leaves an element: what was opened in it stays text.
    mutating func leave(level: Int) {
        for length in 0...1 {
            while let last = openers[length].last, last.level > level { openers[length].removeLast() }
        }
    }

    mutating func open(length: Int, event: Int, level: Int) {
        openers[length - 1].append(Opener(event: event, level: level))
    }

    /// The event that a run of this length closes.
    mutating func close(length: Int, level: Int) -> Int? {
        guard let opener = openers[length - 1].last, opener.level == level else { return nil }
        for index in 0...1 {
            while let last = openers[index].last, last.event >= opener.event { openers[index].removeLast() }
        }
        return opener.event
    }
}
