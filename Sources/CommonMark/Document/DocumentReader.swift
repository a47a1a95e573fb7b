internal import Diagnostics

/// Reads a text: parses it once and walks the tree once, working the extensions out on the way.
struct DocumentReader: ~Copyable {
    /// What a heading node stands for.
    enum HeadingRole {
        case none
        case heading(event: Int)
        case cell
        case leaf(insertion: Int, kind: MarkdownEvent.Kind)
    }

    /// A directive that is open: its call, its hole, and where in the tree it was opened.
    struct OpenDirective {
        let call: Int
        let insertion: Int
        let depth: Int
        let colons: Int
    }

    /// The table whose rows are being read.
    struct OpenTable {
        let index: Int
        let depth: Int
        var column = 0
        var isHeader = true
        var hasBody = false
    }

    let source: MarkdownSource
    let options: MarkdownOptions
    let marked: MarkedSource
    var document: MarkdownDocument
    var places: BlockPlaces
    /// Nodes that are open, the document not counted.
    var depth = 0
    /// Quotes, lists and inline elements that are open.
    var nesting = 0
    var linkDepth = 0
    /// Links and images that are open, as indices into the document's list.
    var openLinks: [Int] = []
    var headingRole = HeadingRole.none
    var expectsBlockMark = false
    /// A block mark stood where no block begins: the marks have to be set anew without blocks.
    var isMisread = false
    var strikes = StrikePairs()
    var openInlines: [OpenDirective] = []
    var openContainers: [OpenDirective] = []
    var table: OpenTable?
    var pendingFootnote: Int?
    var footnoteLists: [TreeNode] = []
    /// Quotes that are open; nil for those that are no alerts.
    var openQuotes: [AlertKind?] = []
    /// Steps at which the footnotes begin that are open.
    var openFootnotes: [Int] = []
    var sections: [(heading: Int, content: Int)] = []
    /// Blocks that are no headings.
    var contentCount = 0
    var explicitIDs: [(id: String, place: MarkdownPlace)] = []
    var toldNesting = false
    var proseBlock = 0
    /// The text node and the break behind it that an alert or a task was read from.
    var skippedText: TreeNode?
    var skippedBreak: TreeNode?
    var skippedBytes = 0
    var skippedParagraph: TreeNode?
    let findsAutolinks: Bool
    let classifier = TextClassifier.shared
    /// `www.` stands somewhere.
    let hasWWW: Bool
    let wantsProse: Bool

    private init(_ source: MarkdownSource, _ options: MarkdownOptions, _ marked: consuming MarkedSource) {
        self.source = source
        self.options = options
        document = MarkdownDocument(file: source.file)
        document.tables = marked.tables
        document.footnotes = marked.footnoteLabels.map { MarkdownDocument.Footnote(label: $0) }
        document.text.reserveCapacity(marked.range.count)
        document.events.reserveCapacity(marked.range.count / 16 + 16)
        places = BlockPlaces(marked.bytes, marked.range)
        findsAutolinks = options.dialect == .extended
        hasWWW = findsAutolinks && Autolink.hasWWW(source.bytes, source.body)
        wantsProse = options.outputs.contains(.proseRuns)
        self.marked = marked
    }

    static func read(_ source: MarkdownSource, options: MarkdownOptions, isInline: Bool) -> MarkdownDocument {
        if let refusal = InputLimits.refusal(of: source, options.limits) {
            var document = MarkdownDocument(file: source.file)
            document.diagnostics.append(refusal)
            return document
        }
        if isInline {
            var document = read(source, options, SourceMarker.markField(source, options: options)).document
            document.isField = true
            return document
        }
        guard options.dialect == .extended else { return read(source, options, MarkedSource(source)).document }
        let first = read(source, options, SourceMarker.mark(source, options: options, marksBlocks: true))
        if !first.isMisread { return first.document }
        return read(source, options, SourceMarker.mark(source, options: options, marksBlocks: false)).document
    }

    private static func read(
        _ source: MarkdownSource, _ options: MarkdownOptions, _ marked: consuming MarkedSource
    ) -> (document: MarkdownDocument, isMisread: Bool) {
        let tree = MarkdownTree(parsing: marked.bytes, in: marked.range)
        var reader = DocumentReader(source, options, marked)
        if let tree { reader.walk(tree) }
        reader.finish()
        return reader.result()
    }

    private consuming func result() -> (document: MarkdownDocument, isMisread: Bool) { (document, isMisread) }

    private mutating func finish() {
        closeSections(downTo: 0)
        reportExcessRow()
        if options.dialect == .extended {
            SoftBreaks.join(&document)
            numberFootnotes()
        }
        assignHeadingIDs()
    }

    private mutating func reportExcessRow() {
        guard let row = marked.excessRow else { return }
        let limit = options.limits.tableCells
        document.report(
            .markdownTableTooLarge, at: source.place(row),
            Message(en: "the tables have more than \(limit) cells", zh: "表格超过 \(limit) 个单元格"))
    }

    /// Walks the tree without recursion.
    private mutating func walk(_ tree: borrowing MarkdownTree) {
        guard var node = tree.root.firstChild else { return }
        while true {
            if enter(node, node.kind), let child = node.firstChild {
                depth += 1
                node = child
                continue
            }
            leave(node)
            while node.next == nil {
                guard depth > 0, let parent = node.parent else {
                    endOfDocument()
                    return
                }
                closeInside()
                depth -= 1
                node = parent
                leave(node)
            }
            if let next = node.next { node = next }
        }
    }

    /// Ends what was opened among the children of the node that ends.
    private mutating func closeInside() {
        closeTable(above: depth)
        closeDirectives(from: depth)
        strikes.leave(level: level - 1)
    }

    private mutating func endOfDocument() {
        closeTable(above: 0)
        closeDirectives(from: 0)
    }

    /// How deep the current text stands in elements and inline directives.
    var level: Int { depth + openInlines.count }
}

extension DocumentReader {
    /// Appends a step; returns its index.
    @discardableResult
    mutating func add(_ event: MarkdownEvent) -> Int {
        document.events.append(event)
        return document.events.count - 1
    }

    @discardableResult
    mutating func add(_ kind: MarkdownEvent.Kind, isExit: Bool = false, value: Int = 0, flag: Bool = false) -> Int {
        var event = MarkdownEvent(kind, isExit: isExit)
        event.value = Int32(truncatingIfNeeded: value)
        event.flag = flag
        return add(event)
    }

    /// Keeps bytes of the tree; returns where.
    mutating func keep(_ view: ByteView) -> Range<Int> {
        let start = document.text.count
        unsafe document.text.append(contentsOf: view.raw)
        return start..<document.text.count
    }

    /// Appends a step with text.
    mutating func add(_ kind: MarkdownEvent.Kind, text range: Range<Int>) {
        var event = MarkdownEvent(kind)
        event.detail = TextClasses.unknown.rawValue
        event.start = Int32(truncatingIfNeeded: range.lowerBound)
        event.count = Int32(truncatingIfNeeded: range.count)
        add(event)
    }

    /// The place in the file of a range of the marked text. A mark behind the last byte stands for nothing of the source.
    func place(marked range: Range<Int>) -> MarkdownPlace {
        let start = marked.sourceOffset(range.lowerBound)
        let last = range.isEmpty ? start : marked.sourceOffset(range.upperBound - 1) + 1
        let end = min(last, source.body.upperBound)
        return source.place(start..<max(end, start))
    }

    /// The place where a block begins.
    mutating func place(of node: TreeNode) -> MarkdownPlace {
        let start = places.offset(line: node.startLine, column: node.startColumn)
        return place(marked: start..<min(start + 1, marked.range.upperBound))
    }

    /// The place in the current block of a text that was taken from it, or that of the block.
    mutating func place(of view: ByteView) -> MarkdownPlace {
        place(marked: places.find(view))
    }
}
