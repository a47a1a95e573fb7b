import Foundation
import Outputs
import SiteModel
import Testing

/// `feed.xml` and `feed.json`.
@Suite struct FeedTests {
    private static func site() -> SampleSite {
        var site = SampleSite()
        site.add("index", "首页", kind: "home")
        site.add("answers", "答案中心", kind: "hub")
        site.add("answers/relay", "中转站 <是> 什么？") { header, facets in
            header.author = LocatedText("editors", range: 0..<0)
            facets.shortAnswer = RichText(plain: "转发 & 计费。")
        }
        site.add("answers/new", "新") { header, _ in header.modified = Moment("2026-11-22T10:00:00+08:00") }
        site.add("answers/hidden", "不列出") { header, _ in header.isHiddenFromMachines = true }
        return site
    }

    @Test func theAtomFeedOfASection() {
        let files = Self.site().view().files(Feeds.self)
        #expect(files.keys.sorted() == ["answers/feed.json", "answers/feed.xml", "feed.json", "feed.xml"])
        #expect(
            files["answers/feed.xml"] == """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
                <id>https://site.example/answers/feed.xml</id>
                <title>答案中心 · 示例答案中心</title>
                <updated>2026-11-22T10:00:00+08:00</updated>
                <link rel="self" type="application/atom+xml" href="https://site.example/answers/feed.xml"/>
                <link rel="alternate" type="text/html" href="https://site.example/answers/"/>
                <author><name>Sample Org</name></author>
                <entry>
                <id>https://site.example/answers/new</id>
                <title>新</title>
                <published>2026-11-01T00:00:00Z</published>
                <updated>2026-11-22T10:00:00+08:00</updated>
                <link rel="alternate" type="text/html" href="https://site.example/answers/new"/>
                <summary>新</summary>
                </entry>
                <entry>
                <id>https://site.example/answers/relay</id>
                <title>中转站 &lt;是&gt; 什么？</title>
                <published>2026-11-01T00:00:00Z</published>
                <updated>2026-11-20T00:00:00Z</updated>
                <link rel="alternate" type="text/html" href="https://site.example/answers/relay"/>
                <author><name>编辑部</name></author>
                <summary>转发 &amp; 计费。</summary>
                </entry>
                </feed>

                """)
    }

    @Test func theJSONFeedSaysTheSame() throws {
        let feed = try JSONReading.object(Self.site().view().files(Feeds.self)["feed.json"] ?? "")
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(feed["feed_url"] as? String == "https://site.example/feed.json")
        let items = JSONReading.list(feed["items"])
        #expect(
            items.map { $0["id"] as? String } == [
                "https://site.example/answers/new", "https://site.example/answers/relay",
            ])
        #expect(items.last?["content_text"] as? String == "转发 & 计费。")
        #expect(items.last?["date_modified"] as? String == "2026-11-20T00:00:00Z")
    }

    /// - Parameter days: how many pages of which day.
    private static func items(_ days: [(count: Int, day: String)]) throws -> (ids: [String], crowded: [Int]) {
        var site = site()
        for (index, part) in days.enumerated() {
            for number in 0..<part.count {
                site.add("docs/d\(index)-\(number + 100)", "P", kind: "doc") { header, _ in
                    header.modified = Moment(part.day)
                }
            }
        }
        let view = site.view()
        let feed = try JSONReading.object(view.files(Feeds.self)["docs/feed.json"] ?? "")
        let ids = JSONReading.list(feed["items"]).compactMap { $0["id"] as? String }
        return (ids, Feeds.crowded(view).filter { $0.path == "docs/feed.xml" }.map(\.leftOut))
    }

    @Test func aFeedEndsWithTheDayOfItsFiftiethEntry() throws {
        let torn = try Self.items([(30, "2026-11-22"), (40, "2026-11-21"), (5, "2026-11-20")])
        #expect(torn.ids.count == 70 && torn.crowded == [])
        #expect(torn.ids[29].hasSuffix("d0-129") && torn.ids[30].hasSuffix("d1-100"))
        #expect(torn.ids == torn.ids.prefix(30).sorted() + torn.ids.suffix(40).sorted())
        #expect(try Self.items([(50, "2026-11-22"), (9, "2026-11-21")]).ids.count == 50)
    }

    @Test func aDayWithMoreThanAFeedHoldsIsReported() throws {
        let crowded = try Self.items([(10, "2026-11-22"), (520, "2026-11-21")])
        #expect(crowded.ids.count == 500 && crowded.crowded == [30])
    }

    @Test(arguments: HostileTexts.all)
    func hostileTitlesStayInTheirElements(_ title: String) throws {
        var site = SampleSite()
        site.add("answers/hostile", title)
        let files = site.view().files(Feeds.self)
        let items = JSONReading.list(try JSONReading.object(files["feed.json"] ?? "")["items"])
        #expect(items.first?["title"] as? String == title)
        let lines = (files["feed.xml"] ?? "").components(separatedBy: "<title>")
        #expect(lines.count == 3)
        let inner = lines[2].components(separatedBy: "</title>")[0]
        #expect(!inner.contains("<") && !inner.contains("]]>"))
    }
}
