import Diagnostics

/// A signed JSON web token: three parts in base64url, of which the first is a JSON object. Source: RFC 7519, section 3.
enum WebToken {
    /// `{"sub":"1234567890"`, which every tutorial shows.
    private static let tutorial = Array("eyJzdWIiOiIxMjM0NTY3ODkwI".utf8)

    static func finding(at start: Int, in bytes: [UInt8]) -> SafetyFinding? {
        guard bytes[start...].starts(with: "eyJ".utf8) else { return nil }
        var parts: [Range<Int>] = []
        var index = start
        while parts.count < 3 {
            let from = index
            while index < bytes.count, KeyRun.isMember(bytes[index]), bytes[index] != 0x5C { index += 1 }
            parts.append(from..<index)
            guard parts.count < 3 else { break }
            guard index < bytes.count, bytes[index] == 0x2E else { return nil }
            index += 1
        }
        let (payload, signature) = (bytes[parts[1]], bytes[parts[2]])
        guard parts[0].count >= 16, payload.count >= 10, signature.count >= 20, !payload.starts(with: tutorial),
            Randomness.isSecret(signature, atLeast: 16, entropy: 3)
        else { return nil }
        return KeyRun.finding(
            Message(en: "a JSON web token", zh: "JWT 令牌"), start..<index, in: bytes)
    }
}
