/// What two projections of a text must share: its letters, digits and signs, without white space, without punctuation that
/// one of them may need as markup or between parts. A point or comma between digits stays, for `1.25` is not `125`.
package struct TextSkeleton: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ text: String) { self.init(Array(text.utf8)) }

    package init(_ text: [UInt8]) { self.init(text[...]) }

    package init(_ text: ArraySlice<UInt8>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte >= 0x80 {
                index += Self.copyWide(text, index, into: &bytes)
                continue
            }
            if Self.isKept(byte) {
                bytes.append(byte)
            } else if byte == 0x2E || byte == 0x2C, let last = bytes.last, Self.isDigit(last),
                index + 1 < text.endIndex,
                Self.isDigit(text[index + 1]), index > text.startIndex, Self.isDigit(text[index - 1])
            {
                bytes.append(byte)
            }
            index += 1
        }
        self.bytes = bytes
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// Where another skeleton stands in this one, from a place on.
    package func range(of other: TextSkeleton, from start: Int = 0) -> Range<Int>? {
        let count = other.bytes.count
        guard count > 0, start + count <= bytes.count else { return nil }
        return bytes.withUnsafeBufferPointer { whole in
            other.bytes.withUnsafeBufferPointer { part in Self.place(of: part, in: whole, from: start) }
        }
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

    /// Copies a character of several bytes unless it is a space or stands for nothing; its length.
    private static func copyWide(_ text: ArraySlice<UInt8>, _ index: Int, into bytes: inout [UInt8]) -> Int {
        let length = text[index] >= 0xF0 ? 4 : text[index] >= 0xE0 ? 3 : 2
        let end = min(index + length, text.endIndex)
        let isBlank =
            switch (text[index], end > index + 1 ? text[index + 1] : 0, end > index + 2 ? text[index + 2] : 0) {
            // No-break space, soft hyphen; spaces and joiners of U+2000; ideographic space; byte order mark.
            case (0xC2, 0xA0, _), (0xC2, 0xAD, _), (0xE2, 0x80, 0x80...0x8F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
                true
            default: false
            }
        if !isBlank { bytes.append(contentsOf: text[index..<end]) }
        return end - index
    }
}
