internal import Diagnostics

/// Takes the footnotes out of the text and numbers them by their first reference.
extension DocumentReader {
    /// A definition's list begins. The steps of its content are kept in place and passed over when the text is written.
    mutating func beginFootnote(_ footnote: Int) {
        openFootnotes.append(add(.footnoteDefinition, value: footnote))
        contentCount += 1
    }

    mutating func enterFootnoteItem(_ node: TreeNode) -> Bool {
        // Behind the definition's item the parser may have taken in items of an ordinary list.
        if node.parent?.firstChild != node {
            if let list = node.parent, list.firstChild?.next == node { beginList(list) }
            enterItem(node)
        }
        return true
    }

    mutating func leaveFootnoteItem(_ node: TreeNode) {
        guard node.parent?.firstChild == node else {
            add(.item, isExit: true)
            return
        }
        guard let start = openFootnotes.popLast() else { return }
        let footnote = Int(document.events[start].value)
        add(.footnoteDefinition, isExit: true, value: footnote)
        let end = document.events.count
        document.events[start].count = Int32(end - start)
        if document.footnotes[footnote].events == nil {
            document.footnotes[footnote].events = start + 1..<end - 1
        }
    }

    mutating func endFootnoteList(_ node: TreeNode) {
        if node.firstChild?.next != nil { endList(node) }
    }

    /// Numbers the footnotes: those that the text refers to in order, then those that only footnotes refer to.
    mutating func numberFootnotes() {
        guard !document.footnotes.isEmpty else { return }
        var index = 0
        while index < document.events.count {
            let event = document.events[index]
            if event.kind == .footnoteDefinition, !event.isExit {
                index += max(Int(event.count), 1)
                continue
            }
            numberReference(at: index)
            index += 1
        }
        var next = 0
        while next < document.footnoteOrder.count {
            if let events = document.footnotes[document.footnoteOrder[next]].events {
                for index in events { numberReference(at: index) }
            }
            next += 1
        }
        reportUnusedFootnotes()
    }

    private mutating func numberReference(at index: Int) {
        guard document.events[index].kind == .footnoteReference else { return }
        let footnote = Int(document.events[index].value)
        guard document.footnotes[footnote].events != nil else {
            // What looked like its definition stands in code.
            let range = marked.tokens[Int(document.events[index].start)].range
            document.events[index].kind = .text
            document.events[index].start = Int32(document.text.count)
            document.events[index].count = Int32(range.count)
            document.text.append(contentsOf: source.bytes[range])
            return
        }
        if document.footnotes[footnote].number == 0 {
            document.footnoteOrder.append(footnote)
            document.footnotes[footnote].number = document.footnoteOrder.count
        }
        document.footnotes[footnote].references += 1
        // Which reference to the footnote this is, from 1 on.
        document.events[index].count = Int32(document.footnotes[footnote].references)
    }

    private mutating func reportUnusedFootnotes() {
        for (index, footnote) in document.footnotes.enumerated() where footnote.events != nil && footnote.number == 0 {
            let label = String(decoding: footnote.label, as: UTF8.self)
            document.report(
                .markdownUnusedFootnote, at: source.place(marked.footnotePlaces[index]),
                Message(en: "nothing refers to the footnote ‘\(label)’", zh: "脚注“\(label)”没有被引用"))
        }
    }
}
