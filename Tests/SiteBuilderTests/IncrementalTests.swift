import Diagnostics
import Foundation
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// An edit renders what it changes and nothing else, and the tree is always the clean build's.
@Suite struct IncrementalTests {
    /// Six answers in a circle of links, two with a topic, and a guide.
    private static func site() throws -> TemporarySite {
        var text = """
            \(TemporarySite.settings)
            -- Content/topics.yaml --
            use: {zh: 使用}
            -- Content/people.yaml --
            ann: {name: Ann}
            -- Content/shared/zh/review.md --
            ---
            title: 审核
            ---
            审核说明。

            """
        for number in 0..<6 {
            text += """
                -- Content/zh/answers/a\(number).md --
                ---
                title: 第 \(number) 问
                question: 问
                date: 2026-11-2\(number % 3)
                author: ann
                short_answer: 答 \(number)。
                evidence: [依据]
                related: [answers/a\((number + 1) % 6)]
                notes: [review]
                ---
                ## 节

                见[下一问](/answers/a\((number + 1) % 6)#节)。

                """
        }
        text += "-- Content/zh/guides/g.md --\n---\ntitle: 指南\ndate: 2026-11-20\nauthor: ann\n---\n文。\n"
        return try TemporarySite(text)
    }

    private static func build(
        _ site: TemporarySite, now: String = "2026-11-24", output: String = "Output", isClean: Bool = false
    ) async throws -> SiteBuild.Result {
        var options = BuildOptions(siteRoot: site.root, now: try #require(Moment(now)))
        options.isClean = isClean
        return try await SiteBuild(options, output: site.root + "/" + output).run()
    }

    /// - Returns: the paths that differ from what a clean build gives.
    private static func differences(_ site: TemporarySite, now: String) async throws -> [String] {
        _ = try await build(site, now: now, output: "Clean", isClean: true)
        let (kept, clean) = (site.files(below: "Output"), site.files(below: "Clean"))
        return Set(kept).symmetricDifference(clean).sorted()
            + kept.filter { clean.contains($0) }.filter { path in
                FileManager.default.contents(atPath: site.root + "/Output/" + path)
                    != FileManager.default.contents(atPath: site.root + "/Clean/" + path)
            }
    }

    private static func edit(_ site: TemporarySite, _ path: String, _ old: String, _ new: String) throws {
        let text = try site.read(path)
        #expect(text.contains(old))
        try site.write(text.replacing(old, with: new), to: path)
    }

    /// Each edit with the number of pages that it makes the build render. With its last page the section of guides goes, which
    /// every page could have named in its breadcrumb.
    @Test(arguments: [
        ("body", 1), ("title", 9), ("evidence", 1), ("person", 7), ("note", 6), ("nothing", 0), ("new page", 10),
        ("deletion", 10), ("redirect", 0), ("static", 0),
    ])
    func anEditRendersWhatItChanges(_ what: String, _ pages: Int) async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        switch what {
        case "body": try Self.edit(site, "Content/zh/answers/a2.md", "见[", "参见[")
        case "title": try Self.edit(site, "Content/zh/answers/a2.md", "第 2 问", "第二问")
        case "evidence": try Self.edit(site, "Content/zh/answers/a2.md", "依据", "证据")
        case "person": try Self.edit(site, "Content/people.yaml", "Ann", "Anna")
        case "note": try Self.edit(site, "Content/shared/zh/review.md", "说明", "结论")
        case "new page":
            try site.write(
                "---\ntitle: 新\ndate: 2026-11-23\nquestion: 问\nshort_answer: 答。\n---\n", to: "Content/zh/answers/new.md"
            )
        case "deletion": try site.remove("Content/zh/guides/g.md")
        case "redirect": try site.write("- from: /old\n  to: /answers/\n", to: "Content/redirects.yaml")
        case "static": try site.write("x", to: "Content/static/x.txt")
        default: break
        }
        let result = try await Self.build(site)
        #expect(result.diagnostics.isEmpty)
        #expect(result.renderedPages == pages)
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    @Test func aPageThatLinksToAPlaceThatWentIsReportedThoughNobodyEditedIt() async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        try Self.edit(site, "Content/zh/answers/a2.md", "## 节", "## 章")
        let broken = try await Self.build(site)
        #expect(broken.published == nil)
        #expect(broken.diagnostics.map { $0.location?.file } == ["Content/zh/answers/a1.md"])
        try Self.edit(site, "Content/zh/answers/a2.md", "## 章", "## 节")
        #expect(try await Self.build(site).renderedPages <= 2)
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    /// Images that a page, and a shared text on all pages, show; the page that is left out names none.
    @Test func imagesComeAndGoInTheSitemap() async throws {
        let site = try Self.site()
        for name in ["a", "b"] { try site.write("<svg/>", to: "Content/static/\(name).svg") }
        _ = try await Self.build(site)
        #expect(try !site.read("Output/sitemap.xml").contains("image"))
        func images() throws -> [String] {
            try site.read("Output/sitemap.xml").split(separator: "\n").filter { $0.contains("image:loc") }
                .compactMap { $0.split(separator: "<").dropFirst(2).first?.split(separator: "/").last.map(String.init) }
        }
        try Self.edit(site, "Content/zh/answers/a2.md", "见[", "![图](/a.svg) ![图](/a.svg) 见[")
        #expect(try await Self.build(site).renderedPages == 1)
        #expect(try images() == ["a.svg"])
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
        try Self.edit(site, "Content/shared/zh/review.md", "审核说明", "![图](https://example.test/b.svg)")
        #expect(try await Self.build(site).diagnostics.map(\.message.english) == [])
        #expect(try images() == ["b.svg", "b.svg", "a.svg", "b.svg", "b.svg", "b.svg", "b.svg"])
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
        try Self.edit(site, "Content/zh/answers/a2.md", "author: ann", "author: ann\nnoindex: true")
        _ = try await Self.build(site)
        #expect(try images() == ["b.svg", "b.svg", "b.svg", "b.svg", "b.svg"])
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    /// What two pages have in common counts less when six others have it too: one list loses the page at its end, the next one
    /// gains it at its beginning.
    @Test func aPageGoesFromOneListToTheNext() async throws {
        let site = try Self.site()
        for (name, fields) in [("p", "甲乙丙丁\nrelated: [answers/a0]"), ("q", "甲乙丙丁"), ("r", "戊")] {
            try site.write("---\ntitle: \(fields)\ndate: 2026-11-20\n---\n文。\n", to: "Content/zh/docs/\(name).md")
        }
        _ = try await Self.build(site)
        for number in 1...6 {
            try site.write("---\ntitle: 甲乙丙丁\ndate: 2026-11-20\n---\n文。\n", to: "Content/zh/guides/g\(number).md")
        }
        #expect(try await Self.build(site).renderedPages > 0)
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    @Test func aPageThatMovesToATopicsFolderIsAnotherPage() async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        let text = try site.read("Content/zh/answers/a2.md")
        try site.remove("Content/zh/answers/a2.md")
        try site.write(text, to: "Content/zh/answers/use/a2.md")
        #expect(try await Self.build(site).renderedPages > 0)
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    @Test func theSameWordsLeadElsewhereFromAnotherFolder() async throws {
        let site = try Self.site()
        for folder in ["one", "two"] {
            try site.write(
                "---\ntitle: \(folder)\ndate: 2026-11-20\nshort_answer: 见[下一页](next.md)。\n---\n见[下一页](next.md)。\n",
                to: "Content/zh/docs/\(folder)/page.md")
            try site.write("---\ntitle: 下\ndate: 2026-11-20\n---\n文。\n", to: "Content/zh/docs/\(folder)/next.md")
        }
        _ = try await Self.build(site)
        // The twin of each page repeats the short answer of the other, as text: its link stands on the other page alone.
        for (own, other) in [("one", "two"), ("two", "one")] {
            let twin = try site.read("Output/docs/\(own)/page.md")
            #expect(twin.contains("见[下一页](https://example.test/docs/\(own)/next.md)"))
            #expect(twin.contains("[\(other)](https://example.test/docs/\(other)/page.md)：见下一页。"))
            #expect(!twin.contains("见[下一页](https://example.test/docs/\(other)/next.md)"))
        }
    }

    @Test func whatAnotherTreeLeavesOutIsCounted() async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        try site.remove("Content/zh/guides/g.md")
        let result = try await Self.build(site, isClean: true)
        let published = try #require(result.published)
        #expect(published.removed > 0)
        #expect(published.changed < published.files)
    }

    @Test func aFileOrADeadLinkIsNoOutputFolder() async throws {
        let site = try Self.site()
        try site.write("mine", to: "file")
        try FileManager.default.createSymbolicLink(atPath: site.root + "/dead", withDestinationPath: "nowhere")
        for output in ["file", "dead"] {
            await #expect(throws: OutputTree.Problem.notOurs(site.root + "/" + output)) {
                try await Self.build(site, output: output)
            }
        }
        #expect(try site.read("file") == "mine")
        try FileManager.default.createDirectory(atPath: site.root + "/real", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: site.root + "/link", withDestinationPath: "real")
        _ = try await Self.build(site, output: "link")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site.root + "/link") == "real")
        #expect(site.files(below: "real").contains("index.html"))
    }

    @Test func timeAloneChangesASite() async throws {
        let site = try Self.site()
        try Self.edit(site, "Content/zh/guides/g.md", "author: ann", "author: ann\npublish_at: 2026-12-01")
        _ = try await Self.build(site)
        #expect(!site.files(below: "Output").contains("guides/g.html"))
        let later = try await Self.build(site, now: "2026-12-02")
        #expect(later.renderedPages > 0)
        #expect(site.files(below: "Output").contains("guides/g.html"))
        #expect(try await Self.differences(site, now: "2026-12-02") == [])
    }

    @Test func aWarningIsSaidAgainAtEachBuild() async throws {
        let site = try Self.site()
        try site.write(
            try site.read("Content/site.yaml") + "checks: {section/empty: warning}\n", to: "Content/site.yaml")
        try Self.edit(site, "Content/zh/guides/g.md", "文。", "## 空\n\n## 节\n\n文。")
        let first = try await Self.build(site)
        let second = try await Self.build(site)
        #expect(first.diagnostics.map(\.code.id) == ["section/empty"])
        #expect(second.diagnostics.map(\.code.id) == ["section/empty"])
        #expect(second.renderedPages == 1)
    }

    @Test func whatSomebodyTouchedInTheOutputIsMadeAgain() async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        let files = site.files(below: "Output")
        try site.write("x", to: "Output/answers/a1.html")
        try site.write("x", to: "Output/answers/stray.html")
        try site.remove("Output/answers/a2.html")
        _ = try await Self.build(site)
        #expect(site.files(below: "Output") == files)
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    @Test func aDamagedCacheIsNoCache() async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        for path in site.files(below: ".citable") where path.hasSuffix(".cache") {
            try site.cut(".citable/" + path, by: 3)
        }
        #expect(try await Self.build(site).renderedPages == 12)
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    @Test func aHiddenPageBehindAllOthersStandsInTheHostsHeaders() async throws {
        let site = try Self.site()
        let page = "---\ntitle: 页\ndate: 2026-11-20\nnoindex: true\n---\n文。\n"
        // A section of its own changes which sections there are; a second page in it does not.
        try site.write(page, to: "Content/zh/trust/y.md")
        _ = try await Self.build(site)
        try site.write(page, to: "Content/zh/trust/z.md")
        _ = try await Self.build(site)
        #expect(try site.read("Output/_headers").contains("/trust/z.md"))
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    @Test func searchFindsAPageThatIsHiddenNoMore() async throws {
        let site = try Self.site()
        try Self.edit(site, "Content/zh/answers/a2.md", "author: ann", "author: ann\nnoindex: true")
        _ = try await Self.build(site)
        try Self.edit(site, "Content/zh/answers/a2.md", "\nnoindex: true", "")
        _ = try await Self.build(site)
        #expect(try await Self.differences(site, now: "2026-11-24") == [])
    }

    @Test func theReasonOfEachRenderingIsKept() async throws {
        let site = try Self.site()
        _ = try await Self.build(site)
        try Self.edit(site, "Content/zh/answers/a2.md", "第 2 问", "第二问")
        _ = try await Self.build(site)
        let history = try #require(await OutputHistory(siteRoot: site.root, output: site.root + "/Output"))
        let linking = try #require(history.story(of: "answers/a1.html")).map(\.english)
        #expect(linking[0] == "made of Content/zh/answers/a1.md")
        #expect(
            linking[1].hasPrefix(
                "rendered in build 2, because this changed: what lists and links show of zh/answers/a2"))
        let other = try #require(history.story(of: "guides/g.html")).map(\.english)
        #expect(other[1] == "rendered in build 1: there was no earlier build to go by")
        #expect(history.files(from: "Content/zh/answers/a2.md") == ["answers/a2.html", "answers/a2.md"])
        #expect(history.story(of: "nowhere.html") == nil)
    }
}
