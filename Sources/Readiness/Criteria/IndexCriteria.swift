import Diagnostics
import Outputs
import SiteModel

/// What scorers look for in the indexes of a site. Sources: Agent-Friendly Documentation Spec 0.5.0; a14y 0.2.0; Lighthouse 13.3.
enum IndexCriteria {
    static let all: [SiteCriterion] = [
        SiteCriterion("llms-txt", .critical, en: "llms.txt exists", zh: "有 llms.txt") { site in
            .when((site.files["llms.txt"] ?? []).count >= 50, en: "no llms.txt", zh: "没有 llms.txt")
        },
        SiteCriterion("llms-txt-shape", .high, en: "llms.txt has its shape", zh: "llms.txt 结构正确") { site in
            let bad = site.indexes.first { !hasShape($0.bytes) }
            return .when(
                bad == nil, en: "\(bad?.path ?? "") lacks title, summary or lists", zh: "\(bad?.path ?? "") 缺少标题、摘要或列表")
        },
        SiteCriterion("llms-txt-size", .high, en: "each llms.txt is short", zh: "每个 llms.txt 都不长") { site in
            let longest =
                site.indexes.map { ($0.bytes.count { $0 & 0xC0 != 0x80 }, $0.path) }.max { $0.0 < $1.0 } ?? (0, "")
            return .limit(
                longest.0, 49_999, 100_000, en: "\(longest.1) has \(longest.0) characters",
                zh: "\(longest.1) 有 \(longest.0) 个字符")
        },
        SiteCriterion("llms-txt-links", .high, en: "links of llms.txt lead to Markdown", zh: "llms.txt 的链接指向 Markdown")
        { site in
            let twins = Set(site.pages.map(\.twinURL))
            let bad = site.indexLinks.first { !twins.contains($0) && !isFile($0, site) }
            return .when(bad == nil, en: "\(bad ?? "") is no Markdown of this site", zh: "\(bad ?? "") 不是本站的 Markdown")
        },
        SiteCriterion("llms-txt-coverage", .high, en: "llms.txt names all pages", zh: "llms.txt 覆盖全部页面") { site in
            let listed = site.pages.filter { $0.isListed && $0.isInIndex }
            let links = Set(site.indexLinks)
            let missing = listed.filter { !links.contains($0.twinURL) }
            let percent = missing.count * 100 / max(listed.count, 1)
            return .limit(
                percent, 5, 20, en: "\(missing.count) of \(listed.count) pages are in no llms.txt",
                zh: "\(listed.count) 个页面中有 \(missing.count) 个不在任何 llms.txt 中")
        },
        SiteCriterion("sitemap", .high, en: "a sitemap with dates", zh: "站点地图带日期") { site in
            let (urls, dates) = elements(of: site.files["sitemap.xml"] ?? [])
            return .when(
                urls > 0 && urls == dates, en: "\(urls) addresses, \(dates) dates", zh: "\(urls) 个地址，\(dates) 个日期")
        },
        SiteCriterion("sitemap-md", .medium, en: "sitemap.md", zh: "有 sitemap.md") { site in
            let text = site.files["sitemap.md"] ?? []
            return .when(
                text.starts(with: "# ".utf8) && !IndexItem.items(of: text).isEmpty, en: "no sitemap.md with links",
                zh: "没有带链接的 sitemap.md")
        },
        SiteCriterion("feed", .low, en: "a feed", zh: "有订阅源") { site in
            .when(site.paths.contains("feed.xml"), en: "no feed.xml", zh: "没有 feed.xml")
        },
        SiteCriterion("unique-titles", .medium, en: "titles differ", zh: "标题不重复") { site in
            var seen: [String: String] = [:]
            for page in site.pages where page.isListed {
                if let other = seen.updateValue(page.url, forKey: page.language + " " + page.title) {
                    return .fail(
                        Message(en: "\(other) and \(page.url) have one title", zh: "\(other) 与 \(page.url) 标题相同"))
                }
            }
            return .pass
        },
        SiteCriterion("freshness", .medium, en: "pages are fresh", zh: "内容较新") { site in
            let ages = site.pages.filter(\.isListed).compactMap {
                $0.modified.map { (site.now.seconds - $0.seconds) / 86_400 }
            }
            .sorted()
            guard let median = ages.isEmpty ? nil : ages[ages.count / 2] else { return .notApplicable }
            return .limit(
                median, 180, 365, en: "half of the pages are older than \(median) days", zh: "半数页面早于 \(median) 天")
        },
        SiteCriterion("agents-file", .low, en: "a file for agents", zh: "有面向智能体的说明文件") { site in
            .when(
                site.paths.contains("AGENTS.md") || site.paths.contains("ai.json"), en: "neither AGENTS.md nor ai.json",
                zh: "没有 AGENTS.md 或 ai.json")
        },
    ]

    private static func hasShape(_ text: [UInt8]) -> Bool {
        let lines = text.split(separator: 0x0A)
        return lines.first?.starts(with: "# ".utf8) ?? false
            && lines.dropFirst().first?.starts(with: "> ".utf8) ?? false
            && lines.contains { $0.starts(with: "## ".utf8) } && lines.contains { $0.starts(with: "- [".utf8) }
    }

    /// How many addresses and how many dates a sitemap names.
    private static func elements(of sitemap: [UInt8]) -> (urls: Int, dates: Int) {
        var scanner = MarkupScanner(sitemap)
        var (urls, dates) = (0, 0)
        let (address, date) = (TagName(element: "loc"), TagName(element: "lastmod"))
        while let event = scanner.next() {
            guard case .start(let tag) = event else { continue }
            if tag.name == address { urls += 1 }
            if tag.name == date { dates += 1 }
        }
        return (urls, dates)
    }

    private static func isFile(_ link: String, _ site: SiteUnderTest) -> Bool {
        guard link.hasPrefix(site.settings.baseURL + "/") else { return false }
        return site.paths.contains(String(link.dropFirst(site.settings.baseURL.count + 1)))
    }
}
