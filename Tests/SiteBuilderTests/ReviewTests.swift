import Diagnostics
import Foundation
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// A page whose day of review has passed says so in HTML and twin, and leaves `llms.txt` when the settings want that; the day is
/// a moment that incremental builds know.
@Suite struct ReviewTests {
    private static let due = "MARKERDUE"
    private static let notice = "本页已到约定的复核日期"

    private static func site(_ review: String) throws -> TemporarySite {
        var text = """
            \(TemporarySite.settings)
            \(review)

            """
        for (name, title, day) in [("old", due, "2026-11-24"), ("new", "看得见", "2027-06-01")] {
            text += """
                -- Content/zh/guides/\(name).md --
                ---
                title: \(title)
                date: 2026-11-20
                review_by: \(day)
                ---
                正文。

                """
        }
        let site = try TemporarySite(text)
        let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Templates").path
        try FileManager.default.copyItem(atPath: templates, toPath: site.root + "/Templates")
        return site
    }

    private static func build(_ site: TemporarySite, _ now: String, output: String = "Output") async throws
        -> SiteBuild.Result
    {
        var options = BuildOptions(siteRoot: site.root, now: try #require(Moment(now)))
        options.tellsHosting = true
        options.verifies = output == "Checked"
        return try await SiteBuild(options, output: site.root + "/" + output).run()
    }

    @Test(arguments: [
        ("", true, true), ("review: {banner: false}", false, true), ("review: {llms: false}", true, false),
    ])
    func aDueReviewShows(_ review: String, _ hasBanner: Bool, _ isInIndex: Bool) async throws {
        let site = try Self.site(review)
        // Nothing disagrees, and the build goes on.
        let result = try await Self.build(site, "2026-12-01", output: "Checked")
        #expect(result.diagnostics.map(\.message.english) == [])
        for path in ["guides/old.html", "guides/old.md"] {
            #expect(try site.read("Checked/" + path).contains(Self.notice) == hasBanner)
        }
        for path in ["guides/new.html", "guides/new.md"] {
            #expect(try !site.read("Checked/" + path).contains(Self.notice))
        }
        for path in ["llms.txt", "llms-full.txt", "guides/llms.txt", "guides/llms-full.txt"] {
            let text = try site.read("Checked/" + path)
            // A page beside it may name it.
            let isThere =
                text.contains("\n- [\(Self.due)](https://example.test/guides/old.md): ") && !path.contains("full")
                || text.contains("Source: https://example.test/guides/old\n")
            #expect(isThere == isInIndex, "\(path)")
            #expect(text.contains("看得见"), "\(path)")
        }
        // It stays a page like others.
        #expect(try site.read("Checked/sitemap.xml").contains("/guides/old"))
        #expect(try site.read("Checked/guides/index.html").contains(Self.due))
    }

    @Test func theDayIsAMomentOfIncrementalBuilds() async throws {
        let site = try Self.site("review: {llms: false}")
        let day = try #require(Moment("2026-11-24")).seconds
        let before = try await Self.build(site, "2026-11-24T00:00:00Z")
        #expect(before.nextMoment == day + 1)
        #expect(try site.read("Output/llms.txt").contains(Self.due))
        let after = try await Self.build(site, "2026-11-24T00:00:01Z")
        #expect(after.renderedPages == 1)
        #expect(try !site.read("Output/llms.txt").contains(Self.due))
        #expect(try site.read("Output/guides/old.md").contains("\n> [!WARNING]\n> 待复核：\(Self.notice)"))
        #expect(after.nextMoment == Moment("2027-06-01").map { $0.seconds + 1 })
        _ = try await Self.build(site, "2026-11-24T00:00:01Z", output: "Clean")
        for path in site.files(below: "Clean") {
            let (kept, clean) = ("/Output/" + path, "/Clean/" + path)
            #expect(FileManager.default.contentsEqual(atPath: site.root + kept, andPath: site.root + clean), "\(path)")
        }
    }
}
