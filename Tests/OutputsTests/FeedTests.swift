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

    @Test func onlyTheNewestFifty() throws {
        var site = Self.site()
        for number in 0..<60 { site.add("docs/p-\(number)", "P", kind: "doc") }
        let feed = try JSONReading.object(site.view().files(Feeds.self)["docs/feed.json"] ?? "")
        #expect(JSONReading.list(feed["items"]).count == 50)
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
