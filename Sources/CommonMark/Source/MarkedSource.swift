import Bytes

/// A source with its marks, ready for the parser, and the way back to the places of the unmarked source.
struct MarkedSource: ~Copyable {
    /// Where a run of unchanged bytes begins, in the marked text and in the source.
    struct Run {
        let marked: Int
        let source: Int
    }

    let source: MarkdownSource
    /// Nil when nothing had to be marked.
    fileprivate(set) var marked: [UInt8]?
    fileprivate(set) var runs: [Run] = []
    var tokens: [Token] = []
    var calls: [DirectiveScan] = []
    var tables: [[ColumnAlignment]] = []
    /// Labels of the footnotes that are defined, folded, in the order of definition.
    var footnoteLabels: [[UInt8]] = []
    /// The place of each label in the list.
    var footnoteNumbers: [[UInt8]: Int] = [:]
    /// Where each footnote's label stands in the source.
    var footnotePlaces: [Range<Int>] = []
    /// The row at which the tables became too large.
    var excessRow: Range<Int>?

    init(_ source: MarkdownSource) { self.source = source }

    /// What the parser reads.
    var bytes: [UInt8] { marked ?? source.bytes }

    var range: Range<Int> { marked.map { 0..<$0.count } ?? source.body }

    /// The offset in the source of an offset in `bytes`.
    func sourceOffset(_ offset: Int) -> Int {
        guard marked != nil else { return offset }
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].marked <= offset { low = middle + 1 } else { high = middle }
        }
        // Before the first run stand only marks.
        guard low > 0 else {
            return min(source.body.lowerBound + offset, runs.first?.source ?? source.body.upperBound)
        }
        let run = runs[low - 1]
        let next = low < runs.count ? runs[low].source : source.body.upperBound
        return min(run.source + offset - run.marked, max(next, run.source))
    }

    mutating func finish(_ text: [UInt8], runs: [Run]) {
        marked = text
        self.runs = runs
    }
}

/// Copies a source into a buffer, putting marks in.
struct MarkingBuffer: ~Copyable {
    private var output: ByteBuffer
    private(set) var runs: [MarkedSource.Run] = []
    /// Up to where the source has been copied or replaced.
    private(set) var copied: Int
    let bytes: [UInt8]

    init(_ source: MarkdownSource) {
        self.bytes = source.bytes
        self.copied = source.body.lowerBound
        self.output = ByteBuffer(capacity: 0)
    }

    /// Nothing was marked.
    var isUntouched: Bool { runs.isEmpty && output.count == 0 }

    /// Copies the source up to `index`.
    mutating func copy(to index: Int) {
        guard index > copied else { return }
        runs.append(MarkedSource.Run(marked: output.count, source: copied))
        output.append(bytes, from: copied, count: index - copied)
        copied = index
    }

    /// Leaves the source out up to `index`.
    mutating func skip(to index: Int) { copied = max(copied, index) }

    /// Writes what stands before a line's content once more: quote marks and indentation; blanks in place of list markers.
    mutating func write(quotesOf range: Range<Int>) {
        for index in range {
            let byte = bytes[index]
            output.append(byte: byte == 0x3E || byte == 0x09 ? byte : 0x20)
        }
    }

    mutating func write(_ literal: StaticString) { output.append(literal) }

    mutating func write(padding: [UInt8]) { output.append(padding) }

    /// A mark is the scalar U+100000 plus its number.
    mutating func write(_ mark: Mark) {
        if mark.followsPadding { output.append(Mark.padding) }
        let number = UInt32(mark.number)
        output.append(byte: Mark.lead)
        output.append(byte: 0x80 | UInt8(number >> 12 & 0x3F))
        output.append(byte: 0x80 | UInt8(number >> 6 & 0x3F))
        output.append(byte: 0x80 | UInt8(number & 0x3F))
        if mark == .afterRun { output.append(Mark.padding) }
    }

    /// The whole marked text.
    mutating func finished(end: Int) -> [UInt8] {
        copy(to: end)
        return output.bytes
    }
}
