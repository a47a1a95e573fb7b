/// The crawlers of 2026 by purpose, then by token. Sources, by operator:
/// OpenAI https://developers.openai.com/api/docs/bots
/// Anthropic https://support.claude.com/en/articles/8896518
/// Google https://developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers
/// Perplexity https://docs.perplexity.ai/guides/bots
/// Microsoft https://www.bing.com/webmasters/help/which-crawlers-does-bing-use-8c184ec0
/// Apple https://support.apple.com/en-us/119829
/// Meta https://developers.facebook.com/docs/sharing/webmasters/web-crawlers
/// Amazon https://developer.amazon.com/amazonbot
/// Baidu https://www.baidu.com/search/robots_english.html
extension Crawler {
    static let all: [Crawler] = [
        // Search engines of China without a page of their own on this in English: known by their logs.
        Crawler("360Spider", .search, .unverified),
        Crawler("Amzn-SearchBot", .search, .obeys),
        Crawler("Applebot", .search, .obeys),
        Crawler("Baiduspider", .search, .obeys),
        Crawler("Bingbot", .search, .obeys),
        Crawler("Claude-SearchBot", .search, .obeys),
        Crawler("Googlebot", .search, .obeys),
        Crawler("OAI-SearchBot", .search, .obeys),
        Crawler("PerplexityBot", .search, .obeys),
        Crawler("PetalBot", .search, .unverified),
        Crawler("Sogou web spider", .search, .unverified),
        Crawler("YisouSpider", .search, .unverified),

        Crawler("Amzn-User", .user, .obeys),
        Crawler("ChatGPT-User", .user, .mayIgnore),
        Crawler("Claude-User", .user, .obeys),
        Crawler("DuckAssistBot", .user, .obeys),
        Crawler("Google-Agent", .user, .mayIgnore),
        Crawler("MistralAI-User", .user, .obeys),
        Crawler("Perplexity-User", .user, .mayIgnore),
        Crawler("meta-externalfetcher", .user, .mayIgnore),

        Crawler("Amazonbot", .training, .obeys),
        // Tokens that are never seen in a log: they only say what content may be used for.
        Crawler("Applebot-Extended", .training, .obeys),
        Crawler("Bytespider", .training, .unverified),
        Crawler("CCBot", .training, .obeys),
        Crawler("ChatGLM-Spider", .training, .unverified),
        Crawler("ClaudeBot", .training, .obeys),
        Crawler("GPTBot", .training, .obeys),
        Crawler("Google-Extended", .training, .obeys),
        Crawler("PanguBot", .training, .unverified),
        Crawler("meta-externalagent", .training, .obeys),
    ]

    private init(_ token: String, _ purpose: Purpose, _ compliance: Compliance, on day: String = "2026-11-23") {
        self.init(token: token, purpose: purpose, compliance: compliance, verifiedOn: day)
    }
}
