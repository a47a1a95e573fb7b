import Bytes
import Diagnostics

/// What the lines of a text are to us before CommonMark sees them: container and leaf directives, tables, and the rest.
/// Source of the directive syntax: the generic directives proposal for CommonMark; of tables: GFM, section 4.10.
extension MarkdownRenderer {
    /// A container that is open: its colons, its hole, its line.
    private struct Container {
        let colons: Int
        let index: Int
        let name: String
        let line: Int
    }

    mutating func renderBlocks(_ body: Range<Int>) {
        let first = lines.line(at: body.lowerBound)
        let last = lines.line(at: max(body.lowerBound, body.upperBound - 1))
        var open: [Container] = []
        var start = first
        var fence: (byte: UInt8, count: Int)?
        var line = first
        while line <= last {
            let range = lines.range(line)
            let text = file.bytes[range]
            if let run = Self.fence(text) {
                if let opened = fence {
                    if opened.byte == run.byte, run.count >= opened.count, run.isBare { fence = nil }
                } else {
                    fence = (run.byte, run.count)
                }
            } else if fence == nil, text.first == 0x3A, let colons = Self.colons(text) {
                renderMarkdown(start..<line)
                directiveLine(text, colons, line, &open)
                start = line + 1
            } else if fence == nil, let rows = tableRows(at: line, last: last) {
                renderMarkdown(start..<line)
                renderTable(line..<line + rows)
                line += rows
                start = line
                continue
            }
            line += 1
        }
        renderMarkdown(start..<last + 1)
        for container in open.reversed() {
            report(
                .unclosedContainer, line: container.line,
                Message(en: "‘:::\(container.name)’ is never closed", zh: "“:::\(container.name)”没有结束"))
            holes(container.index, .closing)
        }
    }

    private mutating func holes(_ index: Int, _ part: HoledBytes.Part) {
        html.hole(index, part)
        twin.hole(index, part)
        plain.hole(index, part)
        // Blocks that fill a hole end without a line break.
        html.buffer.append("\n")
        if part == .whole { twin.buffer.append("\n\n") }
        plain.buffer.append("\n")
    }

    private mutating func directiveLine(
        _ text: ArraySlice<UInt8>, _ colons: Int, _ line: Int, _ open: inout [Container]
    ) {
        let rest = text.dropFirst(colons)
        if rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            guard let container = open.popLast() else { return }
            holes(container.index, .closing)
            return
        }
        var scanner = DirectiveScanner(rest)
        guard let read = scanner.directive(), scanner.isAtEnd else { return }
        blocksSinceHeading += 1
        guard options.directives[read.name] != nil else {
            reportUnknown(read.name, line)
            return
        }
        let directive = MarkdownDirective(
            name: read.name, form: colons == 2 ? .leaf : .container, label: read.label, attributes: read.attributes,
            range: lines.range(line))
        let index = insert(.directive(directive))
        guard colons > 2 else {
            holes(index, .whole)
            return
        }
        holes(index, .opening)
        if open.count >= 16 {
            report(
                .markdownNesting, line: line,
                Message(en: "more than 16 containers inside each other", zh: "容器嵌套超过 16 层"))
        }
        open.append(Container(colons: colons, index: index, name: read.name, line: line))
    }

    mutating func reportUnknown(_ name: String, _ line: Int) {
        report(
            .unknownDirective, line: line,
            Message(en: "there is no directive ‘\(name)’", zh: "没有指令“\(name)”"),
            hint: NearName.hint(for: name, among: options.directives.keys.sorted()))
    }

    /// Two or more colons with a name behind them, or three or more with nothing.
    private static func colons(_ text: ArraySlice<UInt8>) -> Int? {
        let count = text.prefix { $0 == 0x3A }.count
        guard count >= 2 else { return nil }
        guard let next = text.dropFirst(count).first else { return count >= 3 ? count : nil }
        if next == 0x20 || next == 0x09 { return count >= 3 ? count : nil }
        return (0x61...0x7A).contains(next) ? count : nil
    }

    private static func fence(_ text: ArraySlice<UInt8>) -> (byte: UInt8, count: Int, isBare: Bool)? {
        let content = text.drop { $0 == 0x20 }
        guard let byte = content.first, byte == 0x60 || byte == 0x7E else { return nil }
        let count = content.prefix { $0 == byte }.count
        guard count >= 3 else { return nil }
        let rest = content.dropFirst(count)
        if byte == 0x60, rest.contains(0x60) { return nil }
        return (byte, count, rest.allSatisfy { $0 == 0x20 || $0 == 0x09 })
    }
}
