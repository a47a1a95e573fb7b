import Diagnostics

/// A run of letters, digits, hyphens and underscores (perhaps behind backslashes, as Markdown escapes them), and whether it is a key.
struct KeyRun {
    /// No key is shorter.
    static let minimum = 16
    private let bytes: [UInt8]
    let range: Range<Int>

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    /// The run around a place; whether there is a digit or a capital letter in it, unlike in slugs and long words; whether the
    /// prefix of a key may begin in it.
    @inline(__always)
    static func range(
        around place: Int, in bytes: UnsafeRawBufferPointer
    ) -> (range: Range<Int>, isMixed: Bool, mayHoldKey: Bool) {
        var start = place
        while start > 0, unsafe isMember(bytes[start &- 1]) { start &-= 1 }
        var end = start
        var isMixed = false
        var mayHoldKey = false
        var isBoundary = true
        while end < bytes.count {
            let byte = unsafe bytes[end]
            guard isMember(byte) else { break }
            if byte &- 0x30 <= 0x2A { isMixed = true }
            end &+= 1
            if isBoundary, end < bytes.count, unsafe KeyShape.mayBegin(byte, bytes[end]) { mayHoldKey = true }
            isBoundary = byte == 0x2D || byte == 0x5F || byte == 0x5C
        }
        return (start..<end, isMixed, mayHoldKey)
    }

    /// Letters, digits, `-`, `_` and the backslash.
    @inline(__always)
    static func isMember(_ byte: UInt8) -> Bool {
        let low: UInt64 = 1 << 0x2D | 0x03FF << 0x30
        let high: UInt64 = 0x07FF_FFFE_87FF_FFFE | 1 << 0x1C
        return byte < 0x80 && (byte < 0x40 ? low : high) &>> UInt64(byte & 63) & 1 == 1
    }

    /// Whether it may be a line of base64: letters of both cases and digits without a hyphen for long.
    var isLineOfKey: Bool {
        guard range.count >= 20 else { return false }
        var (hasUpper, hasLower, hasDigit) = (false, false, false)
        for index in range {
            switch bytes[index] {
            case 0x30...0x39: hasDigit = true
            case 0x41...0x5A: hasUpper = true
            case 0x61...0x7A: hasLower = true
            default: return false
            }
        }
        return hasUpper && hasLower && hasDigit
    }

    /// - Parameter mayHoldKey: as `range` tells.
    func finding(mayHoldKey: Bool) -> SafetyFinding? {
        (mayHoldKey ? shaped() : nil) ?? WebToken.finding(at: range.lowerBound, in: bytes) ?? named()
    }

    /// A key that its beginning gives away.
    private func shaped() -> SafetyFinding? {
        for start in range.lowerBound..<range.upperBound - 1
        where KeyShape.mayBegin(bytes[start], bytes[start + 1]) && isBoundary(start) {
            for shape in KeyShape.all where shape.prefix[0] == bytes[start] {
                if let end = shape.end(of: bytes, start..<range.upperBound) {
                    return Self.finding(shape.name, start..<end, in: bytes)
                }
            }
        }
        return nil
    }

    private func isBoundary(_ place: Int) -> Bool {
        place == range.lowerBound || !Randomness.isAlphanumeric(bytes[place - 1])
    }

    /// A value that stands behind `Bearer`, or behind a name that means a secret, and looks random.
    private func named() -> SafetyFinding? {
        guard range.lowerBound > 0, Self.mayStandBefore(bytes[range.lowerBound - 1]) else { return nil }
        var start = range.lowerBound
        var end = range.upperBound
        while start > 0, range.lowerBound - start < 512, Self.isTokenByte(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, end - start < 4096, Self.isTokenByte(bytes[end]) { end += 1 }
        if isBehindBearer(start), Randomness.isSecret(bytes[start..<end], atLeast: 20, entropy: 3.3) {
            return Self.finding(
                Message(en: "the token of a bearer header", zh: "Bearer 请求头里的令牌"), start..<end, in: bytes)
        }
        guard SecretName.stands(before: range.lowerBound, in: bytes),
            Randomness.isSecret(bytes[range], atLeast: 20, entropy: 3.5) || isLongHexadecimal
        else { return nil }
        return Self.finding(
            Message(en: "the value of a secret, by its name", zh: "密钥的值（从名称判断）"), range, in: bytes)
    }

    private var isLongHexadecimal: Bool {
        range.count >= 32 && range.allSatisfy { Randomness.isHexadecimal(bytes[$0]) }
            && Randomness.isSecret(bytes[range], atLeast: 32, entropy: 3.0)
    }

    /// A space, a colon, an equals sign or a quote, or a part of the token.
    private static func mayStandBefore(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x22, 0x27, 0x3A, 0x3D, 0x60, 0x2E, 0x7E, 0x2B, 0x2F: true
        default: false
        }
    }

    /// RFC 6750, section 2.1, without the colon that some gateways use.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        isMember(byte) && byte != 0x5C || byte == 0x2E || byte == 0x7E || byte == 0x2B || byte == 0x2F
    }

    private func isBehindBearer(_ start: Int) -> Bool {
        var index = start
        while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x3A { index -= 1 }
        guard index < start, index >= 6 else { return false }
        return zip(bytes[index - 6..<index], "bearer".utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    /// The first six characters may be shown. Source: the reliability notes of the project.
    static func finding(_ name: Message, _ range: Range<Int>, in bytes: [UInt8]) -> SafetyFinding {
        let meant = bytes[range].filter { $0 != 0x5C }
        let start = String(decoding: meant.prefix(6), as: UTF8.self)
        return SafetyFinding(
            .secret, range, meant: meant, covered: min(range.lowerBound + 6, range.upperBound)..<range.upperBound,
            Message(
                en: "‘\(start)…’ (\(meant.count) characters) looks like \(name.english)",
                zh: "“\(start)…”（\(meant.count) 个字符）像是\(name.chinese)"),
            hint: Message(
                en: "revoke it where it was issued, and write a placeholder such as sk-xxxx instead",
                zh: "请到签发处作废它，并改写成 sk-xxxx 这样的占位符"))
    }
}
