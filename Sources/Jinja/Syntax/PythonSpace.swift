/// White space in UTF-8, as Python's `\s` and `str.strip` have it.
enum PythonSpace {
    /// The length of the white-space character at an offset, or 0.
    static func length(at index: Int, in bytes: [UInt8], end: Int) -> Int {
        switch bytes[index] {
        case 0x09...0x0D, 0x1C...0x20: return 1
        case 0xC2:
            return index + 1 < end && (bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0) ? 2 : 0
        case 0xE1, 0xE2, 0xE3:
            guard index + 2 < end else { return 0 }
            let value =
                UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
                | UInt32(bytes[index + 2] & 0x3F)
            return Unicode.Scalar(value).map(PythonCharacters.isSpace) == true ? 3 : 0
        default: return 0
        }
    }

    /// The length of the white-space character that ends at an offset, or 0.
    static func length(before stop: Int, in bytes: [UInt8], start: Int) -> Int {
        var first = stop - 1
        while first > start, bytes[first] & 0xC0 == 0x80, stop - first < 4 { first -= 1 }
        return length(at: first, in: bytes, end: stop) == stop - first ? stop - first : 0
    }
}
