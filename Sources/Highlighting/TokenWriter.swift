import Bytes

/// Writes tokens as HTML. An element never crosses the border of a marked line: it is closed there and opened again.
enum TokenWriter {
    static func write(
        _ tokens: [CodeToken], of text: [UInt8], from first: Int, marked: [Range<Int>], into buffer: inout ByteBuffer
    ) {
        var start = first
        var borders = Borders(marked)
        unsafe text.withUnsafeBytes { text in
            for token in tokens {
                while start < token.end {
                    borders.cross(at: start, &buffer)
                    let stop = min(token.end, borders.next)
                    unsafe write(UnsafeRawBufferPointer(rebasing: text[start..<stop]), token.tokenClass, &buffer)
                    start = stop
                }
            }
        }
        borders.cross(at: start, &buffer)
    }

    @inline(__always)
    private static func write(_ bytes: UnsafeRawBufferPointer, _ tokenClass: TokenClass, _ buffer: inout ByteBuffer) {
        guard let css = tokenClass.cssClass else { return unsafe buffer.append(htmlEscaped: bytes) }
        buffer.append("<span class=\"")
        buffer.append(byte: css)
        buffer.append("\">")
        unsafe buffer.append(htmlEscaped: bytes)
        buffer.append("</span>")
    }
}

/// The borders of marked lines that are still to come.
private struct Borders {
    private let marked: [Range<Int>]
    private var index = 0
    private var isOpen = false
    /// Offset of the next border.
    private(set) var next: Int

    init(_ marked: [Range<Int>]) {
        self.marked = marked
        next = marked.first?.lowerBound ?? .max
    }

    mutating func cross(at offset: Int, _ buffer: inout ByteBuffer) {
        while offset == next {
            isOpen ? buffer.append("</mark>") : buffer.append("<mark>")
            if isOpen { index += 1 }
            isOpen.toggle()
            next = index < marked.count ? (isOpen ? marked[index].upperBound : marked[index].lowerBound) : .max
        }
    }
}
