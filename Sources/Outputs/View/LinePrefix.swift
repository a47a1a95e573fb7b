import Bytes

/// What stands before the contents of a quote or a list item on each line of a twin: what a directive writes there over
/// several lines has to carry it too, or its second line would leave the quote or the item.
struct LinePrefix {
    private let bytes: [UInt8]

    /// - Parameter offset: of the directive in the text; what precedes it on its line is looked at.
    init(of text: [UInt8], before offset: Int) {
        var start = offset
        while start > 0, text[start - 1] != 0x0A { start -= 1 }
        var prefix: [UInt8] = []
        var index = start
        while index < offset, let width = Self.marker(text, at: index, end: offset) {
            // The marker of an item is written once; its further lines are indented.
            for byte in text[index..<index + width] { prefix.append(byte == 0x3E ? byte : 0x20) }
            index += width
        }
        bytes = prefix
    }

    /// How many bytes a blank or the mark of a quote or an item takes; nil for text.
    private static func marker(_ text: [UInt8], at index: Int, end: Int) -> Int? {
        switch text[index] {
        case 0x20, 0x3E: return 1
        case 0x2A, 0x2B, 0x2D: return index + 1 < end && text[index + 1] == 0x20 ? 2 : nil
        case 0x30...0x39:
            var next = index
            while next < end, (0x30...0x39).contains(text[next]) { next += 1 }
            let isMarker = next + 1 < end && (text[next] == 0x2E || text[next] == 0x29) && text[next + 1] == 0x20
            return isMarker ? next + 2 - index : nil
        default: return nil
        }
    }

    /// Puts the prefix behind each line feed from `start` on; empty lines get it without blanks at the end.
    ///
    /// - Parameter goesOn: whether text follows on the last line.
    func insert(into buffer: inout ByteBuffer, from start: Int, goesOn: Bool) {
        guard !bytes.isEmpty else { return }
        let written = buffer.bytes(from: start)
        let bare = bytes.lastIndex { $0 != 0x20 }.map { bytes[...$0] } ?? []
        buffer.truncate(to: start)
        for (index, byte) in written.enumerated() {
            buffer.append(byte: byte)
            guard byte == 0x0A else { continue }
            if index + 1 == written.count {
                if goesOn { buffer.append(bytes) }
            } else if written[index + 1] == 0x0A {
                buffer.append(bare)
            } else {
                buffer.append(bytes)
            }
        }
    }
}
