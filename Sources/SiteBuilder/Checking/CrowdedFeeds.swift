package import Diagnostics
import Outputs
import SiteModel

/// Days on which more pages changed than a feed holds: readers of the feed would miss some without a word.
enum CrowdedFeeds {
    static func mistakes(in view: SiteView) -> [Diagnostic] {
        guard view.settings.wants(output: Feeds.name) else { return [] }
        return Feeds.crowded(view).map { feed in
            Diagnostic(
                .crowdedFeed, at: nil,
                Message(
                    en: "\(feed.path) leaves out \(feed.leftOut) pages that changed on \(feed.day)",
                    zh: "\(feed.path) 放不下 \(feed.day) 更新的全部页面，缺少 \(feed.leftOut) 个"),
                hint: Message(
                    en: "sitemap.xml has all dates; give pages the day of their own change",
                    zh: "sitemap.xml 中有全部日期；请为各页写上各自的更新日期"))
        }
    }
}

extension DiagnosticCode {
    static let crowdedFeed = DiagnosticCode(
        "feed/crowded-day", .warning,
        en: "More pages changed on one day than a feed holds (500), so that it can't tell of all of them.",
        zh: "同一天更新的页面超过订阅源的容量（500 个），订阅源无法全部列出。",
        wrong: "updated: 2026-11-28   # on 800 pages of a section",
        right: "updated: 2026-11-21   # the day on which this page changed")
}
