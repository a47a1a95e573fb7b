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

    /// Letters, digits, `-`, `_` and the backslash.
    @inline(__always)
    static func isMember(_ byte: UInt8) -> Bool {
        let low: UInt64 = 1 << 0x2D | 0x03FF << 0x30
        let high: UInt64 = 0x07FF_FFFE_87FF_FFFE | 1 << 0x1C
        return byte < 0x80 && (byte < 0x40 ? low : high) &>> UInt64(byte & 63) & 1 == 1
    }

    /// - Parameter all: the bytes of the file.
    func finding(in all: UnsafeRawBufferPointer) -> SafetyFinding? {
        if unsafe Self.mayHoldKey(range, in: all), let finding = shaped() { return finding }
        if bytes[range.lowerBound] == 0x65, let finding = WebToken.finding(at: range.lowerBound, in: bytes) {
            return finding
        }
        if let finding = PointedKey.finding(range, in: bytes) { return finding }
        guard range.lowerBound > 0, Self.mayStandBefore(bytes[range.lowerBound - 1]) else { return nil }
        return unsafe borne(from: Self.startOfToken(before: range.lowerBound, in: all)) ?? named()
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

    /// A value that stands behind `Bearer` and looks random.
    private func borne(from start: Int) -> SafetyFinding? {
        guard isBehindBearer(start) else { return nil }
        var end = range.upperBound
        while end < bytes.count, end - start < 4096, Self.isTokenByte(bytes[end]) { end += 1 }
        guard Randomness.isSecret(bytes[start..<end], atLeast: 20, entropy: 3.3) else { return nil }
        return Self.finding(
            Message(en: "the token of a bearer header", zh: "Bearer 请求头里的令牌"), start..<end, in: bytes)
    }

    /// A value that stands behind a name that means a secret, and looks random.
    private func named() -> SafetyFinding? {
        let value = base64 ?? range
        guard SecretName.stands(before: value.lowerBound, in: bytes),
            value != range || Randomness.isSecret(bytes[range], atLeast: 20, entropy: 3.5) || isLongHexadecimal
                || isDrawnIdentifier
        else { return nil }
        return Self.finding(
            Message(en: "the value of a secret, by its name", zh: "密钥的值（从名称判断）"), value, in: bytes)
    }

    /// The run with what slashes and plus signs part from it, when that is too random for a path.
    private var base64: Range<Int>? {
        func isPart(_ byte: UInt8) -> Bool { Randomness.isAlphanumeric(byte) || byte == 0x2B || byte == 0x2F }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, range.lowerBound - start < 128, isPart(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, end - range.upperBound < 128, isPart(bytes[end]) { end += 1 }
        guard end - start > range.count, end - start >= 30, bytes[start..<end].allSatisfy(isPart),
            Randomness.isSecret(bytes[start..<end], atLeast: 28, entropy: 4.2)
        else { return nil }
        return start..<end
    }

    /// The run without the backslash of an escaped quotation mark behind it.
    private var value: ArraySlice<UInt8> { bytes[range].last == 0x5C ? bytes[range].dropLast() : bytes[range] }

    private static let shownIdentifiers = ["550e8400-", "123e4567-", "12345678-", "01234567-", "f81d4fae-"]

    /// Some issuers give UUIDs as keys: those that were drawn, not those that manuals show.
    private var isDrawnIdentifier: Bool {
        let text = value
        guard Randomness.isIdentifier(text), !Self.shownIdentifiers.contains(where: { text.starts(with: $0.utf8) })
        else {
            return false
        }
        return Randomness.entropy(of: text.filter { $0 != 0x2D }) >= 3
    }

    private var isLongHexadecimal: Bool {
        value.count >= 32 && value.allSatisfy { Randomness.isHexadecimal($0) }
            && Randomness.isSecret(value, atLeast: 32, entropy: 3.0)
    }

    /// A space, a colon, an equals sign, a parenthesis or a quote, the end of a Chinese character, or a part of the token.
    private static func mayStandBefore(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x80...0xBF, 0x20, 0x28, 0x22, 0x27, 0x3A, 0x3D, 0x60, 0x2E, 0x7E, 0x2B, 0x2F: true
        default: false
        }
    }

    private static func startOfToken(before place: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        let limit = max(0, place &- 512)
        var start = place
        while start > limit, unsafe isTokenByte(bytes[start &- 1]) { start &-= 1 }
        return start
    }

    /// RFC 6750, section 2.1, without the colon that some gateways use.
    @inline(__always)
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        let low: UInt64 = 1 << 0x2B | 1 << 0x2D | 1 << 0x2E | 1 << 0x2F | 0x03FF << 0x30
        let high: UInt64 = 0x07FF_FFFE_87FF_FFFE | 1 << 0x3E
        return byte < 0x80 && (byte < 0x40 ? low : high) &>> UInt64(byte & 63) & 1 == 1
    }

    private func isBehindBearer(_ start: Int) -> Bool {
        var index = start
        while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x3A { index -= 1 }
        guard index < start, index >= 6, bytes[index - 1] | 0x20 == 0x72 else { return false }
        return zip(bytes[index - 6..<index], "bearer".utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    /// The first six characters may be shown. Source: the reliability notes of the project.
    static func finding(_ name: Message, _ range: Range<Int>, in bytes: [UInt8]) -> SafetyFinding {
        let meant = bytes[range].filter { $0 != 0x5C }
        let start = String(decoding: meant.prefix(6), as: UTF8.self)
        let space = name.chinese.utf8.first.map { $0 < 0x80 ? " " : "" } ?? ""
        return SafetyFinding(
            .secret, range, meant: meant, covered: min(range.lowerBound + 6, range.upperBound)..<range.upperBound,
            Message(
                en: "‘\(start)…’ (\(meant.count) characters) looks like \(name.english)",
                zh: "“\(start)…”（\(meant.count) 个字符）像是\(space)\(name.chinese)"),
            hint: Message(
                en: "revoke it where it was issued, and write a placeholder such as sk-xxxx instead",
                zh: "请到签发处作废它，并改写成 sk-xxxx 这样的占位符"))
    }
}
