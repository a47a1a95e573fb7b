import Diagnostics

/// Names of machines that only a company's own network knows. Only where an address or a mailbox is written: `config.local` may
/// well be a file, and `com.example.internal` a package. Source: RFC 6762, appendix G; ICANN board resolution 2024.07.29.06.
enum InternalName {
    /// Where one may stand is decided by its first letter, in `SafetyScan`.
    private static let endings = ["local", "internal", "lan", "corp"].map { Array($0.utf8) }
    /// Names that everybody's machines know.
    private static let common = ["host.docker.internal", "gateway.docker.internal", "metadata.google.internal"]

    /// - Parameter point: of a full stop before one of these endings.
    static func finding(behindPoint point: Int, in bytes: [UInt8]) -> SafetyFinding? {
        guard let ending = endings.first(where: { isThere($0, point + 1, bytes) }) else { return nil }
        let end = point + 1 + ending.count
        var start = point
        while start > 0, point - start < 253, isPart(bytes[start - 1]) { start -= 1 }
        guard start < point, bytes[start] != 0x2E, isMentioned(start..<end, bytes) else { return nil }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard !common.contains(text.lowercased()) else { return nil }
        // Only the ending is said: a key may stand in a name, and no message may hold one.
        let known = String(decoding: ending, as: UTF8.self)
        return SafetyFinding(
            .privateAddress, start..<end, meant: Array(bytes[start..<end]),
            Message(en: "a name that ends in .\(known) is one of a private network", zh: "以 .\(known) 结尾的是内网主机名"),
            hint: Message(
                en: "write a documentation name such as gateway.example or a public host name",
                zh: "请改用文档专用域名（如 gateway.example）或公网域名"))
    }

    private static func isThere(_ name: [UInt8], _ start: Int, _ bytes: [UInt8]) -> Bool {
        let end = start + name.count
        guard end <= bytes.count else { return false }
        for offset in name.indices where bytes[start + offset] | 0x20 != name[offset] { return false }
        guard end < bytes.count else { return true }
        // A full stop may end the sentence or the name.
        if bytes[end] == 0x2E { return end + 1 >= bytes.count || !isPart(bytes[end + 1]) }
        return !isPart(bytes[end])
    }

    /// Behind a scheme or a mailbox, or before a port.
    private static func isMentioned(_ name: Range<Int>, _ bytes: [UInt8]) -> Bool {
        if name.lowerBound > 0, bytes[name.lowerBound - 1] == 0x40 { return true }
        if name.lowerBound > 2, bytes[name.lowerBound - 3..<name.lowerBound].elementsEqual("://".utf8) { return true }
        let end = name.upperBound
        return end + 1 < bytes.count && bytes[end] == 0x3A && (0x30...0x39).contains(bytes[end + 1])
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        Randomness.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
}
