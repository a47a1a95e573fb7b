import Bytes
import Diagnostics

/// Blocks of the tree.
extension MarkdownRenderer {
    mutating func renderMarkdown(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let start = lines.range(range.lowerBound).lowerBound
        let end = lines.range(range.upperBound - 1).upperBound
        guard start < end, let tree = MarkdownTree(parsing: file.bytes[start..<end]) else { return }
        firstLine = range.lowerBound
        renderBlocks(in: tree.root)
    }

    private mutating func renderBlocks(in parent: TreeNode) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.nestingLimit else {
            report(
                .markdownNesting, line: firstLine + parent.startLine - 1,
                Message(
                    en: "more than \(Self.nestingLimit) blocks inside each other", zh: "块嵌套超过 \(Self.nestingLimit) 层"))
            return
        }
        var next = parent.firstChild
        var isFirst = true
        while let node = next {
            if !isFirst { twinNewLine() }
            isFirst = false
            renderBlock(node)
            next = node.next
        }
        // At the top level, what follows begins on a line of its own.
        if parent.kind == .document, !isFirst { twin.buffer.append("\n") }
    }

    private mutating func renderBlock(_ node: TreeNode) {
        if node.kind != .heading { blocksSinceHeading += 1 }
        switch node.kind {
        case .paragraph:
            html.buffer.append("<p>")
            renderInlines(of: node)
            html.buffer.append("</p>\n")
            twinNewLine()
            plain.buffer.append("\n")
        case .heading: renderHeading(node)
        case .blockQuote: renderQuote(node)
        case .list: renderList(node)
        case .codeBlock: renderCode(node)
        case .thematicBreak:
            html.buffer.append("<hr>\n")
            twin.buffer.append("---")
            twinNewLine()
        case .htmlBlock: reportHTML(node.literal, line: firstLine + node.startLine - 1)
        default: break
        }
    }

    mutating func reportHTML(_ literal: [UInt8], line: Int) {
        guard !literal.starts(with: Array("<!--".utf8)) else { return }
        report(
            .rawHTML, line: line, Message(en: "raw HTML is left out", zh: "原始 HTML 被丢弃"),
            hint: Message(en: "use Markdown or a directive", zh: "请改用 Markdown 或指令"))
    }

    private mutating func renderHeading(_ node: TreeNode) {
        let level = node.headingLevel
        closeSections(above: level)
        blocksSinceHeading = 0
        let (text, explicit) = HeadingID.text(of: node)
        let id = uniqueID(explicit ?? HeadingID.generated(text))
        html.buffer.append(text: "<h\(level) id=\"")
        html.buffer.append(htmlEscaped: id)
        html.buffer.append("\">")
        twin.buffer.append(text: String(repeating: "#", count: level) + " ")
        renderInlines(of: node, withoutID: explicit != nil)
        html.buffer.append(text: "</h\(level)>\n")
        twinNewLine()
        plain.buffer.append("\n")
        content.outline.append(
            MarkdownHeading(
                level: level, id: id, text: text, range: lines.range(firstLine + node.startLine - 1), hasContent: true))
    }

    private mutating func uniqueID(_ wanted: String) -> String {
        var id = wanted
        var number = 2
        while !usedIDs.insert(id).inserted {
            id = "\(wanted)-\(number)"
            number += 1
        }
        return id
    }

    private mutating func renderQuote(_ node: TreeNode) {
        let alert = alertKind(of: node)
        if let alert {
            html.buffer.append(text: "<div class=\"alert alert-\(alert)\" role=\"note\">\n<p class=\"alert-title\">")
            html.buffer.append(htmlEscaped: options.alertTitles[alert] ?? alert)
            html.buffer.append("</p>\n")
        } else {
            html.buffer.append("<blockquote>\n")
        }
        nested(by: "> ") { renderer in
            renderer.twin.buffer.append("> ")
            renderer.renderBlocks(in: node)
        }
        html.buffer.append(alert == nil ? "</blockquote>\n" : "</div>\n")
    }

    /// `[!NOTE]` as the first text of a quote.
    private func alertKind(of node: TreeNode) -> String? {
        guard let first = node.firstChild?.firstChild, first.kind == .text else { return nil }
        let text = String(decoding: first.literal, as: UTF8.self)
        guard text.hasPrefix("[!"), text.hasSuffix("]") else { return nil }
        let name = text.dropFirst(2).dropLast().lowercased()
        return options.alertTitles[name] == nil ? nil : name
    }

    private mutating func renderList(_ list: TreeNode) {
        let isOrdered = list.isOrderedList
        if isOrdered {
            html.buffer.append(text: list.listStart == 1 ? "<ol>\n" : "<ol start=\"\(list.listStart)\">\n")
        } else {
            html.buffer.append("<ul>\n")
        }
        var number = list.listStart
        var next = list.firstChild
        while let item = next {
            let marker = isOrdered ? "\(number). " : "- "
            twin.buffer.append(text: marker)
            html.buffer.append("<li>")
            nested(by: String(repeating: " ", count: marker.utf8.count)) { renderer in
                renderer.renderItem(item, isTight: list.isTightList)
            }
            html.buffer.append("</li>\n")
            number += 1
            next = item.next
            if next != nil {
                while twin.buffer.last == 0x0A || twin.buffer.last == 0x20 {
                    twin.buffer.truncate(to: twin.buffer.count - 1)
                }
                twinNewLine()
                if !list.isTightList { twinNewLine() }
            }
        }
        html.buffer.append(isOrdered ? "</ol>\n" : "</ul>\n")
    }

    private mutating func renderItem(_ item: TreeNode, isTight: Bool) {
        guard isTight else {
            renderBlocks(in: item)
            return
        }
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.nestingLimit else { return }
        var next = item.firstChild
        while let node = next {
            if node.kind == .paragraph {
                renderInlines(of: node)
                plain.buffer.append("\n")
                twinNewLine()
            } else {
                renderBlock(node)
            }
            next = node.next
        }
    }

    /// Runs `body` with a longer prefix for the lines of the twin.
    private mutating func nested(by text: String, _ body: (inout MarkdownRenderer) -> Void) {
        let count = prefix.count
        prefix += Array(text.utf8)
        body(&self)
        prefix.removeLast(prefix.count - count)
    }

    private mutating func renderCode(_ node: TreeNode) {
        let literal = node.literal
        let language = String(node.info.prefix { $0 != " " && $0 != "{" })
        html.buffer.append("<pre tabindex=\"0\"><code")
        if !language.isEmpty {
            html.buffer.append(" class=\"language-")
            html.buffer.append(htmlEscaped: language)
            html.buffer.append("\"")
        }
        html.buffer.append(">")
        html.buffer.append(htmlEscaped: literal[...])
        html.buffer.append("</code></pre>\n")
        plain.buffer.append(literal)
        var longest = 2
        var run = 0
        for byte in literal {
            run = byte == 0x60 ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        twin.buffer.append(text: fence + node.info)
        for line in literal.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            twinNewLine()
            twin.buffer.append(line)
        }
        twinNewLine()
        twin.buffer.append(text: fence)
        twinNewLine()
    }
}

/// Ids of headings: explicit `{#id}`, else from the text. Source: the contract, section 7 (6).
enum HeadingID {
    /// The text of a heading without an explicit id, and that id.
    static func text(of node: TreeNode) -> (text: String, explicit: String?) {
        var text = ""
        var next = node.firstChild
        while let inline = next {
            text += plain(inline)
            next = inline.next
        }
        guard text.hasSuffix("}"), let start = text.range(ofLast: "{#") else { return (text, nil) }
        let id = String(text[start...].dropFirst(2).dropLast())
        guard !id.isEmpty, !id.contains(" ") else { return (text, nil) }
        var rest = String(text[..<start])
        while rest.hasSuffix(" ") { rest.removeLast() }
        return (rest, id)
    }

    private static func plain(_ node: TreeNode) -> String {
        switch node.kind {
        case .text, .code: return String(decoding: node.literal, as: UTF8.self)
        case .softBreak, .lineBreak: return " "
        default:
            var text = ""
            var next = node.firstChild
            while let inline = next {
                text += plain(inline)
                next = inline.next
            }
            return text
        }
    }

    /// Han and digits stay, Latin becomes lower case, one hyphen stands for the rest.
    static func generated(_ text: String) -> String {
        var id = ""
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                id += scalar.properties.lowercaseMapping
            } else if !id.isEmpty, !id.hasSuffix("-") {
                id += "-"
            }
        }
        while id.hasSuffix("-") { id.removeLast() }
        return id.isEmpty ? "section" : id
    }
}

extension String {
    /// Where a text last begins in this one.
    fileprivate func range(ofLast text: String) -> String.Index? {
        var index = endIndex
        while index > startIndex {
            index = self.index(before: index)
            if self[index...].hasPrefix(text) { return index }
        }
        return nil
    }
}
