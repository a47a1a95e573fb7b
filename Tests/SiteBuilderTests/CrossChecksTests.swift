import Diagnostics
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// What is wrong between files: fragments, redirects, names that collide, languages that are missing.
@Suite struct CrossChecksTests {
    private static let settings = """
        -- Content/site.yaml --
        name: 测试站
        base_url: https://example.test
        default_language: zh
        languages: [zh, en]
        organization: {name: 测试, url: https://example.test}

        """
    private static let answer = """
        -- Content/zh/answers/a.md --
        ---
        title: 问
        question: 问
        date: 2026-11-23
        short_answer: 答。
        evidence: [依据]
        ---
        ## 节

        文。

        """

    /// `place message` of each mistake.
    private static func report(_ text: String, settings more: String = "") async throws -> [String] {
        let site = try TemporarySite(settings + more + text)
        let now = try #require(Moment("2026-11-24"))
        let result = await SiteCheckup(BuildOptions(siteRoot: site.root, now: now)).run(asEditor: false)
        return result.diagnostics.map { diagnostic in
            let place = diagnostic.location.map { "\($0.file):\($0.line):\($0.column)" } ?? "-"
            return "\(place) \(diagnostic.message.english)"
        }
    }

    private static func guide(_ name: String, _ body: String, fields: String = "", language: String = "zh") -> String {
        "-- Content/\(language)/guides/\(name).md --\n---\ntitle: 页\ndate: 2026-11-23\n\(fields)---\n\(body)\n"
    }

    @Test func placesThatTemplatesMakeCanBeLinked() async throws {
        let good = ["#answer", "#part-grounds", "#part-direct-answer", "#节", "#%E8%8A%82", "#top", "#:~:text=文", "#"]
        let links = good.map { "[x](/answers/a\($0))" }.joined(separator: " ")
        #expect(try await Self.report(Self.answer + Self.guide("g", links + " [y](#part-main)")) == [])
        #expect(
            try await Self.report(Self.answer + Self.guide("g", "[x](/answers/a#part-steps)")) == [
                "Content/zh/guides/g.md:5:5 /answers/a has no heading with the id ‘part-steps’"
            ])
    }

    /// A link that an editor copied from the address bar is a link inside the site.
    @Test func linksThatNameTheSiteItselfAreChecked() async throws {
        let good = ["", "/", "/answers/a", "/answers/a.html#节", "?x=1"].map { "[x](https://example.test\($0))" }
        let outside = ["https://example.test.evil/x", "https://example.testing/", "http://example.test/none"]
        let links = (good + outside.map { "<\($0)>" }).joined(separator: " ")
        #expect(try await Self.report(Self.answer + Self.guide("g", links)) == [])
        let bad = "[x](https://example.test/none) <https://example.test/answers/a#none>"
        #expect(
            try await Self.report(Self.answer + Self.guide("g", bad)) == [
                "Content/zh/guides/g.md:5:5 there is nothing at /none",
                "Content/zh/guides/g.md:5:33 /answers/a has no heading with the id ‘none’",
            ])
    }

    @Test func settingsForProgramsAreChecked() async throws {
        let contact = "security: {contact: [\"mailto:a@example.test\"], expires: 2026-11-24}\n"
        #expect(
            try await Self.report(Self.guide("g", "x"), settings: contact) == [
                "Content/site.yaml:6:57 the contact expired on 2026-11-24"
            ])
        let later = contact.replacing("2026-11-24", with: "2026-11-25")
        #expect(try await Self.report(Self.guide("g", "x"), settings: later) == [])
        let wrong = """
            security: {contact: [a@example.test], expires: 2026-11-25}
            icons: [{path: a.png, size: 192}]
            search_page: /search
            push: {indexnow_key: short, baidu_token_env: "a b"}
            robots: {disallow: [private]}

            """
        let found = try await Self.report(Self.guide("g", "x"), settings: wrong)
        #expect(found.count == 6)
        #expect(found.allSatisfy { $0.hasPrefix("Content/site.yaml:") })
    }

    @Test func referencesToWithheldPagesSayWhy() async throws {
        let found = try await Self.report(
            Self.guide("draft", "x", fields: "draft: true\n")
                + Self.guide("soon", "x", fields: "publish_at: 2027-01-01\n")
                + Self.guide("past", "x", fields: "expire_at: 2026-01-01\n")
                + Self.guide("g", "[1](draft.md) [2](/guides/soon) [3](past)", fields: "related: [guides/draft]\n"))
        #expect(
            found == [
                "Content/zh/guides/g.md:4:11 Content/zh/guides/draft.md is a draft, so /guides/draft is not built",
                "Content/zh/guides/g.md:6:5 Content/zh/guides/draft.md is a draft, so /guides/draft is not built",
                "Content/zh/guides/g.md:6:19 Content/zh/guides/soon.md is not published before 2027-01-01, "
                    + "so /guides/soon is not built",
                "Content/zh/guides/g.md:6:37 Content/zh/guides/past.md expired on 2026-01-01, "
                    + "so /guides/past is not built",
            ])
    }

    @Test func redirectsLeadSomewhereElse() async throws {
        let found = try await Self.report(
            Self.guide("g", "x") + """
                -- Content/redirects.yaml --
                - {from: /a, to: /b}
                - {from: /b, to: /c}
                - {from: /c, to: /b}
                - {from: /d, to: /gone}
                - {from: /guides/g, to: /}
                - {from: /e, to: /guides/g.html}
                - {from: /E, to: /}
                - {from: f, to: /}
                - {from: /h, to: "javascript:x"}
                - {from: /i}
                - {from: /j, to: /, status: 200}
                - {from: /k, status: 410}
                - {from: /l, to: /llms.txt}
                - {from: /../m, to: /}
                - {from: /n?o, to: /}
                - {from: /p//q, to: /}
                - {from: /%72, to: /}
                - {from: /r, to: /}
                - {from: /robots.txt, to: /}
                - {from: "/s%0A", to: /}

                """)
        #expect(
            found == [
                "Content/redirects.yaml:2:10 this redirect leads back to itself: /b → /c → /b",
                "Content/redirects.yaml:4:18 there is nothing at /gone",
                "Content/redirects.yaml:5:10 a page stands at /guides/g, so it can't redirect",
                "Content/redirects.yaml:7:10 /E redirects already",
                "Content/redirects.yaml:8:10 ‘f’ is no path of this site; a redirect begins at one such as /old/page",
                "Content/redirects.yaml:9:18 a redirect leads to a path such as /new/page or to an http(s) URL, "
                    + "not to ‘javascript:x’",
                "Content/redirects.yaml:10:10 the redirect from /i leads nowhere: ‘to’ is missing",
                "Content/redirects.yaml:11:29 a redirect's status is 301, 302, 307, 308 or 410, not 200",
                "Content/redirects.yaml:14:10 ‘/../m’: browsers take . and .. out of a path before they ask",
                "Content/redirects.yaml:15:10 ‘/n?o’: a redirect begins at a path alone; what stands behind ? or # "
                    + "decides nothing",
                "Content/redirects.yaml:16:10 ‘/p//q’ is no path of this site; a redirect begins at one such as /old/page",
                "Content/redirects.yaml:18:10 /r redirects already",
                "Content/redirects.yaml:19:10 a file stands at /robots.txt, so it can't redirect",
                "Content/redirects.yaml:20:10 ‘/s%0A’ has a control character, which no address may have",
            ])
    }

    @Test func copiedFilesDoNotHideOthers() async throws {
        let found = try await Self.report(
            Self.guide("g", "x") + "-- Content/static/llms.txt --\n-- Content/static/b/A.txt --\n"
                + "-- Content/static/b/a.txt --\n-- Content/static/Guides/G.html --\n")
        #expect(
            found == [
                "Content/static/Guides/G.html:1:1 the build writes guides/g.html itself",
                "Content/static/b/a.txt:1:1 Content/static/b/A.txt would be published under this name already",
                "Content/static/llms.txt:1:1 the build writes llms.txt itself",
            ])
    }

    @Test func missingLanguagesAreFoundWhenAskedFor() async throws {
        let pages = Self.guide("g", "x") + Self.guide("h", "x") + Self.guide("h", "x", language: "en")
        #expect(try await Self.report(pages) == [])
        #expect(
            try await Self.report(pages, settings: "checks: {page/missing-translation: error}\n") == [
                "Content/zh/guides/g.md:1:1 the page ‘guides/g’ is missing in English"
            ])
    }

    @Test func nothingIsSaidTwiceOfAValueThatYAMLRefused() async throws {
        #expect(
            try await Self.report(Self.guide("g", "x", fields: "tags: *x\nauthor: *y\n")) == [
                "Content/zh/guides/g.md:4:7 the alias ‘*x’ is not allowed",
                "Content/zh/guides/g.md:5:9 the alias ‘*y’ is not allowed",
            ])
    }
}
