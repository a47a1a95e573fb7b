import CommonMark
import Testing

/// Footnotes, alerts, task lists, code blocks.
@Suite struct BlockExtensionTests {
    private func gfm(_ source: String) -> String { read(source, options { $0.gfmAttributes = true }).htmlText }

    @Test func footnotes() {
        #expect(
            gfm("文[^b]，又[^A]，再[^b]，无[^c]。\n\n[^a]: 甲\n    续\n\n    段\n[^b]:\n    > 引\n")
                == """
                <p>文<sup class="footnote-ref"><a href="#fn-b" id="fnref-b" data-footnote-ref>1</a></sup>，又<sup \
                class="footnote-ref"><a href="#fn-a" id="fnref-a" data-footnote-ref>2</a></sup>，再<sup \
                class="footnote-ref"><a href="#fn-b" id="fnref-b-2" data-footnote-ref>1</a></sup>，无[^c]。</p>
                <section class="footnotes" data-footnotes>
                <ol>
                <li id="fn-b">
                <blockquote>
                <p>引</p>
                </blockquote>
                <a href="#fnref-b" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a> \
                <a href="#fnref-b-2" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩<sup \
                class="footnote-ref">2</sup></a>
                </li>
                <li id="fn-a">
                <p>甲续</p>
                <p>段 <a href="#fnref-a" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func footnotesOneWordLong() {
        // Without footnotes this would be the definition of a link.
        #expect(gfm("x[^1]\n\n[^1]: word").contains("<p>word <a"))
        #expect(gfm("> x[^1]\n>\n> [^1]: in quote").contains("<p>in quote <a"))
    }

    @Test func footnoteReferringToAnother() {
        let content = read("x[^1]\n\n[^2]: two\n[^1]: one[^2]")
        #expect(content.text == "x\none\ntwo")
        #expect(content.twinText == "x[^1]\n\n[^1]: one[^2]\n\n[^2]: two\n")
    }

    @Test func footnoteMistakes() {
        #expect(read("x\n\n[^n]: y").problems == ["3:3+1 markdown/unused-footnote: nothing refers to the footnote ‘n’"])
        #expect(paragraph("x `[^1]` y\n\n    [^1]: code").hasPrefix("<p>x <code>[^1]</code> y</p>"))
        #expect(read("x[^1]\n\n```\n[^1]: code\n```").htmlText.hasPrefix("<p>x[^1]</p>\n<pre"))
    }

    @Test func listBeforeFootnoteStaysTight() {
        #expect(read("- a[^1]\n- b\n[^1]: x\n").htmlText.contains("<li>b</li>"))
    }

    @Test func alerts() {
        let content = read("> [!NOTE]\n> 文\n>\n> 二\n\n> [!caution]\n\n> [!TIP] x\n", options { $0.labels = .chinese })
        #expect(
            content.htmlText == """
                <div class="alert alert-note" role="note">
                <p class="alert-title">说明</p>
                <p>文</p>
                <p>二</p>
                </div>
                <div class="alert alert-caution" role="note">
                <p class="alert-title">注意</p>
                </div>
                <blockquote>
                <p>[!TIP] x</p>
                </blockquote>

                """)
        #expect(content.twinText == "> [!NOTE]\n> 文\n>\n> 二\n\n> [!CAUTION]\n\n> \\[!TIP\\] x\n")
        #expect(read("> \\[!NOTE]\n> x").htmlText.hasPrefix("<blockquote>"))
    }

    @Test func taskLists() {
        #expect(
            read("- [ ] 待\n- [x] 完\n  - [X] 内\n- [y] 非\n- \\[ ] 非\n- [ ]").htmlText == """
                <ul>
                <li class="task"><input type="checkbox" disabled aria-label="To do"> 待</li>
                <li class="task"><input type="checkbox" disabled checked aria-label="Done"> 完
                <ul>
                <li class="task"><input type="checkbox" disabled checked aria-label="Done"> 内</li>
                </ul>
                </li>
                <li>[y] 非</li>
                <li>[ ] 非</li>
                <li>[ ]</li>
                </ul>

                """)
        #expect(gfm("1. [ ] a") == "<ol>\n<li><input disabled=\"\" type=\"checkbox\"> a</li>\n</ol>\n")
    }

    @Test func codeBlocks() {
        #expect(
            read("```python title=\"a & b.py\" {2,4-6}\nx < 1\n```").htmlText == """
                <figure class="code">
                <figcaption>a &amp; b.py</figcaption>
                <pre tabindex="0" data-lines="2,4-6"><code class="language-python">x &lt; <span class="n">1</span>
                </code></pre>
                </figure>

                """)
        #expect(read("```\nx\n```").htmlText == "<pre tabindex=\"0\"><code>x\n</code></pre>\n")
        #expect(gfm("~~~ c++ {1}\nx\n~~~") == "<pre><code class=\"language-c++\">x\n</code></pre>\n")
        #expect(read("    a\n").hasCode)
        #expect(read("````\n```\n````").twinText == "````\n```\n````\n")
    }
}
