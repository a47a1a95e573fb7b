internal import Diagnostics

/// What each node of the tree becomes.
extension DocumentReader {
    /// Begins a node; tells whether its children are to be read.
    mutating func enter(_ node: TreeNode, _ kind: TreeNode.Kind) -> Bool {
        switch kind {
        case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
            return enterInline(node, kind)
        case .heading:
            return enterHeading(node)
        default:
            closeTable(above: depth)
            return enterBlock(node, kind)
        }
    }

    private mutating func enterBlock(_ node: TreeNode, _ kind: TreeNode.Kind) -> Bool {
        switch kind {
        case .paragraph:
            if node == skippedParagraph { return false }
            places.enter(node)
            contentCount += 1
            proseBlock += 1
            add(.paragraph, flag: isTight(node))
        case .blockQuote:
            if !nest(node) { return true }
            enterQuote(node)
        case .list:
            if let footnote = pendingFootnote {
                pendingFootnote = nil
                footnoteLists.append(node)
                beginFootnote(footnote)
                return true
            }
            if nest(node) { beginList(node) }
        case .item:
            if footnoteLists.last == node.parent { return enterFootnoteItem(node) }
            if nesting <= options.limits.nesting { enterItem(node) }
        case .codeBlock: readCodeBlock(node)
        case .htmlBlock:
            places.enter(node)
            readHTMLBlock(node)
        case .thematicBreak: add(.thematicBreak)
        default: break
        }
        return true
    }

    /// Ends a node.
    mutating func leave(_ node: TreeNode) {
        switch node.kind {
        case .paragraph where node == skippedParagraph: skippedParagraph = nil
        case .paragraph: leaveParagraph(node)
        case .heading: leaveHeading(node)
        case .blockQuote:
            if nesting <= options.limits.nesting { leaveQuote() }
            nesting -= 1
        case .list:
            if footnoteLists.last == node {
                footnoteLists.removeLast()
                endFootnoteList(node)
                return
            }
            if nesting <= options.limits.nesting { endList(node) }
            nesting -= 1
        case .item:
            if footnoteLists.last == node.parent {
                leaveFootnoteItem(node)
            } else if nesting <= options.limits.nesting {
                add(.item, isExit: true)
            }
        case .emphasis, .strong, .link, .image: leaveInline(node)
        default: break
        }
    }

    /// A paragraph of which nothing is left, such as one of dropped HTML, is no paragraph.
    private mutating func leaveParagraph(_ node: TreeNode) {
        if options.dialect == .extended, let last = document.events.last, last.kind == .paragraph, !last.isExit {
            document.events.removeLast()
            contentCount -= 1
            return
        }
        add(.paragraph, isExit: true, flag: isTight(node))
    }

    mutating func beginList(_ node: TreeNode) { addList(node, isExit: false) }

    mutating func endList(_ node: TreeNode) { addList(node, isExit: true) }

    private mutating func addList(_ node: TreeNode, isExit: Bool) {
        var event = MarkdownEvent(.list, isExit: isExit)
        event.flag = node.isTightList
        event.detail = node.isOrderedList ? 1 : 0
        event.value = Int32(truncatingIfNeeded: node.listStart)
        add(event)
    }

    /// Counts an element that others stand in; false when it is one too many and is left out.
    mutating func nest(_ node: TreeNode) -> Bool {
        nesting += 1
        guard nesting > options.limits.nesting else { return true }
        if !toldNesting {
            toldNesting = true
            let limit = options.limits.nesting
            document.report(
                .markdownNesting, at: place(of: node),
                Message(en: "more than \(limit) elements inside one another", zh: "嵌套超过 \(limit) 层"))
        }
        return false
    }

    /// A paragraph of a tight list is written without being marked as one.
    private func isTight(_ node: TreeNode) -> Bool {
        guard let item = node.parent, item.kind == .item, let list = item.parent else { return false }
        if footnoteLists.last == list { return false }
        return list.isTightList
    }
}
