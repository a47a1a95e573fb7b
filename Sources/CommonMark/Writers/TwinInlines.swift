import Bytes

/// The inlines of a document in normalised Markdown.
extension TwinWriter {
    /// Writes an inline step; false when it is a block. Moves `index` on over steps that were written with it.
    mutating func writeInline(_ event: MarkdownEvent, at index: inout Int, _ document: MarkdownDocument) -> Bool {
        switch event.kind {
        case .text where !isContentStart && !event.classes.contains(.markup) && openedAt != output.count:
            append(document, event.range)
        case .text:
            separateBlank(document.text[event.range])
            writeText(document, event.range, isLast: !followsText(index, document))
        case .softBreak: if !event.flag { writeBlank() }
        case .lineBreak: if !endsBlock(index, document) { writeHardBreak() }
        case .code: writeCodeSpan(document.text[event.range])
        case .emphasis: writeEmphasis(event, at: index, document)
        case .strong: delimiter("**", isExit: event.isExit)
        case .strike: delimiter("~~", isExit: event.isExit)
        case .html:
            startLine()
            append(document, event.range)
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

    /// Nothing but the ends of elements stands between a line break and the end of its block: there it would be a backslash.
    private func endsBlock(_ index: Int, _ document: MarkdownDocument) -> Bool {
        var next = index + 1
        while next < document.events.count {
            let event = document.events[next]
            switch event.kind {
            case .emphasis, .strong, .strike, .link,
                .nothing where event.isExit:
                next += 1
            case .softBreak, .lineBreak: next += 1
            case .text where event.count == 0, .html where event.count == 0: next += 1
            default: return event.isExit && !event.isInlineContent
            }
        }
        return true
    }

    /// Emphasis in emphasis takes the other delimiter, lest two make strong emphasis. Inside a word an underscore is none, and in the third
    /// emphasis neither delimiter is safe: there comments keep the runs apart.
    private mutating func writeEmphasis(_ event: MarkdownEvent, at index: Int, _ document: MarkdownDocument) {
        if event.isExit {
            let style = emphases.popLast() ?? .star
            delimiter(style == .underscore ? "_" : "*", isExit: true)
            if style == .apart { output.append(Self.separator) }
            return
        }
        var style = EmphasisStyle.star
        if emphases.count == 1 { style = isInsideWord(index, document) ? .apart : .underscore }
        if emphases.count > 1 { style = .apart }
        if style == .apart { output.append(Self.separator) }
        emphases.append(style)
        delimiter(style == .underscore ? "_" : "*", isExit: false)
    }

    /// The emphasis that begins at this step has a letter or digit beside it.
    private func isInsideWord(_ index: Int, _ document: MarkdownDocument) -> Bool {
        if let last = output.last, isWord(last) || last >= 0x80 { return true }
        var depth = 0
        var next = index
        while next < document.events.count {
            let event = document.events[next]
            if event.kind == .emphasis { depth += event.isExit ? -1 : 1 }
            next += 1
            if depth == 0 { break }
        }
        guard next < document.events.count, document.events[next].kind == .text, document.events[next].count > 0 else {
            return false
        }
        let first = document.text[document.events[next].range.lowerBound]
        return isWord(first) || first >= 0x80
    }

    private mutating func delimiter(_ run: StaticString, isExit: Bool) {
        isContentStart = false
        if isExit {
            // Behind a blank a run closes nothing.
            if output.last == 0x20 { output.append(Self.separator) }
            output.append(run)
            closedAt = output.count
            return
        }
        // A run that opens right behind one that closed would be read as one with it.
        if closedAt == output.count, unsafe output.last == run.utf8Start.pointee { output.append(Self.separator) }
        output.append(run)
        openedAt = output.count
    }

    /// Before a blank a run opens nothing.
    private mutating func separateBlank(_ text: ArraySlice<UInt8>) {
        if openedAt == output.count, text.first == 0x20 { output.append(Self.separator) }
    }

    /// A comment, which is left out of the page, keeps apart what would be read as one.
    static let separator: StaticString = "<!-- -->"

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
        if isMail { return Self.isMailAddress(text) }
        return ["http://", "https://", "ftp://", "mailto:"].contains { text.starts(with: $0.utf8) }
    }

    /// What CommonMark takes for a mail address: section 6.5.
    private static func isMailAddress(_ text: ArraySlice<UInt8>) -> Bool {
        guard let at = text.firstIndex(of: 0x40), at > text.startIndex, at + 1 < text.endIndex else { return false }
        let isLocal = text[..<at].allSatisfy { $0 < 0x80 && $0 != 0x2F && $0 != 0x3A && $0 > 0x20 }
        return isLocal
            && text[(at + 1)...].split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.count <= 63 && part.first != 0x2D && part.last != 0x2D
                    && part.allSatisfy { Scalars.isASCIILetter($0) || Scalars.isASCIIDigit($0) || $0 == 0x2D }
            }
    }
}
