/// What two projections of a text must share: its letters, digits and signs, without white space, without punctuation that
/// one of them may need as markup or between parts. A point or comma between digits stays, for `1.25` is not `125`.
package struct TextSkeleton: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ text: String) { self.init(ArraySlice(text.utf8)) }

    package init(_ text: [UInt8]) { self.init(text[...]) }

    package init(_ text: ArraySlice<UInt8>) {
        // All empty arrays share one place, which nobody may write to.
        guard !text.isEmpty else {
            bytes = []
            return
        }
        bytes = text.withUnsafeBufferPointer { text in
            [UInt8](unsafeUninitializedCapacity: text.count) { room, count in
                count = Self.copy(text, into: room)
            }
        }
    }

    /// - Parameter room: as long as the text.
    /// - Returns: how many bytes were kept.
    private static func copy(_ text: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var (index, count) = (0, 0)
        while index < text.count {
            let byte = text[index]
            let length = byte < 0x80 ? 1 : min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, text.count - index)
            let isWanted = byte < 0x80 ? isKept(byte) || isPoint(text, index) : !isBlank(text, index, length)
            if isWanted {
                for offset in 0..<length { room[count + offset] = text[index + offset] }
                count += length
            }
            index += length
        }
        return count
    }

    /// What stands in one text after another.
    init(joining parts: [TextSkeleton]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
        for part in parts { bytes += part.bytes }
        self.bytes = bytes
    }

    package func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

    package var isEmpty: Bool { bytes.isEmpty }

    /// Where another skeleton stands in this one, from a place on.
    /// - Parameter end: where to stop; the end when nil.
    package func range(of other: TextSkeleton, from start: Int = 0, before end: Int? = nil) -> Range<Int>? {
        let end = min(end ?? bytes.count, bytes.count)
        guard !other.isEmpty, start + other.bytes.count <= end else { return nil }
        return bytes.withUnsafeBufferPointer { whole in
            other.bytes.withUnsafeBufferPointer { part in
                Self.place(of: part, in: UnsafeBufferPointer(rebasing: whole[..<end]), from: start)
            }
        }
    }

    /// Whether another skeleton stands a little behind a place, which moves on behind it then. In a list of thousands each item
    /// must not be looked for in all of it.
    package func holds(_ other: TextSkeleton, soonAfter place: inout Int) -> Bool {
        guard let range = range(of: other, from: place, before: place + other.bytes.count * 4 + 4096) else {
            return other.isEmpty
        }
        place = range.upperBound
        return true
    }

    /// Looks at the last byte first and skips as far as the part allows (Horspool).
    private static func place(
        of part: UnsafeBufferPointer<UInt8>, in whole: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Range<Int>? {
        let count = part.count
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { steps in
            steps.initialize(repeating: Int32(truncatingIfNeeded: count))
            for index in 0..<count - 1 { steps[Int(part[index])] = Int32(truncatingIfNeeded: count - 1 - index) }
            let last = part[count - 1]
            var place = start
            while place + count <= whole.count {
                let byte = whole[place + count - 1]
                if byte == last {
                    var offset = 0
                    while offset < count - 1, whole[place + offset] == part[offset] { offset += 1 }
                    if offset == count - 1 { return place..<place + count }
                }
                place += Int(steps[Int(byte)])
            }
            return nil
        }
    }

    package func contains(_ other: TextSkeleton) -> Bool { other.isEmpty || range(of: other) != nil }
}

extension TextSkeleton {
    /// Letters, digits, and signs that change what a number means.
    @inline(__always)
    private static func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x25: true
        default: false
        }
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A point or comma between two digits.
    @inline(__always)
    private static func isPoint(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        (text[index] == 0x2E || text[index] == 0x2C) && index > 0 && index + 1 < text.count
            && isDigit(text[index - 1]) && isDigit(text[index + 1])
    }

    /// Whether a character of several bytes is a space or stands for nothing.
    @inline(__always)
    private static func isBlank(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
        // Most are Han.
        guard text[index] < 0xE4 || text[index] == 0xEF, length > 1 else { return false }
        switch (text[index], text[index + 1], length > 2 ? text[index + 2] : 0) {
        // No-break space, soft hyphen; spaces and joiners of U+2000; ideographic space; byte order mark.
        case (0xC2, 0xA0, _), (0xC2, 0xAD, _), (0xE2, 0x80, 0x80...0x8F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            return true
        default: return false
        }
    }
}
