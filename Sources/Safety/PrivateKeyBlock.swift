import Diagnostics

/// Private keys in PEM. Source: RFC 7468, section 10.
enum PrivateKeyBlock {
    private static let beginning = Array("-----BEGIN ".utf8)
    private static let ending = Array("-----END ".utf8)
    private static let name = Array("PRIVATE KEY".utf8)

    static func findings(in bytes: [UInt8]) -> [SafetyFinding] {
        var found: [SafetyFinding] = []
        var index = 0
        while let start = position(of: beginning, in: bytes, from: index) {
            let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            index = start + beginning.count
            guard position(of: name, in: Array(bytes[start..<min(lineEnd, start + 80)]), from: 0) != nil else {
                continue
            }
            let limit = position(of: ending, in: bytes, from: index) ?? bytes.count
            index = limit
            let body = bytes[start..<limit]
            // A private key of any sort has more; what is shorter, or of dots, is a placeholder.
            let data = body.dropFirst(beginning.count).filter { Randomness.isAlphanumeric($0) }
            guard data.count >= 64, Randomness.isSecret(data[...], atLeast: 64, entropy: 4) else { continue }
            found.append(
                SafetyFinding(
                    .secret, start..<min(lineEnd, limit), meant: Array(body),
                    covered: min(start + beginning.count, limit)..<limit,
                    Message(en: "a private key in PEM begins here", zh: "从这里开始是一段 PEM 私钥"),
                    hint: Message(en: "replace the key pair, and write dots instead", zh: "请更换密钥对，并改写成省略号")))
        }
        return found
    }

    private static func position(of word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while let first = bytes[index...].firstIndex(of: word[0]), first + word.count <= bytes.count {
            if bytes[first..<first + word.count].elementsEqual(word) { return first }
            index = first + 1
        }
        return nil
    }
}
