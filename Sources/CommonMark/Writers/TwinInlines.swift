import Bytes

/// The inlines of a document in normalised Markdown.
extension TwinWriter {
    /// Writes an inline step; false when it is a block. Moves `index` on over steps that were written with it.
    mutating func writeInline(_ event: MarkdownEvent, at index: inout Int, _ document: MarkdownDocument) -> Bool {
        switch event.kind {
        case .text where !isContentStart && !event.classes.contains(.markup): output.append(document.text[event.range])
        case .text: writeText(document, event.range, isLast: !followsText(index, document))
        case .softBreak: if !event.flag { writeBlank() }
        case .lineBreak: writeHardBreak()
        case .code: writeCodeSpan(document.text[event.range])
        case .emphasis: writeEmphasis(event)
        case .strong: delimiter("**", isExit: event.isExit)
        case .strike: delimiter("~~", isExit: event.isExit)
        case .html:
            startLine()
            output.append(document.text[event.range])
        case .link:
            if let next = writeAutolink(event, at: index, document) { index = next } else { writeLink(event, document) }
        case .image: writeLink(event, document)
        case .footnoteReference:
            isContentStart = false
            output.append("[^")
            output.append(document.footnotes[Int(event.value)].label)
            output.append("]")
        case .directiveInline: hole(event, .whole)
        case .directiveText: hole(event, event.isExit ? .closing : .opening)
        default: return false
        }
        return true
    }

    private func followsText(_ index: Int, _ document: MarkdownDocument) -> Bool {
        index + 1 < document.events.count && document.events[index + 1].kind == .text
    }

    private mutating func writeBlank() {
        if output.last != 0x20 { output.append(byte: 0x20) }
    }

    private mutating func writeHardBreak() {
        if inHeading || inTable || isField {
            writeBlank()
            return
        }
        output.append(byte: 0x5C)
        endLine()
        startLine()
        isContentStart = true
        isLaterLine = true
    }

    private mutating func writeEmphasis(_ event: MarkdownEvent) {
        // Emphasis in emphasis takes the other delimiter, lest two make strong emphasis.
        if event.isExit { emphasisDepth -= 1 }
        delimiter(emphasisDepth % 2 == 0 ? "*" : "_", isExit: event.isExit)
        if !event.isExit { emphasisDepth += 1 }
    }

    private mutating func delimiter(_ run: StaticString, isExit: Bool) {
        isContentStart = false
        if isExit {
            output.append(run)
            closedAt = output.count
            return
        }
        // A run that opens right behind one that closed would be read as one with it.
        if closedAt == output.count { output.append("<!-- -->") }
        output.append(run)
    }

    private mutating func writeCodeSpan(_ code: ArraySlice<UInt8>) {
        isContentStart = false
        var longest = 0
        var run = 0
        for byte in code {
            run = byte == 0x60 ? run + 1 : 0
            longest = max(longest, run)
        }
        // A run of another length closes nothing, so one backtick will do unless there is a single one inside.
        let length = longest == 0 ? 1 : longest + 1
        let isPadded =
            code.first == 0x60 || code.last == 0x60
            || (code.first == 0x20 && code.last == 0x20 && code.contains { $0 != 0x20 })
        for _ in 0..<length { output.append(byte: 0x60) }
        if isPadded { output.append(byte: 0x20) }
        if inTable {
            for byte in code {
                if byte == 0x7C { output.append(byte: 0x5C) }
                output.append(byte: byte)
            }
        } else {
            output.append(code)
        }
        if isPadded { output.append(byte: 0x20) }
        for _ in 0..<length { output.append(byte: 0x60) }
    }

    private mutating func writeLink(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        isContentStart = false
        guard event.isExit else {
            event.kind == .image ? output.append("![") : output.append("[")
            return
        }
        let link = document.links[Int(event.value)]
        output.append("](")
        if link.insertion >= 0 {
            holes.append(HoledBytes.Hole(offset: output.count, index: link.insertion))
        } else if !link.isUnsafe {
            output.append(twinDestination: document.text[link.destination], inTable: inTable)
        }
        if let title = link.title {
            output.append(" \"")
            for byte in document.text[title] {
                switch byte {
                case 0x22, 0x5C, 0x26: output.append(byte: 0x5C)
                case 0x7C where inTable: output.append(byte: 0x5C)
                default: break
                }
                output.append(byte: byte == 0x0A ? 0x20 : byte)
            }
            output.append(byte: 0x22)
        }
        output.append(")")
    }

    /// Writes a link that is its own text as `<address>`; returns the step that ends it.
    private mutating func writeAutolink(
        _ event: MarkdownEvent, at index: Int, _ document: MarkdownDocument
    ) -> Int? {
        guard !event.isExit, index + 2 < document.events.count, document.events[index + 1].kind == .text,
            document.events[index + 2].kind == .link
        else { return nil }
        let link = document.links[Int(event.value)]
        guard link.insertion < 0, !link.isUnsafe, link.title == nil else { return nil }
        let text = document.text[document.events[index + 1].range]
        let destination = document.text[link.destination]
        let isMail = destination.starts(with: "mailto:".utf8) && destination.dropFirst(7).elementsEqual(text)
        guard isMail || destination.elementsEqual(text), isAutolink(text, isMail: isMail) else { return nil }
        isContentStart = false
        output.append("<")
        output.append(text)
        output.append(">")
        return index + 2
    }

    /// Nothing in the text keeps it from being read as an autolink.
    private func isAutolink(_ text: ArraySlice<UInt8>, isMail: Bool) -> Bool {
        if text.contains(where: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x7C || $0 == 0x26 || $0 == 0x5C }) {
            return false
        }
        if isMail { return text.allSatisfy { $0 < 0x80 && $0 != 0x2F } && text.contains(0x40) && !text.contains(0x3A) }
        return ["http://", "https://", "ftp://", "mailto:"].contains { text.starts(with: $0.utf8) }
    }
}
