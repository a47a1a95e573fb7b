import Diagnostics
import Foundation
import Outputs
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// What finished files say of a page is compared; each planted disagreement is found and named.
@Suite struct AgreementTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private static let content = """
        -- Content/site.yaml --
        name: 测试站
        base_url: https://example.test
        default_language: zh
        languages: [zh, en]
        organization: {name: 测试, url: https://example.test}
        catalog: {sources: [{id: main, adapter: litellm}], max_age_days: 9000}
        -- Content/zh/index.md --
        ---
        title: 首页
        date: 2026-11-23
        ---
        欢迎。
        -- Content/zh/answers/relay.md --
        ---
        title: 什么是中转站？
        date: 2026-11-20
        updated: 2026-11-22
        question: 中转站到底是什么？
        short_answer: 中转站用自己的地址和密钥接收请求，再转发给上游。
        evidence: [第一条依据写在这里。, "第二条依据：`base_url` 可以改。", 第三条依据也在。]
        next_steps: [先读文档。, 再发一次请求。]
        faq: [{question: 它能读到内容吗？, answer: 能，因为它终止了请求。}]
        changes: [{date: 2026-11-22, note: 更正第二条依据。}, {date: 2026-11-21, note: 补上对照表。}]
        ---
        ## 对照

        | 能力 | 说明 |
        |---|---|
        | 密钥 | 分项目签发 |

        另见[指南](/guides/start)、[带参数](/guides/start?from=a&b=%20#top)、[首页](https://example.test?a=1)与[外部](https://other.example/a?b=1&c={x}…#y)。 ![一张图](https://other.example/a_b.png) ![本站图](/files/流程.svg) 甲&#9;&lt;乙&gt;
        -- Content/static/files/流程.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- Content/en/answers/relay.md --
        ---
        title: What is a relay?
        date: 2026-11-22
        question: What is a relay?
        short_answer: A relay forwards requests.
        ---
        Text.
        -- Content/zh/guides/start.md --
        ---
        title: 开始 [一]
        date: 2026-11-21
        description: 从这里开始。
        ---
        正文。
        -- Content/zh/faq/common.md --
        ---
        title: 常见问题集
        date: 2026-11-21
        faq: [{question: 要钱吗？, answer: 看价格页。}, {question: 安全吗？, answer: 请自己核对。}]
        ---
        -- Content/zh/glossary/key.md --
        ---
        title: 密钥
        date: 2026-11-21
        term: 密钥
        definition: 证明身份的一串字符。
        ---

        """

    /// The finished site, by path.
    private static let site: Task<[String: String], any Error> = Task {
        let site = try TemporarySite(content)
        for name in ["lock", "meta"] {
            let path = "Content/catalog/main.\(name).json"
            try site.write(String(contentsOfFile: root + "/" + path, encoding: .utf8), to: path)
        }
        try FileManager.default.copyItem(atPath: root + "/Templates", toPath: site.root + "/Templates")
        var options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        options.verifies = true
        let result = try await SiteBuild(options, output: site.root + "/Output").run()
        let problems = result.diagnostics.filter { $0.severity == .error }.map(\.message.english)
        #expect(problems == [])
        var files: [String: String] = [:]
        for path in site.files(below: "Output")
        where !path.hasSuffix(".png") && !path.hasSuffix(".bin") {
            files[path] = try site.read("Output/" + path)
        }
        return files
    }

    private static func disagreements(_ files: [String: String]) -> [Disagreement] {
        var found: [Disagreement] = []
        var summaries: [PageSummary] = []
        for path in files.keys.sorted() where path.hasSuffix(".html") {
            guard let html = files[path], let twin = files[path.replacing(".html", with: ".md")] else { continue }
            let address = "/" + (path.hasSuffix("index.html") ? path.dropLast(10) : path.dropLast(5))
            let page = PageProjections(
                path: address, html: Array(html.utf8), twin: Array(twin.utf8), baseURL: "https://example.test")
            found += AgreementRegistry.disagreements(page)
            summaries.append(page.summary)
        }
        let others = files.keys.sorted().compactMap { path in
            format(of: path).map { (path: path, format: $0, bytes: Array((files[path] ?? "").utf8)) }
        }
        return found + AgreementRegistry.disagreements(others, summaries, baseURL: "https://example.test")
    }

    private static func format(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        if name.hasPrefix("llms-full") { return "llms-full" }
        if name.hasPrefix("llms") { return "llms" }
        return ["feed.xml": "feeds", "feed.json": "feeds", "sitemap.xml": "sitemap", "sitemap.md": "sitemap-md"][name]
            ?? (path == "catalog.json" ? "catalog" : nil)
    }

    @Test func aSoundSiteAgrees() async throws {
        let files = try await Self.site.value
        #expect(files.keys.filter { Self.format(of: $0) != nil }.count > 15)
        #expect(Self.disagreements(files) == [])
    }

    /// File, what stands there, what stands there instead, the fact, the two files.
    @Test(arguments: [
        ("answers/relay.html", "<h1>什么是中转站？", "<h1>什么是网关？", "title", "twin"),
        ("answers/relay.html", "\"text\":\"中转站到底是什么？\"", "\"text\":\"网关到底是什么？\"", "question", "HTML"),
        ("answers/relay.md", "\n中转站用自己的地址", "\n中转站用你的地址", "short answer", "twin"),
        ("answers/relay.html", "\"abstract\":\"中转站用自己的", "\"abstract\":\"中转站用你的", "short answer", "JSON-LD abstract"),
        ("answers/relay.html", "第一条依据写在这里。</li>", "第一条依据写在那里。</li>", "text", "HTML"),
        ("answers/relay.html", "<li>第三条依据也在。</li>", "<li>第三条依据也在。</li><li>第四条依据。</li>", "item of a list", "twin"),
        ("answers/relay.md", "能，因为它终止了请求。", "不能，因为它终止了请求。", "text", "HTML"),
        ("answers/relay.md", "| 密钥 | 分项目签发 |", "| 密钥 | 不分项目签发 |", "text", "HTML"),
        ("faq/common.html", "\"text\":\"看价格页。\"", "\"text\":\"不要钱。\"", "answer to a question", "HTML"),
        (
            "glossary/key.html", "\"description\":\"证明身份的一串字符。\",\"url\":", "\"description\":\"证明身份的字符。\",\"url\":",
            "definition", "HTML"
        ),
        (
            "answers/relay.html", "\"dateModified\":\"2026-11-22\"", "\"dateModified\":\"2026-11-23\"",
            "date of the last change", "JSON-LD dateModified"
        ),
        (
            "answers/relay.html", "datetime=\"2026-11-20\"", "datetime=\"2026-11-19\"", "date of publication",
            "JSON-LD datePublished"
        ),
        (
            "sitemap.xml", "<lastmod>2026-11-22</lastmod>", "<lastmod>2026-11-24</lastmod>", "date of the last change",
            "sitemap.xml"
        ),
        (
            "sitemap.xml", "hreflang=\"en\" href=\"https://example.test/en/answers/relay\"",
            "hreflang=\"en\" href=\"https://example.test/en/\"", "language versions", "sitemap.xml"
        ),
        (
            "sitemap.xml", "https://example.test/files/%E6%B5%81%E7%A8%8B.svg", "https://example.test/files/other.svg",
            "image", "sitemap.xml"
        ),
        (
            "answers/relay.html", "<nav class=\"breadcrumbs shell\" aria-label=\"当前位置\">\n<ol>\n<li><a href=\"/\">首页",
            "<nav class=\"breadcrumbs shell\" aria-label=\"当前位置\">\n<ol>\n<li><a href=\"/\">主页", "breadcrumb", "JSON-LD"
        ),
        (
            "answers/relay.md", "https://example.test/guides/start.md", "https://example.test/guides/end.md", "link",
            "HTML"
        ),
        (
            "answers/relay.md", "canonical: \"https://example.test/answers/relay\"",
            "canonical: \"https://example.test/answers/gateway\"", "address", "twin canonical"
        ),
        (
            "models/gpt-5.html", "value=\"1.25\" data-model=\"gpt-5\" data-meter=\"input\"",
            "value=\"1.5\" data-model=\"gpt-5\" data-meter=\"input\"", "price", "HTML"
        ),
        ("models/gpt-5.html", "\"price\":\"10\"", "\"price\":\"11\"", "price", "HTML"),
        ("models/gpt-5.md", "$10.00", "$11.00", "text", "HTML"),
        ("catalog.json", "\"amount\": \"1.25\"", "\"amount\": \"1.5\"", "price", "catalog.json"),
        ("catalog.json", "\"state\": \"fixed\"", "\"state\": \"free\"", "price", "catalog.json"),
        ("catalog.json", "\"meter\": \"output\"", "\"meter\": \"reasoning\"", "price", "catalog.json"),
        ("models/gpt-5.html", "data-meter=\"output\"", "data-meter=\"reasoning\"", "price", "catalog.json"),
        (
            "models/gpt-5.html", "data-meter=\"output\"", "data-meter=\"output\" data-group=\"vip\"", "price",
            "catalog.json"
        ),
        ("models/gpt-5.html", "\"identifier\":\"input\"", "\"identifier\":\"output\"", "price", "HTML"),
        ("models/gpt-5.html", "\"priceSpecification\":", "\"price\":", "price", "HTML"),
        // The amount of another meter, which stands on the page as well.
        ("models/gpt-5.md", "$1.25", "$10.00", "price", "twin"),
        ("models/prices.md", "$1.25", "$10.00", "price", "twin"),
        ("answers/relay.html", "{\"@context\":", "{@context:", "structured data", "JSON-LD"),
        ("answers/relay.html", "<img src=\"/files/", "<img src=\"/file/", "image", "JSON-LD image"),
        ("llms.txt", "[什么是中转站？]", "[什么是网关？]", "title", "llms.txt"),
        ("answers/llms.txt", "): 中转站用自己的", "): 中转站用你的", "note", "answers/llms.txt"),
        ("llms-full.txt", "# 什么是中转站？", "# 什么是网关？", "title", "llms-full.txt"),
        ("answers/feed.xml", "<summary>中转站用自己的", "<summary>中转站用你的", "short answer", "answers/feed.xml"),
        (
            "feed.json", "\"date_modified\":\"2026-11-22", "\"date_modified\":\"2026-11-25", "date of the last change",
            "feed.json"
        ),
        ("feed.json", "\"content_text\":\"更正第二条", "\"content_text\":\"更正第三条", "what changed", "feed.json"),
        (
            "answers/feed.xml", "<updated>2026-11-21T00:00:00Z</updated>\n<link",
            "<updated>2026-11-22T00:00:00Z</updated>\n<link", "what changed", "answers/feed.xml"
        ),
        ("llms.txt", "test/answers/relay.md", "test/answers/other.md", "address", "llms.txt"),
        (
            "llms-full.txt", "Source: https://example.test/guides/start", "Source: https://example.test/x", "address",
            "llms-full.txt"
        ),
        (
            "feed.json", "\"id\":\"https://example.test/answers/relay\"", "\"id\":\"https://example.test/x\"",
            "address", "feed.json"
        ),
        (
            "feed.xml", "html\" href=\"https://example.test/answers/relay\"", "html\" href=\"https://example.test/x\"",
            "link", "feed.xml"
        ),
        (
            "sitemap.xml", "<loc>https://example.test/answers/relay<", "<loc>https://example.test/x<", "address",
            "sitemap.xml"
        ),
        ("sitemap.md", "https://example.test/answers/relay.md", "https://example.test/x.md", "address", "sitemap.md"),
        ("answers/relay.html", "<ol>\n<li><a href=\"/\"", "<ol>\n<li><a href=\"/x\"", "breadcrumb", "HTML nav"),
        ("answers/relay.html", "<a href=\"/guides/start?", "<a href=\"/guides/end?", "link", "HTML"),
        ("answers/relay.html", "<li>再发一次请求。", "<li>再发一次请求。好。", "item of a list", "HTML li"),
        ("faq/common.html", "prose\">看价格页。", "prose\">请看价格页。", "answer to a question", "HTML"),
        (
            "answers/relay.html", "datetime=\"2026-11-22\"", "datetime=\"2026-11-21\"", "date of the last change",
            "HTML time"
        ),
        ("answers/relay.html", "\"inLanguage\":\"zh", "\"inLanguage\":\"en", "language", "JSON-LD inLanguage"),
        ("answers/relay.md", "2026-11-21：补上对照表。", "2026-11-21：删去对照表。", "text", "HTML"),
        ("answers/relay.html", "更正第二条依据。", "更正第一条依据。", "what changed", "HTML #part-change-2026-11-22"),
        (
            "sitemap.md", "中转站？](https://example.test/answers/relay.md) · 更新：2026-11-22",
            "中转站？](https://example.test/answers/relay.md) · 更新：2026-11-25", "date of the last change", "sitemap.md"
        ),
    ])
    func plantedDisagreementsAreFound(_ file: String, _ text: String, _ other: String, _ fact: String, _ name: String)
        async throws
    {
        var files = try await Self.site.value
        let before = try #require(files[file])
        #expect(before.contains(text), "there is nothing to plant in \(file)")
        files[file] = before.replacing(text, with: other, maxReplacements: 1)
        let found = Self.disagreements(files)
        #expect(
            found.contains { $0.fact.english == fact && ($0.one == name || $0.other == name) },
            "\(found.map { "\($0.page) \($0.fact.english): \($0.one) ‘\($0.oneText)’, \($0.other) ‘\($0.otherText)’" })"
        )
        #expect(found.allSatisfy { $0.oneText != $0.otherText })
    }

    /// Without reading files back: templates decide what a page shows, so each build looks at the prices of models.
    @Test(arguments: [
        ("{{ row.price }}", "{% if not loop.first %}{{ row.price }}{% endif %}"),
        ("{{ row.price }}", "<data class=\"price\" value=\"1\">$1.00</data>"),
    ])
    func aTemplateThatLeavesOutPricesFailsEveryBuild(_ text: String, _ other: String) async throws {
        let site = try TemporarySite(Self.content)
        for name in ["lock", "meta"] {
            let path = "Content/catalog/main.\(name).json"
            try site.write(String(contentsOfFile: Self.root + "/" + path, encoding: .utf8), to: path)
        }
        try FileManager.default.copyItem(atPath: Self.root + "/Templates", toPath: site.root + "/Templates")
        let table = try site.read("Templates/partials/price-table.html")
        #expect(table.contains(text))
        try site.write(table.replacing(text, with: other), to: "Templates/partials/price-table.html")
        let options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        let result = try await SiteBuild(options, output: site.root + "/Output").run()
        #expect(result.published == nil)
        let said = result.diagnostics.map(\.message.english)
        #expect(said.contains { $0.hasPrefix("/models/gpt-5: price: catalog says ‘gpt-5 ") }, "\(said.prefix(3))")
    }

    @Test func aTemplateThatSaysSomethingElseFailsTheBuild() async throws {
        let site = try TemporarySite(Self.content)
        try FileManager.default.copyItem(atPath: Self.root + "/Templates", toPath: site.root + "/Templates")
        let layout = try site.read("Templates/partials/short-answer.html")
        try site.write(
            layout.replacing("id=\"answer\">", with: "id=\"answer\">简而言之："), to: "Templates/partials/short-answer.html")
        let settings =
            try site.read("Content/site.yaml").split(separator: "\n").dropLast().joined(separator: "\n")
            // What settings allow doesn't hide it.
            + "\nchecks: {link/broken: warning}\n"
        let guide = "Content/zh/guides/start.md"
        try site.write(try site.read(guide) + "[x](/nowhere)\n", to: guide)
        try site.write(settings, to: "Content/site.yaml")
        var options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        options.verifies = true
        let result = try await SiteBuild(options, output: site.root + "/Output").run()
        #expect(result.published == nil)
        let message =
            "/answers/relay: short answer: HTML #answer says ‘简而言之：中转站用自己的地址和密钥接收请求，再转发给上游。’, "
            + "JSON-LD abstract says ‘中转站用自己的地址和密钥接收请求，再转发给上游。’"
        #expect(
            result.diagnostics.contains {
                $0.message.english == message && $0.location?.file == "Content/zh/answers/relay.md"
            })
    }
}
