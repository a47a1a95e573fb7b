import Bytes

/// The visible text of a page as tests and people look at it: a block to a line, its rank before it.
struct SearchLines: SearchSink, ~Copyable {
    private(set) var lines = ByteBuffer(capacity: 4096)
    private(set) var hasTitle = false
    /// Where the line under way begins; its first byte is its rank.
    private var lineStart = 0
    private var hasSpace = false

    mutating func begin(_ size: Int) {
        lines.truncate(to: 0)
        (hasTitle, lineStart, hasSpace) = (false, 0, false)
    }

    mutating func text(_ html: Span<UInt8>, from start: Int, _ rank: SearchRank) -> Int {
        var index = start
        while index < html.count, html[index] != 0x3C {
            if html[index] == 0x26, let (scalar, length) = SearchMarkup.reference(html, index) {
                if scalar.value > 0x20 { begin(rank) } else { hasSpace = true }
                if scalar.value > 0x20 { lines.append(text: String(Character(scalar))) }
                index += length
                continue
            }
            if html[index] > 0x20, html[index] != 0x7F {
                begin(rank)
                lines.append(byte: html[index])
            } else {
                hasSpace = true
            }
            index += 1
        }
        return index
    }

    mutating func endLine() {
        hasSpace = false
        guard lines.count > lineStart else { return }
        lines.append(byte: 0x0A)
        lineStart = lines.count
    }

    mutating func space() { hasSpace = true }

    private mutating func begin(_ rank: SearchRank) {
        if lines.count == lineStart {
            lines.append(byte: rank.digit)
            if rank == .title { hasTitle = true }
        } else if hasSpace {
            lines.append(byte: 0x20)
        }
        hasSpace = false
    }
}
