/// An address of a private network written as programs take it and people don't: `http://167772161/`, `http://0xa.1/`,
/// `http://012.0.0.1/`. Only behind a scheme: elsewhere a number is a number. Source: the WHATWG URL Standard, “IPv4 parser”.
enum HostNumber {
    /// - Parameter slashes: where `//` stands, a digit behind it.
    static func finding(behind slashes: Int, in bytes: [UInt8]) -> SafetyFinding? {
        guard slashes > 0, bytes[slashes - 1] == 0x3A else { return nil }
        let start = slashes + 2
        var end = start
        while end < bytes.count, end - start < 64, Randomness.isAlphanumeric(bytes[end]) || bytes[end] == 0x2E {
            end += 1
        }
        guard end == bytes.count || !(bytes[end] == 0x2D || bytes[end] == 0x5F || bytes[end] == 0x40) else {
            return nil
        }
        let parts = bytes[start..<end].split(separator: 0x2E)
        // Four decimal parts are found wherever they stand.
        guard let value = address(parts), !isPlain(parts), isPrivate(value) else { return nil }
        let plain = [24, 16, 8, 0].map { String(value >> UInt32($0) & 0xFF) }.joined(separator: ".")
        return PrivateAddress.finding(start..<end, in: bytes, plain: plain)
    }

    /// The last part fills what the others leave.
    private static func address(_ parts: [ArraySlice<UInt8>]) -> UInt32? {
        guard (1...4).contains(parts.count), let last = parts.last.flatMap(number) else { return nil }
        var value: UInt64 = 0
        for part in parts.dropLast() {
            guard let number = number(part), number < 256 else { return nil }
            value = value << 8 | number
        }
        let width = UInt64(8 * (5 - parts.count))
        guard last < 1 << width else { return nil }
        return UInt32(exactly: value << width | last)
    }

    /// Hexadecimal behind `0x`, octal behind `0`, else decimal.
    private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
        let text = String(decoding: part, as: UTF8.self).lowercased()
        if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16) }
        return text.count > 1 && text.hasPrefix("0") ? UInt64(text.dropFirst(), radix: 8) : UInt64(text)
    }

    private static func isPlain(_ parts: [ArraySlice<UInt8>]) -> Bool {
        parts.count == 4 && parts.allSatisfy { $0.first != 0x30 || $0.count == 1 }
    }

    private static func isPrivate(_ value: UInt32) -> Bool {
        PrivateAddress.isPrivate([24, 16, 8, 0].map { Int(value >> UInt32($0) & 0xFF) })
    }
}
