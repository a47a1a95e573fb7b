import Bytes
package import SiteModel

/// `robots.txt`: one group for each purpose, from the policy in the settings. Source: RFC 9309; https://contentsignals.org
package enum RobotsText: SiteFormat {
    package static let name = "robots"

    /// Product tokens by purpose, as their operators document them; verified 2026-11-23.
    private static let search = [
        "OAI-SearchBot", "Claude-SearchBot", "PerplexityBot", "Googlebot", "bingbot", "Applebot", "Amzn-SearchBot",
        "Baiduspider",
    ]
    private static let user = ["ChatGPT-User", "Claude-User", "Perplexity-User", "MistralAI-User", "DuckAssistBot"]
    private static let training = [
        "GPTBot", "ClaudeBot", "Google-Extended", "Applebot-Extended", "meta-externalagent", "Amazonbot", "CCBot",
        "Bytespider",
    ]

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        [OutputTask(path: "robots.txt")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        let policy = view.settings.robots
        let signal = signal(of: policy)
        var buffer = ByteBuffer(capacity: 2048)
        group(["*"], .allow, signal, &buffer)
        group(search, policy.search, signal, &buffer)
        group(user, policy.user, signal, &buffer)
        if let permission = policy.training { group(training, permission, signal, &buffer) }
        buffer.append(text: "Sitemap: " + view.url("/sitemap.xml") + "\n")
        return [.bytes(buffer.bytes)]
    }

    /// A crawler obeys its own group alone, so each repeats the rules.
    private static func group(
        _ agents: [String], _ permission: RobotsPolicy.Permission, _ signal: String, _ buffer: inout ByteBuffer
    ) {
        for agent in agents { buffer.append(text: "User-agent: \(agent)\n") }
        buffer.append(text: signal)
        buffer.append(permission == .allow ? "Allow: /\n\n" : "Disallow: /\n\n")
    }

    private static func signal(of policy: RobotsPolicy) -> String {
        func word(_ permission: RobotsPolicy.Permission) -> String { permission == .allow ? "yes" : "no" }
        var parts = ["search=\(word(policy.search))", "ai-input=\(word(policy.user))"]
        if let training = policy.training { parts.append("ai-train=\(word(training))") }
        return "Content-Signal: \(parts.joined(separator: ", "))\n"
    }
}
