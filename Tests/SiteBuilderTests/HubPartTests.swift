import Diagnostics
import Foundation
import Outputs
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// Hubs that list more pages than fit one address.
@Suite struct HubPartTests {
    /// Five answers, the newest first in lists: a4 to a0.
    private static func site(_ settings: String = "paginate_by: 2", hub: String? = nil) throws -> TemporarySite {
        var text = """
            \(TemporarySite.settings)
            \(settings)

            """
        if let hub {
            text += "-- Content/zh/answers/index.md --\n---\ntitle: 全部答案\ndate: 2026-11-01\n\(hub)\n---\n"
        }
        for number in 0..<5 {
            text += """
                -- Content/zh/answers/a\(number).md --
                ---
                title: 第 \(number) 问
                question: 问
                date: 2026-11-2\(number)
                short_answer: 答 \(number)。
                evidence: [依据]
                ---
                文。

                """
        }
        return try TemporarySite(text)
    }

    private static func build(_ site: TemporarySite, output: String = "Output") async throws -> SiteBuild.Result {
        let options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-28")))
        return try await SiteBuild(options, output: site.root + "/" + output).run()
    }

    private static func listed(_ html: String) -> [String] {
        html.matches(of: #/card-title[^>]*><a href="([^"]*)"/#).map { String($0.1) }
    }

    @Test func everyPageStandsInOnePart() async throws {
        let site = try Self.site()
        #expect(try await Self.build(site).diagnostics.isEmpty)
        let parts = try ["answers/index", "answers/page/2", "answers/page/3"].map { try site.read("Output/\($0).html") }
        #expect(
            parts.map(Self.listed) == [
                ["/answers/a4", "/answers/a3"], ["/answers/a2", "/answers/a1"], ["/answers/a0"],
            ])
        #expect(!site.files(below: "Output").contains("answers/page/4.html"))
    }

    /// The other parts are rendered all the same, so that everything wrong is said in one run.
    @Test func aPageAtTheAddressOfAPartIsToldWithItsPlace() async throws {
        let site = try Self.site()
        for path in ["a", "b", "c", "d", "page/2"] {
            try site.write("---\ntitle: 文 \(path)\ndate: 2026-11-20\n---\n文。\n", to: "Content/zh/docs/\(path).md")
        }
        let found = try await Self.build(site).diagnostics
        #expect(found.map { $0.code.id } == ["address/duplicate"])
        #expect(found.first?.location?.file == "Content/zh/docs/page/2.md")
    }

    @Test func aPartNamesItselfAndItsNeighbours() async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        let part = try site.read("Output/answers/page/2.html")
        for piece in [
            "<link rel=\"canonical\" href=\"https://example.test/answers/page/2\">",
            "<link rel=\"prev\" href=\"/answers/\">", "<link rel=\"next\" href=\"/answers/page/3\">",
            "<h1>答案 · 第 2 页</h1>", "<span aria-current=\"page\">第 2 页</span>",
            "\"dateModified\":\"2026-11-22\"",
        ] { #expect(part.contains(piece), "\(piece)") }
        #expect(!(try site.read("Output/answers/index.html")).contains("rel=\"prev\""))
        let twin = try site.read("Output/answers/page/2.md")
        #expect(twin.contains("https://example.test/answers/a2.md") && !twin.contains("answers/a3.md"))
        #expect(twin.contains("[答案](https://example.test/answers/index.md) · [答案 · 第 3 页]"))
        let map = try site.read("Output/sitemap.xml").split(separator: "<url>")
        let last = map.first { $0.contains("<loc>https://example.test/answers/page/3</loc>") }
        #expect(last?.contains("<lastmod>2026-11-20</lastmod>") == true)
        // The index names every answer once, and the parts behind them.
        let index = try site.read("Output/answers/llms.txt")
        let order = index.matches(of: #/answers/(a\d|page/\d|index)\.md/#).map { String($0.1) }
        #expect(order == ["index", "a4", "a3", "a2", "a1", "a0", "page/2", "page/3"])
    }

    @Test(arguments: [
        ("", nil, 1), ("paginate_by: 0", nil, 1), ("paginate_by: 5", nil, 1), ("paginate_by: 4", nil, 2),
        ("paginate_by: 2", "paginate_by: 0", 1), ("", "paginate_by: 1", 5),
    ])
    func settingsAndHubDecide(_ settings: String, _ hub: String?, _ count: Int) async throws {
        let site = try Self.site(settings, hub: hub)
        #expect(try await Self.build(site).diagnostics.isEmpty)
        let parts = site.files(below: "Output/answers/page").filter { $0.hasSuffix(".html") }
        #expect(parts.count == count - 1)
        let title = hub == nil ? "答案" : "全部答案"
        if count > 1 { #expect(try site.read("Output/answers/page/2.html").contains("<h1>\(title) · 第 2 页</h1>")) }
    }

    @Test(arguments: ["-1", "zwei", "1.5"])
    func otherSizesAreMistakes(_ size: String) async throws {
        let site = try Self.site("paginate_by: \(size)")
        #expect(try await Self.build(site).diagnostics.map(\.code) == [.malformedField])
    }

    @Test func anEditRendersThePartThatShowsIt() async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        let path = "Content/zh/answers/a0.md"
        try site.write(try site.read(path).replacing("第 0 问", with: "第零问"), to: path)
        let result = try await Self.build(site)
        #expect(try site.read("Output/answers/page/3.html").contains("第零问"))
        #expect(result.renderedPages < result.pages)
        _ = try await Self.build(site, output: "Clean")
        for file in site.files(below: "Clean") {
            let contents = FileManager.default.contents
            #expect(contents(site.root + "/Output/" + file) == contents(site.root + "/Clean/" + file), "\(file)")
        }
    }

    /// A part that the list no longer reaches asks for no redirect.
    @Test func aLostPartIsNoLostAddress() async throws {
        let site = try Self.site()
        let now = try #require(Moment("2026-11-28"))
        let options = BuildOptions(siteRoot: site.root, now: now)
        let published = VisibleContent(await SiteCheckup(options).site(), now: now).manifest()
        #expect(published.entries.map(\.url).contains("https://example.test/answers/page/3"))
        try site.write(String(decoding: published.file, as: UTF8.self), to: ".citable/published.json")
        try site.remove("Content/zh/answers/a0.md")
        let found = await SiteCheckup(options).run(readsBack: false, asEditor: false).diagnostics
        let lost = found.filter { $0.code == .vanishedAddress }.map(\.message.english)
        #expect(lost.count == 1 && lost[0].hasPrefix("/answers/a0 "), "\(lost)")
    }
}
