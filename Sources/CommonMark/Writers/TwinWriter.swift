internal import Bytes

/// Writes a document as normalised Markdown that reads back as the same text.
///
/// A hole of a leaf stands alone on its line and takes text without a line break at its end. A container's opening hole stands at the
/// beginning of its content and takes either nothing or text and a blank line; its closing hole takes either nothing or a blank
/// line and text. Further lines of what is filled in begin with the call's `twinLinePrefix`.
struct TwinWriter: ~Copyable {
    enum EmphasisStyle {
        case star
        case underscore
        /// A star between comments.
        case apart
    }

    /// An element that blocks stand in.
    struct Container {
        let prefixLength: Int
        let isTight: Bool
        var hasContent = false
        /// The list that was the last block: ordered or not, and whether it had the second choice of markers.
        var lastList: (isOrdered: Bool, isSecond: Bool)?
        /// The last block may end in a paragraph that would take in a line without a blank one before it.
        var mayContinue = false
        /// The number of the next item.
        var number = 0
        var isOrdered = false
        var isSecond = false
        var itemCount = 0
    }

    var output: ByteBuffer
    var holes: [HoledBytes.Hole] = []
    /// What begins each line: quote marks and indentation.
    var prefix: [UInt8] = []
    var containers = [Container(prefixLength: 0, isTight: false)]
    /// Nothing stands on the current line yet, not even the prefix.
    var isLineStart = true
    /// The next text begins the content of a block, so what would begin another block is escaped.
    var isContentStart = false
    /// The line is not the first of its paragraph.
    var isLaterLine = false
    var inTable = false
    var tableIndex = 0
    var inHeading = false
    let isField: Bool
    /// How the emphases that are open were written.
    var emphases: [EmphasisStyle] = []
    /// Where a delimiter run was last opened.
    var openedAt = -1
    /// Where a delimiter run was last closed.
    var closedAt = -1

    private init(capacity: Int, isField: Bool) {
        output = ByteBuffer(capacity: capacity)
        self.isField = isField
    }

    static func write(_ document: inout MarkdownDocument, options: MarkdownOptions) -> HoledBytes {
        var writer = TwinWriter(
            capacity: document.text.count + document.text.count / 4 + 256, isField: document.isField)
        writer.write(&document, 0..<document.events.count)
        for footnote in document.footnoteOrder {
            guard let events = document.footnotes[footnote].events else { continue }
            writer.beginFootnote(document.footnotes[footnote].label)
            writer.write(&document, events)
            writer.endContainer()
        }
        if !writer.isField, writer.output.count > 0, writer.output.last != 0x0A { writer.output.append(byte: 0x0A) }
        return HoledBytes(bytes: writer.output.bytes, holes: writer.holes)
    }

    private mutating func write(_ document: inout MarkdownDocument, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let event = document.events[index]
            if event.kind == .footnoteDefinition, !event.isExit {
                index += max(Int(event.count), 1)
                continue
            }
            if !writeInline(event, at: &index, document) { writeBlock(event, &document) }
            index += 1
        }
    }

    /// Writes the prefix when a line begins.
    mutating func startLine() {
        guard isLineStart else { return }
        isLineStart = false
        output.append(prefix)
    }

    mutating func endLine() {
        output.append(byte: 0x0A)
        isLineStart = true
    }

    /// Ends the line before, and leaves a blank one where blocks are told apart by it.
    mutating func beginBlock() {
        guard !isField, let index = containers.indices.last else { return }
        if containers[index].hasContent {
            if !isLineStart { endLine() }
            if !containers[index].isTight {
                output.append(trimmedPrefix)
                output.append(byte: 0x0A)
            }
        }
        containers[index].hasContent = true
        containers[index].mayContinue = false
        containers[index].lastList = nil
        isLaterLine = false
    }

    /// The prefix without blanks at its end, for blank lines.
    var trimmedPrefix: ArraySlice<UInt8> {
        var end = prefix.count
        while end > 0, prefix[end - 1] == 0x20 { end -= 1 }
        return prefix[..<end]
    }

    mutating func push(_ addition: [UInt8], isTight: Bool) {
        containers.append(Container(prefixLength: prefix.count, isTight: isTight))
        prefix.append(contentsOf: addition)
    }

    mutating func push(blanks count: Int, isTight: Bool) {
        containers.append(Container(prefixLength: prefix.count, isTight: isTight))
        for _ in 0..<count { prefix.append(0x20) }
    }

    mutating func endContainer() {
        guard containers.count > 1, let last = containers.popLast() else { return }
        prefix.removeLast(prefix.count - last.prefixLength)
    }

    @inline(__always)
    mutating func append(_ document: MarkdownDocument, _ range: Range<Int>) {
        output.append(document.text, from: range.lowerBound, count: range.count)
    }

    mutating func hole(_ event: MarkdownEvent, _ part: HoledBytes.Part) {
        startLine()
        isContentStart = false
        holes.append(HoledBytes.Hole(offset: output.count, index: Int(event.value), part: part))
    }
}
