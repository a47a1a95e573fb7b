import Diagnostics
import Foundation
import Outputs
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// A page that is a draft, not yet or no longer published, or hidden from machines shows in no file that isn't its own: each has a
/// word that stands nowhere else, in every field that outputs take texts from.
@Suite struct ExclusionTests {
    private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates").path

    private static func page(_ name: String, _ marker: String, _ more: String, language: String = "zh") -> String {
        """
        -- Content/\(language)/answers/\(name).md --
        ---
        title: \(marker) 的标题
        question: \(marker) 的问题
        description: \(marker) 的描述
        date: 2026-11-20
        updated: 2026-11-23
        topic: relay
        short_answer: \(marker) 的回答
        evidence: [\(marker) 的依据]
        faq: [{question: \(marker) 的追问, answer: \(marker) 的答复}]
        sources: [{title: \(marker) 的来源, url: https://other.example/\(marker)}]
        \(more)
        ---
        ## \(marker) 的小节

        \(marker) 的正文。

        """
    }

    private static let content =
        """
        -- Content/site.yaml --
        name: 测试站
        base_url: https://example.test
        default_language: zh
        languages: [zh, en]
        organization: {name: 测试, url: https://example.test}
        push: {indexnow_key: 0123456789abcdef}
        -- Content/topics.yaml --
        relay: {zh: 中转, en: Relay}
        -- Content/zh/index.md --
        ---
        title: 首页
        date: 2026-11-20
        ---
        -- Content/zh/answers/index.md --
        ---
        title: 答案
        date: 2026-11-20
        ---

        """
        + page("shown", "看得见", "") + page("draft", "MARKERDRAFT", "draft: true")
        + page("later", "MARKERLATER", "publish_at: 2026-12-01")
        + page("over", "MARKEROVER", "expire_at: 2026-11-21") + page("hidden", "MARKERHIDDEN", "noindex: true")
        + page("shown", "MARKERENGLISH", "noindex: true", language: "en")

    @Test func nothingOfThemShows() async throws {
        let site = try TemporarySite(Self.content)
        try FileManager.default.copyItem(atPath: Self.templates, toPath: site.root + "/Templates")
        let options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        let result = try await SiteBuild(options, output: site.root + "/Output").run()
        #expect(result.diagnostics.map(\.message.english) == [])
        let files = site.files(below: "Output")
        #expect(files.count > 30)
        var places: [String: [String]] = [:]
        for path in files {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: site.root + "/Output/" + path))
            for marker in ["MARKERDRAFT", "MARKERLATER", "MARKEROVER", "MARKERHIDDEN", "MARKERENGLISH", "看得见"]
            where bytes.range(of: Data(marker.utf8)) != nil {
                places[marker, default: []].append(path)
            }
        }
        for marker in ["MARKERDRAFT", "MARKERLATER", "MARKEROVER"] { #expect(places[marker] == nil) }
        #expect(places["MARKERHIDDEN"] == ["answers/hidden.html", "answers/hidden.md"])
        #expect(places["MARKERENGLISH"] == ["en/answers/shown.html", "en/answers/shown.md"])
        let manifest = VisibleContent(await SiteCheckup(options).site(), now: options.now).manifest()
        #expect(
            manifest.entries.map(\.url).filter { $0.contains("/answers/") }.sorted() == [
                "https://example.test/answers/", "https://example.test/answers/shown",
                "https://example.test/en/answers/",
            ])
        // The marker that may be found is, wherever pages are listed: so the search would have found the others.
        let listing = [
            "answers/index.html", "answers/index.md", "answers/llms.txt", "answers/llms-full.txt", "answers/feed.xml",
            "answers/feed.json", "feed.xml", "index.html", "index.md", "llms.txt", "llms-full.txt", "sitemap.md",
        ]
        #expect(Set(listing).subtracting(places["看得见"] ?? []) == [])
    }

    /// No address of theirs is listed either; hosts know those of expired pages, to say that they are gone.
    @Test func noAddressOfThemIsListed() async throws {
        let site = try TemporarySite(Self.content)
        try FileManager.default.copyItem(atPath: Self.templates, toPath: site.root + "/Templates")
        let options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        _ = try await SiteBuild(options, output: site.root + "/Output").run()
        for path in site.files(below: "Output") where !path.hasPrefix("deploy/") && !path.hasSuffix(".png") {
            if path.hasSuffix(".bin") { continue }
            if path.hasPrefix("answers/hidden") || path.hasPrefix("en/answers/shown") { continue }
            let text = try site.read("Output/" + path)
            for address in [
                "/answers/draft", "/answers/later", "/answers/over", "/answers/hidden", "/en/answers/shown",
            ] {
                #expect(!text.contains("example.test" + address), "\(path) names \(address)")
                #expect(!text.contains("\"" + address), "\(path) names \(address)")
            }
        }
        #expect(try site.read("Output/deploy/nginx.conf").contains("location = \"/answers/over\" { return 410; }"))
    }
}
