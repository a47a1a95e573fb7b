import Bytes
import CommonMark
import Testing

/// Emphasis beside Han and full-width punctuation. `*x*` stands for `<em>`, `**x**` for `<strong>` in what is expected.
@Suite struct ChineseEmphasisTests {
    /// Source, and the text that must be strong in it.
    static let strong: [(String, [String])] = [
        ("他说**你好！**然后", ["你好！"]),
        ("**“引号”**后", ["“引号”"]),
        ("前**“引号”**后", ["“引号”"]),
        ("中文**（括号）**中文", ["（括号）"]),
        ("中文**(括号)**中文", ["(括号)"]),
        ("中文**[链接](/x)**中文", ["<a href=\"/x\">链接</a>"]),
        ("中文**`代码`**中文", ["<code>代码</code>"]),
        ("**重要：**请看", ["重要："]),
        ("**真，**她", ["真，"]),
        ("**真。**她", ["真。"]),
        ("**真、**她", ["真、"]),
        ("**真；**她", ["真；"]),
        ("**真？**她", ["真？"]),
        ("**真）**她", ["真）"]),
        ("真**（她**", ["（她"]),
        ("真**【她**", ["【她"]),
        ("**真】**她", ["真】"]),
        ("真**《她**", ["《她"]),
        ("**真》**她", ["真》"]),
        ("**真—**她", ["真—"]),
        ("**真…**她", ["真…"]),
        ("**真·**她", ["真·"]),
        ("**真-**她", ["真-"]),
        ("**真**，她", ["真"]),
        ("税率**10%**以上", ["10%"]),
        ("共**¥10,000**元", ["¥10,000"]),
        ("**C#**和**F#**是语言", ["C#", "F#"]),
        ("模型**\"gpt-4o\"**可用", ["\"gpt-4o\""]),
        ("模型**gpt-4o**可用", ["gpt-4o"]),
        ("用**/v1/chat**接口", ["/v1/chat"]),
        ("这**不是*真的*。**后", ["不是<em>真的</em>。"]),
        ("（**注意**）后", ["注意"]),
        ("**第一。****第二。**后", []),
        ("說**「你好」**了", ["「你好」"]),
        ("これは**私のやりたかったこと。**だから", ["私のやりたかったこと。"]),
        ("カッコに注意**（太字）**文が", ["（太字）"]),
        ("이것은**(강조)**입니다", ["(강조)"]),
        ("葛󠄀**(异体)**城市", ["(异体)"]),
        ("羽︀**(选择符)**后", ["(选择符)"]),
        ("𰻞**(扩展区)**面", ["(扩展区)"]),
        ("价格**:price[gpt-4o]**起", ["⟦price⟧"]),
        ("全角**ＡＢＣ！**后", ["ＡＢＣ！"]),
        ("他说**_你好_**。", ["<em>你好</em>"]),
        ("列：\n\n- **项（一）**说明\n- 乙", ["项（一）"]),
        ("> 引**“用”**文", ["“用”"]),
    ]

    /// Beside a footnote or a directive a run sees their brackets.
    @Test(arguments: ["**（注）**[^1]", "_a_[^1]", "**(a)**[^1]_b_", "*a*[^1]*b*", "**（a）**[^1]中"])
    func emphasisBesideFootnotes(_ source: String) {
        let html = read(source + "\n\n[^1]: x").htmlText
        #expect(!html.contains("*") && !html.contains("_"))
        #expect(html.contains("<sup"))
    }

    @Test func emphasisBesideDirectives() {
        #expect(paragraph("**（a）**:price[x]") == "<strong>（a）</strong>⟦price⟧")
        #expect(paragraph("_a_:price[x]_b_") == "<em>a</em>⟦price⟧<em>b</em>")
        #expect(paragraph(":lang[_a_]{tag=en}") == "⟦<lang⟧<em>a</em>⟦>lang⟧")
        #expect(paragraph(":lang[*(a)*]") == "⟦<lang⟧<em>(a)</em>⟦>lang⟧")
        #expect(read("::title[_x_ and **(y)**]").htmlText.contains("<em>x</em> and <strong>(y)</strong>"))
    }

    @Test(arguments: strong)
    func strongBesideHan(_ source: String, _ expected: [String]) {
        let html = read(source).htmlText
        for text in expected { #expect(html.contains("<strong>\(text.escapedQuotes)</strong>"), "\(html)") }
        if !expected.isEmpty { #expect(!html.contains("**"), "\(html)") }
    }

    @Test(arguments: [
        ("中*（斜体）*文", "中<em>（斜体）</em>文"),
        ("*“斜”*体", "<em>“斜”</em>体"),
        ("中***（全）***文", "中<em><strong>（全）</strong></em>文"),
        ("中~~（删）~~文", "中<del>（删）</del>文"),
        ("~~旧价：~~新价", "<del>旧价：</del>新价"),
        ("a~~a()~~あ", "a<del>a()</del>あ"),
        ("あ~~()a~~a", "あ<del>()a</del>a"),
    ])
    func emphasisAndStrikethrough(_ source: String, _ expected: String) {
        #expect(paragraph(source) == expected)
    }

    /// Latin text is what CommonMark makes of it.
    @Test(arguments: [
        "a**\"b\"**c", "a*(b)*c", "foo**(bar)**", "2 * 3 * 4", "**foo bar **", "a * foo bar*", "snake_case_name",
        "**bold**text", "aa_\"bb\"_cc", "*(**foo**)*", "**Gomphocarpus (*x*, syn. *y*)**",
    ])
    func latinIsUnchanged(_ source: String) {
        #expect(read(source).htmlText == read(source, options(.commonMark)).htmlText)
    }

    @Test(arguments: [
        "代码 `他**（x）**` 里", "    他**（x）**后", "```\n他**（x）**后 ~~（删）~~后\n```", "[x](/中**（b）**中)",
        "<http://x/中**（b）**中>",
    ])
    func marksNeverShow(_ source: String) {
        let html = read(source).html.bytes
        #expect(!html.contains(0xF4))
        #expect(!String(decoding: html, as: UTF8.self).contains("%F4"))
        #expect(!String(decoding: html, as: UTF8.self).unicodeScalars.contains("\u{1BC9F}"))
    }

    @Test func codeKeepsItsBytes() {
        #expect(paragraph("`他**（x）**后~~（y）~~后`") == "<code>他**（x）**后~~（y）~~后</code>")
    }

    /// Characters that look like marks are text.
    @Test func planeSixteenIsText() {
        #expect(paragraph("a\u{100000}b\u{10F000}c`\u{10FFFD}`") == "a\u{100000}b\u{10F000}c<code>\u{10FFFD}</code>")
    }
}

extension String {
    fileprivate var escapedQuotes: String {
        hasPrefix("<") ? self : split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
    }
}
