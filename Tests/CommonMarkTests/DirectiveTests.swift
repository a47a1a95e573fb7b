import CommonMark
import Diagnostics
import Testing

@Suite struct DirectiveTests {
    private func calls(_ content: MarkdownContent) -> [DirectiveCall] {
        content.insertions.compactMap { if case .directive(let call) = $0 { call } else { nil } }
    }

    @Test func inline() throws {
        let content = read("输入 :price[gpt-4o]{meter=input}，:lang[a *b*]{tag=en} 完")
        #expect(content.htmlText == "<p>输入 ⟦price⟧，⟦<lang⟧a <em>b</em>⟦>lang⟧ 完</p>\n")
        #expect(content.twinText == "输入 ⟦price⟧，⟦<lang⟧a *b*⟦>lang⟧ 完\n")
        #expect(content.text == "输入 ⟦price⟧，⟦<lang⟧a b⟦>lang⟧ 完")
        #expect(content.problems == [])
        let price = try #require(calls(content).first)
        #expect(price.form == .inline && price.label == "gpt-4o" && price.value(of: "meter") == "input")
        let bytes = Array("输入 :price[gpt-4o]{meter=input}，:lang[a *b*]{tag=en} 完".utf8)
        #expect(String(decoding: bytes[price.place], as: UTF8.self) == ":price[gpt-4o]{meter=input}")
        #expect(price.labelPlace.map { String(decoding: bytes[$0], as: UTF8.self) } == "gpt-4o")
        #expect(price.attributes.map { String(decoding: bytes[$0.valuePlace], as: UTF8.self) } == ["input"])
    }

    @Test(arguments: [
        "deepseek-r1:free", "10:30", "16:9[比例]", "a::b[c]", "\\:price[x]", "`:price[x]`", "std::vec{x}", ":smile:",
        "http://x:y@z", ":price x", "key: [value]",
    ])
    func staysText(_ source: String) {
        let content = read(source)
        #expect(calls(content).isEmpty)
        #expect(content.problems == [])
    }

    @Test func leaf() {
        let content = read(
            "前\n::model-table{fields=\"price, name\" .wide #t}\n后\n\n- 项\n  ::model-table\n\n> ::title[标 *题*]\n")
        #expect(
            content.htmlText
                == "<p>前</p>\n⟦model-table⟧\n<p>后</p>\n<ul>\n<li>项\n⟦model-table⟧\n</li>\n</ul>\n<blockquote>\n⟦<title⟧标 <em>题</em>⟦>title⟧\n</blockquote>\n"
        )
        let list = calls(content)
        #expect(list[0].attributes.map(\.name) == ["fields", "class", "id"])
        #expect(list[0].attributes.map(\.value) == ["price, name", "wide", "t"])
        #expect(list.map(\.twinLinePrefix) == ["", "  ", "> "])
        #expect(content.problems == [])
    }

    @Test func containers() {
        let source = "::::tabs\n:::note[标题]{title='a b'}\n段落\n\n- 项\n:::\n::::\n后"
        let content = read(source)
        #expect(
            content.htmlText
                == "⟦<tabs⟧\n⟦<note⟧\n<p>段落</p>\n<ul>\n<li>项</li>\n</ul>\n⟦>note⟧\n⟦>tabs⟧\n<p>后</p>\n")
        #expect(content.twinText == "⟦<tabs⟧⟦<note⟧段落\n\n- 项⟦>note⟧⟦>tabs⟧\n\n后\n")
        #expect(calls(content).map(\.label) == [nil, "标题"])
        #expect(content.problems == [])
    }

    @Test func containersOfEqualColonsNest() {
        let content = read(":::tabs\n:::note\n内\n:::\n外\n:::\n")
        #expect(content.htmlText == "⟦<tabs⟧\n⟦<note⟧\n<p>内</p>\n⟦>note⟧\n<p>外</p>\n⟦>tabs⟧\n")
    }

    @Test func containersInListsAndQuotes() {
        let content = read("- 项\n\n  :::note\n  内\n  :::\n\n> ::: note\n> 引\n> :::\n")
        #expect(
            content.htmlText
                == "<ul>\n<li>\n<p>项</p>\n⟦<note⟧\n<p>内</p>\n⟦>note⟧\n</li>\n</ul>\n<blockquote>\n⟦<note⟧\n<p>引</p>\n⟦>note⟧\n</blockquote>\n"
        )
        #expect(content.problems == [])
    }

    @Test func neverInCode() {
        let content = read("```\n:::note\n:price[x]\n::model-table\n:::\n```\n\n    :::note\n")
        #expect(calls(content).isEmpty)
        #expect(content.htmlText.contains("<code>:::note\n:price[x]\n::model-table\n:::\n</code>"))
        #expect(content.problems == [])
    }

    /// Golden messages: source, then `line:column+length code: message`.
    @Test(arguments: [
        ("价 :prise[x]", ["1:4+5 markdown/unknown-directive: ‘prise’ is not a directive"]),
        (
            ":price[x]{metre=in}", ["1:11+5 markdown/unknown-attribute: ‘price’ has no attribute ‘metre’"]
        ),
        (
            "一\n\n:::note\n二",
            ["3:1+7 markdown/unclosed-directive: the container ‘note’ is not closed"]
        ),
        (
            "> :::note\n> 二\n\n三",
            ["1:3+7 markdown/unclosed-directive: the container ‘note’ is not closed"]
        ),
        ("一\n\n:::\n", ["3:1+3 markdown/stray-fence: these colons end no container"]),
        (
            "::price[x]", ["1:1+10 markdown/directive-form: ‘price’ can't be written with 2 colons"]
        ),
        (
            "::model-table[x]",
            ["1:15+1 markdown/directive-label: ‘model-table’ takes no label in square brackets"]
        ),
        (
            "中 :price[x]{meter=}",
            ["1:13+1 markdown/directive-attributes: the attributes of ‘price’ can't be read here"]
        ),
        (
            "*a :lang[b* c]{tag=en}",
            ["1:4+19 markdown/crossed-directive: the label of ‘lang’ and other markup cross each other"]
        ),
    ])
    func mistakes(_ source: String, _ expected: [String]) {
        #expect(read(source).problems == expected)
    }

    @Test func nearNameIsHinted() throws {
        let diagnostic = try #require(read(":prise[x]").diagnostics.first)
        #expect(diagnostic.hint?.english == "did you mean ‘price’?")
        #expect(diagnostic.message.chinese == "没有名为“prise”的指令")
    }

    @Test func offWithoutDirectives() {
        let content = read(":price[x] ::a\n\n:::note\n:::", options { $0.directives = nil })
        #expect(content.problems == [])
        #expect(content.htmlText == "<p>:price[x] ::a</p>\n<p>:::note\n:::</p>\n")
    }

    /// Each code has its entry and both languages.
    @Test func codesAreComplete() {
        let ids = MarkdownCodes.all.map(\.id)
        #expect(ids == ids.sorted())
        for code in MarkdownCodes.all {
            #expect(!code.explanation.english.isEmpty && !code.explanation.chinese.isEmpty)
        }
    }
}
