import Diagnostics

/// A text that has been read: its steps in order, with the extensions worked out. Values only, so it outlives the parser's tree.
struct MarkdownDocument {
    /// A link or an image.
    struct Link {
        let destination: Range<Int>
        let title: Range<Int>?
        let place: MarkdownPlace
        /// Index in `insertions`; the destination is known and harmless when nil.
        var insertion: Int
        /// The destination runs a script or reads a file, so it is not written.
        var isUnsafe = false
    }

    /// What the fence of a code block says.
    struct CodeInfo {
        /// The whole info string.
        let info: Range<Int>
        let language: Range<Int>
        var title: Range<Int>?
        var highlightedLines: Range<Int>?
    }

    struct Footnote {
        let label: [UInt8]
        /// The steps of its content.
        var events: Range<Int>?
        /// 0 when nothing refers to it.
        var number = 0
        var references = 0
    }

    var events: [MarkdownEvent] = []
    /// All texts that steps point into.
    var text: [UInt8] = []
    var links: [Link] = []
    var codeInfos: [CodeInfo] = []
    var tables: [[ColumnAlignment]] = []
    var footnotes: [Footnote] = []
    /// Footnotes in the order of their numbers.
    var footnoteOrder: [Int] = []
    var insertions: [MarkdownInsertion] = []
    var headings: [MarkdownHeading] = []
    var proseRuns: [ProseRun] = []
    var diagnostics: [Diagnostic] = []
    /// How many mistakes of each code have been told.
    private var told: [String: Int] = [:]
    /// Read as a field: one paragraph of inlines.
    var isField = false
    var hasTables = false
    var hasCode = false
    var hasFootnotes: Bool { !footnoteOrder.isEmpty }
    let file: SourceFile

    init(file: SourceFile) { self.file = file }

    /// The text between the beginning and the end of an element whose beginning is `events[start]`.
    func plainText(from start: Int) -> String {
        var bytes: [UInt8] = []
        let kind = events[start].kind
        var depth = 0
        var index = start
        while index < events.count {
            let event = events[index]
            if event.kind == kind { depth += event.isExit ? -1 : 1 }
            if depth == 0 { break }
            switch event.kind {
            case .text, .code: bytes.append(contentsOf: text[event.range])
            case .softBreak where !event.flag, .lineBreak: bytes.append(0x20)
            default: break
            }
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The links and images, in order.
    func listedLinks() -> [MarkdownLink] {
        guard !links.isEmpty else { return [] }
        var result: [MarkdownLink] = []
        result.reserveCapacity(links.count)
        for (index, event) in events.enumerated() where (event.kind == .link || event.kind == .image) && !event.isExit {
            let link = links[Int(event.value)]
            result.append(
                MarkdownLink(
                    destination: String(decoding: text[link.destination], as: UTF8.self), place: link.place,
                    isImage: event.kind == .image, text: plainText(from: index)))
        }
        return result
    }

    /// Of one kind only so many are told: each is looked for in the whole text, and nobody reads ten thousand.
    static let mistakesOfAKind = 500

    /// `notes`: further places with what is to be said of them.
    mutating func report(
        _ code: DiagnosticCode, at place: MarkdownPlace, _ message: Message, hint: Message? = nil,
        notes: [(place: MarkdownPlace, message: Message)] = []
    ) {
        let told = told[code.id, default: 0]
        guard told <= Self.mistakesOfAKind else { return }
        self.told[code.id] = told + 1
        if told == Self.mistakesOfAKind {
            let rest = Message(en: "and more mistakes of this kind", zh: "还有更多同类错误")
            return diagnostics.append(Diagnostic(code, at: file.location(of: place), rest))
        }
        let located = notes.map { DiagnosticNote(at: file.location(of: $0.place), $0.message) }
        diagnostics.append(Diagnostic(code, at: file.location(of: place), message, hint: hint, notes: located))
    }

    mutating func reportOutputSize(_ limit: Int) {
        diagnostics.append(
            Diagnostic(
                .markdownOutputTooLarge, at: file.wholeFile,
                Message(en: "the text becomes more than \(limit) bytes", zh: "渲染结果超过 \(limit) 字节")))
    }
}
