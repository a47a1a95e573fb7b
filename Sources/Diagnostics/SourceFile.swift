internal import Synchronization

/// The bytes of a source file and the way from a byte offset to a place for people.
///
/// Lines end with LF, CRLF or CR. Places are worked out only when something has to be said, so no table of lines is kept, but only
/// where the last one was found: mistakes come mostly in their order, and the way to the next one is short.
/// A class, because everything that has a place in the file refers to it.
package final class SourceFile: Sendable {
    /// Path inside the project, with `/`, or a name in angle brackets such as `<stdin>`.
    package let path: String
    /// The whole file.
    package let bytes: [UInt8]
    private let last = Mutex(LineStart())

    private struct LineStart {
        var line = 1
        var start = 0
    }

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The place of a range of byte offsets; offsets past the end are taken as the end.
    package func location(of range: Range<Int>) -> SourceLocation {
        let firstByte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let start = scalarStart(at: min(max(range.lowerBound, firstByte), bytes.count))
        let end = min(max(range.upperBound, start), bytes.count)
        var (line, lineStart) = lineNumber(before: start)
        // A byte order mark is no column.
        if line == 1 { lineStart = firstByte }
        let lineEnd = endOfLine(from: lineStart)
        let column = scalarCount(lineStart..<min(start, lineEnd)) + 1
        let length = scalarCount(min(start, lineEnd)..<min(max(end, start), lineEnd))
        let shown = Self.shown(lineStart..<lineEnd, around: min(start, lineEnd))
        let (first, last) = (scalarStart(at: shown.lowerBound), scalarStart(at: shown.upperBound))
        return SourceLocation(
            file: path, line: line, column: column, length: max(length, 1),
            lineText: String(decoding: bytes[first..<max(first, last)], as: UTF8.self),
            textStart: scalarCount(lineStart..<first))
    }

    /// A thousand mistakes in a line of a megabyte would otherwise take a gigabyte.
    private static func shown(_ line: Range<Int>, around place: Int) -> Range<Int> {
        if line.count <= 4096 { return line }
        return max(line.lowerBound, place - 1024)..<min(line.upperBound, place + 2048)
    }

    /// The place of one byte offset.
    package func location(at offset: Int) -> SourceLocation {
        location(of: offset..<offset + 1)
    }

    /// The whole file as a place, for mistakes that have no line.
    package var wholeFile: SourceLocation { SourceLocation(file: path) }
}

extension SourceFile {
    private func lineNumber(before offset: Int) -> (line: Int, start: Int) {
        last.withLock { last in
            if last.start > offset { last = LineStart() }
            last = lineStart(before: offset, from: last)
            return (last.line, last.start)
        }
    }

    private func lineStart(before offset: Int, from known: LineStart) -> LineStart {
        var (line, start) = (known.line, known.start)
        var index = start
        while index < offset {
            let byte = bytes[index]
            index += 1
            let isBreak = byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A))
            if isBreak {
                line += 1
                start = index
            }
        }
        return LineStart(line: line, start: start)
    }

    private func endOfLine(from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// An offset inside a UTF-8 sequence stands for the sequence.
    private func scalarStart(at offset: Int) -> Int {
        guard offset < bytes.count, bytes[offset] & 0xC0 == 0x80 else { return offset }
        for length in 1...3 where offset >= length {
            let byte = bytes[offset - length]
            if byte & 0xC0 == 0x80 { continue }
            let isLead = (length == 1 && byte >= 0xC2) || (length == 2 && byte >= 0xE0) || (length == 3 && byte >= 0xF0)
            return isLead ? offset - length : offset
        }
        return offset
    }

    /// Counts the bytes that begin a UTF-8 sequence.
    private func scalarCount(_ range: Range<Int>) -> Int {
        bytes[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
}
