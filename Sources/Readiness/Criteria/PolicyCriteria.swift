import Diagnostics
import Outputs
import SiteModel

/// What scorers look for in robots.txt and in who publishes. Sources: a14y 0.2.0; isitagentready.com; geo-optimizer 4.19; RFC 9309.
enum PolicyCriteria {
    private static let searchers = [
        "OAI-SearchBot", "Claude-SearchBot", "PerplexityBot", "Googlebot", "Applebot", "Bingbot", "Baiduspider",
    ]

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
        SiteCriterion("robots-valid", .medium, en: "robots.txt has only rules of RFC 9309", zh: "robots.txt 语法正确") {
            site in
            let known = ["user-agent", "allow", "disallow", "sitemap", "content-signal", "crawl-delay"]
            let bad = (site.text("robots.txt") ?? "").split(separator: "\n").first { line in
                !line.hasPrefix("#") && !known.contains(line.prefix { $0 != ":" }.lowercased())
            }
            return .when(bad == nil, en: "‘\(bad ?? "")’ is no rule", zh: "“\(bad ?? "")”不是规则")
        },
        SiteCriterion("robots-sitemap", .low, en: "robots.txt names the sitemap", zh: "robots.txt 写明站点地图") { site in
            .when(
                (site.text("robots.txt") ?? "").contains("\nSitemap: \(site.settings.baseURL)/"), en: "no Sitemap line",
                zh: "没有 Sitemap 一行")
        },
        SiteCriterion("robots-explicit", .low, en: "rules name AI crawlers", zh: "规则中写明了 AI 爬虫") { site in
            let rules = RobotsText(site.text("robots.txt") ?? "")
            let named = ["OAI-SearchBot", "Claude-SearchBot", "PerplexityBot", "GPTBot", "ClaudeBot"].contains {
                !["*", nil].contains(rules.decision(for: $0, path: "/").agent)
            }
            return .when(named, en: "no group names an AI crawler", zh: "没有任何一组写明 AI 爬虫")
        },
        SiteCriterion("content-signal", .low, en: "a content signal", zh: "声明 Content-Signal") { site in
            .when(
                (site.text("robots.txt") ?? "").contains("Content-Signal:"), en: "no Content-Signal",
                zh: "没有 Content-Signal")
        },
        SiteCriterion("not-found", .high, en: "a page for what isn't there", zh: "有 404 页面") { site in
            .when(site.paths.contains("404.html"), en: "no 404.html", zh: "没有 404.html")
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
