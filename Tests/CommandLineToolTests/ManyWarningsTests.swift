import Foundation
import TestSupport
import Testing

/// A sort of mistake that stands on every line is told three times and counted; programs get all of them.
@Suite struct ManyWarningsTests {
    private static func site() throws -> TemporarySite {
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
        let lines = (0..<9).map { _ in "中转站只转发请求,平台还要管理密钥。\n\n" }.joined()
        try site.write(try site.read("Content/zh/docs/a.md") + lines, to: "Content/zh/docs/a.md")
        return site
    }

    private static func heads(_ run: Program) -> [Substring] {
        run.messages.split(separator: "\n").filter { $0.contains("[text/half-width-punctuation]") }
    }

    @Test func theFirstThreeAreShownAndTheOthersCounted() throws {
        let site = try Self.site()
        let run = try Program("check", "--now", "2026-11-24", in: site.root)
        #expect(
            Self.heads(run).map { $0.prefix(27) }
                == [5, 7, 9].map { "Content/zh/docs/a.md:\($0):9: w"[...].prefix(27) })
        #expect(run.messages.contains("note: 6 more of this sort in this file\n"))
        #expect(run.messages.contains("\n6 more warnings in 1 files: text/half-width-punctuation 6; "))
        // What is left out counts as well.
        #expect(run.messages.contains(" 10 warnings\n"))
        let chinese = try Program("check", "--now", "2026-11-24", "--messages", "zh", in: site.root)
        #expect(chinese.messages.contains("另见: 本文件还有 6 处同类问题\n"))
    }

    @Test func allAreThereForProgramsAndOnRequest() throws {
        let site = try Self.site()
        #expect(Self.heads(try Program("check", "--now", "2026-11-24", "--all", in: site.root)).count == 9)
        for (format, mark) in [("json", "\"code\": \"text/half"), ("sarif", "\"ruleId\": \"text/half")] {
            let run = try Program("check", "--now", "2026-11-24", "--format", format, in: site.root)
            #expect(run.output.ranges(of: mark).count == 9)
            #expect(run.messages == "")
        }
        let annotations = try Program("check", "--now", "2026-11-24", "--format", "github", in: site.root)
        #expect(annotations.output.ranges(of: "title=text/half").count == 3)
    }

    @Test func errorsAreAllShown() throws {
        let site = try Self.site()
        let settings = try site.read("Content/site.yaml") + "checks: {text/half-width-punctuation: error}\n"
        try site.write(settings, to: "Content/site.yaml")
        let run = try Program("check", "--now", "2026-11-24", in: site.root)
        #expect(run.exitCode == 1)
        #expect(Self.heads(run).count == 9)
    }
}
