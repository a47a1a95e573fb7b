/// Alerts: a quote whose first line is `[!NOTE]`. Source: GitHub's documentation, basic writing and formatting syntax.
extension DocumentReader {
    mutating func enterQuote(_ node: TreeNode) {
        let kind = options.dialect == .extended ? takeAlert(node) : nil
        openQuotes.append(kind)
        addQuote(kind, isExit: false)
    }

    mutating func leaveQuote() {
        addQuote(openQuotes.popLast() ?? nil, isExit: true)
    }

    private mutating func addQuote(_ kind: AlertKind?, isExit: Bool) {
        var event = MarkdownEvent(kind == nil ? .quote : .alert, isExit: isExit)
        event.detail = kind?.rawValue ?? 0
        add(event)
    }

    /// Finds the title line of an alert and has it passed over.
    private mutating func takeAlert(_ node: TreeNode) -> AlertKind? {
        guard let paragraph = node.firstChild, paragraph.kind == .paragraph,
            let text = paragraph.firstChild, text.kind == .text,
            text.next == nil || text.next?.kind == .softBreak || text.next?.kind == .lineBreak,
            // Escaped brackets are the same text, but not the same source.
            beginsWithBracket(paragraph),
            let kind = text.withLiteral({ Self.alertKind($0) })
        else { return nil }
        skippedText = text
        skippedBytes = Int.max
        skippedBreak = text.next
        if text.next == nil { skippedParagraph = paragraph }
        return kind
    }

    private static func alertKind(_ view: ByteView) -> AlertKind? {
        AlertKind.allCases.first { kind in
            let name = kind.name.utf8
            guard view.count == name.count + 3, view[0] == 0x5B, view[1] == 0x21, view[view.count - 1] == 0x5D else {
                return false
            }
            return name.enumerated().allSatisfy { view[$0.offset + 2] | 0x20 == $0.element }
        }
    }

    /// The block's source begins with `[`.
    mutating func beginsWithBracket(_ paragraph: TreeNode) -> Bool {
        let start = places.offset(line: paragraph.startLine, column: paragraph.startColumn)
        return start < marked.range.upperBound && marked.bytes[start] == 0x5B
    }
}
