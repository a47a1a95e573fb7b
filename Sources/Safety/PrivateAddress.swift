import Diagnostics

/// Addresses of private networks: where a company's own machines stand is nobody's business. Loopback is everybody's own, and a whole
/// network (`10.0.0.0/8`) tells nothing. Source: RFC 1918, section 3; RFC 3927; RFC 6598.
enum PrivateAddress {
    /// - Parameter place: of a full stop.
    static func finding(behindFirstPart place: Int, in bytes: [UInt8]) -> SafetyFinding? {
        var start = place
        while start > 0, place - start < 4, isDigit(bytes[start - 1]) { start -= 1 }
        guard start < place, start == 0 || !isWord(bytes[start - 1]) else { return nil }
        var index = start
        var parts: [Int] = []
        while parts.count < 4 {
            guard let part = number(&index, bytes) else { return nil }
            parts.append(part)
            if parts.count < 4 {
                guard index < bytes.count, bytes[index] == 0x2E else { return nil }
                index += 1
            }
        }
        guard isPrivate(parts), parts[3] != 0, parts[3] != 255, isEnd(index, bytes) else { return nil }
        return finding(start..<index, in: bytes)
    }

    /// - Parameter plain: the address as people write it; nil where it stands so.
    static func finding(_ range: Range<Int>, in bytes: [UInt8], plain: String? = nil) -> SafetyFinding {
        let text = String(decoding: bytes[range], as: UTF8.self)
        let message =
            plain.map { Message(en: "\(text) is \($0), an address of a private network", zh: "\(text) 就是 \($0)，是内网地址") }
            ?? Message(en: "\(text) is an address of a private network", zh: "\(text) 是内网地址")
        return SafetyFinding(
            .privateAddress, range, meant: Array(bytes[range]), message,
            hint: Message(
                en: "write a documentation address such as 192.0.2.1 or a public host name",
                zh: "请改用文档专用地址（如 192.0.2.1）或公网域名"))
    }

    static func isPrivate(_ parts: [Int]) -> Bool {
        switch parts[0] {
        case 10: true
        case 172: (16...31).contains(parts[1])
        case 192: parts[1] == 168
        // Where every cloud's machines ask for their own data is no secret.
        case 169: parts[1] == 254 && parts != [169, 254, 169, 254]
        case 100: (64...127).contains(parts[1])
        default: false
        }
    }

    /// At most three digits, at most 255.
    private static func number(_ index: inout Int, _ bytes: [UInt8]) -> Int? {
        let start = index
        var value = 0
        while index < bytes.count, index - start < 3, isDigit(bytes[index]) {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return index > start && value <= 255 ? value : nil
    }

    /// Neither a fifth part nor a letter follows: then it is a version.
    private static func isEnd(_ index: Int, _ bytes: [UInt8]) -> Bool {
        guard index < bytes.count else { return true }
        if bytes[index] == 0x2E { return index + 1 >= bytes.count || !isDigit(bytes[index + 1]) }
        return !isWord(bytes[index])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        Randomness.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E
    }
}
