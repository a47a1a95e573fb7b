import Diagnostics
import Outputs
import SiteModel

/// What scorers look for in robots.txt and in what a host sends. Sources: a14y 0.2.0; isitagentready.com; Dualmark 1.0; RFC 9309.
enum PolicyCriteria {
    private static let searchers = [
        "OAI-SearchBot", "Claude-SearchBot", "PerplexityBot", "Googlebot", "Applebot", "Bingbot", "Baiduspider",
    ]
    private static let trainers = ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended"]

    static let all: [SiteCriterion] = [
        SiteCriterion("robots", .high, en: "robots.txt", zh: "有 robots.txt") { site in
            .when(site.text("robots.txt") != nil, en: "no robots.txt", zh: "没有 robots.txt")
        },
        SiteCriterion("robots-search", .high, en: "crawlers that cite may come", zh: "允许会引用内容的爬虫") { site in
            let rules = RobotsText(site.text("robots.txt") ?? "")
            let refused = searchers.first { !rules.decision(for: $0, path: "/").isAllowed }
            return .when(refused == nil, en: "\(refused ?? "") may not fetch /", zh: "\(refused ?? "") 不得抓取 /")
        },
        SiteCriterion("robots-indexes", .high, en: "llms.txt may be fetched", zh: "允许抓取 llms.txt") { site in
            let rules = RobotsText(site.text("robots.txt") ?? "")
            return .when(
                rules.decision(for: "AnyBot", path: "/llms.txt").isAllowed, en: "robots.txt refuses /llms.txt",
                zh: "robots.txt 禁止抓取 /llms.txt")
        },
        SiteCriterion("robots-training", .medium, en: "crawlers that train", zh: "训练用爬虫") { site in
            let rules = RobotsText(site.text("robots.txt") ?? "")
            let refused = trainers.filter { !rules.decision(for: $0, path: "/").isAllowed }
            guard !refused.isEmpty else { return .pass }
            return .choice(
                Message(
                    en:
                        "robots.training refuses \(refused.joined(separator: ", ")): a14y takes a point for each, agent-readiness-cli "
                        + "for all; it is the owner's choice",
                    zh:
                        "robots.training 拒绝了 \(refused.joined(separator: "、"))：a14y 每个扣一分，agent-readiness-cli 也扣分；由站点所有者决定"
                ))
        },
        SiteCriterion("content-signal", .low, en: "a content signal", zh: "声明 Content-Signal") { site in
            .when(
                (site.text("robots.txt") ?? "").contains("Content-Signal:"), en: "no Content-Signal",
                zh: "没有 Content-Signal")
        },
        SiteCriterion("host-files", .high, en: "a host that negotiates", zh: "有支持内容协商的主机配置") { site in
            .when(
                site.paths.contains("deploy/nginx.conf") || site.paths.contains("deploy/Caddyfile"),
                en:
                    "neither deploy/nginx.conf nor deploy/Caddyfile: negotiation, Link, 404 and cache rules are up to the host",
                zh: "没有 deploy/nginx.conf 或 deploy/Caddyfile：内容协商、Link、404 和缓存规则全看主机")
        },
        SiteCriterion("not-found", .high, en: "a page for what isn't there", zh: "有 404 页面") { site in
            .when(site.paths.contains("404.html"), en: "no 404.html", zh: "没有 404.html")
        },
        SiteCriterion("twins-noindex", .low, en: "noindex on twins", zh: "Markdown 版本的 noindex") { _ in
            .choice(
                Message(
                    en:
                        "twins have a canonical header and no noindex: Dualmark takes 10 of 100, a14y and engines would lose the twin "
                        + "otherwise",
                    zh: "Markdown 版本带 canonical 头而不带 noindex：Dualmark 扣 10 分（满分 100），否则引擎可能跳过这些文件"))
        },
        SiteCriterion("tokens-header", .low, en: "X-Markdown-Tokens", zh: "X-Markdown-Tokens") { _ in
            .choice(
                Message(
                    en:
                        "a static host can't send X-Markdown-Tokens (Dualmark, 10 of 100); the estimate stands in the front matter",
                    zh: "静态主机无法发送 X-Markdown-Tokens（Dualmark 10 分）；估计值写在 front matter 中"))
        },
        SiteCriterion("llms-txt-target", .low, en: "what llms.txt links", zh: "llms.txt 链接的目标") { _ in
            .choice(
                Message(
                    en:
                        "llms.txt links twins, as llmstxt.org, a14y and afdocs ask; Dualmark 1.1 (draft) would have the HTML",
                    zh: "llms.txt 链接 Markdown 版本，符合 llmstxt.org、a14y 和 afdocs；Dualmark 1.1 草案要求链接 HTML"))
        },
        SiteCriterion("identity", .medium, en: "who publishes", zh: "写明发布者") { site in
            let organization = site.settings.organization
            if organization.name.isEmpty || organization.url.isEmpty {
                return .fail(Message(en: "organization lacks name or url", zh: "organization 缺少 name 或 url"))
            }
            return organization.sameAs.isEmpty
                ? .warn(Message(en: "organization.same_as is empty", zh: "organization.same_as 为空")) : .pass
        },
        SiteCriterion("trust-pages", .low, en: "about and contact", zh: "有“关于”和“联系”页面") { site in
            let hasBoth = ["/trust/about", "/trust/support"].allSatisfy { end in
                site.pages.contains { $0.url.hasSuffix(end) || $0.url.hasSuffix(end + "/") }
            }
            return .when(hasBoth, en: "trust/about or trust/support is missing", zh: "缺少 trust/about 或 trust/support")
        },
    ]
}
