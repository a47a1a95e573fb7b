/// Passes over code spans, so that nothing in them is marked.
extension SourceMarker {
    /// Where to go on after a run of backticks: behind the code span that it opens, or behind the run.
    mutating func passBackticks(_ index: Int, _ range: Range<Int>, _ inCell: Bool) -> Int {
        let length = lines.runLength(of: 0x60, from: index, to: range.upperBound)
        let after = index + length
        // Three or more at the beginning of a line are a fence.
        if length >= 3, index == range.lowerBound, !inCell { return after }
        guard length < withoutCloser.count, withoutCloser[length] <= index else { return after }
        let limit = inCell ? range.upperBound : paragraphEnd(after)
        guard let closer = closer(length, after, limit) else {
            withoutCloser[length] = limit
            return after
        }
        let end = closer + length
        if inCell { passCellCode(after..<closer) } else { markLiterals(after..<min(closer, range.upperBound)) }
        if end > range.upperBound { codeEnd = end }
        return min(end, range.upperBound)
    }

    private func closer(_ length: Int, _ start: Int, _ limit: Int) -> Int? {
        var index = start
        while index < limit {
            if bytes[index] == 0x60 {
                let run = lines.runLength(of: 0x60, from: index, to: limit)
                if run == length { return index }
                index += run
            } else {
                index += 1
            }
        }
        return nil
    }

    /// The next blank line, or the end of the text.
    private mutating func paragraphEnd(_ start: Int) -> Int {
        if start < paragraphLimit { return paragraphLimit }
        paragraphLimit = findParagraphEnd(start)
        return paragraphLimit
    }

    private func findParagraphEnd(_ start: Int) -> Int {
        var (end, next) = lines.line(from: start)
        while next < lines.end {
            let (lineEnd, following) = lines.line(from: next)
            if lines.contentStart(next, lineEnd) == lineEnd { return end }
            (end, next) = (lineEnd, following)
        }
        return end
    }

    /// In a cell a pipe has a backslash before it even in code, and the backslash goes.
    private mutating func passCellCode(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == Mark.lead {
                index = markLiteral(index, range.upperBound)
            } else {
                if bytes[index] == 0x5C, index + 1 < range.upperBound, bytes[index + 1] == 0x7C {
                    buffer.copy(to: index)
                    buffer.skip(to: index + 1)
                }
                index += 1
            }
        }
    }
}
