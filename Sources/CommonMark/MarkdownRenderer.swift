import Bytes
import Diagnostics

/// One run over a text: writes HTML, twin and plain text side by side.
struct MarkdownRenderer: ~Copyable {
    struct Sink: ~Copyable {
        var buffer = ByteBuffer(capacity: 4096)
        var holes: [HoledBytes.Hole] = []

        mutating func hole(_ index: Int, _ part: HoledBytes.Part = .whole) {
            holes.append(.init(offset: buffer.count, index: index, part: part))
        }

        func finished() -> HoledBytes { HoledBytes(bytes: buffer.bytes, holes: holes) }
    }

    static let nestingLimit = 100

    let file: SourceFile
    let options: MarkdownOptions
    let lines: LineTable
    /// 0-based line in `lines` of the first line of the text being parsed.
    var firstLine = 0
    var html = Sink()
    var twin = Sink()
    var plain = Sink()
    var content = MarkdownContent()
    var usedIDs: Set<String> = []
    /// What stands before each line of the twin inside quotes and list items.
    var prefix: [UInt8] = []
    var nesting = 0
    var blocksSinceHeading = 0

    init(_ file: SourceFile, _ options: MarkdownOptions, line: LineTable) {
        self.file = file
        self.options = options
        lines = line
    }

    consuming func finish() -> MarkdownContent {
        closeSections(above: 0)
        content.html = html.finished()
        content.twin = twin.finished()
        content.plainText = plain.finished()
        return content
    }

    mutating func report(_ code: DiagnosticCode, line: Int, _ message: Message, hint: Message? = nil) {
        var range = lines.range(line)
        while range.lowerBound < range.upperBound, file.bytes[range.lowerBound] == 0x20 {
            range = range.lowerBound + 1..<range.upperBound
        }
        content.diagnostics.append(Diagnostic(code, at: file.location(of: range), message, hint: hint))
    }

    mutating func insert(_ insertion: MarkdownInsertion) -> Int {
        content.insertions.append(insertion)
        return content.insertions.count - 1
    }

    /// A line break of the twin with the prefix of quotes and items.
    mutating func twinNewLine() {
        twin.buffer.append("\n")
        twin.buffer.append(prefix)
    }

    mutating func renderInline(_ bytes: ArraySlice<UInt8>) {
        guard let tree = MarkdownTree(parsing: bytes) else { return }
        var block = tree.root.firstChild
        var isFirst = true
        while let node = block {
            if !isFirst { plain.buffer.append(" ") }
            isFirst = false
            renderInlines(of: node)
            block = node.next
        }
    }

    /// A section whose heading nothing followed is empty.
    mutating func closeSections(above level: Int) {
        guard let last = content.outline.indices.last, blocksSinceHeading == 0 else { return }
        if content.outline[last].level >= level { content.outline[last].hasContent = false }
    }
}
