/// Footnotes as GitHub has them: `[^label]` refers to `[^label]: text`, whose further lines are indented by four columns.
extension SourceMarker {
    /// Finds the labels that are defined, before any reference to them is marked.
    mutating func collectFootnotes() {
        var start = marked.source.body.lowerBound
        // No caret, no footnote.
        guard LineScan.first(0x5E, in: bytes, start..<lines.end) != nil else { return }
        while start < lines.end {
            let (end, next) = lines.line(from: start)
            let content = lines.contentStart(start, end)
            if let label = footnoteLabel(content, end), label.upperBound + 1 < end, bytes[label.upperBound + 1] == 0x3A
            {
                let folded = Self.folded(bytes[label])
                if marked.footnoteNumbers[folded] == nil {
                    marked.footnoteNumbers[folded] = marked.footnoteLabels.count
                    marked.footnoteLabels.append(folded)
                    marked.footnotePlaces.append(label)
                }
            }
            start = next
        }
    }

    /// Makes the definition a list item, behind a block mark that tells which footnote it is.
    mutating func markFootnoteDefinition(_ content: Int, _ lineEnd: Int) -> Bool {
        guard let label = footnoteLabel(content, lineEnd), label.upperBound + 1 < lineEnd,
            bytes[label.upperBound + 1] == 0x3A,
            let number = footnoteNumber(label)
        else { return false }
        let lineStart = lines.lineStart(of: content, from: marked.source.body.lowerBound)
        let text = lines.trimmed(label.upperBound + 2..<lineEnd).lowerBound
        guard write(.footnoteDefinition(number), for: content..<text) else { return false }
        buffer.write("\n")
        buffer.write(quotesOf: lineStart..<content)
        // A marker of three columns and a blank: the content begins in the fifth column, as the footnote's own does.
        buffer.write("00) ")
        buffer.skip(to: text)
        markInline(text..<lineEnd)
        return true
    }

    /// Marks a reference to a footnote that is defined; returns where to go on.
    mutating func markFootnoteReference(at index: Int, end: Int) -> Int {
        guard !marked.footnoteLabels.isEmpty, let label = footnoteLabel(index, end), let number = footnoteNumber(label)
        else { return index + 1 }
        let range = index..<label.upperBound + 1
        guard write(.footnoteReference(number), for: range) else { return index + 1 }
        buffer.skip(to: range.upperBound)
        return range.upperBound
    }

    /// The label of `[^label]` at `index`.
    private func footnoteLabel(_ index: Int, _ end: Int) -> Range<Int>? {
        guard index + 3 < end + 1, index + 1 < end, bytes[index] == 0x5B, bytes[index + 1] == 0x5E else { return nil }
        var close = index + 2
        while close < end {
            switch bytes[close] {
            case 0x5D: return close > index + 2 ? index + 2..<close : nil
            case 0x5B, 0x20, 0x09, 0x5C, Mark.lead: return nil
            default: close += 1
            }
        }
        return nil
    }

    private func footnoteNumber(_ label: Range<Int>) -> Int? {
        marked.footnoteNumbers[Self.folded(bytes[label])]
    }

    /// Labels are compared without regard to the case of Latin letters.
    private static func folded(_ label: ArraySlice<UInt8>) -> [UInt8] {
        label.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
