import SiteModel
import Testing

@testable import Outputs

/// `sitemap.xml` and `sitemap.md`.
@Suite struct SitemapTests {
    private static func site() -> SampleSite {
        var site = SampleSite()
        site.add("index", "首页", kind: "home")
        site.add("answers/relay", "中转站 & 平台？") { _, facets in facets.shortAnswer = RichText(plain: "短。") }
        site.add("answers/relay", "Relay?", in: SampleSite.en) { header, _ in
            header.modified = Moment("2026-11-21T08:00:00+08:00")
        }
        site.add("answers/hidden", "不列出") { header, _ in header.isHiddenFromMachines = true }
        site.add("answers/hidden", "Shown", in: SampleSite.en)
        return site
    }

    @Test func everyListedPageWithDateAndLanguages() {
        #expect(
            Self.site().view().files(Sitemap.self) == [
                "sitemap.xml": """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                  <url>
                    <loc>https://site.example/</loc>
                    <lastmod>2026-11-20</lastmod>
                  </url>
                  <url>
                    <loc>https://site.example/answers/relay</loc>
                    <lastmod>2026-11-20</lastmod>
                    <xhtml:link rel="alternate" hreflang="zh-Hans" href="https://site.example/answers/relay"/>
                    <xhtml:link rel="alternate" hreflang="en" href="https://site.example/en/answers/relay"/>
                    <xhtml:link rel="alternate" hreflang="x-default" href="https://site.example/answers/relay"/>
                  </url>
                  <url>
                    <loc>https://site.example/en/answers/hidden</loc>
                    <lastmod>2026-11-20</lastmod>
                  </url>
                  <url>
                    <loc>https://site.example/en/answers/relay</loc>
                    <lastmod>2026-11-21T08:00:00+08:00</lastmod>
                    <xhtml:link rel="alternate" hreflang="zh-Hans" href="https://site.example/answers/relay"/>
                    <xhtml:link rel="alternate" hreflang="en" href="https://site.example/en/answers/relay"/>
                    <xhtml:link rel="alternate" hreflang="x-default" href="https://site.example/answers/relay"/>
                  </url>
                </urlset>

                """
            ])
    }

    @Test func largeSitesAreCutIntoParts() {
        let view = Self.site().view()
        let parts = SitemapPlan.parts(view, view.products(), mostAddresses: 3)
        #expect(parts.map(\.count) == [3, 1])
        #expect(parts.flatMap { $0 } == view.listedPages())
    }

    /// As schemas/sitemap-image/1.1 asks; the name space stands only where it is used.
    @Test func imagesStandInTheEntryOfTheirPage() {
        let view = Self.site().view()
        var images = [[String]](repeating: [], count: view.pageCount)
        images[view.at("/answers/relay").position] = ["/images/a&b.png?v=1", "/图/流程.svg"]
        let text = Self.list(view, PageProducts(twins: [], images: images))
        #expect(text.contains(" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n"))
        #expect(
            text.contains(
                """
                hreflang="x-default" href="https://site.example/answers/relay"/>
                    <image:image><image:loc>https://site.example/images/a&amp;b.png?v=1</image:loc></image:image>
                    <image:image><image:loc>https://site.example/%E5%9B%BE/%E6%B5%81%E7%A8%8B.svg</image:loc></image:image>
                  </url>

                """))
        #expect(text.split(separator: "<image:image>").count == 3)
    }

    @Test func anEntryHasNoMoreImagesThanAreRead() {
        let view = Self.site().view()
        var images = [[String]](repeating: [], count: view.pageCount)
        images[0] = (0..<1001).map { "/i/\($0).png" }
        let text = Self.list(view, PageProducts(twins: [], images: images))
        #expect(text.contains("/i/999.png<") && !text.contains("/i/1000.png<"))
    }

    private static func list(_ view: SiteView, _ products: PageProducts) -> String {
        let task = OutputTask(path: "sitemap.xml", pages: view.listedPages())
        guard case .bytes(let bytes)? = Sitemap.render(task, view, products).first else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func theIndexNamesItsParts() {
        let view = Self.site().view()
        let task = OutputTask(path: "sitemap.xml", part: 0, parts: 2)
        guard case .bytes(let bytes)? = Sitemap.render(task, view, view.products()).first else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.contains(
                "<loc>https://site.example/sitemap-1.xml</loc>\n    <lastmod>2026-11-21T08:00:00+08:00</lastmod>"))
    }

    @Test func theMarkdownSitemapHasDatesAndTokens() {
        let view = Self.site().view()
        let tokens = view.products().twin(view.at("/answers/relay"))?.tokens ?? 0
        #expect(tokens > 20)
        let text = view.files(SitemapMarkdown.self)["sitemap.md"] ?? ""
        #expect(
            text.hasPrefix("# 示例答案中心 · Sitemap\n\n## 中文 · 首页\n\n- [首页](https://site.example/index.md) · 更新：2026-11-20"))
        #expect(
            text.contains(
                "## 中文 · 答案\n\n- [中转站 & 平台？](https://site.example/answers/relay.md) · 更新：2026-11-20 · ~\(tokens) tokens\n"
            ))
        #expect(text.contains("## English · Answers\n\n- [Relay?]"))
        #expect(!text.contains("不列出"))
    }

    @Test func aLargeMarkdownSitemapIsCutIntoParts() {
        var site = Self.site()
        for number in 0..<900 { site.add("docs/p-\(number)", "Page \(number)", kind: "doc") }
        let files = site.view().files(SitemapMarkdown.self)
        #expect(files.count == 4)
        for (path, text) in files {
            #expect(text.unicodeScalars.count < 50_000, "\(path)")
            #expect(text.contains("\n## "))
        }
        for number in 1...3 {
            #expect(files["sitemap.md"]?.contains("(https://site.example/sitemap-\(number).md)") == true)
        }
        let all = files.values.joined()
        for number in 0..<900 { #expect(all.contains("/docs/p-\(number).md)")) }
    }
}
