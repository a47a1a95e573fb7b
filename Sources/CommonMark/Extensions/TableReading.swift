/// Makes the marked heading lines into a table again.
extension DocumentReader {
    mutating func beginRow(of index: Int) {
        if table?.index != index {
            closeTable(above: depth)
            table = OpenTable(index: index, depth: depth)
            document.hasTables = true
            contentCount += 1
            add(.table, value: index)
        } else {
            endRow()
        }
        add(.row, flag: table?.isHeader == true)
        table?.column = 0
        beginCell()
    }

    mutating func beginCell() {
        guard let open = table else { return }
        let alignments = document.tables[open.index]
        var event = MarkdownEvent(.cell)
        event.flag = open.isHeader
        event.value = Int32(open.column)
        event.detail = open.column < alignments.count ? alignments[open.column].rawValue : 0
        add(event)
    }

    mutating func endCell() {
        guard let open = table else { return }
        add(.cell, isExit: true, flag: open.isHeader)
        table?.column += 1
    }

    /// The delimiter row ends the header.
    mutating func endHeaderRow() {
        guard table?.isHeader == true else { return }
        endRow()
        table?.isHeader = false
    }

    /// Fills the row up with empty cells; does nothing when it has ended.
    private mutating func endRow() {
        guard let open = table, let last = document.events.last, !(last.kind == .row && last.isExit) else { return }
        for _ in open.column..<max(document.tables[open.index].count, open.column) {
            beginCell()
            endCell()
        }
        add(.row, isExit: true, flag: open.isHeader)
    }

    /// Ends the table that stands at this depth or deeper.
    mutating func closeTable(above depth: Int) {
        guard let open = table, open.depth >= depth else { return }
        endRow()
        add(.table, isExit: true, value: open.index)
        table = nil
    }
}
