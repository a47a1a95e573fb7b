/// The generic directive syntax: `:name[label]{…}` in text, `::name[label]{…}` alone on a line, `:::name[label]{…}` … `:::`
/// around blocks. Source: the generic directives proposal (https://talk.commonmark.org/t/444).
extension SourceMarker {
    /// Marks the leaf, or the beginning or end of a container, that fills a line from `content` on.
    mutating func markDirectiveLine(_ content: Int, _ lineEnd: Int) -> Bool {
        guard directives != nil else { return false }
        let end = lines.trimmed(content..<lineEnd).upperBound
        let colons = lines.runLength(of: 0x3A, from: content, to: end)
        guard colons >= 2 else { return false }
        if colons >= 3, content + colons == end {
            guard write(.containerClosing(colons: colons), for: content..<end) else { return false }
            buffer.skip(to: end)
            return true
        }
        guard let scan = scanLine(content, colons, end), scan.range.upperBound == end else { return false }
        let rendered = colons == 2 && labelKind(scan) == .markdown ? scan.label : nil
        let call = marked.calls.count
        let kind: Token.Kind = colons == 2 ? .leaf(call, isLabelRendered: rendered != nil) : .containerOpening(call)
        guard write(kind, for: content..<end) else { return false }
        marked.calls.append(scan)
        if let label = rendered {
            buffer.skip(to: label.lowerBound)
            if !label.isEmpty { writeBlank(before: label.lowerBound) }
            markInline(label)
            label.isEmpty ? buffer.write(.end) : writeEnd(after: label.upperBound)
        }
        buffer.skip(to: end)
        return true
    }

    /// A container's name may stand after a blank.
    private func scanLine(_ content: Int, _ colons: Int, _ end: Int) -> DirectiveScan? {
        let scan = DirectiveScan(bytes, at: content, colons: colons, end: end)
        if scan != nil || colons < 3 { return scan }
        let name = lines.trimmed(content + colons..<end).lowerBound
        return DirectiveScan(bytes, at: name, spacedColons: colons, line: content, end: end)
    }

    /// Marks the inline directive whose colon is at `index`; returns where to go on.
    mutating func markInlineDirective(at index: Int, in range: Range<Int>) -> Int {
        guard directives != nil, labelDepth < Self.deepestLabel, index + 1 < range.upperBound,
            Scalars.isASCIILetter(bytes[index + 1]),
            index == range.lowerBound || bytes[index - 1] != 0x3A,
            let scan = DirectiveScan(bytes, at: index, colons: 1, end: range.upperBound)
        else { return index + 1 }
        // Braces that can't be read are a mistake only behind a name that is known.
        if scan.malformed != nil, labelKind(scan) == nil { return index + 1 }
        let call = marked.calls.count
        let whole = scan.range
        if let label = scan.label, labelKind(scan) == .markdown {
            guard write(.directiveOpening(call), for: whole.lowerBound..<label.lowerBound) else { return index + 1 }
            marked.calls.append(scan)
            buffer.skip(to: label.lowerBound)
            labelDepth += 1
            markInline(label)
            labelDepth -= 1
            if write(.directiveClosing(call), for: label.upperBound..<whole.upperBound) {
                buffer.skip(to: whole.upperBound)
            }
        } else {
            guard write(.directive(call), for: whole) else { return index + 1 }
            marked.calls.append(scan)
            buffer.skip(to: whole.upperBound)
        }
        return whole.upperBound
    }

    /// Most directives inside one another's labels.
    private static let deepestLabel = 8

    /// Nil when the name is not known.
    private func labelKind(_ scan: DirectiveScan) -> DirectiveSyntax.Label? {
        directives?.first { $0.name.utf8.elementsEqual(bytes[scan.name]) }?.label
    }
}

extension DirectiveScan {
    /// The opening line of a container with blanks between the colons and the name.
    fileprivate init?(_ bytes: [UInt8], at name: Int, spacedColons colons: Int, line: Int, end: Int) {
        // Read as if the colons stood right before the name, then widened to the whole line.
        guard name - colons >= line, let scan = DirectiveScan(bytes, at: name - colons, colons: colons, end: end) else {
            return nil
        }
        self = scan
        widen(from: line)
    }
}
