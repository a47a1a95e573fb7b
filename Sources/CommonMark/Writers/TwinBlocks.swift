import Bytes

/// The blocks of a document in normalised Markdown.
extension TwinWriter {
    mutating func writeBlock(_ event: MarkdownEvent, _ document: inout MarkdownDocument) {
        switch event.kind {
        case .paragraph:
            guard !event.isExit else {
                trimBlanks()
                noteContinuation()
                return
            }
            separateParagraph()
            beginBlock()
            if !isField { startLine() }
            isContentStart = !isField
        case .heading: writeHeading(event)
        case .quote, .alert: writeQuote(event)
        case .list: writeList(event)
        case .item: writeItem(event)
        case .codeBlock: writeCode(event, document)
        case .htmlBlock:
            beginBlock()
            writeLines(document.text, event.range)
        case .thematicBreak:
            beginBlock()
            startLine()
            output.append("***")
        case .table, .row, .cell: writeTable(event, document)
        case .directiveBlock:
            beginBlock()
            notePrefix(event, &document)
            hole(event, .whole)
        case .directiveLeaf:
            if !event.isExit {
                beginBlock()
                notePrefix(event, &document)
            }
            hole(event, event.isExit ? .closing : .opening)
        case .directiveContainer: writeContainer(event, &document)
        default: break
        }
    }

    /// What was the last block of its container may go on in the next line.
    private mutating func noteContinuation() {
        if let index = containers.indices.last { containers[index].mayContinue = true }
    }

    /// Where no blank line may stand, since it would make a list loose, a comment keeps two paragraphs apart.
    private mutating func separateParagraph() {
        guard let last = containers.last, last.isTight, last.mayContinue else { return }
        beginBlock()
        startLine()
        output.append(Self.separator)
    }

    /// Takes off blanks at the end of a paragraph, such as one that stood before dropped HTML; two would be a hard break.
    private mutating func trimBlanks() {
        let end = holes.last?.offset ?? 0
        while !isField, output.count > end, output.last == 0x20 { output.truncate(to: output.count - 1) }
    }

    private mutating func writeHeading(_ event: MarkdownEvent) {
        inHeading = !event.isExit
        if event.isExit {
            isContentStart = false
            escapeClosingSequence()
            return
        }
        beginBlock()
        startLine()
        for _ in 0..<event.detail { output.append(byte: 0x23) }
        output.append(byte: 0x20)
        isContentStart = false
    }

    /// A `#` behind a blank at the end of a heading would be taken for decoration.
    private mutating func escapeClosingSequence() {
        let count = output.count
        let mustEscape = unsafe output.withUnsafeBytes { bytes -> Bool in
            var index = count
            while index > 0, unsafe bytes[index - 1] == 0x23 { index -= 1 }
            return unsafe index < count && index > 0 && bytes[index - 1] == 0x20
        }
        guard mustEscape else { return }
        output.truncate(to: count - 1)
        output.append("\\#")
    }

    private mutating func writeQuote(_ event: MarkdownEvent) {
        guard !event.isExit else {
            // An empty quote still shows its mark.
            if event.kind == .quote, containers.last?.hasContent == false { startLine() }
            endContainer()
            noteContinuation()
            return
        }
        beginBlock()
        push([0x3E, 0x20], isTight: false)
        if !isLineStart { output.append("> ") }
        guard event.kind == .alert else { return }
        startLine()
        output.append("[!")
        for byte in (AlertKind(rawValue: event.detail) ?? .note).name.utf8 { output.append(byte: byte & 0xDF) }
        output.append("]")
        endLine()
    }

    private mutating func writeList(_ event: MarkdownEvent) {
        guard !event.isExit else {
            let closed = containers.last
            endContainer()
            if let closed, let index = containers.indices.last {
                containers[index].lastList = (closed.isOrdered, closed.isSecond)
                containers[index].mayContinue = true
            }
            return
        }
        let isOrdered = event.detail == 1
        let previous = containers.last?.lastList
        beginBlock()
        push([], isTight: event.flag)
        let index = containers.count - 1
        containers[index].isOrdered = isOrdered
        containers[index].isSecond = previous?.isOrdered == isOrdered && previous?.isSecond == false
        containers[index].number = Int(event.value)
    }

    private mutating func writeItem(_ event: MarkdownEvent) {
        guard !event.isExit else {
            endContainer()
            return
        }
        guard let index = containers.indices.last else { return }
        beginBlock()
        // Three equal bullets and nothing else are a thematic break.
        if !isLineStart, !containers[index].isOrdered, containers[index].itemCount == 0 { alternateBullet(index) }
        containers[index].itemCount += 1
        startLine()
        let list = containers[index]
        let start = output.count
        if list.isOrdered {
            output.append(decimal: list.number)
            output.append(byte: list.isSecond ? 0x29 : 0x2E)
        } else {
            output.append(byte: list.isSecond ? 0x2A : 0x2D)
        }
        output.append(byte: 0x20)
        containers[index].number += 1
        push(blanks: output.count - start, isTight: list.isTight)
        if event.detail > 0 { event.detail == 2 ? output.append("[x] ") : output.append("[ ] ") }
    }

    /// Takes the other bullet when the line so far ends with two of the list's.
    private mutating func alternateBullet(_ index: Int) {
        let bullet: UInt8 = containers[index].isSecond ? 0x2A : 0x2D
        let count = output.count
        let follows = unsafe output.withUnsafeBytes { bytes in
            unsafe count >= 4 && bytes[count - 4] == bullet && bytes[count - 3] == 0x20 && bytes[count - 2] == bullet
        }
        if follows { containers[index].isSecond.toggle() }
    }

    mutating func beginFootnote(_ label: [UInt8]) {
        beginBlock()
        startLine()
        output.append("[^")
        output.append(label)
        output.append("]: ")
        push(blanks: 4, isTight: false)
    }

    private mutating func writeContainer(_ event: MarkdownEvent, _ document: inout MarkdownDocument) {
        if event.isExit {
            hole(event, .closing)
            endContainer()
            return
        }
        beginBlock()
        notePrefix(event, &document)
        hole(event, .opening)
        push([], isTight: false)
    }

    private func notePrefix(_ event: MarkdownEvent, _ document: inout MarkdownDocument) {
        guard !prefix.isEmpty, case .directive(var call) = document.insertions[Int(event.value)] else { return }
        call.twinLinePrefix = String(decoding: prefix, as: UTF8.self)
        document.insertions[Int(event.value)] = .directive(call)
    }
}

extension TwinWriter {
    private mutating func writeCode(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        beginBlock()
        startLine()
        let info = event.value >= 0 ? document.codeInfos[Int(event.value)].info : 0..<0
        // An info string with a backtick can only stand behind tildes.
        let mark: UInt8 = document.text[info].contains(0x60) ? 0x7E : 0x60
        let length = fenceLength(mark, document.text, event.range)
        for _ in 0..<length { output.append(byte: mark) }
        for byte in document.text[info] {
            if byte == 0x5C || byte == 0x26 { output.append(byte: 0x5C) }
            output.append(byte: byte)
        }
        endLine()
        writeLines(document.text, event.range)
        if !isLineStart { endLine() }
        startLine()
        for _ in 0..<length { output.append(byte: mark) }
    }

    /// One more than the longest run in the code, at least three.
    private func fenceLength(_ mark: UInt8, _ text: [UInt8], _ range: Range<Int>) -> Int {
        var longest = 2
        var run = 0
        for index in range {
            run = text[index] == mark ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest + 1
    }

    /// Writes lines as they are, each behind the prefix.
    private mutating func writeLines(_ text: [UInt8], _ range: Range<Int>) {
        let lines = LineScan(bytes: text, end: range.upperBound, from: range.lowerBound)
        var start = range.lowerBound
        while start < range.upperBound {
            let (end, next) = lines.line(from: start)
            if end > start {
                startLine()
                output.append(text[start..<end])
            } else if isLineStart {
                output.append(trimmedPrefix)
                isLineStart = false
            }
            start = next
            if start < range.upperBound { endLine() }
        }
    }

    private mutating func writeTable(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        switch (event.kind, event.isExit) {
        case (.table, false):
            beginBlock()
            inTable = true
            tableIndex = Int(event.value)
        case (.table, true):
            inTable = false
        case (.row, false):
            if !event.flag { endLine() }
            startLine()
            output.append("|")
        case (.row, true):
            if event.flag { writeDelimiters(document.tables[tableIndex]) }
        case (.cell, false):
            output.append(byte: 0x20)
            isContentStart = false
        default:
            if output.last != 0x20 { output.append(byte: 0x20) }
            output.append("|")
        }
    }

    private mutating func writeDelimiters(_ columns: [ColumnAlignment]) {
        endLine()
        startLine()
        output.append("|")
        for column in columns {
            switch column {
            case .none: output.append(" --- |")
            case .left: output.append(" :-- |")
            case .center: output.append(" :-: |")
            case .right: output.append(" --: |")
            }
        }
    }
}
