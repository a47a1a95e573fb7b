internal import Synchronization

/// The bytes of a source file and the way from a byte offset to a place for people.
///
/// Lines end with LF, CRLF or CR. Nothing is counted before something has to be said; then a mark is kept every few thousand bytes,
/// so that a place costs the same in a line of a megabyte as elsewhere, and a thousand mistakes cost a thousand times one.
/// A class, because everything that has a place in the file refers to it.
package final class SourceFile: Sendable {
    /// Path inside the project, with `/`, or a name in angle brackets such as `<stdin>`.
    package let path: String
    /// Nil for a file that is read when it is asked for.
    private let held: [UInt8]?
    private let reading: (@Sendable () -> [UInt8])?
    /// What was read; nil before and after `release`.
    private let read = Mutex<[UInt8]?>(nil)
    /// One every `markDistance` bytes; nil until the first place is asked for.
    private let marks = Mutex<[LinePosition]?>(nil)

    private static let markDistance = 4096
    /// Of longer lines only a part is shown.
    private static let longLine = 4096

    /// What is known of an offset.
    private struct LinePosition {
        /// Counted from 1.
        var line = 1
        /// Offset of the line's first byte.
        var start = 0
        /// Scalars of the line before the offset.
        var scalars = 0
    }

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        held = bytes
        reading = nil
    }

    /// A file whose bytes need not stay in memory.
    ///
    /// - Parameters:
    ///   - bytes: what is known already.
    ///   - reading: reads the file (again); called at most once until `release`.
    package init(path: String, bytes: [UInt8]? = nil, reading: @escaping @Sendable () -> [UInt8]) {
        self.path = path
        held = nil
        self.reading = reading
        if let bytes { read.withLock { $0 = bytes } }
    }

    /// The whole file.
    package var bytes: [UInt8] {
        if let held { return held }
        return read.withLock { read in
            if let read { return read }
            let bytes = reading?() ?? []
            read = bytes
            return bytes
        }
    }

    /// Lets go of bytes that can be read again.
    package func release() { read.withLock { $0 = nil } }

    /// The place of a range of byte offsets; offsets past the end are taken as the end.
    package func location(of range: Range<Int>) -> SourceLocation {
        let bytes = bytes
        let firstByte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let asked = scalarStart(at: min(max(range.lowerBound, firstByte), bytes.count))
        let end = min(max(range.upperBound, asked), bytes.count)
        let start = lineFeedBelongsToReturn(at: asked) ? asked - 1 : asked
        var position = position(of: start)
        if position.line == 1, firstByte > 0 {
            // A byte order mark is no column.
            position.start = firstByte
            position.scalars -= 1
        }
        let lineEnd = endOfLine(from: start, atLeast: end - start)
        let length = scalarCount(start..<min(max(end, start), lineEnd))
        let shown = Self.shown(position.start..<lineEnd, around: start)
        let (first, last) = (scalarStart(at: shown.lowerBound), scalarStart(at: shown.upperBound))
        return SourceLocation(
            file: path, line: position.line, column: position.scalars + 1, length: max(length, 1),
            lineText: String(decoding: bytes[first..<max(first, last)], as: UTF8.self),
            textStart: first < start ? position.scalars - scalarCount(first..<start) : position.scalars)
    }

    /// A thousand mistakes in a line of a megabyte would otherwise take a gigabyte.
    private static func shown(_ line: Range<Int>, around place: Int) -> Range<Int> {
        if line.count <= longLine { return line }
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
    private func position(of offset: Int) -> LinePosition {
        let mark = marks.withLock { marks in
            let known = marks ?? allMarks()
            marks = known
            return known[offset / Self.markDistance]
        }
        return position(of: offset, from: mark, at: offset / Self.markDistance * Self.markDistance)
    }

    private func allMarks() -> [LinePosition] {
        let bytes = bytes
        var marks = [LinePosition()]
        for offset in stride(from: Self.markDistance, through: bytes.count, by: Self.markDistance) {
            marks.append(position(of: offset, from: marks[marks.count - 1], at: offset - Self.markDistance))
        }
        return marks
    }

    private func position(of offset: Int, from known: LinePosition, at start: Int) -> LinePosition {
        let bytes = bytes
        var position = known
        for index in start..<offset {
            let byte = bytes[index]
            let isBreak = byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if isBreak {
                position = LinePosition(line: position.line + 1, start: index + 1)
            } else if byte & 0xC0 != 0x80 {
                position.scalars += 1
            }
        }
        return position
    }

    private func lineFeedBelongsToReturn(at offset: Int) -> Bool {
        offset > 0 && offset < bytes.count && bytes[offset] == 0x0A && bytes[offset - 1] == 0x0D
    }

    /// The end of the line; of a line that goes on for long, a place behind all that can be shown.
    private func endOfLine(from start: Int, atLeast length: Int) -> Int {
        let limit = min(bytes.count, start + max(length, Self.longLine) + 1)
        return bytes[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
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
