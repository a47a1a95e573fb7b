import Bytes

/// Footnotes in HTML, in the markup of GitHub's program.
extension HTMLWriter {
    mutating func writeReference(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        let footnote = document.footnotes[Int(event.value)]
        output.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
        append(label: footnote.label)
        output.append("\" id=\"fnref-")
        append(label: footnote.label)
        appendSuffix(Int(event.count))
        output.append("\" data-footnote-ref>")
        output.append(decimal: footnote.number)
        output.append("</a></sup>")
    }

    mutating func writeFootnotes(_ document: inout MarkdownDocument) {
        freshLine()
        output.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
        for footnote in document.footnoteOrder {
            guard let events = document.footnotes[footnote].events else { continue }
            output.append("<li id=\"fn-")
            append(label: document.footnotes[footnote].label)
            output.append("\">\n")
            openFootnote = footnote
            write(&document, events)
            openFootnote = nil
            let endsInParagraph =
                events.upperBound > events.lowerBound && isParagraph(document.events[events.upperBound - 1])
            if !endsInParagraph {
                freshLine()
                writeBackReferences(footnote, document)
                output.append(byte: 0x0A)
            }
            output.append("</li>\n")
        }
        output.append("</ol>\n</section>\n")
    }

    private func isParagraph(_ event: MarkdownEvent) -> Bool { event.kind == .paragraph && !event.flag }

    mutating func writeBackReferences(_ footnote: Int, _ document: MarkdownDocument) {
        let label = document.footnotes[footnote].label
        for reference in 1...max(document.footnotes[footnote].references, 1) {
            if reference > 1 { output.append(byte: 0x20) }
            output.append("<a href=\"#fnref-")
            append(label: label)
            appendSuffix(reference)
            output.append("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"")
            output.append(htmlEscaped: options.labels.backToContent)
            output.append("\">↩")
            if reference > 1 {
                output.append("<sup class=\"footnote-ref\">")
                output.append(decimal: reference)
                output.append("</sup>")
            }
            output.append("</a>")
        }
    }

    private mutating func append(label: [UInt8]) {
        unsafe label.withUnsafeBytes { unsafe output.append(linkDestination: $0) }
    }

    /// Tells the second and later references to a footnote apart.
    private mutating func appendSuffix(_ reference: Int) {
        guard reference > 1 else { return }
        output.append(byte: 0x2D)
        output.append(decimal: reference)
    }
}
