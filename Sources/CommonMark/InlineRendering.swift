import Bytes
import Diagnostics

/// Inlines of the tree.
extension MarkdownRenderer {
    mutating func renderInlines(of parent: TreeNode, withoutID: Bool = false) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.nestingLimit else { return }
        var next = parent.firstChild
        while let node = next {
            next = node.next
            renderInline(node, dropsID: withoutID && next == nil)
        }
    }

    private mutating func renderInline(_ node: TreeNode, dropsID: Bool) {
        switch node.kind {
        case .text:
            var literal = node.literal
            if dropsID, let cut = literal.lastIndex(of: 0x7B) {
                literal = Array(literal[..<cut])
                while literal.last == 0x20 { literal.removeLast() }
            }
            renderText(literal[...], line: firstLine + max(node.startLine, node.parent?.startLine ?? 1) - 1)
        case .softBreak:
            guard !SoftBreak.vanishes(node) else { return }
            html.buffer.append("\n")
            twinNewLine()
            plain.buffer.append(" ")
        case .lineBreak:
            html.buffer.append("<br>\n")
            twin.buffer.append("\\")
            twinNewLine()
            plain.buffer.append("\n")
        case .code: renderCodeSpan(node.literal)
        case .emphasis: wrap(node, "em", "*")
        case .strong: wrap(node, "strong", "**")
        case .link: renderLink(node)
        case .image: renderImage(node)
        case .htmlInline: reportHTML(node.literal, line: firstLine + max(node.startLine, 1) - 1)
        default: renderInlines(of: node)
        }
    }

    private mutating func wrap(_ node: TreeNode, _ element: String, _ mark: String) {
        html.buffer.append(text: "<\(element)>")
        twin.buffer.append(text: mark)
        renderInlines(of: node)
        twin.buffer.append(text: mark)
        html.buffer.append(text: "</\(element)>")
    }

    private mutating func renderCodeSpan(_ literal: [UInt8]) {
        html.buffer.append("<code>")
        html.buffer.append(htmlEscaped: literal[...])
        html.buffer.append("</code>")
        plain.buffer.append(literal)
        let fence = literal.contains(0x60) ? "``" : "`"
        let pad = literal.first == 0x60 || literal.last == 0x60 ? " " : ""
        twin.buffer.append(text: fence + pad)
        twin.buffer.append(literal)
        twin.buffer.append(text: pad + fence)
    }

    private mutating func renderLink(_ node: TreeNode) {
        let destination = node.destination
        let index = insert(.link(destination: Self.isSafe(destination) ? destination : "", range: range(of: node)))
        html.buffer.append("<a href=\"")
        html.hole(index)
        html.buffer.append("\"")
        if !node.title.isEmpty {
            html.buffer.append(" title=\"")
            html.buffer.append(htmlEscaped: node.title)
            html.buffer.append("\"")
        }
        html.buffer.append(">")
        twin.buffer.append("[")
        renderInlines(of: node)
        html.buffer.append("</a>")
        twin.buffer.append("](")
        twin.hole(index)
        twin.buffer.append(")")
    }

    private mutating func renderImage(_ node: TreeNode) {
        let index = insert(
            .image(destination: Self.isSafe(node.destination) ? node.destination : "", range: range(of: node)))
        let alternative = HeadingID.text(of: node).text
        html.buffer.append("<img src=\"")
        html.hole(index)
        html.buffer.append("\" alt=\"")
        html.buffer.append(htmlEscaped: alternative)
        html.buffer.append("\">")
        twin.buffer.append(text: "![\(alternative)](")
        twin.hole(index)
        twin.buffer.append(")")
        plain.buffer.append(text: alternative)
    }

    /// Schemes that run a script or read a file are not written.
    private static func isSafe(_ destination: String) -> Bool {
        let start = destination.prefix(12).lowercased()
        return !["javascript:", "vbscript:", "file:", "data:"].contains { start.hasPrefix($0) }
    }

    /// The line on which the node's block begins.
    private func range(of node: TreeNode) -> Range<Int> {
        var block = node
        while block.startLine < 1, let parent = block.parent { block = parent }
        let line = lines.range(firstLine + max(block.startLine, 1) - 1)
        // The library has no columns of inlines that can be relied upon: look the destination up in the line.
        let needle = Array(node.destination.utf8)
        if !needle.isEmpty, line.count >= needle.count {
            for start in line.lowerBound...line.upperBound - needle.count
            where file.bytes[start..<start + needle.count].elementsEqual(needle) {
                return start..<start + needle.count
            }
        }
        return line
    }

    /// Text with inline directives in it.
    private mutating func renderText(_ bytes: ArraySlice<UInt8>, line: Int) {
        var rest = bytes
        while let colon = rest.firstIndex(of: 0x3A) {
            var scanner = DirectiveScanner(rest[(colon + 1)...])
            guard let read = scanner.directive(), read.label != nil || !read.attributes.isEmpty else {
                literal(rest[...colon])
                rest = rest[(colon + 1)...]
                continue
            }
            literal(rest[..<colon])
            rest = rest[scanner.position...]
            guard let hasMarkdownLabel = options.directives[read.name] else {
                reportUnknown(read.name, line)
                continue
            }
            let directive = MarkdownDirective(
                name: read.name, form: .inline, label: read.label, attributes: read.attributes,
                range: lines.range(line))
            let index = insert(.directive(directive))
            guard hasMarkdownLabel, let label = read.label else {
                html.hole(index)
                twin.hole(index)
                plain.hole(index)
                continue
            }
            html.hole(index, .opening)
            twin.hole(index, .opening)
            plain.hole(index, .opening)
            literal(Array(label.utf8)[...])
            html.hole(index, .closing)
            twin.hole(index, .closing)
            plain.hole(index, .closing)
        }
        literal(rest)
    }

    private mutating func literal(_ bytes: ArraySlice<UInt8>) {
        html.buffer.append(htmlEscaped: bytes)
        plain.buffer.append(bytes)
        for byte in bytes {
            switch byte {
            case 0x2A, 0x5F, 0x60, 0x5B, 0x5D, 0x5C, 0x3C: twin.buffer.append("\\")
            default: break
            }
            twin.buffer.append(byte: byte)
        }
    }
}

/// Whether a line break in the source shows as a space. Source: the contract, section 7 (4).
enum SoftBreak {
    /// Between two Han or full-width characters it does not.
    static func vanishes(_ node: TreeNode) -> Bool {
        guard let before = node.previous, let after = node.next else { return false }
        guard let last = String(decoding: before.literal, as: UTF8.self).unicodeScalars.last,
            let first = String(decoding: after.literal, as: UTF8.self).unicodeScalars.first
        else { return false }
        return isWide(last) && isWide(first)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x312F, 0x3190...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF,
            0x2018...0x201D, 0x2026, 0x2014:
            true
        default: false
        }
    }
}
