/// Task lists: an item that begins with `[ ]` or `[x]`. Source: GitHub Flavored Markdown, section 5.3.
extension DocumentReader {
    mutating func enterItem(_ node: TreeNode) {
        var event = MarkdownEvent(.item)
        if options.dialect == .extended { event.detail = takeTask(node) }
        add(event)
    }

    /// 0 for an ordinary item, 1 for an open task, 2 for a done one; the box is passed over.
    private mutating func takeTask(_ node: TreeNode) -> UInt8 {
        guard let paragraph = node.firstChild, paragraph.kind == .paragraph,
            let text = paragraph.firstChild, text.kind == .text
        else { return 0 }
        let state = text.withLiteral { view -> UInt8 in
            guard view.count >= 4, view[0] == 0x5B, view[2] == 0x5D, view[3] == 0x20 || view[3] == 0x09 else {
                return 0
            }
            return view[1] == 0x20 ? 1 : view[1] | 0x20 == 0x78 ? 2 : 0
        }
        guard state > 0, beginsWithBracket(paragraph) else { return 0 }
        skippedText = text
        skippedBytes = 4
        return state
    }
}
