import Foundation
import Outputs
import SiteModel
import Testing

/// Changes that editors tell of: on the page, in the twin and in feeds.
@Suite struct PageChangeTests {
    private static func site() -> SampleSite {
        var site = SampleSite()
        site.add("answers", "答案中心", kind: "hub")
        site.add("answers/relay", "什么是中转站？") { header, facets in
            facets.shortAnswer = RichText(plain: "转发请求。")
            header.changes = PageChange.sorted(
                ["2026-11-10", "2026-11-20", "2026-11-20"].enumerated().compactMap { number, day in
                    Moment(day).map { PageChange(date: $0, note: "第 \(number) 次 <改> *动*") }
                })
        }
        site.add("answers/other", "别的") { header, _ in header.modified = Moment("2026-11-15") }
        return site
    }

    @Test func changesComeNewestFirstWithIDsOfTheirOwn() {
        let header = Self.site().pages.map(\.header).first { $0.id.text == "answers/relay" }
        let marked = PageChange.marked(header?.changes ?? [])
        #expect(
            marked.map(\.id) == [
                "part-change-2026-11-20", "part-change-2026-11-20-2", "part-change-2026-11-10",
            ])
        #expect(marked.map { $0.change.note.prefix(5) } == ["第 1 次", "第 2 次", "第 0 次"])
    }

    @Test func feedsTellOfThemAmongThePages() throws {
        let files = Self.site().view().files(Feeds.self)
        let feed = try JSONReading.object(files["answers/feed.json"] ?? "")
        let items = JSONReading.list(feed["items"])
        #expect(
            items.map { ($0["id"] as? String)?.split(separator: "/").last.map(String.init) } == [
                "relay", "relay#part-change-2026-11-20", "relay#part-change-2026-11-20-2", "other",
                "relay#part-change-2026-11-10",
            ])
        #expect(items[1]["title"] as? String == "更新：什么是中转站？")
        #expect(items[1]["content_text"] as? String == "第 1 次 <改> *动*")
        #expect(items[1]["date_published"] as? String == "2026-11-20T00:00:00Z")
        let atom = files["answers/feed.xml"] ?? ""
        #expect(atom.contains("<id>https://site.example/answers/relay#part-change-2026-11-10</id>"))
        #expect(atom.contains("<summary>第 0 次 &lt;改&gt; *动*</summary>"))
    }

    @Test func theTwinListsThem() {
        let view = Self.site().view()
        let twin = view.twin("/answers/relay").text
        #expect(twin.contains("\n## 更新记录\n\n- 2026-11-20：第 1 次 <改> \\*动\\*\n"), "\(twin)")
        #expect(!view.twin("/answers/other").text.contains("更新记录"))
    }
}
