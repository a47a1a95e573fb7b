/// What stands before the content of a line, and the lists that are open there.
///
/// It follows the lists only as far as their indentation tells; where that differs from the parser's view, a mark turns up
/// where it does not belong and is taken out again.
struct LinePrefix {
    /// An open list item: how many quotes it stands in, and the column of its content.
    struct Item {
        let quotes: Int
        let column: Int
    }

    /// Open items, the outermost first.
    private(set) var items: [Item] = []
    private(set) var quotes = 0
    private(set) var content = 0
    private(set) var hasListMarker = false
    private(set) var isBlank = false
    /// A block may begin at `content`: it is not indented by four columns or more.
    private(set) var beginsBlock = true

    /// Where the scan of a line gives up; more than any limit on nesting.
    private static let deepest = 256

    var depth: Int { items.count + quotes }

    /// Moves on to the line from `start` to `lineEnd`.
    mutating func advance(_ lines: LineScan, _ start: Int, _ lineEnd: Int) {
        quotes = 0
        hasListMarker = false
        isBlank = false
        beginsBlock = true
        var index = start
        var column = 0
        var base = 0
        while depth <= Self.deepest {
            while index < lineEnd, lines.bytes[index] == 0x20 || lines.bytes[index] == 0x09 {
                column += lines.bytes[index] == 0x09 ? 4 - column % 4 : 1
                index += 1
            }
            content = index
            if index == lineEnd {
                isBlank = !hasListMarker
                return
            }
            closeItems(quotes: quotes, column: column, isQuote: lines.bytes[index] == 0x3E)
            if let item = items.last, item.quotes == quotes, item.column <= column { base = max(base, item.column) }
            if column - base >= 4 {
                beginsBlock = false
                return
            }
            if lines.bytes[index] == 0x3E {
                quotes += 1
                index += 1
                column += 1
                if index < lineEnd, lines.bytes[index] == 0x20 {
                    index += 1
                    column += 1
                }
                base = column
            } else if let length = lines.listMarkerLength(index, lineEnd),
                !lines.isThematicBreak(index..<lineEnd)
            {
                hasListMarker = true
                index += length
                column += length
                column = openItem(lines, &index, column, lineEnd)
                base = column
            } else {
                return
            }
        }
    }

    /// A line whose content begins at once needs no scan.
    mutating func advancePlain(_ start: Int) {
        if !items.isEmpty { items.removeAll(keepingCapacity: true) }
        quotes = 0
        content = start
        hasListMarker = false
        isBlank = false
        beginsBlock = true
    }

    private mutating func openItem(_ lines: LineScan, _ index: inout Int, _ start: Int, _ lineEnd: Int) -> Int {
        var column = start
        var after = index
        while after < lineEnd, lines.bytes[after] == 0x20 || lines.bytes[after] == 0x09 {
            column += lines.bytes[after] == 0x09 ? 4 - column % 4 : 1
            after += 1
        }
        // Five blanks or more begin indented code, whose item's content begins after the first blank.
        if after == lineEnd || column - start > 4 {
            column = start + 1
            if index < lineEnd { index += 1 }
        } else {
            index = after
        }
        items.append(Item(quotes: quotes, column: column))
        return column
    }

    private mutating func closeItems(quotes: Int, column: Int, isQuote: Bool) {
        while let item = items.last {
            let isDeeper = item.quotes > quotes && !isQuote
            guard isDeeper || (item.quotes == quotes && item.column > column) else { return }
            items.removeLast()
        }
    }
}
