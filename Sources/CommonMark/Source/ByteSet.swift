internal import Bytes

/// A set of bytes, and the search for the next one of them.
struct ByteSet {
    private enum Kind {
        case inlineTriggers
        case markup
        case addresses
        case html
        case cells
    }

    private let low: UInt64
    private let high: UInt64
    private let kind: Kind

    /// With `inlineTriggers` the lead byte of marks is in the set too.
    @inline(__always)
    private init(_ kind: Kind, low: UInt64, high: UInt64) {
        self.kind = kind
        self.low = low
        self.high = high
    }

    @inline(__always)
    private static func bit(_ byte: UInt64) -> UInt64 { 1 << (byte & 63) }

    /// What begins an extension's inline syntax: `*` `:` `[` `\` `` ` `` `~` and marks.
    @inline(__always) static var inlineTriggers: ByteSet {
        ByteSet(
            .inlineTriggers, low: bit(0x2A) | bit(0x3A), high: bit(0x5B) | bit(0x5C) | bit(0x60) | bit(0x7E))
    }

    /// What text in Markdown may need a backslash before: tab, line feed, `!` `&` `*` `:` `<` `[` `\` `]` `_` `` ` `` `{` `|` `~`.
    @inline(__always) static var markup: ByteSet {
        ByteSet(
            .markup, low: bit(0x09) | bit(0x0A) | bit(0x21) | bit(0x26) | bit(0x2A) | bit(0x3A) | bit(0x3C),
            high: bit(0x5B) | bit(0x5C) | bit(0x5D) | bit(0x5F) | bit(0x60) | bit(0x7B) | bit(0x7C) | bit(0x7E))
    }

    /// `.` `:` `@`, one of which is in every address.
    @inline(__always) static var addresses: ByteSet { ByteSet(.addresses, low: bit(0x2E) | bit(0x3A), high: bit(0x40)) }

    /// `:` `@`
    @inline(__always) static var schemes: ByteSet { ByteSet(.addresses, low: bit(0x3A), high: bit(0x40)) }

    /// `"` `&` `<` `>`
    @inline(__always) static var html: ByteSet {
        ByteSet(.html, low: bit(0x22) | bit(0x26) | bit(0x3C) | bit(0x3E), high: 0)
    }

    /// `\` `|`
    @inline(__always) static var cells: ByteSet { ByteSet(.cells, low: 0, high: bit(0x5C) | bit(0x7C)) }

    @inline(__always)
    private func contains(_ byte: UInt8) -> Bool {
        if byte < 0x80 { return (byte < 0x40 ? low : high) &>> UInt64(byte & 63) & 1 == 1 }
        return kind == .inlineTriggers && byte == Mark.lead
    }

    /// False only when none of the bytes is in the set.
    @inline(__always)
    private func mayHold(_ block: SIMD16<UInt8>) -> Bool {
        switch kind {
        case .inlineTriggers:
            (block.holds(0x2A, under: 0xEF) .| block.holds(0x5B) .| block.holds(0x5C) .| block.holds(0x60)
                .| block.holds(0x7E) .| block.holds(Mark.lead)).isAnySet
        case .markup:
            (block.holds(2, from: 0x09) .| block.holds(0x21) .| block.holds(0x26) .| block.holds(0x2A, under: 0xEF)
                .| block.holds(0x3C) .| block.holds(6, from: 0x5B) .| block.holds(4, from: 0x7B)).isAnySet
        case .addresses: (block.holds(0x2E) .| block.holds(0x3A) .| block.holds(0x40)).isAnySet
        case .html: (block.holds(0x22) .| block.holds(0x26) .| block.holds(0x3C, under: 0xFD)).isAnySet
        case .cells: (block.holds(0x5C) .| block.holds(0x7C)).isAnySet
        }
    }

    /// The first index from `start` on that holds a byte of the set, or `end`.
    @inline(__always)
    func first(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        guard let base = bytes.baseAddress, end <= bytes.count else { return end }
        var index = start
        while index &+ 16 <= end {
            if unsafe mayHold(base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)) {
                for place in index..<index &+ 16
                where unsafe contains(base.load(fromByteOffset: place, as: UInt8.self)) {
                    return place
                }
            }
            index &+= 16
        }
        while index < end {
            if unsafe contains(base.load(fromByteOffset: index, as: UInt8.self)) { return index }
            index &+= 1
        }
        return end
    }

    /// The same for an array.
    @inline(__always)
    func first(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
        unsafe bytes.withUnsafeBytes { unsafe first(in: $0, from: start, to: end) }
    }
}
