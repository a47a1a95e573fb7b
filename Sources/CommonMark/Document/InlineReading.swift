/// Reads the inlines of a block: text with its marks, code, links.
extension DocumentReader {
    mutating func enterInline(_ node: TreeNode, _ kind: TreeNode.Kind) -> Bool {
        switch kind {
        case .text:
            node.withLiteral { readText(node, $0) }
            return false
        case .softBreak: if node != skippedBreak { add(.softBreak) }
        case .lineBreak: if node != skippedBreak { add(.lineBreak) }
        case .code: node.withLiteral { add(.code, text: expand($0)) }
        case .htmlInline: readInlineHTML(node)
        case .emphasis: if nest(node) { add(.emphasis) }
        case .strong: if nest(node) { add(.strong) }
        case .link, .image:
            linkDepth += 1
            if nest(node) { beginLink(node) }
        default: break
        }
        return true
    }

    mutating func leaveInline(_ node: TreeNode) {
        if nesting <= options.limits.nesting {
            switch node.kind {
            case .emphasis: add(.emphasis, isExit: true)
            case .strong: add(.strong, isExit: true)
            case .link: add(.link, isExit: true, value: openLinks.popLast() ?? 0)
            default: add(.image, isExit: true, value: openLinks.popLast() ?? 0)
            }
        }
        nesting -= 1
        if node.kind == .link || node.kind == .image { linkDepth -= 1 }
    }

    private mutating func readText(_ node: TreeNode, _ view: ByteView) {
        var view = view
        if node == skippedText {
            skippedText = nil
            view = view.slice(min(skippedBytes, view.count)..<view.count)
        }
        guard marked.marked != nil, let first = view.firstIndex(of: Mark.lead) else {
            addText(view)
            return
        }
        var start = 0
        var next: Int? = first
        while let index = next {
            guard let mark = Mark(at: index, in: view) else {
                next = view.firstIndex(of: Mark.lead, from: index + 1)
                continue
            }
            addText(view.slice(start..<max(start, mark.start(at: index, in: view, marked.tokens))))
            start = min(mark.end(at: read(mark, at: index, in: view), in: view, marked.tokens), view.count)
            next = view.firstIndex(of: Mark.lead, from: start)
        }
        addText(view.slice(start..<view.count))
    }

    /// Acts on a mark in text; returns where the text goes on.
    private mutating func read(_ mark: Mark, at index: Int, in view: ByteView) -> Int {
        let after = index + Mark.length
        switch mark {
        case .token(let number): if number < marked.tokens.count { read(marked.tokens[number], number) }
        case .afterRun: return after + Mark.length
        case .strike(let canOpen, let canClose):
            var end = after
            while end < view.count, end - after < 2, view[end] == 0x7E { end += 1 }
            readStrike(view.slice(after..<end), canOpen, canClose)
            return end
        case .cell, .end:
            if case .none = headingRole { isMisread = true }
            if case .heading = headingRole { isMisread = true }
        case .beforeRun, .guardian: break
        }
        return after
    }

    private mutating func read(_ token: Token, _ number: Int) {
        if token.isBlock {
            if !expectsBlockMark { isMisread = true }
            expectsBlockMark = false
            return
        }
        switch token.kind {
        case .literal:
            let start = document.text.count
            document.text.append(contentsOf: source.bytes[token.range])
            add(.text, text: start..<document.text.count)
        case .directive(let call): readInlineDirective(call)
        case .directiveOpening(let call): openInlineDirective(call)
        case .directiveClosing(let call): closeInlineDirective(call)
        case .footnoteReference(let footnote):
            var event = MarkdownEvent(.footnoteReference)
            event.value = Int32(footnote)
            event.start = Int32(number)
            add(event)
        default: break
        }
    }

    private mutating func readStrike(_ run: ByteView, _ canOpen: Bool, _ canClose: Bool) {
        guard run.count > 0 else { return }
        if canClose, let opener = strikes.close(length: run.count, level: level) {
            document.events[opener].kind = .strike
            document.events[opener].count = 0
            add(.strike, isExit: true)
            return
        }
        let range = keep(run)
        add(.text, text: range)
        if canOpen { strikes.open(length: run.count, event: document.events.count - 1, level: level) }
    }

    /// Text without marks: addresses in it become links.
    mutating func addText(_ view: ByteView) {
        guard view.count > 0 else { return }
        if wantsProse {
            document.proseRuns.append(ProseRun(text: view.text, place: place(of: view), block: proseBlock))
        }
        let classes = classifier.classes(of: view)
        let maySeeAddress = classes.contains(.scheme) || hasWWW && classes.contains(.dot)
        guard findsAutolinks, linkDepth == 0, maySeeAddress else {
            addText(keep(view), classes)
            return
        }
        var start = 0
        while let link = Autolink(in: view, from: start, hasDots: hasWWW) {
            if link.range.lowerBound > start { addText(keep(view.slice(start..<link.range.lowerBound)), classes) }
            addAutolink(link, view.slice(link.range))
            start = link.range.upperBound
        }
        if start < view.count { addText(keep(view.slice(start..<view.count)), classes) }
    }

    private mutating func addText(_ range: Range<Int>, _ classes: TextClasses) {
        var event = MarkdownEvent(.text)
        event.start = Int32(truncatingIfNeeded: range.lowerBound)
        event.count = Int32(truncatingIfNeeded: range.count)
        event.detail = classes.rawValue
        add(event)
    }

    /// Puts back what marks stand for, for code, raw HTML and addresses; returns where the bytes are kept.
    mutating func expand(_ view: ByteView) -> Range<Int> {
        guard marked.marked != nil, view.firstIndex(of: Mark.lead) != nil else { return keep(view) }
        let start = document.text.count
        MarkExpansion.expand(view, marked.tokens, source.bytes, into: &document.text)
        return start..<document.text.count
    }
}
