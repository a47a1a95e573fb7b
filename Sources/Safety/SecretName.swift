/// Names that say of a value that it is a secret: `api_key: …`, `"client_secret": "…"`, `--api-key …`, `密钥：…`.
enum SecretName {
    private static let words = [
        "apikey", "secretkey", "accesskey", "privatekey", "clientsecret", "secret", "password", "passwd", "authtoken",
        "accesstoken", "apitoken", "bearertoken", "appkey", "signingkey", "authkey", "subscriptionkey",
    ].map { Array($0.utf8) }
    private static let chineseWords = ["密钥", "令牌", "密码", "口令"].map { Array($0.utf8) }
    /// Between a name and its value in Chinese.
    private static let chineseSigns = ["：", "是", "为"].map { Array($0.utf8) }
    /// What is called in order to ask for a secret, not to give one.
    private static let questions = ["get", "read", "load", "fetch", "find", "resolve"].map { Array($0.utf8) }
    /// Around names and values: a space, quotes, a backslash, a backtick.
    private static let around: [UInt8] = [0x20, 0x22, 0x27, 0x5C, 0x60]

    /// Whether such a name, a sign between them, and perhaps quotes and spaces stand before a value.
    static func stands(before value: Int, in bytes: [UInt8]) -> Bool {
        var index = value
        skip(&index, bytes, around)
        guard let sign = skipSign(&index, bytes) else { return false }
        skip(&index, bytes, around)
        if chineseWords.contains(where: { ends(bytes, at: index, with: $0) }) { return true }
        let written = name(endingAt: index, in: bytes)
        var name = plain(bytes[written])
        // “API Key”, in two words.
        if name == Array("key".utf8), written.lowerBound >= 4 {
            let start = bytes[written.lowerBound - 4..<written.lowerBound].map { $0 | 0x20 }
            if start == Array("api ".utf8) { name = Array("apikey".utf8) }
        }
        switch sign {
        case .option: return bytes[written].starts(with: [0x2D, 0x2D]) && isSecret(name)
        case .call: return isSecret(name) && !questions.contains { name.starts(with: $0) }
        case .value where name.elementsEqual("value".utf8):
            return isSecret(plain(bytes[Self.name(beside: written.lowerBound, in: bytes)]))
        case .value: return isSecret(name)
        }
    }

    private enum Sign {
        /// A colon, an equals sign or an arrow.
        case value
        /// `setApiKey("…")`.
        case call
        /// `--api-key …`.
        case option
    }

    private static func skipSign(_ index: inout Int, _ bytes: [UInt8]) -> Sign? {
        guard index > 0 else { return nil }
        if let sign = chineseSigns.first(where: { ends(bytes, at: index, with: $0) }) {
            index -= sign.count
            return .value
        }
        switch bytes[index - 1] {
        case 0x3E where index > 1 && bytes[index - 2] == 0x3D:
            index -= 2
            return .value
        case 0x3A, 0x3D:
            index -= 1
            return .value
        case 0x28:
            index -= 1
            return .call
        default: return KeyRun.isMember(bytes[index - 1]) ? .option : nil
        }
    }

    /// What a setting is called whose value has a name of its own: `name: API_KEY` and then `value: …`, `name="api_key" value="…"`.
    private static func name(beside value: Int, in bytes: [UInt8]) -> Range<Int> {
        var index = value
        let limit = max(0, index - 64)
        while index > limit, around.contains(bytes[index - 1]) || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x2C {
            index -= 1
        }
        return name(endingAt: index, in: bytes)
    }

    private static func name(endingAt end: Int, in bytes: [UInt8]) -> Range<Int> {
        var index = end
        while index > 0, end - index < 48, KeyRun.isMember(bytes[index - 1]) || bytes[index - 1] == 0x2E { index -= 1 }
        return index..<end
    }

    private static func plain(_ name: ArraySlice<UInt8>) -> [UInt8] {
        name.filter { Randomness.isAlphanumeric($0) }.map { $0 | 0x20 }
    }

    private static func isSecret(_ name: [UInt8]) -> Bool {
        words.contains { name.suffix($0.count).elementsEqual($0) }
    }

    private static func ends(_ bytes: [UInt8], at end: Int, with word: [UInt8]) -> Bool {
        end >= word.count && bytes[end - word.count..<end].elementsEqual(word)
    }

    private static func skip(_ index: inout Int, _ bytes: [UInt8], _ skipped: [UInt8]) {
        let limit = max(0, index - 4)
        while index > limit, skipped.contains(bytes[index - 1]) { index -= 1 }
    }
}
