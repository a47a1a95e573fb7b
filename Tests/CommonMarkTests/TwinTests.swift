import Bytes
import CommonMark
import Testing

/// The twin is Markdown that reads back as the same text.
@Suite struct TwinTests {
    /// Texts whose twins need more than the usual marks to say the same.
    @Test(arguments: [
        "*a **_b_c** d*", "*foo ***b*ar** baz*", "_- __foo__ bar_", "- > a\n  >\n  b", "- a\n  <!-- x -->\n  b",
        "- - -\n    - a",
        "a\\\n<!-- x -->\n", "<!-- x --> *a*\n*b*", "*<b> a*", "<a@_b.example>", "| _a_ | *(b)* |\n|-|-|\n",
        "*a* *b*", "*a***b**", "~~a~~~~b~~", "*a*_b_", "* a\n* - - x", "![a *b*](c)", "`` ` ``", "[a\\]](b)", "\\* a",
        "1\\. a",
    ])
    func twinSaysTheSame(_ source: String) {
        let first = read(source)
        let second = read(first.twinText)
        #expect(second.text == first.text)
    }

    @Test(arguments: [
        ("Title\n=====\n\nSub\n---", "# Title\n\n## Sub\n"), ("* a\n* b", "- a\n- b\n"), ("* a\n\n* b", "- a\n\n- b\n"),
        ("3) a\n4) b", "3. a\n4. b\n"), ("- a\n\n* b", "- a\n\n* b\n"), ("1. a\n\n1) b", "1. a\n\n1) b\n"),
        ("    code", "```\ncode\n```\n"), ("***\n---\n___", "***\n\n***\n\n***\n"), ("a  \nb", "a\\\nb\n"),
        ("__a__ _b_", "**a** *b*\n"), ("*a *b* c*", "*a _b_ c*\n"), ("> a\nb\n>\n> - c", "> a b\n>\n> - c\n"),
        ("- a\n  - b\n    - c\n\n      d", "- a\n  - b\n    - c\n\n      d\n"), ("``a`b``", "``a`b``\n"),
        ("1986\\. x", "1986\\. x\n"), ("\\# x", "\\# x\n"), ("\\- x", "\\- x\n"),
        ("a \\# b - c + d 1. e", "a # b - c + d 1. e\n"),
        ("snake_case \\_x\\_", "snake_case \\_x\\_\n"), ("a &lt;b> &amp;amp;", "a \\<b> \\&amp;\n"), ("C#", "C#\n"),
        ("# a \\#", "# a \\#\n"), ("# C#", "# C#\n"), ("[a](<b c> 'd \"e\"')", "[a](<b c> \"d \\\"e\\\"\")\n"),
        ("![a](b)", "![a](b)\n"), ("\\![a](b)", "\\![a](b)\n"), ("a\\:price{x}", "a\\:price{x}\n"),
        ("\\:::note", "\\::\\:note\n"),
        ("\\| a |\n|---|", "| \\| a |\n| --- |\n"), ("a\\\n= b", "a\\\n\\= b\n"), ("+1 -1", "+1 -1\n"), ("", ""),
    ])
    func normalForm(_ source: String, _ expected: String) {
        #expect(read(source).twinText == expected)
    }

    /// Reading the twin again gives the same text, and the same twin.
    @Test(arguments: [
        "a *b **c** d* `e` ~~f~~\\\ng", "1. a\n   > b\n   >\n   > ```x\n   > c\n   > ```\n2. d",
        "| a | b\\|c |\n|:-:|--|\n| `x\\|y` | **z** |",
        "> [!NOTE]\n> - [ ] a\n> - [x] b[^1]\n\n[^1]: c\n\n    d", "他说**你好！**然后*（斜）*后`**x**`",
        "\\* \\_ \\` \\[ \\] \\< \\& \\\\ \\~ \\! \\| \\# \\> \\-",
        "&nbsp;a &#35; &#42;b&#42; &#x5b;c]", "- \n- a\n-\n  b", "-     code\n\n- # h\n- > q\n- - n",
        "a\n\n    b\n\n\n    c\n",
        "*a*b **c**d *e***f**", "***a** b*", "**a *b***", "[a [b] c](d) ![e ![f](g) h](i)",
        "<https://a.com> <a@b.com> www.a.com x@y.com",
        "# a\\\n# b", "a\n***\nb", "10) a\n\n    b\n11) c", "`` ` `` ` a ` `` ``` ``", "\\+ a\n\n\\1) b\n\n1\\) c",
        "a | b\n--- | ---\nc \\| d |",
        "~~~ a`b\nx\n~~~", "<!-- c -->\n\na <!-- c --> b", "- a\n\n\n  b\n- c\n\nd", "> > a\n> b\n\n> c",
        "* * *\n- x\n\n1. y\n\n- z",
        "$a_b$ {#x} a:b{c", "一\n二\n\n- 三\n四", "a  \n  b\\\n- c", "[x]: /y\n\n[x] [x][] [z][x]",
    ])
    func roundTrip(_ source: String) {
        let first = read(source)
        let again = read(first.twinText)
        #expect(again.text == first.text, "\(first.twinText)")
        #expect(again.twinText == first.twinText)
        #expect(again.outline.map(\.text) == first.outline.map(\.text))
    }

    @Test func destinationsForHoles() {
        func written(_ text: String, _ inTable: Bool = false) -> String {
            var buffer = ByteBuffer()
            buffer.append(twinDestination: ArraySlice(Array(text.utf8)), inTable: inTable)
            return buffer.text
        }
        #expect(written("/a?b=c&d") == "/a?b=c\\&d")
        #expect(written("/a b") == "</a b>")
        #expect(written("/a(b)") == "</a(b)>")
        #expect(written("") == "<>")
        #expect(written("/a|b", true) == "/a\\|b")
    }
}
