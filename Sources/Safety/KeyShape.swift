import Diagnostics

/// How the keys of one issuer begin, and what follows. Gateways of the one-api family issue `sk-` and 48 letters and digits.
struct KeyShape: Sendable {
    enum Alphabet: Sendable {
        /// Letters, digits, `-` and `_`.
        case url
        /// Letters and digits.
        case alphanumeric
        /// Capital letters and digits.
        case capitals
    }

    let prefix: [UInt8]
    let name: Message
    let alphabet: Alphabet
    /// Characters behind the prefix.
    let length: ClosedRange<Int>
    /// In bits for each character.
    let entropy: Double

    private init(
        _ prefix: String, _ alphabet: Alphabet, _ length: ClosedRange<Int>, _ name: Message, entropy: Double = 3
    ) {
        self.prefix = Array(prefix.utf8)
        self.alphabet = alphabet
        self.length = length
        self.name = name
        self.entropy = entropy
    }

    /// Longer beginnings stand before shorter ones.
    static let all: [KeyShape] = [
        KeyShape("sk-ant-", .url, 20...400, Message(en: "an Anthropic key", zh: "Anthropic 密钥")),
        KeyShape("sk-or-", .url, 20...400, Message(en: "an OpenRouter key", zh: "OpenRouter 密钥")),
        KeyShape("sk-", .url, 20...400, Message(en: "an OpenAI or relay key", zh: "OpenAI 或中转站密钥")),
        KeyShape("sk_live_", .alphanumeric, 16...400, Message(en: "a Stripe key", zh: "Stripe 密钥")),
        KeyShape("sk_test_", .alphanumeric, 16...400, Message(en: "a Stripe test key", zh: "Stripe 测试密钥")),
        KeyShape("sk_", .alphanumeric, 40...64, Message(en: "a key of a speech or relay service", zh: "语音或中转服务的密钥")),
        KeyShape("rk_live_", .alphanumeric, 16...400, Message(en: "a Stripe key", zh: "Stripe 密钥")),
        KeyShape("AIza", .url, 35...35, Message(en: "a Google API key", zh: "Google API 密钥")),
        KeyShape("GOCSPX-", .url, 24...40, Message(en: "a Google OAuth secret", zh: "Google OAuth 密钥")),
        KeyShape("LTAI", .alphanumeric, 12...26, Message(en: "an Aliyun AccessKey", zh: "阿里云 AccessKey"), entropy: 2.5),
        KeyShape("AKID", .alphanumeric, 28...40, Message(en: "a Tencent Cloud SecretId", zh: "腾讯云 SecretId")),
        KeyShape("AKIA", .capitals, 16...16, Message(en: "an AWS access key", zh: "AWS 访问密钥"), entropy: 2.5),
        KeyShape("ASIA", .capitals, 16...16, Message(en: "an AWS access key", zh: "AWS 访问密钥"), entropy: 2.5),
        KeyShape("github_pat_", .url, 22...200, Message(en: "a GitHub token", zh: "GitHub 令牌")),
        KeyShape("ghp_", .alphanumeric, 30...255, Message(en: "a GitHub token", zh: "GitHub 令牌")),
        KeyShape("gho_", .alphanumeric, 30...255, Message(en: "a GitHub token", zh: "GitHub 令牌")),
        KeyShape("ghu_", .alphanumeric, 30...255, Message(en: "a GitHub token", zh: "GitHub 令牌")),
        KeyShape("ghs_", .alphanumeric, 30...255, Message(en: "a GitHub token", zh: "GitHub 令牌")),
        KeyShape("ghr_", .alphanumeric, 30...255, Message(en: "a GitHub token", zh: "GitHub 令牌")),
        KeyShape("glpat-", .url, 20...200, Message(en: "a GitLab token", zh: "GitLab 令牌")),
        KeyShape("hf_", .alphanumeric, 30...60, Message(en: "a Hugging Face token", zh: "Hugging Face 令牌")),
        KeyShape("gsk_", .alphanumeric, 40...80, Message(en: "a Groq key", zh: "Groq 密钥")),
        KeyShape("xai-", .alphanumeric, 40...120, Message(en: "an xAI key", zh: "xAI 密钥")),
        KeyShape("nvapi-", .url, 40...120, Message(en: "an NVIDIA key", zh: "NVIDIA 密钥")),
        KeyShape("pplx-", .alphanumeric, 32...80, Message(en: "a Perplexity key", zh: "Perplexity 密钥")),
        KeyShape("r8_", .alphanumeric, 32...60, Message(en: "a Replicate token", zh: "Replicate 令牌")),
        KeyShape("fw_", .alphanumeric, 20...40, Message(en: "a Fireworks key", zh: "Fireworks 密钥")),
        KeyShape("csk-", .alphanumeric, 40...64, Message(en: "a Cerebras key", zh: "Cerebras 密钥")),
        KeyShape("tvly-", .url, 28...100, Message(en: "a Tavily key", zh: "Tavily 密钥")),
        KeyShape("jina_", .alphanumeric, 40...80, Message(en: "a Jina key", zh: "Jina 密钥")),
        KeyShape("pcsk_", .url, 40...100, Message(en: "a Pinecone key", zh: "Pinecone 密钥")),
        KeyShape("e2b_", .alphanumeric, 36...64, Message(en: "an E2B key", zh: "E2B 密钥")),
        KeyShape("lsv2_", .url, 32...80, Message(en: "a LangSmith key", zh: "LangSmith 密钥")),
        KeyShape("ALTAK-", .alphanumeric, 16...32, Message(en: "a Baidu Cloud key", zh: "百度智能云密钥")),
        KeyShape("dapi", .alphanumeric, 32...34, Message(en: "a Databricks token", zh: "Databricks 令牌")),
        KeyShape("dop_v1_", .alphanumeric, 64...64, Message(en: "a DigitalOcean token", zh: "DigitalOcean 令牌")),
        KeyShape("dckr_pat_", .url, 24...40, Message(en: "a Docker token", zh: "Docker 令牌")),
        KeyShape("pypi-", .url, 80...400, Message(en: "a PyPI token", zh: "PyPI 令牌")),
        KeyShape("sbp_", .alphanumeric, 40...40, Message(en: "a Supabase token", zh: "Supabase 令牌")),
        KeyShape("ntn_", .alphanumeric, 40...60, Message(en: "a Notion token", zh: "Notion 令牌")),
        KeyShape("lin_api_", .alphanumeric, 32...60, Message(en: "a Linear key", zh: "Linear 密钥")),
        KeyShape("npm_", .alphanumeric, 36...36, Message(en: "an npm token", zh: "npm 令牌")),
        KeyShape("xoxb-", .url, 20...200, Message(en: "a Slack token", zh: "Slack 令牌")),
        KeyShape("xoxp-", .url, 20...200, Message(en: "a Slack token", zh: "Slack 令牌")),
    ]

    /// Whether a prefix may begin with these two bytes: most runs hold none. A backslash may stand between them.
    @inline(__always)
    static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        switch UInt16(first) << 8 | UInt16(second) {
        case 0x736B, 0x726B, 0x4149, 0x474F, 0x4C54, 0x414B, 0x4153, 0x6769, 0x6768, 0x676C, 0x6866, 0x6773,
            0x7861, 0x6E76, 0x7070, 0x7238, 0x6E70, 0x786F,
            0x6677, 0x6373, 0x7476, 0x6A69, 0x7063, 0x6532, 0x6C73, 0x414C, 0x6461, 0x646F, 0x6463, 0x7079, 0x7362,
            0x6E74, 0x6C69:
            true
        default: false
        }
    }

    /// Where a key of this shape ends; nil when it is none, or a placeholder.
    ///
    /// - Parameter range: from where the prefix may stand to the end of the run.
    func end(of bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard let start = endOfPrefix(in: bytes, range) else { return nil }
        var end = start
        while end < range.upperBound, isMember(bytes[end]) { end += 1 }
        // A longer word of the same letters is something else.
        if alphabet != .url, end < range.upperBound, Randomness.isAlphanumeric(bytes[end]) { return nil }
        let tail = bytes[start..<end]
        guard length.contains(tail.count { $0 != 0x5C }),
            Randomness.isSecret(
                tail, atLeast: min(length.lowerBound, 16), entropy: entropy, isMixed: alphabet != .capitals)
        else { return nil }
        return end
    }

    /// Markdown may have a backslash before a sign.
    private func endOfPrefix(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        for byte in prefix {
            if index < range.upperBound, bytes[index] == 0x5C { index += 1 }
            guard index < range.upperBound, bytes[index] == byte else { return nil }
            index += 1
        }
        return index
    }

    private func isMember(_ byte: UInt8) -> Bool {
        switch alphabet {
        case .url: true
        case .alphanumeric: Randomness.isAlphanumeric(byte)
        case .capitals: (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        }
    }
}
