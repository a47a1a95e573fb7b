import Foundation
import TestSupport
import Testing

/// `init`, `new`, `completions` and `man`, as a caller sees them.
@Suite struct NewSiteTests {
    @Test(arguments: ["zh", "en"])
    func aNewSiteBuildsWithoutAWarning(_ language: String) throws {
        let site = try TemporarySite(files: ["empty/.keep": ""])
        let begun = try Program("init", "mine", "--language", language, "--now", "2026-11-28", in: site.root)
        #expect(begun.exitCode == 0)
        #expect(site.files(below: "mine/Templates").contains("layouts/base.html"))
        let run = try Program("build", "--strict", "--now", "2026-11-28", in: site.root + "/mine")
        #expect(run.messages == "")
        #expect(run.exitCode == 0)
        #expect(site.files(below: "mine/Output").contains("answers/how-to-write-an-answer.html"))
        let again = try Program("init", "mine", in: site.root)
        #expect(again.exitCode == 78)
    }

    @Test func everyKindHasASkeletonThatLoads() throws {
        let site = try TemporarySite(files: ["empty/.keep": ""])
        _ = try Program("init", "mine", "--language", "zh", "--now", "2026-11-28", in: site.root)
        let kinds = [
            "answer", "checklist", "comparison", "doc", "example", "faq", "glossary-term", "guide", "model", "trust",
        ]
        for kind in kinds {
            let run = try Program(
                "new", kind, "a-page", "--title", "它’s '标题'", "--now", "2026-11-28", in: site.root + "/mine")
            #expect(run.exitCode == 0)
            let path = "mine/" + run.output.trimmingCharacters(in: .newlines)
            #expect(try site.read(path).contains("draft: true"))
        }
        let build = try Program("build", "--now", "2026-11-28", in: site.root + "/mine")
        #expect(build.messages == "")
        #expect(build.exitCode == 0)
        let again = try Program("new", "answer", "a-page", in: site.root + "/mine")
        #expect(again.exitCode == 78)
        #expect(try Program("new", "answer", "Bad Slug", in: site.root + "/mine").exitCode == 2)
        #expect(try Program("new", "anser", "x", in: site.root + "/mine").messages.contains("did you mean"))
    }

    @Test func whatIsCommentedOutIsInForm() throws {
        let site = try TemporarySite(files: ["empty/.keep": ""])
        _ = try Program("init", "mine", "--language", "en", "--now", "2026-11-28", in: site.root)
        _ = try Program("new", "guide", "g", "--now", "2026-11-28", in: site.root + "/mine")
        let path = "mine/Content/en/guides/g.md"
        // Taking the marks away leaves fields that load; only what they name is not there.
        let fields = try site.read(path).split(separator: "\n", omittingEmptySubsequences: false).compactMap {
            line -> String? in
            if line.hasPrefix("draft") { return nil }
            let isField = line.firstMatch(of: /^# ([a-z_]+:|  )/) != nil && !line.hasPrefix("# true:")
            return isField ? String(line.dropFirst(2)) : line.hasPrefix("#") ? nil : String(line)
        }
        try site.write(fields.joined(separator: "\n"), to: path)
        let run = try Program("check", "--drafts", "--now", "2026-11-28", "--format", "json", in: site.root + "/mine")
        let codes = Set(run.output.matches(of: /"code": "([a-z-]+\/[a-z-]+)"/).map { String($0.1) })
        #expect(codes.allSatisfy { !$0.hasPrefix("yaml/") })
    }

    @Test func completionsAndManualNameEveryCommand() throws {
        let site = try TemporarySite(files: ["empty/.keep": ""])
        let help = try Program("help", "--messages", "en", in: site.root).output
        let commands = help.split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        .filter { !$0.hasPrefix("-") }
        #expect(commands.count > 10)
        for shell in ["bash", "zsh", "fish"] {
            let text = try Program("completions", shell, in: site.root).output
            for command in commands { #expect(text.contains(command)) }
        }
        for language in ["zh", "en"] {
            let manual = try Program("man", "--messages", language, in: site.root).output
            #expect(manual.hasPrefix(".TH CITABLE 1"))
            for command in commands { #expect(manual.contains(".SS citable " + command)) }
        }
        #expect(try Program("completions", "tcsh", in: site.root).exitCode == 2)
    }
}
