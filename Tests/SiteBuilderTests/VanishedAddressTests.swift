import Diagnostics
import Outputs
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// Addresses that were published once: each is answered by something, or a check says what is to be done.
@Suite struct VanishedAddressTests {
    private static func page(_ title: String, _ more: String = "") -> String {
        "---\ntitle: \(title)\ndate: 2026-11-01\n\(more)---\n\n\(title)的正文。\n"
    }

    private func site() throws -> TemporarySite {
        var files = [
            "Content/site.yaml": """
            name: 测试站
            base_url: https://example.test
            default_language: zh
            languages: [zh]
            organization: {name: 测试, url: https://example.test}

            """, "Content/zh/index.md": Self.page("首页"),
        ]
        for name in ["moved", "gone", "draft", "expired", "aliased", "kept"] {
            files["Content/zh/docs/\(name).md"] = Self.page(name)
        }
        return try TemporarySite(files: files)
    }

    private func check(_ site: TemporarySite) async throws -> [Diagnostic] {
        let now = try #require(Moment("2026-11-28"))
        let result = await SiteCheckup(BuildOptions(siteRoot: site.root, now: now)).run(
            readsBack: false, asEditor: false)
        return result.diagnostics.filter { $0.code != .updatedNotMoved }
    }

    private func record(_ site: TemporarySite, after old: ContentManifest? = nil) async throws -> ContentManifest {
        let now = try #require(Moment("2026-11-28"))
        let options = BuildOptions(siteRoot: site.root, now: now)
        let new = VisibleContent(await SiteCheckup(options).site(), now: now).manifest()
        let manifest = old.map { new.following($0) } ?? new
        try site.write(String(decoding: manifest.file, as: UTF8.self), to: ".citable/published.json")
        return manifest
    }

    @Test func eachLostAddressIsNamedUntilSomethingAnswers() async throws {
        let site = try site()
        let first = try await record(site)
        #expect(try await check(site).isEmpty)
        for name in ["moved", "gone", "aliased"] { try site.remove("Content/zh/docs/\(name).md") }
        try site.write(Self.page("moved"), to: "Content/zh/docs/new-place.md")
        try site.write(Self.page("draft", "draft: true\n"), to: "Content/zh/docs/draft.md")
        try site.write(Self.page("expired", "expire_at: 2026-11-20\n"), to: "Content/zh/docs/expired.md")
        try site.write(Self.page("kept", "aliases: [/docs/aliased]\n"), to: "Content/zh/docs/kept.md")
        let found = try await check(site)
        #expect(found.allSatisfy { $0.code == .vanishedAddress && $0.severity == .error })
        #expect(
            found.map { "\($0.location?.file ?? "") \($0.message.english.split(separator: " ")[0])" } == [
                "Content/redirects.yaml /docs/gone", "Content/redirects.yaml /docs/moved",
                "Content/zh/docs/draft.md /docs/draft",
            ])
        #expect(found[1].hint?.english.contains("{from: /docs/moved, to: /docs/new-place}") == true)
        #expect(found[2].message.english.contains("is a draft"))
        try site.write(
            """
            - {from: /docs/moved, to: /docs/new-place}
            - {from: /docs/gone, status: 410, reason: 服务已结束}
            - {from: /docs/draft, status: 410}

            """, to: "Content/redirects.yaml")
        #expect(try await check(site).map(\.message.english) == [])
        // What was published before stays known when the ledger moves on.
        let second = try await record(site, after: first)
        #expect(
            second.former == ["aliased", "draft", "expired", "gone", "moved"].map { "https://example.test/docs/" + $0 })
        try site.write("- {from: /docs/moved, to: /docs/new-place}\n", to: "Content/redirects.yaml")
        #expect(
            try await check(site).map { $0.message.english.split(separator: " ")[0] } == ["/docs/gone", "/docs/draft"])
    }
}
