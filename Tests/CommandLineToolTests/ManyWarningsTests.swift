import Foundation
import TestSupport
import Testing

/// A sort of mistake that stands on every line is told three times and counted; programs get all of them. What editorial checks find
/// again and again on a page is one finding, with a count and the first places.
@Suite struct ManyWarningsTests {
    private static func site(line: String = "<hr>") throws -> TemporarySite {
        let site = try TemporarySite(
            """
            -- Content/site.yaml --
            name: 测试
            base_url: https://example.test
            default_language: zh
            languages: [zh]
            organization: {name: 测试, url: https://example.test}
            -- Content/zh/docs/a.md --
            ---
            title: 标点
            date: 2026-11-20
            ---

            """
        )
        let lines = (0..<9).map { _ in line + "\n\n" }.joined()
        try site.write(try site.read("Content/zh/docs/a.md") + lines, to: "Content/zh/docs/a.md")
        return site
    }

    private static let squeezed = "中转站只转发请求,平台还要管理密钥。"

    private static func heads(_ run: Program, _ code: String = "markdown/raw-html") -> [Substring] {
        run.messages.split(separator: "\n").filter { $0.contains("[\(code)]") }
    }

    @Test func theFirstThreeAreShownAndTheOthersCounted() throws {
        let site = try Self.site()
        let run = try Program("check", "--now", "2026-11-24", in: site.root)
        #expect(
            Self.heads(run).map { $0.prefix(27) }
                == [5, 7, 9].map { "Content/zh/docs/a.md:\($0):1: w"[...].prefix(27) })
        #expect(run.messages.contains("note: 6 more of this sort in this file\n"))
        #expect(run.messages.contains("\n6 more warnings in 1 files: markdown/raw-html 6; "))
        // What is left out counts as well.
        #expect(run.messages.contains(" 10 warnings\n"))
        let chinese = try Program("check", "--now", "2026-11-24", "--messages", "zh", in: site.root)
        #expect(chinese.messages.contains("另见: 本文件还有 6 处同类问题\n"))
    }

    @Test func allAreThereForProgramsAndOnRequest() throws {
        let site = try Self.site()
        #expect(Self.heads(try Program("check", "--now", "2026-11-24", "--all", in: site.root)).count == 9)
        for (format, mark) in [("json", "\"code\": \"markdown/raw"), ("sarif", "\"ruleId\": \"markdown/raw")] {
            let run = try Program("check", "--now", "2026-11-24", "--format", format, in: site.root)
            #expect(run.output.ranges(of: mark).count == 9)
            #expect(run.messages == "")
        }
        let annotations = try Program("check", "--now", "2026-11-24", "--format", "github", in: site.root)
        #expect(annotations.output.ranges(of: "title=markdown/raw").count == 3)
    }

    @Test func errorsAreAllShown() throws {
        let site = try Self.site()
        let settings = try site.read("Content/site.yaml") + "checks: {markdown/raw-html: error}\n"
        try site.write(settings, to: "Content/site.yaml")
        let run = try Program("check", "--now", "2026-11-24", in: site.root)
        #expect(run.exitCode == 1)
        #expect(Self.heads(run).count == 9)
    }

    @Test func whatStandsOnAPageAgainAndAgainIsOneFinding() throws {
        let site = try Self.site(line: Self.squeezed)
        let code = "text/half-width-punctuation"
        let run = try Program("check", "--now", "2026-11-24", in: site.root)
        #expect(
            Self.heads(run, code) == [
                "Content/zh/docs/a.md:5:9: warning: half-width ‘,’ between Han characters: 9 places on this page  [\(code)]"
            ])
        #expect(
            run.messages.ranges(of: "note: half-width ‘,’").count == 4
                && run.messages.contains("Content/zh/docs/a.md:13:9: note: half-width"))
        let chinese = try Program("check", "--now", "2026-11-24", "--messages", "zh", in: site.root)
        #expect(chinese.messages.contains("汉字之间用了半角“,”，本页共 9 处  [\(code)]\n"))
        for (format, mark) in [("json", "\"code\": \"text/half"), ("sarif", "\"ruleId\": \"text/half")] {
            let report = try Program("check", "--now", "2026-11-24", "--format", format, in: site.root).output
            #expect(report.ranges(of: mark).count == 1 && report.contains("9 places on this page"))
        }
        #expect(Self.heads(try Program("check", "--now", "2026-11-24", "--all", in: site.root), code).count == 9)
    }
}
