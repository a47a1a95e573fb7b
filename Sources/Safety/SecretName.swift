/// Names that say of a value that it is a secret: `api_key: …`, `"client_secret": "…"`, `X-API-Key=…`.
enum SecretName {
    private static let words = [
        "apikey", "secretkey", "accesskey", "privatekey", "clientsecret", "secret", "password", "passwd", "authtoken",
        "accesstoken", "apitoken", "bearertoken", "appkey", "signingkey", "authkey",
    ].map { Array($0.utf8) }

    /// Whether such a name, a colon or an equals sign, and perhaps quotes and spaces stand before a value.
    static func stands(before value: Int, in bytes: [UInt8]) -> Bool {
        var index = value
        skip(&index, bytes, [0x20, 0x22, 0x27, 0x5C, 0x60])
        guard index > 0, bytes[index - 1] == 0x3A || bytes[index - 1] == 0x3D else { return false }
        index -= 1
        skip(&index, bytes, [0x20, 0x22, 0x27, 0x5C, 0x60])
        let end = index
        while index > 0, end - index < 48, KeyRun.isMember(bytes[index - 1]) || bytes[index - 1] == 0x2E { index -= 1 }
        let name = bytes[index..<end].filter { Randomness.isAlphanumeric($0) }.map { $0 | 0x20 }
        return words.contains { name.suffix($0.count).elementsEqual($0) }
    }

    private static func skip(_ index: inout Int, _ bytes: [UInt8], _ skipped: [UInt8]) {
        let limit = max(0, index - 4)
        while index > limit, skipped.contains(bytes[index - 1]) { index -= 1 }
    }
}
