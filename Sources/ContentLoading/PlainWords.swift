/// Tells at a glance that a field holds no Markdown, as most do: then nothing has to be parsed or copied.
enum PlainWords {
    /// True only for texts that the Markdown room would give back as they are. False for some of those, too.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { isPlain(UnsafeRawBufferPointer($0)) } ?? false
    }

    private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        if first <= 0x20 || last <= 0x20 { return false }
        var previous: UInt8 = 0
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if isHan(word) {
                    index += 8
                    previous = 0
                    continue
                }
            }
            let byte = bytes[index]
            // "www." begins an address.
            if byte >= 0xF0 || isMarkup(byte) || byte == 0x2E && previous | 0x20 == 0x77 { return false }
            previous = byte
            index += 1
        }
        return true
    }

    /// Eight bytes above 0x7F, none of which begins a character of four bytes (the Markdown room marks its text with such).
    @inline(__always)
    private static func isHan(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        return word & high == high && word & (word << 1) & (word << 2) & (word << 3) & high == 0
    }

    /// Control characters and `&` `*` `:` `<` `@` `[` `\` `_` `` ` `` `~`, as bits of two words.
    @inline(__always)
    private static func isMarkup(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return false }
        let bits: UInt64 = byte < 0x40 ? 0x1400_0440_FFFF_FFFF : 0x4000_0001_9800_0001
        return bits >> UInt64(byte & 63) & 1 != 0
    }
}
