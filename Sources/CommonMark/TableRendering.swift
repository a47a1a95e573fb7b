import Bytes
import Diagnostics

/// GFM tables. Source: GitHub Flavored Markdown, section 4.10.
extension MarkdownRenderer {
    /// How many lines the table has that begins at a line; nil when none does.
    func tableRows(at line: Int, last: Int) -> Int? {
        guard line < last else { return nil }
        let header = file.bytes[lines.range(line)]
        guard header.contains(0x7C) else { return nil }
        let delimiter = file.bytes[lines.range(line + 1)]
        guard let columns = Self.alignments(delimiter), columns.count == Self.cells(header).count else { return nil }
        var count = 2
        while line + count <= last {
            let text = file.bytes[lines.range(line + count)]
            guard text.contains(where: { $0 != 0x20 && $0 != 0x09 }), text.contains(0x7C) else { break }
            count += 1
        }
        return count
    }

    mutating func renderTable(_ range: Range<Int>) {
        guard let alignments = Self.alignments(file.bytes[lines.range(range.lowerBound + 1)]) else { return }
        blocksSinceHeading += 1
        html.buffer.append("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"><table>\n<thead>\n")
        row(range.lowerBound, alignments, isHeader: true)
        html.buffer.append("</thead>\n")
        twin.buffer.append("|")
        for alignment in alignments { twin.buffer.append(text: " \(Self.delimiters[alignment] ?? "---") |") }
        twin.buffer.append("\n")
        if range.count > 2 {
            html.buffer.append("<tbody>\n")
            for line in range.dropFirst(2) { row(line, alignments, isHeader: false) }
            html.buffer.append("</tbody>\n")
        }
        html.buffer.append("</table></div>\n")
        twin.buffer.append("\n")
        plain.buffer.append("\n")
    }

    private static let delimiters = ["left": ":--", "center": ":-:", "right": "--:"]

    private mutating func row(_ line: Int, _ alignments: [String], isHeader: Bool) {
        let cells = Self.cells(file.bytes[lines.range(line)])
        firstLine = line
        html.buffer.append("<tr>\n")
        twin.buffer.append("|")
        for (column, alignment) in alignments.enumerated() {
            let style = alignment.isEmpty ? "" : " class=\"align-\(alignment)\""
            html.buffer.append(text: isHeader ? "<th scope=\"col\"\(style)>" : "<td\(style)>")
            twin.buffer.append(" ")
            if column < cells.count { renderInline(cells[column][...]) }
            html.buffer.append(isHeader ? "</th>\n" : "</td>\n")
            twin.buffer.append(" |")
            plain.buffer.append(" ")
        }
        html.buffer.append("</tr>\n")
        twin.buffer.append("\n")
        plain.buffer.append("\n")
    }

    /// Split at each `|` without a backslash before it; `\|` becomes `|`.
    private static func cells(_ row: ArraySlice<UInt8>) -> [[UInt8]] {
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var isEscaped = false
        for byte in row {
            if byte == 0x7C, !isEscaped {
                cells.append(cell)
                cell = []
                continue
            }
            if byte == 0x7C, isEscaped { cell.removeLast() }
            isEscaped = byte == 0x5C && !isEscaped
            cell.append(byte)
        }
        cells.append(cell)
        let trimmed = cells.map { cell in
            Array(cell.drop { $0 == 0x20 || $0 == 0x09 }.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed())
        }
        var result = trimmed[...]
        if result.first?.isEmpty == true { result = result.dropFirst() }
        if result.last?.isEmpty == true { result = result.dropLast() }
        return Array(result)
    }

    private static func alignments(_ row: ArraySlice<UInt8>) -> [String]? {
        guard row.contains(0x2D), row.contains(0x7C) else { return nil }
        var result: [String] = []
        for cell in cells(row) {
            let isLeft = cell.first == 0x3A
            let isRight = cell.count > 1 && cell.last == 0x3A
            let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }) else { return nil }
            result.append(isLeft ? isRight ? "center" : "left" : isRight ? "right" : "")
        }
        return result.isEmpty ? nil : result
    }
}
