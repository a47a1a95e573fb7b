/// Headings, and the block marks that stand in heading lines.
extension DocumentReader {
    mutating func enterHeading(_ node: TreeNode) -> Bool {
        places.enter(node)
        proseBlock += 1
        if marked.marked != nil, node.headingLevel == 6, let mark = blockMark(node) {
            expectsBlockMark = true
            return enterBlockMark(mark, node)
        }
        closeTable(above: depth)
        closeSections(downTo: node.headingLevel)
        var event = MarkdownEvent(.heading)
        event.detail = UInt8(node.headingLevel)
        event.value = Int32(document.headings.count)
        headingRole = .heading(event: add(event))
        return true
    }

    mutating func leaveHeading(_ node: TreeNode) {
        expectsBlockMark = false
        switch headingRole {
        case .none: return
        case .heading(let start): endHeading(node, start)
        case .cell: endCell()
        case .leaf(let insertion, let kind): add(kind, isExit: true, value: insertion)
        }
        headingRole = .none
    }

    /// The mark that makes a heading line something else.
    private func blockMark(_ node: TreeNode) -> Mark? {
        guard let first = node.firstChild, first.kind == .text,
            let mark = first.withLiteral({ Mark(at: 0, in: $0) })
        else { return nil }
        switch mark {
        case .cell: return table == nil ? nil : mark
        case .token(let number) where number < marked.tokens.count: return marked.tokens[number].isBlock ? mark : nil
        default: return nil
        }
    }

    /// Tells whether the rest of the line is to be read.
    private mutating func enterBlockMark(_ mark: Mark, _ node: TreeNode) -> Bool {
        guard case .token(let number) = mark else {
            beginCell()
            headingRole = .cell
            return true
        }
        if case .row(let index, _) = marked.tokens[number].kind {
            beginRow(of: index)
            headingRole = .cell
            return true
        }
        if case .delimiterRow = marked.tokens[number].kind {
            endHeaderRow()
            return false
        }
        closeTable(above: depth)
        switch marked.tokens[number].kind {
        case .footnoteDefinition(let footnote): pendingFootnote = footnote
        case .leaf(let call, let isLabelRendered): return readLeaf(call, isLabelRendered)
        case .containerOpening(let call): openContainer(call)
        case .containerClosing(let colons): closeContainer(colons: colons, at: marked.tokens[number].range)
        default: break
        }
        return false
    }

    private mutating func endHeading(_ node: TreeNode, _ start: Int) {
        var exit = MarkdownEvent(.heading, isExit: true)
        exit.detail = UInt8(node.headingLevel)
        exit.value = document.events[start].value
        let explicit = takeExplicitID(node, from: start)
        add(exit)
        document.headings.append(
            MarkdownHeading(
                level: node.headingLevel, id: explicit?.id ?? "", aliases: explicit?.aliases ?? [],
                text: document.plainText(from: start),
                place: place(of: node), isEmptySection: false, htmlRange: 0..<0))
        sections.append((document.headings.count - 1, contentCount))
    }

    /// Ends the sections of headings of this level and below.
    mutating func closeSections(downTo level: Int) {
        while let section = sections.last, document.headings[section.heading].level >= level {
            document.headings[section.heading].isEmptySection = section.content == contentCount
            sections.removeLast()
        }
    }
}
