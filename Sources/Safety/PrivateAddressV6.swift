import Diagnostics

/// IPv6 addresses of private networks and of a single link. Networks (`fd00::/8`) tell nothing. Source: RFC 4193, section 3; RFC 4291,
/// sections 2.2 and 2.5.6.
enum PrivateAddressV6 {
    /// - Parameter start: perhaps of an F four places before a colon.
    static func finding(at start: Int, in bytes: [UInt8]) -> SafetyFinding? {
        guard start + 5 < bytes.count, bytes[start + 4] == 0x3A, bytes[start] | 0x20 == 0x66 else { return nil }
        if bytes[start + 1] | 0x20 == 0x66 { return mapped(at: start, in: bytes) }
        guard isPrivate(bytes[start + 1], bytes[start + 2]), isHexadecimal(bytes[start + 3]),
            start == 0 || !isWord(bytes[start - 1])
        else { return nil }
        var end = start
        while end < bytes.count, isHexadecimal(bytes[end]) || bytes[end] == 0x3A { end += 1 }
        // A colon may belong to the sentence.
        if bytes[end - 1] == 0x3A, bytes[end - 2] != 0x3A { end -= 1 }
        guard isAddress(bytes[start..<end]), isEnd(end, bytes) else { return nil }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return SafetyFinding(
            .privateAddress, start..<end, meant: Array(bytes[start..<end]),
            Message(en: "\(text) is an address of a private network", zh: "\(text) 是内网地址"),
            hint: Message(
                en: "write a documentation address such as 2001:db8::1 or a public host name",
                zh: "请改用文档专用地址（如 2001:db8::1）或公网域名"))
    }

    /// An IPv4 address in hexadecimal: `::ffff:a00:1`. Source: RFC 4291, section 2.5.5.2.
    private static func mapped(at start: Int, in bytes: [UInt8]) -> SafetyFinding? {
        guard start >= 2,
            bytes[start - 2..<start + 5].elementsEqual("::ffff:".utf8)
                || bytes[start - 2..<start + 5].elementsEqual("::FFFF:".utf8)
        else { return nil }
        var end = start + 5
        while end < bytes.count, isHexadecimal(bytes[end]) || bytes[end] == 0x3A { end += 1 }
        let halves = bytes[(start + 5)..<end].split(separator: 0x3A).map {
            Int(String(decoding: $0, as: UTF8.self), radix: 16) ?? 0x10000
        }
        guard halves.count == 2, halves.allSatisfy({ $0 < 0x10000 }), isEnd(end, bytes),
            PrivateAddress.isPrivate(halves.flatMap { [$0 >> 8, $0 & 0xFF] })
        else { return nil }
        let plain = halves.flatMap { [$0 >> 8, $0 & 0xFF] }.map { String($0) }.joined(separator: ".")
        return PrivateAddress.finding(start - 2..<end, in: bytes, plain: plain)
    }

    /// `fc00::/7`, or `fe80::/10`.
    private static func isPrivate(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second | 0x20 {
        case 0x63, 0x64: isHexadecimal(third)
        case 0x65: [0x38, 0x39, 0x61, 0x62].contains(third | 0x20)
        default: false
        }
    }

    /// Eight groups, or fewer with one gap that is not the end.
    private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
        let groups = text.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.count <= 4 }), groups.last?.isEmpty == false else { return false }
        let gaps = groups.count { $0.isEmpty }
        return gaps == 0 ? groups.count == 8 : gaps == 1 && groups.count <= 8
    }

    /// What follows makes neither a network of it nor the loopback interface, nor is it a part of a longer name.
    private static func isEnd(_ index: Int, _ bytes: [UInt8]) -> Bool {
        guard index < bytes.count else { return true }
        if bytes[index] == 0x2F { return index + 1 >= bytes.count || !(0x30...0x39).contains(bytes[index + 1]) }
        return !isWord(bytes[index]) && !bytes[index...].starts(with: "%lo".utf8)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        Randomness.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D || byte == 0x3A
    }
}
