import Bytes
import SiteModel

/// `robots.txt`: one group per purpose, from one policy. A crawler obeys only the group that names it, so every group repeats
/// what holds for all; no group has an empty line inside. Source: RFC 9309; https://contentsignals.org
package enum Robots: SiteFormat {
    package static let name = "robots"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        [OutputTask(path: "robots.txt")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        let policy = view.settings.robots
        var buffer = ByteBuffer(capacity: 2048)
        writeGroup("Search engines, and answer engines that cite", .search, policy.search, policy, &buffer)
        writeGroup("Fetches on behalf of a person", .user, policy.user, policy, &buffer)
        if let training = policy.training { writeGroup("Training of models", .training, training, policy, &buffer) }
        buffer.append("# All others\nUser-agent: *\n")
        writeRules(policy.search, policy, &buffer)
        if view.settings.wants(output: Sitemap.name) {
            buffer.append("\nSitemap: ")
            buffer.append(text: view.url("/sitemap.xml"))
            buffer.append("\n")
        }
        return [.bytes(buffer.bytes)]
    }
}

extension Robots {
    private static func writeGroup(
        _ title: StaticString, _ purpose: Crawler.Purpose, _ permission: RobotsPolicy.Permission,
        _ policy: RobotsPolicy, _ buffer: inout ByteBuffer
    ) {
        let crawlers = Crawler.all(for: purpose)
        buffer.append("# ")
        buffer.append(title)
        buffer.append(" (list of ")
        buffer.append(text: crawlers.map(\.verifiedOn).max() ?? "")
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
        buffer.append(permission == .allow ? "\nAllow: /\n" : "\nDisallow: /\n")
    }
}
