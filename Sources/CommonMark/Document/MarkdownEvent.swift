/// One step of a walk through a document: an element begins or ends, or something without content stands here.
struct MarkdownEvent {
    enum Kind: UInt8 {
        case paragraph, heading, quote, alert, list, item, codeBlock, htmlBlock, thematicBreak
        case table, row, cell, footnoteDefinition
        /// A container or leaf directive with content; `directiveBlock` is a leaf without.
        case directiveContainer, directiveLeaf, directiveBlock
        case text, code, softBreak, lineBreak, emphasis, strong, strike, link, image, html
        case footnoteReference, directiveInline, directiveText
        /// A mark whose text other events took over.
        case nothing
    }

    var kind: Kind
    /// The element ends here.
    var isExit = false
    /// paragraph: tight; list: tight; row and cell: in the header; softBreak: left out.
    var flag = false
    /// list: ordered; item: 1 open task, 2 done task; cell: alignment; alert: its kind; heading: level;
    /// text: its `TextClasses`.
    var detail: UInt8 = 0
    /// Index into what the document keeps for this kind; list: its start; footnoteDefinition: its number.
    var value: Int32 = 0
    /// The text, in `MarkdownDocument.text`.
    var start: Int32 = 0
    var count: Int32 = 0

    init(_ kind: Kind, isExit: Bool = false) {
        self.kind = kind
        self.isExit = isExit
    }

    var classes: TextClasses { TextClasses(rawValue: detail) }

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }

    /// Shows something in a paragraph, so it has a character beside its neighbours.
    var isInlineContent: Bool {
        switch kind {
        case .text, .code, .lineBreak, .image, .html, .footnoteReference, .directiveInline, .directiveText: true
        default: false
        }
    }
}

/// The five alerts of GitHub.
enum AlertKind: UInt8, CaseIterable {
    case note
    case tip
    case important
    case warning
    case caution

    /// As it is written in the source, and as a class.
    var name: String {
        switch self {
        case .note: "note"
        case .tip: "tip"
        case .important: "important"
        case .warning: "warning"
        case .caution: "caution"
        }
    }
}
