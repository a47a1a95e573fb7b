import Bytes
import CommonMark
import Diagnostics
import Testing

/// Short texts of front matter: inlines without a paragraph.
@Suite struct FieldTests {
    @Test(arguments: [
        ("什么是中转站？", "什么是中转站？"), ("a > b \"c\"", "a &gt; b &quot;c&quot;"), ("**重点（x）**后", "<strong>重点（x）</strong>后"),
        ("1. 不是列表", "1. 不是列表"), ("# 不是标题", "# 不是标题"), ("- 不是列表", "- 不是列表"), ("> 不是引用", "&gt; 不是引用"),
        ("    不是代码 `是`", "不是代码 <code>是</code>"), ("| a |\n|---|", "| a |\n|---|"), ("一\n\n二\n三", "一二三"),
        (":price[x] 起", "⟦price⟧ 起"), ("::price[x]", "::price[x]"), ("[^1]: x", "[^1]: x"), ("[a]: /x", "[a]: /x"),
        ("gpt-4o:free", "gpt-4o:free"), ("a & b", "a &amp; b"), ("&copy;", "©"), ("<b>x</b>", "x"), ("***", "***"),
        ("a\nb", "a\nb"), ("", ""), ("  两端  ", "两端"), ("``` x ```", "<code>x</code>"),
        ("[x](/y)", "<a href=\"/y\">x</a>"),
        ("_甲_ 乙", "<em>甲</em> 乙"), ("*(甲)* 乙", "<em>(甲)</em> 乙"), ("一\n_二_", "一<em>二</em>"),
        ("**\"a\"**", "<strong>&quot;a&quot;</strong>"), ("`a\n*b*`", "<code>a *b*</code>"),
        ("见 www.a.com", "见 <a href=\"http://www.a.com\">www.a.com</a>"),
    ])
    func html(_ source: String, _ expected: String) {
        #expect(readField(source).htmlText == expected)
    }

    @Test func allOutputs() {
        let content = readField("1. **甲** `b` \\* [c](/d)")
        #expect(content.twinText == "1. **甲** `b` \\* [c](/d)")
        #expect(content.text == "1. 甲 b * c")
        #expect(readField("甲 * 乙").twinText == "甲 \\* 乙")
    }

    @Test func placesOfVerbatimText() {
        let file = SourceFile(path: "a.md", bytes: Array("---\ntitle: 价 :prise[x]\n---\n".utf8))
        let start = 11
        let source = MarkdownSource(
            file: file, text: "价 :prise[x]", place: start..<start + 13, isVerbatim: true)
        #expect(MarkdownContent.inline(source, options: options()).problems.first?.hasPrefix("2:11+5 ") == true)
    }

    @Test func placesOfOtherText() {
        let file = SourceFile(path: "a.md", bytes: Array("---\ntitle: \"价 :prise[x]\"\n---\n".utf8))
        let source = MarkdownSource(file: file, text: "价 :prise[x]", place: 11..<26, isVerbatim: false)
        #expect(MarkdownContent.inline(source, options: options()).problems.first?.hasPrefix("2:8+13 ") == true)
    }
}
