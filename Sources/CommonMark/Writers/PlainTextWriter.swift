internal import Bytes

/// Writes the text of a document without markup, a line for each block, cell contents of a row in one line.
struct PlainTextWriter: ~Copyable {
    private var output = ByteBuffer(capacity: 1024)
    private var holes: [HoledBytes.Hole] = []
    /// A block has ended, and the next text begins a new line.
    private var wantsLine = false
    private var wantsSpace = false
    private var inHeading = false

    static func write(_ document: MarkdownDocument) -> HoledBytes {
        var writer = PlainTextWriter()
        writer.write(document, 0..<document.events.count)
        for footnote in document.footnoteOrder {
            if let events = document.footnotes[footnote].events { writer.write(document, events) }
        }
        if !document.isField { writer.trim() }
        return HoledBytes(bytes: writer.output.bytes, holes: writer.holes)
    }

    private mutating func write(_ document: MarkdownDocument, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let event = document.events[index]
            if event.kind == .footnoteDefinition, !event.isExit {
                index += max(Int(event.count), 1)
                continue
            }
            write(event, document)
            index += 1
        }
    }

    private mutating func write(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        switch event.kind {
        case .text, .code:
            begin()
            output.append(document.text[event.range])
        case .codeBlock:
            wantsLine = true
            var range = event.range
            if let last = range.last, document.text[last] == 0x0A { range = range.dropLast() }
            if !range.isEmpty {
                begin()
                output.append(document.text[range])
            }
            wantsLine = true
        case .softBreak:
            begin()
            if !event.flag, output.last != 0x20 { output.append(byte: 0x20) }
        case .lineBreak:
            begin()
            output.append(byte: inHeading ? 0x20 : 0x0A)
        case .cell:
            if event.isExit { wantsSpace = true }
        case .directiveInline: hole(event, .whole)
        case .directiveText: hole(event, event.isExit ? .closing : .opening)
        case .directiveBlock:
            wantsLine = true
            hole(event, .whole)
            wantsLine = true
        case .directiveContainer, .directiveLeaf:
            wantsLine = true
            hole(event, event.isExit ? .closing : .opening)
            wantsLine = true
        case .paragraph, .heading, .row, .list, .item, .quote, .alert, .table:
            inHeading = event.kind == .heading && !event.isExit
            wantsLine = true
            wantsSpace = false
        default: break
        }
    }

    private mutating func begin() {
        if wantsLine {
            trim()
            if output.count > 0 { output.append(byte: 0x0A) }
        } else if wantsSpace {
            output.append(byte: 0x20)
        }
        wantsLine = false
        wantsSpace = false
    }

    /// Takes off blanks at the end, such as one that stood before dropped HTML.
    private mutating func trim() {
        let end = holes.last?.offset ?? 0
        while output.count > end, output.last == 0x20 { output.truncate(to: output.count - 1) }
    }

    private mutating func hole(_ event: MarkdownEvent, _ part: HoledBytes.Part) {
        begin()
        holes.append(HoledBytes.Hole(offset: output.count, index: Int(event.value), part: part))
    }
}
