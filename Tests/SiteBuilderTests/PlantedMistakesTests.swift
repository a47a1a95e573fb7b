import Diagnostics
import Foundation
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// Every mistake of a folder is reported in one run, each at its place.
@Suite struct PlantedMistakesTests {
    private static let settings = """
        -- Content/site.yaml --
        name: 测试站
        base_url: https://example.test
        default_language: zh
        languages: [zh, en]
        organization: {name: 测试, url: https://example.test}
        -- Content/people.yaml --
        team: {name: 编辑部, organization: true}
        """

    private static func check(_ text: String) async throws -> [String] {
        let site = try TemporarySite(settings + "\n" + text)
        return try await report(site)
    }

    private static func report(_ site: TemporarySite) async throws -> [String] {
        let now = try #require(Moment("2026-11-24"))
        let result = await SiteCheckup(BuildOptions(siteRoot: site.root, now: now)).run(asEditor: false)
        return result.diagnostics.map { diagnostic in
            let place = diagnostic.location.map { "\($0.file):\($0.line):\($0.column)" } ?? "-"
            return "\(place) \(diagnostic.code.id)"
        }
    }

    @Test func aSoundSiteHasNothingToReport() async throws {
        let found = try await Self.check(
            """
            -- Content/zh/answers/a.md --
            ---
            title: 什么是中转站？
            date: 2026-11-23
            author: team
            question: 什么是中转站？
            short_answer: 中转站转发请求。
            ---
            正文。
            """)
        #expect(found == [])
    }

    @Test func allMistakesOfAllFilesComeInOneRun() async throws {
        let found = try await Self.check(
            """
            -- Content/zh/answers/fields.md --
            ---
            title:
            date: 2026-02-30
            author: teem
            question: 问题？
            short_anwser: 写错了字段名
            draft: no
            related: [answers/nowhere]
            notes: [missing]
            tags: 一个词
            ---
            -- Content/zh/answers/open.md --
            ---
            title: 没有结束
            -- Content/zh/answers/bare.md --
            没有 front matter。
            -- Content/zh/answers/Wrong_Case.md --
            ---
            title: 大写
            date: 2026-11-23
            question: 问
            short_answer: 答
            ---
            -- Content/zh/answres/typo.md --
            ---
            title: x
            ---
            -- Content/fr/index.md --
            ---
            title: x
            ---
            -- Content/zh/guides/yaml.md --
            ---
            title: &anchor 一
            date: 2026-11-23
            date: 2026-11-24
            ---
            """)
        #expect(
            found == [
                "Content/fr/index.md:1:1 content/misplaced-file",
                "Content/zh/answers/Wrong_Case.md:1:1 content/bad-slug",
                "Content/zh/answers/bare.md:1:1 front-matter/missing",
                "Content/zh/answers/fields.md:2:1 front-matter/missing-field",
                "Content/zh/answers/fields.md:2:1 front-matter/missing-field",
                "Content/zh/answers/fields.md:3:7 front-matter/malformed-date",
                "Content/zh/answers/fields.md:4:9 page/unknown-person",
                "Content/zh/answers/fields.md:6:1 front-matter/unknown-field",
                "Content/zh/answers/fields.md:7:8 front-matter/malformed-field",
                "Content/zh/answers/fields.md:8:11 page/unknown-related",
                "Content/zh/answers/fields.md:9:9 page/unknown-note",
                "Content/zh/answers/fields.md:10:7 front-matter/malformed-field",
                "Content/zh/answers/open.md:1:1 front-matter/unclosed",
                "Content/zh/answres/typo.md:1:1 content/misplaced-file",
                "Content/zh/guides/yaml.md:2:8 yaml/anchor",
                "Content/zh/guides/yaml.md:4:1 yaml/duplicate-key",
            ])
    }

    /// The repository's own templates.
    private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates").path

    @Test func everySortOfMistakeIsReportedOnceAtItsPlace() async throws {
        let site = try PlantedMistakes.site(templates: Self.templates)
        let found = try await Self.report(site)
        #expect(found.difference(from: PlantedMistakes.expected).map { "\($0)" } == [])
        #expect(PlantedMistakes.expected.count >= 24)
        #expect(try await Self.report(try PlantedMistakes.soundSite(templates: Self.templates)) == [])
    }

    @Test func aFileInGBKIsNamedAsSuch() async throws {
        let site = try TemporarySite(Self.settings)
        // "中转站" in GBK.
        let bytes = Data("---\ntitle: ".utf8) + Data([0xD6, 0xD0, 0xD7, 0xAA, 0xD5, 0xBE]) + Data("\n---\n".utf8)
        try site.write(bytes, to: "Content/zh/guides/gbk.md")
        let now = try #require(Moment("2026-11-24"))
        let result = await SiteCheckup(BuildOptions(siteRoot: site.root, now: now)).run(asEditor: false)
        let diagnostic = try #require(result.diagnostics.first)
        #expect(diagnostic.code.id == "content/not-utf8")
        #expect(diagnostic.message.english == "byte 12 (0xD6) is not UTF-8; it looks like GBK")
        #expect(diagnostic.location?.line == 2)
        #expect(diagnostic.location?.column == 8)
    }

    @Test func theSameTextWithCRLFAndBOMReadsTheSame() async throws {
        let page = "---\r\ntitle: 一\r\ndate: 2026-11-23\r\nbad: 1\r\n---\r\n正文\r\n"
        let site = try TemporarySite(Self.settings)
        try site.write(Data([0xEF, 0xBB, 0xBF]) + Data(page.utf8), to: "Content/zh/guides/a.md")
        #expect(try await Self.report(site) == ["Content/zh/guides/a.md:4:1 front-matter/unknown-field"])
    }

    @Test func twoSourcesOfOneAddressNameEachOther() async throws {
        let page = "---\ntitle: 一\ndate: 2026-11-23\n---\n"
        let found = try await Self.check(
            "-- Content/zh/guides/one.md --\n\(page)-- Content/zh/guides/topic/one.md --\n\(page)")
        #expect(found == ["Content/zh/guides/topic/one.md:1:1 address/duplicate"])
    }

    @Test func settingsGiveTheLevelOfACode() async throws {
        let site = try TemporarySite(
            Self.settings + "\n-- Content/zh/guides/one.md --\n---\ntitle: 一\ndate: 2026-11-23\nextra: 1\n---\n")
        let settings = try String(contentsOfFile: site.root + "/Content/site.yaml", encoding: .utf8)
        try site.write(settings + "\nchecks: {front-matter/unknown-field: off}\n", to: "Content/site.yaml")
        #expect(try await Self.report(site) == [])
    }

    @Test func directivesThatNameNothingAreReportedWhereverTheyStand() async throws {
        let page =
            "---\ntitle: 一\ndate: 2026-11-23\nshort_answer: '价格 :price[nomodel]'\n---\n:price[other]\n\n:term[无此术语]\n"
        let found = try await Self.check(
            "-- Content/zh/guides/one.md --\n\(page)-- Content/shared/zh/n.md --\n---\ntitle: 说明\n---\n:model[gone]\n")
        #expect(
            found == [
                "Content/shared/zh/n.md:4:8 catalog/unknown-model",
                "Content/zh/guides/one.md:4:26 catalog/unknown-model",
                "Content/zh/guides/one.md:6:8 catalog/unknown-model",
                "Content/zh/guides/one.md:8:7 directive/unknown-term",
            ])
    }

    @Test func aSlashBehindTheOutputFolderChangesNothing() async throws {
        let site = try TemporarySite(
            Self.settings + "\n-- Content/zh/guides/one.md --\n---\ntitle: 一\ndate: 2026-11-23\n---\n正文。\n")
        let now = try #require(Moment("2026-11-24"))
        let options = BuildOptions(siteRoot: site.root, now: now)
        let built = try await SiteBuild(options, output: site.root + "/out//").run()
        #expect(built.diagnostics == [])
        #expect(FileManager.default.fileExists(atPath: site.root + "/out/guides/one.html"))
    }
}
