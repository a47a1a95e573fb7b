package import Bytes

/// Writes a document as HTML. In plain CommonMark the bytes are those of the reference program.
struct HTMLWriter: ~Copyable {
    var output: ByteBuffer
    var holes: [HoledBytes.Hole] = []
    let options: MarkdownOptions
    let isExtended: Bool
    /// Inside an image's alternative text: how many images are open.
    var imageDepth = 0
    /// Where the content of the heading that is open begins.
    var headingStart = 0
    /// The footnote that is being written.
    var openFootnote: Int?
    /// No paragraph is written around the inlines of a field.
    let isField: Bool
    var inTableBody = false

    private init(capacity: Int, _ options: MarkdownOptions, isField: Bool) {
        self.isField = isField
        output = ByteBuffer(capacity: capacity)
        self.options = options
        isExtended = options.dialect == .extended
    }

    /// Writes the whole document, and notes in its outline where the headings' content stands.
    static func write(_ document: inout MarkdownDocument, options: MarkdownOptions) -> HoledBytes {
        var writer = HTMLWriter(capacity: document.text.count * 2 + 256, options, isField: document.isField)
        writer.write(&document, 0..<document.events.count)
        if document.hasFootnotes { writer.writeFootnotes(&document) }
        return HoledBytes(bytes: writer.output.bytes, holes: writer.holes)
    }

    /// Writes steps; footnotes are passed over.
    mutating func write(_ document: inout MarkdownDocument, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let event = document.events[index]
            if event.kind == .footnoteDefinition, !event.isExit {
                index += max(Int(event.count), 1)
                continue
            }
            if imageDepth > 0 {
                writeAlternative(event, document)
            } else {
                write(event, at: index, &document)
            }
            index += 1
        }
    }

    /// Begins a new line unless one has just begun.
    @inline(__always)
    mutating func freshLine() {
        if let last = output.last, last != 0x0A { output.append(byte: 0x0A) }
    }

    private mutating func write(_ event: MarkdownEvent, at index: Int, _ document: inout MarkdownDocument) {
        switch event.kind {
        case .text:
            event.classes.contains(.html) ? escape(document, event.range) : append(document, event.range)
        case .softBreak: if !event.flag { output.append(byte: 0x0A) }
        case .lineBreak: output.append("<br />\n")
        case .code:
            output.append("<code>")
            escape(document, event.range)
            output.append("</code>")
        case .emphasis: event.isExit ? output.append("</em>") : output.append("<em>")
        case .strong: event.isExit ? output.append("</strong>") : output.append("<strong>")
        case .strike: event.isExit ? output.append("</del>") : output.append("<del>")
        case .html: append(document, event.range)
        case .link, .image: writeLink(event, document)
        case .footnoteReference: writeReference(event, document)
        case .directiveInline: hole(event, .whole)
        case .directiveText: hole(event, event.isExit ? .closing : .opening)
        case .nothing, .footnoteDefinition: break
        default: writeBlock(event, at: index, &document)
        }
    }

    mutating func escape(_ document: MarkdownDocument, _ range: Range<Int>) {
        unsafe document.text.withUnsafeBytes { text in
            var start = range.lowerBound
            while true {
                let next = unsafe ByteSet.html.first(in: text, from: start, to: range.upperBound)
                unsafe output.append(UnsafeRawBufferPointer(rebasing: text[start..<next]))
                if next == range.upperBound { return }
                unsafe output.append(htmlEscaped: UnsafeRawBufferPointer(rebasing: text[next..<next + 1]))
                start = next + 1
            }
        }
    }

    @inline(__always)
    mutating func append(_ document: MarkdownDocument, _ range: Range<Int>) {
        output.append(document.text, from: range.lowerBound, count: range.count)
    }

    mutating func hole(_ event: MarkdownEvent, _ part: HoledBytes.Part) {
        holes.append(HoledBytes.Hole(offset: output.count, index: Int(event.value), part: part))
    }

    /// An address as libcmark escapes it.
    mutating func address(_ document: MarkdownDocument, _ range: Range<Int>) {
        unsafe document.text.withUnsafeBytes { text in
            unsafe output.append(linkDestination: UnsafeRawBufferPointer(rebasing: text[range]))
        }
    }
}

extension HTMLWriter {
    private mutating func writeLink(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        let link = document.links[Int(event.value)]
        if event.kind == .link, event.isExit {
            output.append("</a>")
            return
        }
        if event.kind == .image, event.isExit { return }
        event.kind == .link ? output.append("<a href=\"") : output.append("<img src=\"")
        if link.insertion >= 0 {
            holes.append(HoledBytes.Hole(offset: output.count, index: link.insertion))
        } else if !link.isUnsafe {
            address(document, link.destination)
        }
        if event.kind == .image {
            output.append("\" alt=\"")
            imageDepth = 1
            return
        }
        writeTitle(link, document)
        output.append("\">")
    }

    private mutating func writeTitle(_ link: MarkdownDocument.Link, _ document: MarkdownDocument) {
        guard let title = link.title else { return }
        output.append("\" title=\"")
        escape(document, title)
    }

    /// Only the text of what stands inside an image.
    private mutating func writeAlternative(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        switch event.kind {
        case .text, .code: escape(document, event.range)
        case .html: if !isExtended { escape(document, event.range) }
        case .softBreak: if !event.flag { output.append(byte: 0x20) }
        case .lineBreak: output.append(byte: 0x20)
        case .image:
            imageDepth += event.isExit ? -1 : 1
            if imageDepth == 0 {
                writeTitle(document.links[Int(event.value)], document)
                output.append("\" />")
            }
        default: break
        }
    }
}

extension ByteBuffer {
    /// A link's destination in a double-quoted attribute, escaped as libcmark does it.
    package mutating func append(linkDestination bytes: UnsafeRawBufferPointer) {
        var start = 0
        for index in 0..<bytes.count {
            let byte = unsafe bytes[index]
            guard byte == 0x26 || byte == 0x27 else { continue }
            unsafe append(urlEncoded: UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
            byte == 0x26 ? append("&amp;") : append("&#x27;")
            start = index + 1
        }
        unsafe append(urlEncoded: UnsafeRawBufferPointer(rebasing: bytes[start..<bytes.count]))
    }
}
