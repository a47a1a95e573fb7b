/// How a column of a table is aligned.
enum ColumnAlignment: UInt8, Sendable {
    case none
    case left
    case center
    case right
}

/// Tables. Source: GitHub Flavored Markdown, section 4.10.
///
/// Each cell becomes a heading line of its own, so its content is parsed as inlines, by itself, in its place in lists and quotes,
/// and with the link references of the whole text. The reader makes the headings into a table again.
extension SourceMarker {
    /// Marks the table whose header is the line from `lineStart`; returns where the line after it begins, or nil.
    mutating func markTable(lineStart: Int, lineEnd: Int, next: Int) -> Int? {
        guard mayBeDelimiter(next) else { return nil }
        let (delimiterEnd, afterDelimiter) = lines.line(from: next)
        guard isDelimiterCandidate(next, delimiterEnd) else { return nil }
        let header = prefix
        var inner = header
        inner.advance(lines, next, delimiterEnd)
        guard inner.beginsBlock, !inner.hasListMarker, inner.quotes == header.quotes,
            inner.items.count == header.items.count,
            let alignments = alignments(lines.trimmed(inner.content..<delimiterEnd))
        else { return nil }
        let headerContent = lines.trimmed(header.content..<lineEnd)
        splitCells(headerContent)
        // A pipe alone is no cell.
        guard !(headerContent.count == 1 && cells.first?.isEmpty == true), cells.count == alignments.count,
            hasPipe(headerContent) || hasPipe(inner.content..<delimiterEnd),
            hasRoom(cells.count, headerContent)
        else { return nil }
        let table = marked.tables.count
        guard writeRow(of: table, lineStart: lineStart, headerContent, cells.count) else { return nil }
        marked.tables.append(alignments)
        guard write(.delimiterRow, for: inner.content..<delimiterEnd) else { return afterDelimiter }
        buffer.skip(to: delimiterEnd)
        prefix = inner
        return markRows(of: table, columns: alignments.count, from: afterDelimiter)
    }

    private mutating func markRows(of table: Int, columns: Int, from start: Int) -> Int {
        var start = start
        while start < lines.end {
            let (end, next) = lines.line(from: start)
            var row = prefix
            row.advance(lines, start, end)
            guard !row.isBlank, row.content < end, row.beginsBlock, !row.hasListMarker, row.quotes == prefix.quotes,
                row.items.count == prefix.items.count, !beginsOtherBlock(row.content, end)
            else { return start }
            let content = lines.trimmed(row.content..<end)
            splitCells(content)
            if cells.count > columns { cells.removeLast(cells.count - columns) }
            guard hasRoom(columns, content), writeRow(of: table, lineStart: start, content, columns) else {
                return start
            }
            start = next
        }
        return start
    }

    /// The tables may get as many cells more.
    private mutating func hasRoom(_ count: Int, _ row: Range<Int>) -> Bool {
        if cellCount + count <= cellLimit { return true }
        if marked.excessRow == nil { marked.excessRow = row }
        return false
    }

    /// Writes the row whose cells have been split.
    private mutating func writeRow(of table: Int, lineStart: Int, _ content: Range<Int>, _ columns: Int) -> Bool {
        guard write(.row(table: table, cells: cells.count), for: content) else { return false }
        // A short row is filled up, so its missing cells count.
        cellCount += columns
        for column in cells.indices {
            let cell = cells[column]
            if column > 0 {
                buffer.write("\n")
                buffer.write(quotesOf: lineStart..<content.lowerBound)
                buffer.write(Mark.blockLine)
                buffer.write(.cell)
            }
            buffer.skip(to: cell.lowerBound)
            if !cell.isEmpty { writeBlank(before: cell.lowerBound) }
            markInline(cell, inCell: true)
            cell.isEmpty ? buffer.write(.end) : writeEnd(after: cell.upperBound)
        }
        buffer.skip(to: content.upperBound)
        return true
    }
}

extension SourceMarker {
    /// The first sign of the line at `start` is one that a delimiter row may begin with; most lines begin with another.
    private func mayBeDelimiter(_ start: Int) -> Bool {
        let first = lines.contentStart(start, lines.end)
        return first < lines.end && (bytes[first] == 0x7C || bytes[first] == 0x2D || bytes[first] == 0x3A)
    }

    /// A line of nothing but `|`, `-`, `:` and blanks, with a `-` in it.
    private func isDelimiterCandidate(_ start: Int, _ end: Int) -> Bool {
        let content = lines.contentStart(start, end)
        guard content < end, bytes[content] == 0x7C || bytes[content] == 0x2D || bytes[content] == 0x3A else {
            return false
        }
        var hasDash = false
        for index in content..<end {
            switch bytes[index] {
            case 0x2D: hasDash = true
            case 0x7C, 0x3A, 0x20, 0x09: break
            default: return false
            }
        }
        return hasDash
    }

    private func hasPipe(_ range: Range<Int>) -> Bool { bytes[range].contains(0x7C) }

    private mutating func alignments(_ range: Range<Int>) -> [ColumnAlignment]? {
        var result: [ColumnAlignment] = []
        splitCells(range)
        for cell in cells {
            guard let first = cell.first, let last = cell.last else { return nil }
            let isLeft = bytes[first] == 0x3A
            let isRight = last > first && bytes[last] == 0x3A
            let dashes = first + (isLeft ? 1 : 0)..<last + (isRight ? 0 : 1)
            guard !dashes.isEmpty, bytes[dashes].allSatisfy({ $0 == 0x2D }) else { return nil }
            result.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
        }
        return result.isEmpty ? nil : result
    }

    /// Finds the cells of a row, trimmed: split at each `|` that no backslash stands before; the outer ones may be missing.
    private mutating func splitCells(_ row: Range<Int>) {
        cells.removeAll(keepingCapacity: true)
        var index = row.lowerBound
        if index < row.upperBound, bytes[index] == 0x7C { index += 1 }
        var start = index
        while index < row.upperBound {
            index = ByteSet.cells.first(in: bytes, from: index, to: row.upperBound)
            guard index < row.upperBound else { break }
            if bytes[index] == 0x5C {
                index += 1
            } else {
                cells.append(lines.trimmed(start..<index))
                start = index + 1
            }
            index += 1
        }
        let rest = lines.trimmed(min(start, row.upperBound)..<row.upperBound)
        if !rest.isEmpty || cells.isEmpty { cells.append(rest) }
    }

    /// Ends a table: the line begins a heading, a rule, a fence or raw HTML.
    private func beginsOtherBlock(_ content: Int, _ end: Int) -> Bool {
        switch bytes[content] {
        case 0x23:
            let length = lines.runLength(of: 0x23, from: content, to: end)
            return length <= 6 && (content + length == end || bytes[content + length] == 0x20)
        case 0x60: return lines.runLength(of: 0x60, from: content, to: end) >= 3
        case 0x7E: return lines.runLength(of: 0x7E, from: content, to: end) >= 3
        case 0x3A: return directives != nil && lines.runLength(of: 0x3A, from: content, to: end) >= 2
        case 0x3C:
            guard content + 1 < end else { return false }
            let next = bytes[content + 1]
            return Scalars.isASCIILetter(next) || next == 0x2F || next == 0x21 || next == 0x3F
        default: return lines.isThematicBreak(content..<end)
        }
    }
}
