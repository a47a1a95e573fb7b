import Bytes
import SiteModel

/// The building blocks of a twin: headings, lists, fences, rich texts as paragraphs.
extension TwinContent {
    func writeHeading(_ phrase: Phrase, _ buffer: inout ByteBuffer) {
        writeHeading(text: view.phrase(phrase, in: language), &buffer)
    }

    func writeHeading(text: String, _ buffer: inout ByteBuffer) {
        buffer.append("\n## ")
        buffer.append(markdownText: text)
        buffer.append("\n")
    }

    /// A text as blocks of its own.
    func writeBlock(_ text: RichText, _ buffer: inout ByteBuffer) {
        buffer.append("\n")
        writeText(text, &buffer)
    }

    /// A text behind what stands on its line already.
    func writeText(_ text: RichText, _ buffer: inout ByteBuffer) {
        let start = buffer.count
        rich.write(text, as: .markdown, into: &buffer)
        Self.trimEnd(&buffer, to: start)
        buffer.append("\n")
    }

    /// A list of texts under a heading.
    func writeItems(_ phrase: Phrase, _ items: [RichText], isNumbered: Bool, _ buffer: inout ByteBuffer) {
        guard !items.isEmpty else { return }
        writeHeading(phrase, &buffer)
        buffer.append("\n")
        for (index, item) in items.enumerated() {
            let indent = writeMarker(isNumbered ? index + 1 : nil, &buffer)
            writeItem(item, indent: indent, &buffer)
        }
    }

    /// `- ` or `1. `; returns its width.
    func writeMarker(_ number: Int?, _ buffer: inout ByteBuffer) -> Int {
        let start = buffer.count
        if let number {
            buffer.append(decimal: number)
            buffer.append(". ")
        } else {
            buffer.append("- ")
        }
        return buffer.count - start
    }

    /// A text inside a list item: lines behind the first are indented, so that they belong to it.
    func writeItem(_ text: RichText, indent: Int, _ buffer: inout ByteBuffer) {
        let start = buffer.count
        rich.write(text, as: .markdown, into: &buffer)
        Self.finishItem(from: start, indent: indent, &buffer)
    }

    static func finishItem(from start: Int, indent: Int, _ buffer: inout ByteBuffer) {
        trimEnd(&buffer, to: start)
        if hasLines(buffer, from: start) {
            let lines = buffer.bytes(from: start).split(separator: 0x0A, omittingEmptySubsequences: false)
            buffer.truncate(to: start)
            for (index, line) in lines.enumerated() {
                if index > 0 { buffer.append("\n") }
                if index > 0, !line.isEmpty { for _ in 0..<indent { buffer.append(byte: 0x20) } }
                buffer.append(line)
            }
        }
        buffer.append("\n")
    }

    /// A text that must stay on one line, such as a heading.
    func writeLine(_ text: RichText, _ buffer: inout ByteBuffer) {
        let start = buffer.count
        rich.write(text, as: .markdown, into: &buffer)
        Self.trimEnd(&buffer, to: start)
        guard Self.hasLines(buffer, from: start) else { return }
        let line = String(decoding: buffer.bytes(from: start), as: UTF8.self)
        buffer.truncate(to: start)
        buffer.append(text: OneLine.text(line))
    }

    /// A fence that is longer than any run of backticks in the code.
    func writeFence(_ sample: PageFacets.CodeSample, _ buffer: inout ByteBuffer) {
        var longest = 2
        var run = 0
        for byte in sample.text.utf8 {
            run = byte == 0x60 ? run + 1 : 0
            longest = max(longest, run)
        }
        for _ in 0...longest { buffer.append(byte: 0x60) }
        buffer.append(text: OneLine.text(sample.language))
        buffer.append("\n")
        buffer.append(text: sample.text)
        if buffer.last != 0x0A { buffer.append("\n") }
        for _ in 0...longest { buffer.append(byte: 0x60) }
        buffer.append("\n")
    }

    private static func hasLines(_ buffer: borrowing ByteBuffer, from start: Int) -> Bool {
        buffer.withUnsafeBytes { bytes in
            var offset = start
            while offset + 8 <= bytes.count {
                // A byte that becomes zero borrows from its highest bit.
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
                if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
                offset += 8
            }
            return bytes[offset...].contains(0x0A)
        }
    }

    static func trimEnd(_ buffer: inout ByteBuffer, to start: Int) {
        while buffer.count > start, let last = buffer.last, last == 0x0A || last == 0x20 {
            buffer.truncate(to: buffer.count - 1)
        }
    }
}
