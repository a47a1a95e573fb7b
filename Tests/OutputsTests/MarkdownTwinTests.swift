import Bytes
import Outputs
import SiteModel
import Testing

/// Twins of pages, as whole files.
@Suite struct MarkdownTwinTests {
    private static func answer() -> SampleSite {
        var site = SampleSite()
        site.sharedTexts = [
            SharedText(id: "review", language: "zh", title: "审核说明", body: RichText(plain: "由编辑部审核。\n"))
        ]
        site.add("answers/relay", "中转站是什么？") { header, facets in
            header.author = LocatedText("editors", range: 0..<0)
            header.notes = [LocatedText("review", range: 0..<0)]
            header.sources = [
                PageSource(title: "规范 [1]", url: "https://spec.example/a(b)", accessed: Moment("2026-11-02"))
            ]
            facets.question = "AI API 中转站是什么"
            facets.shortAnswer = RichText(plain: "中转站转发请求。")
            facets.evidence = [RichText(plain: "依据一。"), RichText(plain: "第一行\n\n第二段")]
            facets.nextSteps = [RichText(plain: "先测试。")]
            facets.englishSummary = RichText(plain: "A relay forwards requests.")
            facets.questions = [.init(question: RichText(plain: "然后呢？"), answer: RichText(plain: "再看。"))]
        }
        site.add("answers/other", "另一个问题？") { _, facets in facets.shortAnswer = RichText(plain: "另一个回答。") }
        site.bodies["/answers/relay"] = RichText(plain: "## 正文\n\n一段。\n\n")
        return site
    }

    @Test func anAnswerInTheOrderOfThePage() {
        let (text, twin) = Self.answer().view().twin("/answers/relay")
        #expect(text == Self.golden)
        #expect(twin.length == text.utf8.count)
        let content = String(decoding: Array(text.utf8)[twin.contentStart...], as: UTF8.self)
        #expect(content.hasPrefix("## 直接回答\n\n中转站转发请求。\n"))
    }

    private static let golden = """
        ---
        title: "中转站是什么？"
        canonical: "https://site.example/answers/relay"
        language: zh-Hans
        updated: 2026-11-20
        author: "编辑部"
        description: "中转站转发请求。"
        tokens_estimate: 225
        tokens_method: utf8-cjk-v1
        ---

        # 中转站是什么？

        ## 直接回答

        中转站转发请求。

        原始问题：AI API 中转站是什么

        更新：2026-11-20 · 发布：2026-11-01 · <https://site.example/answers/relay> · [llms.txt](https://site.example/answers/llms.txt)

        ## 判断依据和适用边界

        - 依据一。
        - 第一行

          第二段

        ## 正文

        一段。

        ## 建议执行的下一步

        1. 先测试。

        ## English summary

        A relay forwards requests.

        ## 常见后续问题

        ### 然后呢？

        再看。

        ## 相关页面

        - [另一个问题？](https://site.example/answers/other.md)：另一个回答。

        ## 审核说明

        由编辑部审核。

        ## 来源

        - [规范 \\[1\\]](https://spec.example/a%28b%29) (访问日期：2026-11-02)

        ## Sitemap

        [sitemap.md](https://site.example/sitemap.md)

        """

    @Test func noPageIsListedTwice() {
        var site = SampleSite()
        site.add("answers/a", "甲") { header, _ in
            header.related = ["answers/b", "answers/b", "answers/a", "answers/c"].map { LocatedText($0, range: 0..<0) }
        }
        for name in ["b", "c", "d", "e", "f", "g", "h"] { site.add("answers/\(name)", "页 \(name)") }
        let view = site.view()
        for page in view.listedPages(in: SampleSite.zh) {
            let others = view.related(to: page) + view.siblings(of: page)
            #expect(Set(others).count == others.count)
            #expect(!others.contains(page))
            #expect(!view.related(to: page).isEmpty)
        }
        let text = view.twin("/answers/a").text
        #expect(text.ranges(of: "answers/b.md").count == 1)
        #expect(text.contains("## 更多简短回答"))
    }

    @Test func theShortAnswerStandsInTheFirstThousandCharacters() {
        var site = SampleSite()
        let words = Array(repeating: "reasonably", count: 58).joined(separator: " ")
        site.add("answers/long", String(repeating: "long title ", count: 6), in: SampleSite.en) { header, facets in
            header.author = LocatedText("editors", range: 0..<0)
            facets.question = String(repeating: "a question ", count: 8)
            facets.shortAnswer = RichText(plain: words + ".")
        }
        let text = site.view().twin("/en/answers/long").text
        let first = String(text.unicodeScalars.prefix(1000))
        #expect(first.contains(words))
        // The description gave way.
        #expect(!first.contains("\ndescription:"))
    }

    @Test func aPageWithNothingIsStillWhole() {
        var site = SampleSite()
        site.add("docs/empty", "Empty", kind: "doc", in: SampleSite.en) { header, _ in
            header.published = nil
            header.modified = nil
        }
        let (text, twin) = site.view().twin("/en/docs/empty")
        #expect(
            text.hasSuffix(
                "# Empty\n\n<https://site.example/en/docs/empty> · [llms.txt](https://site.example/en/docs/llms.txt)\n"
                    + "\n## Sitemap\n\n[sitemap.md](https://site.example/sitemap.md)\n")
        )
        #expect(!text.contains("updated:"))
        #expect(twin.contentStart < twin.length)
        #expect(!twin.note.isEmpty)
    }

    @Test func aBodyStandsInForAMissingSummary() {
        var site = SampleSite()
        site.add("docs/foreign", "Foreign", kind: "doc", in: SampleSite.en)
        site.bodies["/en/docs/foreign"] = RichText(plain: "First sentence. Second one.\n")
        let twin = site.view().twin("/en/docs/foreign")
        #expect(twin.twin.note == "First sentence. Second one.")
        #expect(twin.text.contains("description: \"First sentence. Second one.\""))
        #expect(site.view().files(LLMs.self)["en/docs/llms.txt"]?.contains("): First sentence. Second one.\n") == true)
    }

    @Test func aTermBeginsWithItsDefinition() {
        var site = SampleSite()
        site.add("glossary/token", "token", kind: "glossary-term", in: SampleSite.en) { _, facets in
            facets.term = "token"
            facets.definition = RichText(plain: "The unit of billing.")
            facets.termAliases = [LocatedText("tok", range: 0..<0), LocatedText("piece_of_text", range: 0..<0)]
        }
        let text = site.view().twin("/en/glossary/token").text
        #expect(text.contains("## Definition\n\n**token**: The unit of billing.\n\nAlso called: tok, piece_of_text\n"))
    }

    @Test func stepsHaveTheirReasonsAndCodeItsFence() {
        var site = SampleSite()
        site.add("checklists/go", "Go", kind: "checklist", in: SampleSite.en) { _, facets in
            facets.steps = [.init(text: RichText(plain: "Check it."), why: RichText(plain: "It breaks."))]
        }
        site.add("examples/run", "Run", kind: "example", in: SampleSite.en) { _, facets in
            facets.testedWith = "Python 3.11"
            facets.code = [.init(language: "markdown", title: "a_b.md", text: "````\nx\n````")]
        }
        let view = site.view()
        #expect(view.twin("/en/checklists/go").text.contains("## Items\n\n1. Check it.\n\n   Why: It breaks.\n"))
        let code = view.twin("/en/examples/run").text
        #expect(
            code.contains("## Code\n\nTested with: Python 3.11\n\n**a_b.md**\n\n`````markdown\n````\nx\n````\n`````\n"))
    }

    @Test func hubAndHomeListTheirPages() {
        var site = Self.answer()
        site.add("index", "首页标题", kind: "home")
        site.add("answers", "答案中心", kind: "hub") { header, _ in header.modified = Moment("2026-01-01") }
        let view = site.view()
        let line = "- [另一个问题？](https://site.example/answers/other.md)：另一个回答。\n"
        #expect(view.twin("/answers/").text.contains(line))
        #expect(view.twin("/").text.contains("## 答案中心\n\n"))
        #expect(view.twin("/").text.contains(line))
        // Hubs and home are as new as what they list.
        #expect(view.twin("/answers/").text.contains("\nupdated: 2026-11-20\n"))
        #expect(view.modified(of: view.at("/"))?.day == "2026-11-20")
    }

    @Test func aModelShowsEveryPrice() {
        var site = SampleSite()
        site.catalog = SampleCatalog.make(isConfirmed: false)
        site.add("models/m-1", "M 1", kind: "model", in: SampleSite.en) { _, facets in
            facets.structuredData = .model
            facets.model = LocatedText("acme/m-1", range: 0..<0)
        }
        let text = site.view().twin("/en/models/m-1").text
        for part in [
            "price not confirmed: 2026-11-19", "acme/m-1", "$0.15", "$0.30", "more than 200,000 tokens", "free",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test(arguments: HostileTexts.all)
    func hostileTitlesStayOnTheirLines(_ title: String) {
        var site = SampleSite()
        site.add("answers/hostile", title, in: SampleSite.en) { _, facets in
            facets.shortAnswer = RichText(plain: "Fine.")
        }
        site.add("answers/next", "Next", in: SampleSite.en) { _, facets in facets.shortAnswer = RichText(plain: "Ok.") }
        let view = site.view()
        let (text, twin) = view.twin("/en/answers/hostile")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "---")
        #expect(lines.filter { $0 == "---" }.count == 2)
        #expect(lines.filter { $0.hasPrefix("# ") }.count == 1)
        let heading = String(decoding: Array(text.utf8)[..<twin.contentStart], as: UTF8.self)
        #expect(heading.hasSuffix("\n\n"))
        #expect(heading.split(separator: "\n").last?.hasPrefix("# ") == true)
    }
}
