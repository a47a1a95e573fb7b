internal import Glibc

/// Finds lines and what stands before their content: quote marks, indentation, list markers.
struct LineScan {
    let bytes: [UInt8]
    let end: Int
    private let hasCarriageReturns: Bool

    init(bytes: [UInt8], end: Int, from start: Int = 0) {
        self.bytes = bytes
        self.end = end
        hasCarriageReturns = Self.first(0x0D, in: bytes, start..<end) != nil
    }

    /// Where the line that begins at `start` ends, without its line break, and where the next one begins.
    func line(from start: Int) -> (end: Int, next: Int) {
        let found = Self.first(0x0A, in: bytes, min(start, end)..<end) ?? end
        // A carriage return ends a line too, alone or before a line feed.
        if hasCarriageReturns, let carriage = Self.first(0x0D, in: bytes, min(start, end)..<found) {
            return (carriage, carriage + 1 == found && found < end ? found + 1 : carriage + 1)
        }
        return (found, min(found + 1, end))
    }

    /// Where the line behind the one that begins at `start` begins.
    @inline(__always)
    func next(after start: Int) -> Int {
        if hasCarriageReturns { return line(from: start).next }
        return Self.first(0x0A, in: bytes, start..<end).map { $0 + 1 } ?? end
    }

    /// The first place of a byte in a part of an array.
    @inline(__always)
    static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        unsafe bytes.withUnsafeBytes { all -> Int? in
            guard let base = all.baseAddress, !range.isEmpty, range.upperBound <= all.count else { return nil }
            guard let hit = unsafe memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }

    /// The first byte of a line that is neither blank nor a quote mark, or its end.
    func contentStart(_ start: Int, _ lineEnd: Int) -> Int {
        var index = start
        while index < lineEnd, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x3E { index += 1 }
        return index
    }

    /// Where the line with `index` begins.
    func lineStart(of index: Int, from start: Int) -> Int {
        var first = index
        while first > start, bytes[first - 1] != 0x0A, bytes[first - 1] != 0x0D { first -= 1 }
        return first
    }

    func isBlank(_ range: Range<Int>) -> Bool {
        for index in range where bytes[index] != 0x20 && bytes[index] != 0x09 { return false }
        return true
    }

    /// The range without blanks at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, bytes[low] == 0x20 || bytes[low] == 0x09 { low += 1 }
        while high > low, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x09 { high -= 1 }
        return low..<high
    }

    /// How long the run of one byte is.
    func runLength(of byte: UInt8, from start: Int, to limit: Int) -> Int {
        var index = start
        while index < limit, bytes[index] == byte { index += 1 }
        return index - start
    }

    /// `---`, `* * *` and the like.
    func isThematicBreak(_ range: Range<Int>) -> Bool {
        guard let first = range.first.map({ bytes[$0] }), first == 0x2D || first == 0x2A || first == 0x5F else {
            return false
        }
        var count = 0
        for index in range where bytes[index] != 0x20 && bytes[index] != 0x09 {
            if bytes[index] != first { return false }
            count += 1
        }
        return count >= 3
    }

    /// The length of a list marker at `index`, or nil.
    func listMarkerLength(_ index: Int, _ lineEnd: Int) -> Int? {
        var length = 1
        switch bytes[index] {
        case 0x2D, 0x2B, 0x2A: break
        case 0x30...0x39:
            while length < 10, index + length < lineEnd, Scalars.isASCIIDigit(bytes[index + length]) { length += 1 }
            guard length < 10, index + length < lineEnd else { return nil }
            guard bytes[index + length] == 0x2E || bytes[index + length] == 0x29 else { return nil }
            length += 1
        default: return nil
        }
        guard index + length < lineEnd else { return length }
        let after = bytes[index + length]
        return after == 0x20 || after == 0x09 ? length : nil
    }
}
