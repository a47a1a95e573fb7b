import Bytes
import Diagnostics
import Directives
import SiteModel
import Testing

@Suite("Terms, includes, boxes and other containers")
struct BlockTests {
    private func container(
        _ name: String, _ label: String? = nil, _ attributes: KeyValuePairs<String, String> = [:]
    ) -> DirectiveCall {
        Calls.call(name, label, attributes, form: .container)
    }

    @Test("Registry and files are sorted, and names are those of the contract")
    func registry() {
        let names = DirectiveRegistry.all.map { $0.rule.name }
        #expect(names == names.sorted())
        let promised = [
            "price", "model", "model-table", "as-of", "term", "include", "note", "tip", "warning", "caution", "steps",
            "tabs",
            "details", "only", "lang",
        ]
        #expect(promised.allSatisfy { DirectiveRegistry.directive(named: $0) != nil })
        let codes = DirectiveCodes.all + CatalogCodes.all
        #expect(Set(codes.map(\.id)).count == codes.count)
    }

    @Test("A term links to the glossary by its own name or another")
    func term() {
        #expect(Calls.render(Calls.call("term", "中转站")) == "<a class=\"term\" href=\"/glossary/relay\">中转站</a>")
        #expect(
            Calls.render(Calls.call("term", "a <relay>", ["of": "relay"]), as: .markdown)
                == "[a \\<relay\\>](https://site.example/glossary/relay.md)")
        let unknown = Calls.check(Calls.call("term", "a relay", ["of": "relais"]))
        #expect(unknown.map(\.code) == [.unknownTerm])
        #expect(unknown.first?.range.lowerBound == 100)
        #expect(unknown.first?.hint?.english == "did you mean ‘relay’?")
        #expect(Calls.check(Calls.call("term", nil)).map(\.code) == [.missingLabel])
    }

    @Test("A shared text is shown; unknown ones, cycles and bombs are mistakes")
    func include() {
        func mistakes(_ id: String?) -> [DiagnosticCode] {
            Calls.check(Calls.call("include", id, form: .leaf)).map(\.code)
        }
        #expect(Calls.render(Calls.call("include", "demo", form: .leaf)) == "<shared>")
        #expect(mistakes("demo").isEmpty && mistakes("outer").isEmpty)
        #expect(mistakes("domo") == [.unknownSharedText])
        #expect(mistakes("loop") == [.includeCycle] && mistakes("one") == [.includeCycle])
        #expect(mistakes("bomb") == [.includeCycle])
        #expect(mistakes(nil) == [.missingLabel])
    }

    @Test("Boxes", arguments: ["note", "tip", "important", "warning", "caution"])
    func boxes(name: String) {
        let html = Calls.wrap(container(name, "A & B"))
        #expect(
            html
                == "<div class=\"alert alert-\(name)\" role=\"note\"><p class=\"alert-title\">A &amp; B</p>CONTENT</div>"
        )
        #expect(Calls.wrap(container(name, "A & B"), as: .markdown) == "**A \\& B**\n\nCONTENT")
        #expect(Calls.check(container(name)).isEmpty)
    }

    @Test("A box without a title has the phrase of the language")
    func boxTitle() {
        #expect(Calls.wrap(container("note"), as: .markdown, .chinese) == "**说明**\n\nCONTENT")
        #expect(Calls.wrap(container("warning")).contains("<p class=\"alert-title\">Warning</p>"))
    }

    @Test("Details, tabs and steps keep all their content in every projection")
    func groups() {
        #expect(
            Calls.wrap(container("details", "Why?")) == "<details><summary>Why?</summary>CONTENT</details>")
        #expect(Calls.wrap(container("details", "Why?", ["open": "true"])).hasPrefix("<details open>"))
        #expect(Calls.wrap(container("details", "Why?"), as: .markdown) == "**Why?**\n\nCONTENT")
        #expect(Calls.check(container("details")).map(\.code) == [.missingLabel])
        #expect(Calls.check(container("details", "x", ["open": "no"])).map(\.code) == [.badAttribute])
        #expect(
            Calls.wrap(container("tab", "C*")) == "<div class=\"tab\"><p class=\"tab-title\">C*</p>CONTENT</div>")
        #expect(Calls.wrap(container("tab", "C*"), as: .markdown) == "**C\\***\n\nCONTENT")
        #expect(Calls.check(container("tab")).map(\.code) == [.missingLabel])
        for name in ["steps", "tabs"] {
            #expect(Calls.wrap(container(name)) == "<div class=\"\(name)\">CONTENT</div>")
            #expect(Calls.wrap(container(name), as: .markdown) == "CONTENT")
        }
    }

    @Test("Wording for one audience is left out for the other")
    func only() {
        #expect(Calls.wrap(container("only", nil, ["audience": "human"])) == "CONTENT")
        #expect(Calls.wrap(container("only", nil, ["audience": "human"]), as: .plain) == "CONTENT")
        #expect(Calls.wrap(container("only", nil, ["audience": "human"]), as: .markdown).isEmpty)
        #expect(Calls.wrap(container("only", nil, ["audience": "agent"]), as: .markdown) == "CONTENT")
        #expect(Calls.wrap(container("only", nil, ["audience": "agent"])).isEmpty)
        #expect(Calls.check(container("only")).map(\.code) == [.missingAttribute])
        let wrong = Calls.check(container("only", nil, ["audience": "humans"]))
        #expect(wrong.map(\.code) == [.badAttribute])
        #expect(wrong.first?.hint?.english == "did you mean ‘human’?")
    }

    @Test("A language is marked inline and as a block")
    func lang() {
        #expect(Calls.wrap(Calls.call("lang", "relay", ["tag": "en"])) == "<span lang=\"en\">CONTENT</span>")
        #expect(Calls.wrap(container("lang", nil, ["tag": "zh-Hans"])) == "<div lang=\"zh-Hans\">CONTENT</div>")
        #expect(Calls.wrap(Calls.call("lang", "relay", ["tag": "en"]), as: .markdown) == "CONTENT")
        // Words that run the other way than the page's.
        #expect(
            Calls.wrap(Calls.call("lang", "relay", ["tag": "he"])) == "<span lang=\"he\" dir=\"rtl\">CONTENT</span>")
        #expect(Calls.check(Calls.call("lang", "relay")).map(\.code) == [.missingAttribute])
        for tag in ["e", "en_US", "en-", "\"><script>", "中文"] {
            #expect(Calls.check(Calls.call("lang", "relay", ["tag": tag])).map(\.code) == [.badAttribute])
        }
    }
}
