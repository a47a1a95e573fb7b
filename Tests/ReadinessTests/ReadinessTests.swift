import Diagnostics
import Outputs
import SiteModel
import Testing

@testable import Readiness

/// What scorers look at, judged on small finished pages: each criterion can be met and missed.
@Suite struct ReadinessTests {
    private static let html = """
        <!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>什么是中转站？</title>
        <meta name="description" content="中转站用自己的地址和密钥接收请求，再转发给上游，并负责计费、密钥管理和错误映射等事情。">
        <meta property="og:title" content="什么是中转站？"><meta property="og:description" content="中转站">
        <link rel="canonical" href="https://site.example/a"><link rel="alternate" type="text/markdown" href="/a.md">
        <script type="application/ld+json">{"@graph":[{"@type":"Article","@id":"https://site.example/a#article","headline":"什么是中转站？","dateModified":"2026-11-22","author":{"@id":"https://site.example/#org"},"url":"x","inLanguage":"zh-Hans"},{"@type":"Organization","@id":"https://site.example/#org","name":"O"},{"@type":"WebSite","@id":"https://site.example/#website","name":"S"},{"@type":"BreadcrumbList","@id":"b","itemListElement":[]}]}</script>
        </head><body><main><h1>什么是中转站？</h1><p><a href="/llms.txt">llms.txt</a> <time datetime="2026-11-22">2026-11-22</time></p>
        <p id="answer">\(answer)</p><h2>依据</h2><ul><li>第一条依据 1234567890。</li><li>第二条。</li></ul><h2>更多</h2><p>\(prose)</p>
        <p><a href="https://other.example/">来源</a> <a href="/glossary/">术语表</a> O</p><pre><code class="language-sh">x</code></pre>
        <img src="/x.png" alt=""></main></body></html>
        """
    private static let answer = String(repeating: "中转站用自己的地址和密钥接收请求，再转发给上游。", count: 5)
    private static let prose = String(repeating: "这一段说明为什么需要逐项核对能力而不看名称", count: 30) + "。"
    private static let twin = """
        ---
        title: "什么是中转站？"
        canonical: "https://site.example/a"
        language: zh-Hans
        updated: 2026-11-22
        description: "中转站"
        ---

        # 什么是中转站？

        \(answer)

        [llms.txt](https://site.example/llms.txt)

        - 第一条依据 1234567890。
        - 第二条。

        \(prose)

        ## Sitemap

        [sitemap.md](https://site.example/sitemap.md)

        """

    private static func failures(_ html: String, _ twin: String) -> [String] {
        let projections = PageProjections(
            path: "/a", html: Array(html.utf8), twin: Array(twin.utf8), baseURL: "https://site.example")
        let page = PageUnderTest(projections, kind: "answer", isList: false)
        return PageCriteria.all.filter { ($0.judge(page).points ?? 1000) < 1000 }.map(\.id)
    }

    @Test func aGoodPageMeetsAll() { #expect(Self.failures(Self.html, Self.twin) == []) }

    @Test(arguments: [
        ("index-pointer", "<a href=\"/llms.txt\">llms.txt</a>", ""),
        ("canonical", "https://site.example/a\"><link", "/a\"><link"),
        ("description", "，再转发给上游，并负责计费、密钥管理和错误映射等事情。\">", "\">"),
        ("open-graph", "og:description", "og:other"), ("language", " lang=\"zh-Hans\"", ""),
        ("viewport", "\"viewport\"", "\"x\""),
        ("one-h1", "<h2>更多</h2>", "<h1>更多</h1>"), ("headings", "<h2>更多", "<h4>更多"), ("alternatives", " alt=\"\"", ""),
        ("code-language", "language-sh", "sh"), ("twin-link", "text/markdown", "text/x"),
        ("glossary-link", "术语表", "词条"),
        ("json-ld", "{\"@graph\":[", "{["), ("organization", "\"WebSite\"", "\"Thing\""),
        ("date-modified", "dateModified", "dateX"),
        ("breadcrumb", "BreadcrumbList", "Thing"),
        ("references", "{\"@id\":\"https://site.example/#org\"}", "{\"@id\":\"#no\"}"),
        ("numbers", " 1234567890", ""), ("sources", "https://other.example/", "/other"),
        ("answer-first", "id=\"answer\"", ""),
        ("indexable", "<title>", "<meta name=\"robots\" content=\"noindex\"><title>"),
        ("content-parity", "第二条。", "另外一条。"),
        ("length", prose, "。"), ("charset", "charset=\"utf-8\"", "charset=\"gbk\""),
        ("byline", "术语表</a> O", "术语表</a>"), ("links-inside", "href=\"/glossary/\"", "href=\"/glossary/llms.txt\""),
        ("section-headers", "<h2>更多</h2>", "<h2>依据</h2>"),
        ("hreflang", "<title>", "<link rel=\"alternate\" hreflang=\"en\" href=\"https://site.example/en/a\"><title>"),
        ("date-modified", "2026-11-22\",\"author\"", "November\",\"author\""),
        ("index-pointer", "<p><a href=\"/llms.txt\">", "<p hidden><a href=\"/llms.txt\">"),
        ("index-pointer", "<p><a href=\"/llms.txt\">", "<nav><a href=\"/llms.txt\">"),
    ])
    func eachCriterionOfThePageCanBeMissed(_ id: String, _ old: String, _ new: String) {
        #expect(Self.html.contains(old))
        #expect(Self.failures(Self.html.replacing(old, with: new, maxReplacements: 1), Self.twin).contains(id))
    }

    @Test(arguments: [
        ("twin-pointer", "llms.txt](https://site.example/llms.txt)", "x](https://site.example/x)"),
        ("link-portability", "(https://site.example/llms.txt)", "(/llms.txt)"),
        ("code-fences", "## Sitemap", "```\n## Sitemap"),
        ("front-matter", "description:", "other:"), ("twin-is-markdown", "- 第二条。", "<nav>\n- 第二条。"),
        ("link-portability", "(https://site.example/llms.txt)", "(llms.txt)"),
        ("sitemap-heading", "## Sitemap", "## Map"),
        ("first-fetch", "# 什么是中转站？", String(repeating: "x", count: 1100) + "\n# 什么是中转站？"),
    ])
    func eachCriterionOfTheTwinCanBeMissed(_ id: String, _ old: String, _ new: String) {
        #expect(Self.failures(Self.html, Self.twin.replacing(old, with: new, maxReplacements: 1)).contains(id))
    }

    private static func site(_ change: (inout [String: String], inout SiteSettings) -> Void = { _, _ in }) -> [String:
        Int]
    {
        var settings = SiteSettings()
        settings.baseURL = "https://site.example"
        settings.organization.name = "O"
        settings.organization.url = "https://site.example"
        settings.organization.sameAs = ["https://o.example"]
        var files = [
            "llms.txt":
                "# Site\n\n> What it is, in one line of text.\n\nInfo.\n\n## Pages\n\n- [A](https://site.example/a.md): note\n",
            "sitemap.xml": "<urlset><url><loc>https://site.example/a</loc><lastmod>2026-11-22</lastmod></url></urlset>",
            "sitemap.md": "# Map\n\n- [A](https://site.example/a.md)\n",
            "robots.txt":
                "User-agent: GPTBot\nAllow: /\n\nUser-agent: *\nContent-Signal: search=yes\nAllow: /\n\nSitemap: https://site.example/sitemap.xml\n",
            "feed.xml": "", "404.html": "",
            "ai.json": "", "a.md": "",
            "deploy/nginx.conf": "",
        ]
        change(&files, &settings)
        let now = Moment(seconds: 1_800_000_000, zoneMinutes: 0)
        let pages = ["/a", "/trust/about", "/trust/support"].map { path in
            SiteUnderTest.Page(
                url: "https://site.example" + path, title: path, language: "en",
                twinURL: "https://site.example\(path).md",
                isListed: path == "/a", modified: now)
        }
        let site = SiteUnderTest(
            settings: settings, now: now, pages: pages, files: files.map { ($0.key, Array($0.value.utf8)) },
            otherPaths: [])
        return Dictionary(
            uniqueKeysWithValues: SiteCriteria.all.compactMap { criterion in
                criterion.judge(site).points.map { (criterion.id, $0) }
            })
    }

    @Test func aGoodSiteMeetsAll() { #expect(Self.site().filter { $0.value < 1000 } == [:]) }

    @Test(arguments: [
        ("llms-txt-shape", "llms.txt", "> What", "What"), ("llms-txt-links", "llms.txt", "/a.md", "/a"),
        ("llms-txt-coverage", "llms.txt", "/a.md", "/b.md"), ("sitemap", "sitemap.xml", "<lastmod>", "<x>"),
        ("sitemap-md", "sitemap.md", "](", "]"), ("robots-search", "robots.txt", "Allow", "Disallow"),
        ("sitemap", "sitemap.xml", "2026-11-22", "yesterday"), ("sitemap-complete", "sitemap.xml", "/a<", "/b<"),
        ("robots-valid", "robots.txt", "Content-Signal", "Noindex"),
        ("robots-sitemap", "robots.txt", "Sitemap", "sitemap"),
        ("robots-explicit", "robots.txt", "GPTBot", "OtherBot"),
        ("robots-indexes", "robots.txt", "Allow: /", "Disallow: /llms"),
        ("content-signal", "robots.txt", "Content-Signal", "X"),
    ])
    func eachCriterionOfTheSiteCanBeMissed(_ id: String, _ file: String, _ old: String, _ new: String) {
        let points = Self.site { files, _ in files[file] = files[file]?.replacing(old, with: new) }
        #expect((points[id] ?? 1000) < 1000)
    }

    @Test(arguments: [
        "llms.txt": "llms-txt", "feed.xml": "feed", "404.html": "not-found", "deploy/nginx.conf": "content-negotiation",
        "ai.json": "file-index", "a.md": "twin-of-each-page",
    ])
    func filesThatAreMissing(_ file: String, _ id: String) {
        #expect(Self.site { files, _ in files[file] = nil }[id] == 0)
    }

    /// What a host can't do costs points only where the settings name it.
    @Test(arguments: [(HostKind?.none, 1000), (.caddy, 0), (.nginx, 1000), (.gitHubPages, 0), (.bucket, 0)])
    func aHostThatIsNamedIsJudged(_ host: HostKind?, _ points: Int) {
        let found = Self.site { _, settings in settings.machines.host = host }
        #expect(found["content-negotiation"] == points && found["redirects-by-status"] == points)
    }

    @Test func everyHostIsDescribedOnceWithWhatItCantDo() {
        #expect(HostStatement.all.map(\.host) == HostKind.allCases)
        #expect(HostStatement.all.allSatisfy { !$0.lacks.isEmpty })
        let text = HostStatement.text(in: .chinese)
        #expect(HostKind.allCases.allSatisfy { text.contains($0.rawValue + "\n") })
    }

    @Test(arguments: [false, true])
    func eachChoiceSaysWhatItCosts(_ hides: Bool) {
        var settings = SiteSettings()
        settings.machines.hidesTwins = hides
        let site = SiteUnderTest(
            settings: settings, now: Moment(seconds: 0, zoneMinutes: 0), pages: [], files: [], otherPaths: [])
        let reasons = ChoiceCriteria.all.compactMap { $0.judge(site).reason }
        #expect(reasons.count == ChoiceCriteria.all.count)
        for reason in reasons {
            let words = ["takes", "take ", "point"]
            #expect(words.contains { reason.english.contains($0) } && reason.chinese.contains("扣"))
        }
    }

    @Test func whatTheChecksOfTextsFoundCostsPoints() {
        let page = SiteUnderTest.Page(
            url: "https://site.example/a", title: "a", language: "en", twinURL: "https://site.example/a.md",
            isListed: true,
            modified: nil)
        let site = SiteUnderTest(
            settings: SiteSettings(), now: Moment(seconds: 0, zoneMinutes: 0), pages: Array(repeating: page, count: 40),
            files: [], otherPaths: [])
        let evidence = ReadinessReport.Evidence([], site)
        func points(_ codes: [String]) -> [Int?] {
            let findings = codes.enumerated().map { SiteUnderTest.TextFinding(code: $1, file: "\($0).md") }
            let lines = evidence.report(findings).lines
            return ["boilerplate", "injection"].map { id in lines.first { $0.id == id }?.points }
        }
        #expect(points([]) == [1000, 1000])
        #expect(points(["text/duplicate"]) == [500, 1000])
        #expect(points(Array(repeating: "text/boilerplate", count: 3) + ["text/machine-addressed"]) == [0, 500])
    }

    @Test func wordsAreCountedWhereTextsHaveWords() {
        let plain = (0..<200).map { "word\($0)" }.joined(separator: " ")
        #expect(WordCount(plain).most?.permille == 5)
        let stuffed = WordCount(plain + String(repeating: " relay", count: 20)).most
        #expect(stuffed?.word == "relay" && stuffed?.permille == 90)
        #expect(WordCount(String(repeating: "中转站", count: 300)).most == nil)
        #expect(WordCount("few words").most == nil)
    }

    @Test func refusingTrainingIsAChoiceAndCostsNothing() {
        let points = Self.site { files, _ in
            files["robots.txt"] = files["robots.txt"]?.replacing("GPTBot\nAllow", with: "GPTBot\nDisallow")
        }
        #expect(points["robots-training"] == nil)
        #expect(points.filter { $0.value < 1000 } == [:])
    }

    @Test(arguments: [("中文字", 3, 0, 1), ("two words", 0, 2, 2), ("用 Swift 写", 2, 1, 2), ("", 0, 0, 0)])
    func lengths(_ text: String, _ han: Int, _ latin: Int, _ words: Int) {
        let measure = TextMeasure(text)
        #expect(measure.han == han && measure.latinWords == latin && measure.words == words)
    }

    @Test func theBudgetIsKept() {
        let site = SiteUnderTest(
            settings: SiteSettings(), now: Moment(seconds: 0, zoneMinutes: 0), pages: [], files: [], otherPaths: [])
        let report = ReadinessReport([], site)
        #expect(report.score < 50)
        #expect(report.diagnostics(budget: nil).isEmpty && report.diagnostics(budget: report.score).isEmpty)
        #expect(report.diagnostics(budget: report.score + 1).map(\.code.id) == ["readiness/below-budget"])
        #expect(report.text(in: .chinese).hasPrefix("就绪度 \(report.score)/100"))
    }
}
