import Bytes
import CommonMark
import Diagnostics
import Testing

@Suite struct HeadingTests {
    private func outline(_ source: String, _ change: (inout MarkdownOptions) -> Void = { _ in }) -> MarkdownContent {
        read(
            source,
            options {
                $0.headingIDs = true
                change(&$0)
            })
    }

    @Test(arguments: [
        ("# 什么是中转站?", "什么是中转站"), ("# API Key 怎么用", "api-key-怎么用"), ("# GPT-4o (2024)", "gpt-4o-2024"),
        ("# `max_tokens` 与 *温度*", "max-tokens-与-温度"), ("# 一、二", "一-二"), ("# ---x---", "x"), ("# ？！", "section"),
        ("# Ünï 日本語かな 한국어", "ünï-日本語かな-한국어"), ("# １２３", "１２３"), ("标题\n===", "标题"), ("# 价格 {#cost}", "cost"),
        ("# 价格 {#价格-1} ##", "价格-1"), ("价格 {#p}\n---", "p"), ("# a \\{#b}", "a-b"), ("# `{#b}`", "b"),
    ])
    func ids(_ source: String, _ id: String) {
        #expect(outline(source).outline.map(\.id) == [id])
    }

    @Test func takenNamesGetNumbers() {
        let content = outline("# 甲\n# 甲\n# 甲 {#甲-1}\n# 甲\n# 甲-2")
        #expect(content.outline.map(\.id) == ["甲", "甲-2", "甲-1", "甲-3", "甲-2-1"])
        #expect(content.problems == [])
    }

    @Test func reservedIDs() {
        let content = outline("# Answer\n\nx[^a]\n\n# fn a\n\n[^a]: y") { $0.reservedIDs = ["answer"] }
        #expect(content.outline.map(\.id) == ["answer-1", "fn-a-1"])
    }

    @Test func explicitIDsMustDiffer() throws {
        let content = outline("# a {#x}\n\n## b {#x}\n")
        #expect(content.problems == ["3:6+4 markdown/duplicate-id: the id ‘x’ stands at two headings"])
        #expect(content.diagnostics.first?.notes.first?.location?.line == 1)
    }

    @Test func explicitIDIsNotShown() {
        let content = outline("## 价格 {#cost}")
        #expect(content.htmlText == "<h2 id=\"cost\">价格</h2>\n")
        #expect(content.twinText == "## 价格\n")
        #expect(content.outline.first?.text == "价格")
    }

    @Test func placesAndInlineHTML() throws {
        let file = SourceFile(path: "a.md", bytes: Array("---\ntitle: x\n---\n文\n\n## 甲 *乙*\n".utf8))
        let body = file.bytes.count - Array("文\n\n## 甲 *乙*\n".utf8).count
        let content = MarkdownContent(
            MarkdownSource(file: file, body: body..<file.bytes.count), options: options { $0.headingIDs = true })
        let heading = try #require(content.outline.first)
        #expect(file.location(of: heading.place).line == 6)
        #expect(file.location(of: heading.place).column == 1)
        #expect(String(decoding: content.html.bytes[heading.htmlRange], as: UTF8.self) == "甲 <em>乙</em>")
    }

    @Test func emptySections() {
        let content = outline("# a\n## b\n## c\ntext\n## d\n### e\n```\nx\n```\n# f\n## g\n# h\n::model-table\n# i")
        #expect(content.outline.filter(\.isEmptySection).map(\.text) == ["b", "f", "g", "i"])
    }

    @Test func noIDsUnlessAskedFor() {
        #expect(read("# a").htmlText == "<h1>a</h1>\n")
        #expect(read("# a {#b}").htmlText == "<h1 id=\"b\">a</h1>\n")
        #expect(
            read("# a {#b aliases=old,更旧}").htmlText
                == "<h1 id=\"b\"><span id=\"old\"></span><span id=\"更旧\"></span>a</h1>\n")
        #expect(read("# a {#b alias=old}").htmlText == "<h1>a {#b alias=old}</h1>\n")
        #expect(read("# a {#b aliases=}").htmlText == "<h1>a {#b aliases=}</h1>\n")
        #expect(read("# a {#b, aliases=}", options(.commonMark)).htmlText == "<h1>a {#b, aliases=}</h1>\n")
        #expect(read("# a {#b}", options(.commonMark)).htmlText == "<h1>a {#b}</h1>\n")
    }
}
