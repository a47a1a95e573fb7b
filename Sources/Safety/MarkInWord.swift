/// What stands inside of a word and is not seen on the page: emphasis, tags and comments, characters without a width.
enum MarkInWord {
    /// Longer tags say something themselves.
    private static let reach = 80

    /// `*`, `<`, and the first bytes of U+00AD and of U+200B and its like.
    @inline(__always)
    static func mayBegin(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x3C || byte == 0xC2 || byte == 0xE2 }

    /// What may stand behind the first byte: another star, a word, the rest of a tag or of a character.
    @inline(__always)
    static func mayFollow(_ byte: UInt8) -> Bool {
        KeyRun.isMember(byte) || byte == 0x2A || byte == 0x2F || byte == 0x21 || byte == 0x80 || byte == 0x81
            || byte == 0xAD
    }

    /// U+00AD, U+200B to U+200D, U+2060 and U+FEFF.
    static func isInvisible(_ value: UInt32) -> Bool {
        value == 0xAD || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
    }

    /// The length of the marks from a place on, when a word goes on behind them; nil when nothing does.
    static func length(at start: Int, in bytes: [UInt8]) -> Int? {
        guard start > 0, KeyRun.isMember(bytes[start - 1]) else { return nil }
        var end = start
        while end < bytes.count, let next = endOfMark(at: end, in: bytes) { end = next }
        guard end > start, end < bytes.count, KeyRun.isMember(bytes[end]) else { return nil }
        return end - start
    }

    private static func endOfMark(at start: Int, in bytes: [UInt8]) -> Int? {
        let rest = bytes[start...].prefix(3)
        switch bytes[start] {
        case 0x2A: return start + 1
        case 0x3C: return endOfTag(at: start, in: bytes)
        case 0xC2: return rest.dropFirst().first == 0xAD ? start + 2 : nil
        case 0xE2:
            let isInvisible =
                rest.elementsEqual([0xE2, 0x81, 0xA0])
                || rest.starts(with: [0xE2, 0x80]) && (0x8B...0x8D).contains(rest.last ?? 0)
            return isInvisible ? start + 3 : nil
        default: return nil
        }
    }

    private static func endOfTag(at start: Int, in bytes: [UInt8]) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        guard next == 0x2F || next == 0x21 || (0x61...0x7A).contains(next | 0x20) else { return nil }
        return bytes[start...].prefix(reach).firstIndex(of: 0x3E).map { $0 + 1 }
    }
}
