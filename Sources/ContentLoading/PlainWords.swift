internal import Bytes

/// Tells at a glance that a field holds no Markdown, as most do: then nothing has to be parsed or copied.
enum PlainWords {
    /// True only for texts that the Markdown room would give back as they are. False for some of those, too.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { isPlain(UnsafeRawBufferPointer($0)) } ?? false
    }

    private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        if first <= 0x20 || last <= 0x20 { return false }
        var index = 0
        while index + 16 <= bytes.count {
            let block = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            if mayHoldMarkup(block), !isPlain(bytes, index..<index + 16) { return false }
            index += 16
        }
        return isPlain(bytes, index..<bytes.count)
    }

    private static func isPlain(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        for index in range {
            let byte = bytes[index]
            // The Markdown room marks its text with characters of four bytes; "www." begins an address.
            if byte >= 0xF0 || isMarkup(byte) { return false }
            if byte == 0x2E, index > 0, bytes[index - 1] | 0x20 == 0x77 { return false }
        }
        return true
    }

    /// False only when the bytes are plain.
    @inline(__always)
    private static func mayHoldMarkup(_ block: SIMD16<UInt8>) -> Bool {
        let low = block.holds(0x20, from: 0) .| block.holds(0x26) .| block.holds(0x2A, under: 0xEF)
        let middle = block.holds(0x2E) .| block.holds(0x3C) .| block.holds(0x40) .| block.holds(2, from: 0x5B)
        let high = block.holds(2, from: 0x5F) .| block.holds(0x7E) .| block.holds(16, from: 0xF0)
        return (low .| middle .| high).isAnySet
    }

    /// Control characters and `&` `*` `:` `<` `@` `[` `\` `_` `` ` `` `~`, as bits of two words.
    @inline(__always)
    private static func isMarkup(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return false }
        let bits: UInt64 = byte < 0x40 ? 0x1400_0440_FFFF_FFFF : 0x4000_0001_9800_0001
        return bits >> UInt64(byte & 63) & 1 != 0
    }
}
