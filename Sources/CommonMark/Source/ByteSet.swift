/// A set of bytes, and the search for the next one of them.
struct ByteSet {
    private let low: UInt64
    private let high: UInt64
    private let hasMarks: Bool

    /// With `hasMarks` the lead byte of marks is in the set too.
    @inline(__always)
    private init(low: UInt64, high: UInt64, hasMarks: Bool = false) {
        self.low = low
        self.high = high
        self.hasMarks = hasMarks
    }

    @inline(__always)
    private static func bit(_ byte: UInt64) -> UInt64 { 1 << (byte & 63) }

    /// What begins an extension's inline syntax: `*` `:` `[` `\` `` ` `` `~` and marks.
    @inline(__always) static var inlineTriggers: ByteSet {
        ByteSet(low: bit(0x2A) | bit(0x3A), high: bit(0x5B) | bit(0x5C) | bit(0x60) | bit(0x7E), hasMarks: true)
    }

    /// What text in Markdown may need a backslash before: tab, line feed, `!` `&` `*` `:` `<` `[` `\` `]` `_` `` ` `` `{` `|` `~`.
    @inline(__always) static var markup: ByteSet {
        ByteSet(
            low: bit(0x09) | bit(0x0A) | bit(0x21) | bit(0x26) | bit(0x2A) | bit(0x3A) | bit(0x3C),
            high: bit(0x5B) | bit(0x5C) | bit(0x5D) | bit(0x5F) | bit(0x60) | bit(0x7B) | bit(0x7C) | bit(0x7E))
    }

    /// `.` `:` `@`, one of which is in every address.
    @inline(__always) static var addresses: ByteSet { ByteSet(low: bit(0x2E) | bit(0x3A), high: bit(0x40)) }

    /// `:` `@`
    @inline(__always) static var schemes: ByteSet { ByteSet(low: bit(0x3A), high: bit(0x40)) }

    /// `"` `&` `<` `>`
    @inline(__always) static var html: ByteSet {
        ByteSet(low: bit(0x22) | bit(0x26) | bit(0x3C) | bit(0x3E), high: 0)
    }

    /// The first index from `start` on that holds a byte of the set, or `end`.
    @inline(__always)
    func first(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        guard let base = bytes.baseAddress, end <= bytes.count else { return end }
        var index = start
        while index < end {
            let byte = unsafe base.load(fromByteOffset: index, as: UInt8.self)
            if byte < 0x80 {
                let word = byte < 0x40 ? low : high
                if word &>> UInt64(byte & 63) & 1 == 1 { return index }
            } else if hasMarks, byte == Mark.lead {
                return index
            } else if index + 8 <= end {
                // Eight bytes none of which is ASCII, as in Chinese, are passed at once.
                let word = unsafe base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & Self.highBits == Self.highBits, !hasMarks || !Self.holdsLead(word) {
                    index += 8
                    continue
                }
            }
            index += 1
        }
        return end
    }

    @inline(__always) private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// One of the eight bytes is the lead byte of marks: the usual test for a zero byte in a word.
    @inline(__always)
    private static func holdsLead(_ word: UInt64) -> Bool {
        let differing = word ^ 0xF4F4_F4F4_F4F4_F4F4
        return (differing &- 0x0101_0101_0101_0101) & ~differing & highBits != 0
    }

    /// The same for an array.
    @inline(__always)
    func first(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
        unsafe bytes.withUnsafeBytes { unsafe first(in: $0, from: start, to: end) }
    }
}
