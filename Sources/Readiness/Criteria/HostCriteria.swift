import Diagnostics
import Outputs
import SiteModel

/// What scorers ask of a host, as far as its configuration tells. Sources: Agent-Friendly Documentation Spec 0.5.0; a14y 0.2.0;
/// Dualmark 1.0. What only a request can tell (walls before pages, what a network in front changes) is not judged.
enum HostCriteria {
    static let all: [SiteCriterion] = [
        needing(.negotiation, "content-negotiation", .medium, en: "Markdown by Accept", zh: "按 Accept 返回 Markdown"),
        needing(
            .linkHeaders, "link-headers", .low, en: "Link headers on pages and twins", zh: "网页与 Markdown 版本带 Link 头"),
        needing(.ownHeaders, "content-types", .medium, en: "types with charset", zh: "类型带字符集"),
        needing(.ownHeaders, "cache-rules", .low, en: "copies are asked about", zh: "缓存须重新验证"),
        needing(.redirects, "redirects-by-status", .medium, en: "old addresses answer 301", zh: "旧地址返回 301"),
        SiteCriterion("redirects-inside", .low, en: "redirects stay on the site", zh: "重定向留在本站") { site in
            let base = site.settings.baseURL
            let away = site.redirectTargets.filter { !$0.hasPrefix("/") && $0 != base && !$0.hasPrefix(base + "/") }
            guard !site.redirectTargets.isEmpty else { return .notApplicable }
            guard let first = away.first else { return .pass }
            return .warn(
                Message(
                    en: "\(away.count) redirects lead to another site, such as \(first)",
                    zh: "\(away.count) 条重定向指向其他网站，例如 \(first)"))
        },
    ]

    /// Met when the site's host can do it, or when no host is named and the files for one that can were written.
    private static func needing(
        _ ability: HostStatement.Ability, _ id: String, _ weight: Weight, en: String, zh: String
    ) -> SiteCriterion {
        SiteCriterion(id, weight, en: en, zh: zh) { site in
            let hosts = HostStatement.all.filter { statement in
                site.settings.machines.host.map { $0 == statement.host } ?? true
            }
            let able = hosts.filter { $0.can(ability) }
            if able.contains(where: { $0.files.contains { site.paths.contains($0) } }) { return .pass }
            guard let host = site.settings.machines.host else {
                return .fail(
                    Message(
                        en: "neither deploy/nginx.conf nor deploy/Caddyfile nor another host's file is written",
                        zh: "没有 deploy/nginx.conf、deploy/Caddyfile 或其他主机的配置"))
            }
            return .fail(
                Message(
                    en: "not enforceable on \(host.rawValue) (‘citable explain hosts’)",
                    zh: "在 \(host.rawValue) 上做不到（见 citable explain hosts）"))
        }
    }
}
