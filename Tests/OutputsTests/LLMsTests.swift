import Outputs
import SiteModel
import TestSupport
import Testing

/// `llms.txt` and `llms-full.txt`.
@Suite struct LLMsTests {
    private static func small() -> SampleSite {
        var site = SampleSite()
        site.add("index", "首页标题", kind: "home") { header, _ in header.description = "首页简介。" }
        site.add("answers", "答案中心", kind: "hub") { header, _ in header.description = "全部答案。" }
        site.add("answers/relay", "中转站 [旧] 是什么？") { _, facets in
            facets.shortAnswer = RichText(plain: "第一句。\n第二句。")
        }
        site.add("answers/hidden", "不列出") { header, _ in header.isHiddenFromMachines = true }
        site.add("index", "Home title", kind: "home", in: SampleSite.en) { header, _ in header.description = "About." }
        site.add("answers/relay", "What is a relay?", in: SampleSite.en) { header, facets in
            header.description = "D."
            header.modified = Moment("2026-11-21")
        }
        return site
    }

    @Test func theRootFile() {
        let files = Self.small().view().files(LLMs.self)
        #expect(files.keys.sorted() == ["answers/llms.txt", "en/answers/llms.txt", "en/llms.txt", "llms.txt"])
        #expect(
            files["llms.txt"] == """
                # 示例答案中心

                > 可核对的答案。

                每个链接指向 Markdown。更新：2026-11-20

                ## 首页

                - [首页标题](https://site.example/index.md): 首页简介。

                ## 答案中心

                - [答案中心](https://site.example/answers/index.md): 全部答案。
                - [中转站 ［旧］ 是什么？](https://site.example/answers/relay.md): 第一句。第二句。

                ## llms.txt

                - [答案中心](https://site.example/answers/llms.txt): 全部答案。
                - [English](https://site.example/en/llms.txt): Checkable answers.

                ## Optional

                - [llms-full.txt](https://site.example/llms-full.txt): 全文。

                """)
    }

    @Test func aSectionOfALanguage() {
        #expect(
            Self.small().view().files(LLMs.self)["en/answers/llms.txt"] == """
                # Answers · Sample Answers

                > Answers (1)

                Each link leads to Markdown. Updated: 2026-11-21

                ## Answers

                - [What is a relay?](https://site.example/en/answers/relay.md): D.

                ## Optional

                - [llms-full.txt](https://site.example/en/answers/llms-full.txt): Full text.

                """)
    }

    @Test func withoutFullTextsThereIsNoOptionalSection() {
        var site = Self.small()
        site.settings.outputs["llms-full"] = false
        for (_, text) in site.view().files(LLMs.self) { #expect(!text.contains("## Optional")) }
    }

    /// A site of many pages with hostile titles: every file keeps the grammar and its size, every page is in its section's
    /// files, and every file can be reached from the first.
    @Test(arguments: [3, 40, 900])
    func everyFileKeepsTheGrammar(_ count: Int) {
        var site = Self.small()
        var random = SplitMix(state: UInt64(count))
        let odd = HostileTexts.all + ["Optional", "llms.txt", "# x", "- [a](b)", "> q", "plain title", "标题（括号）"]
        for number in 0..<count {
            let title = (odd.randomElement(using: &random) ?? "") + " \(number)"
            let note = (0..<6).map { _ in odd.randomElement(using: &random) ?? "" }.joined(separator: " ")
            site.add("docs/(page)-\(number)", title, kind: "doc", in: SampleSite.en) { header, _ in
                header.description = note
            }
        }
        site.add("docs", "Optional", kind: "hub", in: SampleSite.en)
        site.add("answers", "Optional", kind: "hub", in: SampleSite.en)
        let files = site.view().files(LLMs.self)
        var linked: Set<String> = []
        for (path, text) in files {
            let grammar = LLMsGrammar(text)
            #expect(grammar.mistakes == [], "\(path)")
            #expect(text.unicodeScalars.count < 50_000, "\(path)")
            #expect(grammar.sections.last?.name == "Optional" || path.contains("llms-"), "\(path)")
            linked.formUnion(grammar.sections.flatMap(\.links).map(\.url))
        }
        // Where there is more than one file can hold, the first section says where.
        let firsts = ["en/llms.txt", "en/docs/llms.txt"].map { LLMsGrammar(files[$0] ?? "").sections.first }
        #expect(firsts.map { $0?.name.hasPrefix("llms.txt") } == [count == 900, count == 900])
        #expect(
            count < 900 || firsts[1]?.links.first?.url == "https://site.example/en/docs/llms-2.txt")
        for path in files.keys where path != "llms.txt" { #expect(linked.contains("https://site.example/" + path)) }
        for number in 0..<count { #expect(linked.contains("https://site.example/en/docs/%28page%29-\(number).md")) }
        #expect(!linked.contains { $0.contains("hidden") })
    }

    @Test func theFullTextHasHeadsAndTwins() {
        let view = Self.small().view()
        let files = view.files(LLMsFull.self)
        let text = files["answers/llms-full.txt"] ?? ""
        let head = "# 中转站 \\[旧\\] 是什么？\n\nSource: https://site.example/answers/relay\nUpdated: 2026-11-20\n\n"
        let (twin, products) = view.twin("/answers/relay")
        #expect(
            text.hasSuffix(
                "\n---\n\n" + head + String(decoding: Array(twin.utf8)[products.contentStart...], as: UTF8.self)))
        #expect(text.hasPrefix("# 答案中心\n\nSource: https://site.example/answers/\n"))
        #expect(!text.contains("---\ntitle:"))
        #expect(!text.contains("不列出"))
    }

    @Test func fullTextsAreSplitBySectionAndNumber() {
        var site = Self.small()
        let long = RichText(plain: String(repeating: "word ", count: 60_000))
        for number in 0..<15 {
            site.add("docs/p-\(number)", "P \(number)", kind: "doc", in: SampleSite.en)
            site.bodies["/en/docs/p-\(number)"] = long
        }
        site.bodies["/en/docs/p-3"] = RichText(plain: String(repeating: "word ", count: 500_000))
        let files = site.view().files(LLMsFull.self).filter { $0.key.hasPrefix("en/") }
        #expect(
            files.keys.sorted() == [
                "en/answers/llms-full.txt", "en/docs/llms-full-2.txt", "en/docs/llms-full-3.txt",
                "en/docs/llms-full.txt", "en/llms-full.txt",
            ])
        for (path, text) in files { #expect(text.utf8.count < 2_000_000, "\(path)") }
        #expect(files["en/llms-full.txt"]?.contains("- [Docs](https://site.example/en/docs/llms-full.txt)") == true)
        #expect(
            files.values.contains { $0.contains("# P 3\n") && $0.contains("<https://site.example/en/docs/p-3.md>\n") })
        let index = site.view().files(LLMs.self)["en/docs/llms.txt"] ?? ""
        #expect(index.contains("- [llms-full-3.txt](https://site.example/en/docs/llms-full-3.txt): Full text. (3/3)"))
        // Who reads only the beginning knows that there is more, and where.
        let nexts = ["en/docs/llms-full.txt", "en/docs/llms-full-2.txt", "en/docs/llms-full-3.txt"].map { path in
            (files[path] ?? "").split(separator: "\n").prefix(6).first { $0.hasPrefix("Next: ") }.map(String.init)
        }
        #expect(
            nexts == [
                "Next: https://site.example/en/docs/llms-full-2.txt",
                "Next: https://site.example/en/docs/llms-full-3.txt", nil,
            ])
    }
}

/// Where the parts of a long `llms-full.txt` end.
@Suite struct FullTextPartTests {
    private static func parts(growing grown: Int? = nil, by bytes: Int = 0) -> [[PageIndex]] {
        var site = SampleSite()
        for number in 0..<4000 { site.add("docs/page-\(number)", "P", kind: "doc") }
        let twins = (0..<4000).map { number in
            PageProducts.Twin(length: 3000 + number % 7 * 400 + (number == grown ? bytes : 0), contentStart: 100)
        }
        return LLMsFull.tasks(site.view(), PageProducts(twins: twins)).filter { $0.folder == "docs" }.map(\.pages)
    }

    @Test func aPageThatGrowsMovesOneBoundary() {
        let before = Self.parts()
        #expect(before.count > 7)
        for (page, bytes) in [(3, 4000), (700, 100_000), (1500, -2000), (3999, 4000)] {
            let after = Self.parts(growing: page, by: bytes)
            #expect(after.flatMap { $0 } == before.flatMap { $0 })
            let new = after.filter { !before.contains($0) }
            #expect(new.count <= 2, "\(new.count) of \(after.count) parts hold other pages")
        }
    }
}
