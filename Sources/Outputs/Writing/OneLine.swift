import Bytes

/// Text that must stay on one line: line breaks, tabs and control characters become one space, or nothing between two
/// characters of Chinese width. Line-oriented readers also break at U+0085, U+2028 and U+2029.
enum OneLine {
    static func bytes(_ text: String) -> [UInt8] {
        text.withRawUTF8 { bytes($0) }
    }

    static func text(_ text: String) -> String {
        text.withRawUTF8 { isClean($0) } ? text : String(decoding: bytes(text), as: UTF8.self)
    }

    /// Whether a text is one tidy line already. False for some that are, never true for one that is not.
    static func isClean(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.first, let last = text.last, first != 0x20, last != 0x20 else { return false }
        var index = 0
        while index + 17 <= text.count {
            let block = text.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let next = text.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
            let isSuspect =
                block.holds(0x20, from: 0) .| block.holds(0x7F) .| block.holds(0xE2) .| block.holds(0xC2)
                .| (block.holds(0x20) .& next.holds(0x20))
            if isSuspect.isAnySet, !isClean(text, index..<index + 16) { return false }
            index += 16
        }
        return isClean(text, index..<text.count)
    }

    /// The same for a part of the text.
    private static func isClean(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        for index in range {
            let byte = text[index]
            if isSuspect(byte), byte < 0x80 || space(text, index).kind != .none { return false }
            if byte == 0x20, index + 1 < text.count, text[index + 1] == 0x20 { return false }
        }
        return true
    }

    /// Control characters, and the first bytes of the line breaks outside ASCII.
    @inline(__always)
    private static func isSuspect(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F || byte == 0xE2 || byte == 0xC2 }

    private static func bytes(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(text.count)
        var gap = Gap.none
        var index = 0
        while index < text.count {
            let (length, kind) = space(text, index)
            guard kind == .none else {
                gap = max(gap, kind)
                index += length
                continue
            }
            let byte = text[index]
            if gap != .none, let last = line.last {
                // A line break between two Chinese characters is no space; a space that was written stays.
                if gap == .space || !(last >= 0x80 && byte >= 0xE3) { line.append(0x20) }
            }
            gap = .none
            line.append(byte)
            index += 1
        }
        return line
    }

    private enum Gap: Int, Comparable {
        case none, lineBreak, space

        static func < (one: Gap, other: Gap) -> Bool { one.rawValue < other.rawValue }
    }

    @inline(__always)
    private static func space(_ text: UnsafeRawBufferPointer, _ index: Int) -> (length: Int, kind: Gap) {
        let byte = text[index]
        if byte == 0x20 || byte == 0x09 { return (1, .space) }
        if byte < 0x20 || byte == 0x7F { return (1, .lineBreak) }
        if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0x85 { return (2, .lineBreak) }
        if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] | 1 == 0xA9 {
            return (3, .lineBreak)
        }
        return (1, .none)
    }
}
