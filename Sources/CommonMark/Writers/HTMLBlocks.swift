import Bytes
import Highlighting

/// The blocks of a document in HTML.
extension HTMLWriter {
    mutating func writeBlock(_ event: MarkdownEvent, at index: Int, _ document: inout MarkdownDocument) {
        switch event.kind {
        case .paragraph: writeParagraph(event, at: index, document)
        case .heading: writeHeading(event, &document)
        case .quote: freshLine(); event.isExit ? output.append("</blockquote>\n") : output.append("<blockquote>\n")
        case .alert: writeAlert(event)
        case .list: writeList(event)
        case .item: writeItem(event, document)
        case .codeBlock: writeCodeBlock(event, document)
        case .htmlBlock:
            freshLine()
            append(document, event.range)
            freshLine()
        case .thematicBreak:
            freshLine()
            output.append("<hr />\n")
        case .table: writeTable(event)
        case .row: writeRow(event)
        case .cell: writeCell(event)
        case .directiveBlock:
            freshLine()
            hole(event, .whole)
            output.append(byte: 0x0A)
        case .directiveLeaf:
            if !event.isExit { freshLine() }
            hole(event, event.isExit ? .closing : .opening)
            if event.isExit { output.append(byte: 0x0A) }
        case .directiveContainer:
            freshLine()
            hole(event, event.isExit ? .closing : .opening)
            output.append(byte: 0x0A)
        default: break
        }
    }

    private mutating func writeParagraph(_ event: MarkdownEvent, at index: Int, _ document: MarkdownDocument) {
        if event.flag || isField { return }
        if event.isExit {
            if let footnote = openFootnote, index + 1 == document.footnotes[footnote].events?.upperBound {
                output.append(byte: 0x20)
                writeBackReferences(footnote, document)
            }
            output.append("</p>\n")
        } else {
            freshLine()
            output.append("<p>")
        }
    }

    private mutating func writeHeading(_ event: MarkdownEvent, _ document: inout MarkdownDocument) {
        let index = Int(event.value)
        if event.isExit {
            if index < document.headings.count { document.headings[index].htmlRange = headingStart..<output.count }
            output.append("</h")
            output.append(byte: 0x30 + event.detail)
            output.append(">\n")
            return
        }
        freshLine()
        output.append("<h")
        output.append(byte: 0x30 + event.detail)
        let id = index < document.headings.count ? document.headings[index].id : ""
        if !id.isEmpty {
            output.append(" id=\"")
            output.append(htmlEscaped: id)
            output.append(byte: 0x22)
        }
        output.append(byte: 0x3E)
        if index < document.headings.count {
            for alias in document.headings[index].aliases {
                output.append("<span id=\"")
                output.append(htmlEscaped: alias)
                output.append("\"></span>")
            }
        }
        headingStart = output.count
    }

    private mutating func writeAlert(_ event: MarkdownEvent) {
        freshLine()
        guard !event.isExit else {
            output.append("</div>\n")
            return
        }
        let kind = AlertKind(rawValue: event.detail) ?? .note
        output.append("<div class=\"alert alert-")
        output.append(text: kind.name)
        output.append("\" role=\"note\">\n<p class=\"alert-title\">")
        output.append(htmlEscaped: options.labels.title(of: kind))
        output.append("</p>\n")
    }

    private mutating func writeList(_ event: MarkdownEvent) {
        if event.isExit {
            event.detail == 1 ? output.append("</ol>\n") : output.append("</ul>\n")
            return
        }
        freshLine()
        if event.detail == 0 {
            output.append("<ul>\n")
        } else if event.value == 1 {
            output.append("<ol>\n")
        } else {
            output.append("<ol start=\"")
            output.append(decimal: Int(event.value))
            output.append("\">\n")
        }
    }

    private mutating func writeItem(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        if event.isExit {
            output.append("</li>\n")
            return
        }
        freshLine()
        guard event.detail > 0 else {
            output.append("<li>")
            return
        }
        let isDone = event.detail == 2
        if options.gfmAttributes {
            output.append("<li><input ")
            output.append(isDone ? "checked=\"\" " : "")
            output.append("disabled=\"\" type=\"checkbox\"> ")
        } else {
            output.append("<li class=\"task\"><input type=\"checkbox\" disabled")
            output.append(isDone ? " checked" : "")
            output.append(" aria-label=\"")
            output.append(htmlEscaped: isDone ? options.labels.taskDone : options.labels.taskOpen)
            output.append("\"> ")
        }
    }

    private mutating func writeCodeBlock(_ event: MarkdownEvent, _ document: MarkdownDocument) {
        freshLine()
        let isSite = isExtended && !options.gfmAttributes
        let info = event.value >= 0 ? document.codeInfos[Int(event.value)] : nil
        let title = isSite ? info?.title : nil
        if let title {
            output.append("<figure class=\"code\">\n<figcaption>")
            escape(document, title)
            output.append("</figcaption>\n")
        }
        isSite ? output.append("<pre tabindex=\"0\"") : output.append("<pre")
        if isSite, let lines = info?.highlightedLines {
            output.append(" data-lines=\"")
            escape(document, lines)
            output.append(byte: 0x22)
        }
        output.append("><code")
        if let language = info?.language, !language.isEmpty || !isExtended {
            output.append(" class=\"language-")
            escape(document, language)
            output.append(byte: 0x22)
        }
        output.append(byte: 0x3E)
        if isSite, let info {
            CodeHighlighting.write(
                document.text, event.range, language: document.text[info.language], lines: info.highlightedLines,
                into: &output)
        } else {
            escape(document, event.range)
        }
        output.append("</code></pre>\n")
        if title != nil { output.append("</figure>\n") }
    }
}

extension HTMLWriter {
    private mutating func writeTable(_ event: MarkdownEvent) {
        freshLine()
        guard event.isExit else {
            // A wide table scrolls by itself, by keyboard too, so that the page does not.
            if !options.gfmAttributes { output.append("<div class=\"table-scroll\" tabindex=\"0\">\n") }
            output.append("<table>\n")
            inTableBody = false
            return
        }
        if inTableBody { output.append("</tbody>\n") }
        inTableBody = false
        output.append("</table>\n")
        if !options.gfmAttributes { output.append("</div>\n") }
    }

    private mutating func writeRow(_ event: MarkdownEvent) {
        if event.isExit {
            event.flag ? output.append("</tr>\n</thead>\n") : output.append("</tr>\n")
        } else if event.flag {
            output.append("<thead>\n<tr>\n")
        } else {
            if !inTableBody { output.append("<tbody>\n") }
            inTableBody = true
            output.append("<tr>\n")
        }
    }

    private mutating func writeCell(_ event: MarkdownEvent) {
        if event.isExit {
            event.flag ? output.append("</th>\n") : output.append("</td>\n")
            return
        }
        event.flag ? output.append("<th") : output.append("<td")
        let alignment = ColumnAlignment(rawValue: event.detail) ?? .none
        if alignment != .none {
            options.gfmAttributes ? output.append(" align=\"") : output.append(" class=\"align-")
            switch alignment {
            case .left: output.append("left\"")
            case .center: output.append("center\"")
            default: output.append("right\"")
            }
        }
        // In the site's markup a header cell says what it heads.
        if event.flag, !options.gfmAttributes { output.append(" scope=\"col\"") }
        output.append(byte: 0x3E)
    }
}
