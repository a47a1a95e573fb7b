import Bytes

/// Puts the marks of the extensions into a source before the parser reads it; see `Mark`.
struct SourceMarker: ~Copyable {
    var buffer: MarkingBuffer
    var marked: MarkedSource
    var prefix = LinePrefix()
    let lines: LineScan
    let bytes: [UInt8]
    let directives: [DirectiveSyntax]?
    /// Lines are marked as blocks; false for inline fields and after a block mark was found where it can't be.
    let marksBlocks: Bool
    let cellLimit: Int
    var cellCount = 0
    /// The cells of the row that is being marked.
    var cells: [Range<Int>] = []
    /// No inline marks before this offset: a code span goes on to here.
    var codeEnd = 0
    /// The end of the paragraph that was last looked for.
    var paragraphLimit = 0
    /// Directives whose labels are being marked, one inside the other.
    var labelDepth = 0
    /// For each length of a run of backticks, up to where no run that closes it was found.
    var withoutCloser = [Int](repeating: 0, count: 65)

    private init(_ source: MarkdownSource, options: MarkdownOptions, marksBlocks: Bool) {
        buffer = MarkingBuffer(source)
        marked = MarkedSource(source)
        lines = LineScan(bytes: source.bytes, end: source.body.upperBound, from: source.body.lowerBound)
        bytes = source.bytes
        directives = options.directives
        self.marksBlocks = marksBlocks
        cellLimit = options.limits.tableCells
    }

    static func mark(_ source: MarkdownSource, options: MarkdownOptions, marksBlocks: Bool) -> MarkedSource {
        var marker = SourceMarker(source, options: options, marksBlocks: marksBlocks)
        if marksBlocks { marker.collectFootnotes() }
        var start = source.body.lowerBound
        while start < marker.lines.end { start = marker.markLine(from: start) }
        return marker.finish()
    }

    /// Begins each line with a mark, so that nothing in it begins a block; blank lines are left out.
    static func markField(_ source: MarkdownSource, options: MarkdownOptions) -> MarkedSource {
        var marker = SourceMarker(source, options: options, marksBlocks: false)
        var start = source.body.lowerBound
        while start < marker.lines.end {
            let (end, next) = marker.lines.line(from: start)
            let content = marker.lines.trimmed(start..<end)
            if content.isEmpty {
                marker.buffer.copy(to: start)
                marker.buffer.skip(to: next)
            } else {
                marker.buffer.copy(to: start)
                marker.buffer.skip(to: content.lowerBound)
                marker.buffer.write(.guardian)
                marker.writeBlank(before: content.lowerBound)
                marker.markInline(content.lowerBound..<end)
            }
            start = next
        }
        return marker.finish()
    }

    private consuming func finish() -> MarkedSource {
        if !buffer.isUntouched {
            let text = buffer.finished(end: lines.end)
            marked.finish(text, runs: buffer.runs)
        }
        return marked
    }

    /// Writes the mark of a new token that stands for `range`; nothing when there are too many.
    mutating func write(_ kind: Token.Kind, for range: Range<Int>) -> Bool {
        guard marked.tokens.count < Mark.tokenLimit else { return false }
        buffer.copy(to: range.lowerBound)
        let token = Token(kind: kind, range: range)
        if token.isBlock { buffer.write(Mark.blockLine) }
        // An emphasis run beside the syntax sees its punctuation, not the mark.
        let isSyntax = token.isInlineSyntax
        if isSyntax, isEmphasisByte(range.lowerBound - 1) { buffer.write(padding: Mark.padding) }
        buffer.write(.token(marked.tokens.count))
        if isSyntax, isEmphasisByte(range.upperBound) { buffer.write(padding: Mark.padding) }
        marked.tokens.append(token)
        return true
    }

    /// A run of emphasis stands there.
    func isEmphasisByte(_ index: Int) -> Bool {
        index >= marked.source.body.lowerBound && index < lines.end && (bytes[index] == 0x2A || bytes[index] == 0x5F)
    }

    /// Behind a mark that begins a content: a run of emphasis there sees a blank, as at the beginning of a line.
    mutating func writeBlank(before index: Int) { if isEmphasisByte(index) { buffer.write(" ") } }

    /// The same before a mark that ends a content.
    mutating func writeEnd(after index: Int) {
        buffer.copy(to: index)
        if isEmphasisByte(index - 1) { buffer.write(" ") }
        buffer.write(.end)
    }
}

extension SourceMarker {
    /// Marks the line that begins at `start`, or the table that begins there; returns where the next line begins.
    private mutating func markLine(from start: Int) -> Int {
        let (end, next) = lines.line(from: start)
        guard start < end else { return next }
        switch bytes[start] {
        case 0x20, 0x09, 0x3E, 0x2D, 0x2B, 0x2A, 0x30...0x39: prefix.advance(lines, start, end)
        default: prefix.advancePlain(start)
        }
        guard !prefix.isBlank, prefix.content < end else { return next }
        let content = prefix.content
        if marksBlocks, prefix.beginsBlock {
            switch bytes[content] {
            case 0x3A where markDirectiveLine(content, end): return next
            case 0x5B where markFootnoteDefinition(content, end): return next
            default: break
            }
            if next < lines.end, let afterTable = markTable(lineStart: start, lineEnd: end, next: next) {
                return afterTable
            }
        }
        markInline(content..<end)
        return next
    }

    /// Marks the inline syntax in a part of a line.
    mutating func markInline(_ range: Range<Int>, inCell: Bool = false) {
        var index = range.lowerBound
        if !inCell, index < codeEnd {
            index = min(codeEnd, range.upperBound)
            markLiterals(range.lowerBound..<index)
        }
        let end = range.upperBound
        while true {
            index = ByteSet.inlineTriggers.first(in: bytes, from: index, to: end)
            guard index < end else { return }
            switch bytes[index] {
            case 0x5C: index = passEscape(index, end, inCell)
            case 0x60: index = passBackticks(index, range, inCell)
            case 0x2A: index = markEmphasisRun(at: index, in: range)
            case 0x7E: index = markStrikeRun(at: index, in: range)
            case 0x3A: index = markInlineDirective(at: index, in: range)
            case 0x5B: index = markFootnoteReference(at: index, end: end)
            default: index = markLiteral(index, end)
            }
        }
    }

    private mutating func passEscape(_ index: Int, _ end: Int, _ inCell: Bool) -> Int {
        guard index + 1 < end, bytes[index + 1] < 0x80 else { return index + 1 }
        if inCell, bytes[index + 1] == 0x7C {
            buffer.copy(to: index)
            buffer.skip(to: index + 1)
        }
        return index + 2
    }

    mutating func markLiteral(_ index: Int, _ end: Int) -> Int {
        let next = min(index + Mark.length, end)
        if !write(.literal, for: index..<next) {
            // Too many for tokens: none may stay, or it would be read as a mark.
            buffer.copy(to: index)
            buffer.write("\u{FFFD}")
        }
        buffer.skip(to: next)
        return next
    }

    /// Marks the characters that look like marks in a stretch where nothing else is marked.
    mutating func markLiterals(_ range: Range<Int>) {
        var index = range.lowerBound
        while let found = LineScan.first(Mark.lead, in: bytes, index..<max(range.upperBound, index)) {
            index = markLiteral(found, range.upperBound)
        }
    }
}
