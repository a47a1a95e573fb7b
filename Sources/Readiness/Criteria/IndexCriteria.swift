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
            let links = site.indexLinks
            let bad = links.filter { !twins.contains($0) && !isFile($0, site) }
            return .share(
                bad.count, of: links.count, 0, 10,
                en: "\(bad.count) of \(links.count) links lead to no Markdown of this site, such as \(bad.first ?? "")",
                zh: "\(links.count) 个链接中有 \(bad.count) 个不是本站的 Markdown，例如 \(bad.first ?? "")")
        },
        SiteCriterion("llms-txt-coverage", .high, en: "llms.txt names all pages", zh: "llms.txt 覆盖全部页面") { site in
            let listed = site.pages.filter { $0.isListed && $0.isInIndex }
            let links = Set(site.indexLinks)
            let missing = listed.filter { !links.contains($0.twinURL) }
            return .share(
                missing.count, of: listed.count, 5, 20,
                en: "\(missing.count) of \(listed.count) pages are in no llms.txt",
                zh: "\(listed.count) 个页面中有 \(missing.count) 个不在任何 llms.txt 中")
        },
        SiteCriterion("sitemap", .high, en: "a sitemap with dates", zh: "站点地图带日期") { site in
            let (urls, dates) = (site.sitemap.urls.count, site.sitemap.dates.count { Moment($0) != nil })
            return .when(
                urls > 0 && urls == dates, en: "\(urls) addresses, \(dates) dates", zh: "\(urls) 个地址，\(dates) 个日期")
        },
        SiteCriterion("sitemap-complete", .high, en: "the sitemap names all pages", zh: "站点地图包含全部页面") { site in
            let urls = Set(site.sitemap.urls)
            let listed = site.pages.filter(\.isListed)
            let missing = listed.filter { !urls.contains($0.url) }
            return .share(
                missing.count, of: listed.count, 0, 5,
                en: "\(missing.count) of \(listed.count) pages are missing, such as \(missing.first?.url ?? "")",
                zh: "\(listed.count) 个页面中缺少 \(missing.count) 个，例如 \(missing.first?.url ?? "")")
        },
        SiteCriterion("sitemap-dates", .medium, en: "dates of the sitemap differ", zh: "站点地图的日期不全相同") { site in
            let days = site.pages.filter(\.isListed).compactMap { $0.modified?.day }
            guard days.count >= 20, Set(days).count == 1 else { return .pass }
            return .warn(
                Message(
                    en: "all \(days.count) pages changed on \(days[0]): engines trust no such dates",
                    zh: "\(days.count) 个页面全部在 \(days[0]) 更新：搜索引擎不会采信这样的日期"))
        },
        SiteCriterion("twin-of-each-page", .high, en: "each page has a Markdown twin", zh: "每个页面都有 Markdown 版本") {
            site in
            let listed = site.pages.filter(\.isListed)
            let missing = listed.filter { !isFile($0.twinURL, site) }
            return .share(
                missing.count, of: listed.count, 0, 5, en: "\(missing.first?.url ?? "") has none",
                zh: "\(missing.first?.url ?? "") 没有")
        },
        SiteCriterion(
            "continuation", .medium, en: "indexes in parts say so at their beginning", zh: "分成多个文件的索引在开头说明"
        ) { site in
            let partial = site.indexes.filter { index in
                !index.path.contains("-") && site.paths.contains(index.path.replacing("llms.txt", with: "llms-2.txt"))
            }
            guard !partial.isEmpty else { return .notApplicable }
            let late = partial.filter { index in
                let room = min(max(index.bytes.count / 10, 1000), 5000)
                return !String(decoding: index.bytes.prefix(room), as: UTF8.self).contains("llms-2.txt)")
            }
            return .share(
                late.count, of: partial.count, 0, 50, en: "\(late.first?.path ?? "") names its next part late",
                zh: "\(late.first?.path ?? "") 没有在开头给出下一个文件")
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
        SiteCriterion("file-index", .low, en: "an index of the machine files", zh: "有机器文件的清单") { site in
            .when(site.paths.contains("ai.json"), en: "no ai.json", zh: "没有 ai.json")
        },
    ]

    private static func hasShape(_ text: [UInt8]) -> Bool {
        let lines = text.split(separator: 0x0A)
        return lines.first?.starts(with: "# ".utf8) ?? false
            && lines.dropFirst().first?.starts(with: "> ".utf8) ?? false
            && lines.contains { $0.starts(with: "## ".utf8) } && lines.contains { $0.starts(with: "- [".utf8) }
    }

    private static func isFile(_ link: String, _ site: SiteUnderTest) -> Bool {
        guard link.hasPrefix(site.settings.baseURL + "/") else { return false }
        return site.paths.contains(String(link.dropFirst(site.settings.baseURL.count + 1)))
    }
}
