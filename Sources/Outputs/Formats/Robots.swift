import Bytes
package import Diagnostics
package import SiteModel

/// `robots.txt`: one group per purpose, from one policy. A crawler obeys only the group that names it, so every group repeats
/// what holds for all; no group has an empty line inside. Source: RFC 9309; https://contentsignals.org
package enum Robots: SiteFormat {
    package static let name = "robots"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        [OutputTask(path: "robots.txt")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        [.bytes(Array(text(view).utf8))]
    }

    /// What is known of a crawler beyond the rules; nil for names that the list doesn't have.
    package static func remark(on token: String, in crawlers: [Crawler]) -> Message? {
        guard let crawler = crawlers.named(token) else { return nil }
        let day = crawler.verifiedOn.day
        switch crawler.compliance {
        case .obeys:
            return Message(en: "its operator says that it obeys (read on \(day))", zh: "运营方文档称会遵守（\(day) 核对）")
        case .mayIgnore:
            return Message(en: "its operator says that it may not obey (read on \(day))", zh: "运营方文档称可能不遵守（\(day) 核对）")
        case .unverified:
            return Message(
                en: "no document of its operator was found, so the rule promises nothing (\(day))",
                zh: "没有找到运营方的说明，规则不保证有效（\(day)）")
        }
    }

    /// The whole file.
    package static func text(_ view: SiteView) -> String {
        let policy = view.settings.robots
        var buffer = ByteBuffer(capacity: 2048)
        for purpose in Crawler.Purpose.allCases {
            // Nothing is said to crawlers that train unless the owner decided.
            guard let permission = policy.permission(for: purpose) else { continue }
            let crawlers = view.settings.crawlers.filter { $0.purpose == purpose }
            if !crawlers.isEmpty { writeGroup(title(of: purpose), crawlers, permission, policy, &buffer) }
        }
        buffer.append("# All others\nUser-agent: *\n")
        writeRules(policy.search, policy, &buffer)
        if view.settings.wants(output: Sitemap.name) {
            buffer.append("\nSitemap: ")
            buffer.append(text: view.url("/sitemap.xml"))
            buffer.append("\n")
        }
        return buffer.text
    }
}

extension Robots {
    private static func title(of purpose: Crawler.Purpose) -> StaticString {
        switch purpose {
        case .search: "Search engines, and answer engines that cite"
        case .user: "Fetches on behalf of a person"
        case .training: "Training of models"
        }
    }

    private static func writeGroup(
        _ title: StaticString, _ crawlers: [Crawler], _ permission: RobotsPolicy.Permission,
        _ policy: RobotsPolicy, _ buffer: inout ByteBuffer
    ) {
        buffer.append("# ")
        buffer.append(title)
        buffer.append(" (list of ")
        buffer.append(text: crawlers.map(\.verifiedOn).max()?.day ?? "")
        buffer.append(")\n")
        writeRemark("May not obey: ", crawlers.filter { $0.compliance == .mayIgnore }, &buffer)
        writeRemark("Not documented by its operator: ", crawlers.filter { $0.compliance == .unverified }, &buffer)
        for crawler in crawlers {
            buffer.append("User-agent: ")
            buffer.append(text: crawler.token)
            buffer.append("\n")
        }
        writeRules(permission, policy, &buffer)
        buffer.append("\n")
    }

    private static func writeRemark(_ remark: StaticString, _ crawlers: [Crawler], _ buffer: inout ByteBuffer) {
        guard !crawlers.isEmpty else { return }
        buffer.append("# ")
        buffer.append(remark)
        buffer.append(text: crawlers.map(\.token).joined(separator: ", "))
        buffer.append("\n")
    }

    /// What every group repeats, and what it may fetch.
    private static func writeRules(
        _ permission: RobotsPolicy.Permission, _ policy: RobotsPolicy, _ buffer: inout ByteBuffer
    ) {
        buffer.append("Content-Signal: search=")
        buffer.append(policy.search == .allow ? "yes" : "no")
        buffer.append(", ai-input=")
        buffer.append(policy.user == .allow ? "yes" : "no")
        // Nothing is said about training unless the owner decided.
        if let training = policy.training {
            buffer.append(", ai-train=")
            buffer.append(training == .allow ? "yes" : "no")
        }
        buffer.append("\n")
        // The longest match counts, so what is refused to all may stand beside what is allowed. Source: RFC 9309, section 2.2.2.
        for path in policy.disallowed where permission == .allow {
            buffer.append("Disallow: ")
            buffer.append(urlEncoded: path)
            buffer.append("\n")
        }
        buffer.append(permission == .allow ? "Allow: /\n" : "Disallow: /\n")
    }
}
