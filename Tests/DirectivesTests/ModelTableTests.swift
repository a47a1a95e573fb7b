import Bytes
import Diagnostics
import Directives
import SiteModel
import Testing

@Suite("Models: links, tables, dates")
struct ModelTableTests {
    private func call(_ attributes: KeyValuePairs<String, String>) -> DirectiveCall {
        Calls.call("model-table", nil, attributes, form: .leaf)
    }

    @Test("A table has a caption, scopes, one row for each model, and units in its header")
    func table() {
        let expected = """
            <div class="table-scroll" tabindex="0">
            <table class="model-table">
            <caption>Models and prices (<time datetime="2026-11-23">2026-11-23</time>)</caption>
            <thead>
            <tr><th scope="col">Model</th><th class="align-right" scope="col">Input (per 1 million tokens)</th>\
            <th class="align-right" scope="col">Context length</th></tr>
            </thead>
            <tbody>
            <tr data-model="gpt-4o-mini"><th scope="row"><a href="/en/models/gpt-4o-mini">GPT-4o mini</a></th>\
            <td class="align-right" data-label="Input (per 1 million tokens)">\
            <data class="price" value="0.15" data-model="gpt-4o-mini" data-meter="input" data-state="fixed">$0.15</data></td>\
            <td class="align-right" data-label="Context length">128,000</td></tr>
            <tr data-model="pixel-draw-1"><th scope="row"><a href="/en/models/pixel-draw-1">Pixel Draw</a></th>\
            <td class="align-right" data-label="Input (per 1 million tokens)">—</td><td class="align-right" data-label="Context length">—</td></tr>
            </tbody>
            </table>
            </div>
            """
        #expect(Calls.render(call(["models": "gpt-4o-mini, pixel-draw-1", "columns": "input, context"])) == expected)
    }

    @Test("In the twin it is a GFM table whose cells can't be broken by pipes or markup")
    func twin() {
        let text = Calls.render(
            call(["models": "gpt-4o-mini,\(SampleModels.hostile.id)", "columns": "input"]), as: .markdown)
        let expected = #"""
            Models and prices (2026-11-23)

            | Model | Input (per 1 million tokens) |
            | --- | ---: |
            | [GPT-4o mini](https://site.example/en/models/gpt-4o-mini.md) | $0.15 |
            | [a\|b\*c \<i\> \[x\](y) \`z\` "q"](https://site.example/en/models/-script-alert--1-------x--.md) | $1.00 |
            """#
        #expect(text == expected)
    }

    @Test("Hostile names and ids are text in HTML")
    func hostile() {
        let html = Calls.render(call(["models": SampleModels.hostile.id, "columns": "input"]))
        #expect(html.contains("<tr data-model=\"&lt;script&gt;alert(&quot;1&quot;)|'&amp;{{x}}\">"))
        #expect(html.contains(">a|b*c &lt;i&gt; [x](y) `z` &quot;q&quot;</a>"))
        #expect(!html.contains("<script") && !html.contains("<i>"))
    }

    @Test("Where a model has several groups, a number says whose it is")
    func groups() {
        let attributes: KeyValuePairs = ["models": "acme/large-1", "columns": "input"]
        #expect(Calls.render(call(attributes), as: .plain) == "Acme Large: Input $1.00 (group vip)")
        let chosen = call(["models": "acme/large-1", "columns": "input,output", "group": "default"])
        #expect(
            Calls.render(chosen, as: .plain)
                == "Acme Large: Input $1.25 (group default), Output $10.00 (group default)")
    }

    @Test("Kinds, modalities and capabilities read as the theme calls them, else as the catalog does")
    func words() throws {
        var offer = ModelOffer(id: "m", slug: "m", name: "M", kind: "chat", source: "main")
        offer.inputModalities = ["smell", "text"]
        offer.outputModalities = ["text"]
        offer.capabilities = [("tools", true), ("vision", true), ("pdf", false)]
        let columns: [ModelColumn] = [.kind, .modalities, .capabilities]
        #expect(columns.map { SampleFacts.chinese.value(of: $0, offer) } == ["对话", "smell、文本 → 文本", "工具调用、vision"])
        #expect(SampleFacts().value(of: .kind, offer) == "chat")
    }

    @Test("Filters are taken together, unknown capabilities never match, and withdrawn models stay out unless named")
    func filters() {
        func names(_ attributes: KeyValuePairs<String, String>) -> [String] {
            Calls.render(call(attributes), as: .plain).split(separator: "\n").map { line in
                String(line.prefix { $0 != ":" })
            }
        }
        #expect(names(["vendor": "acme"]) == ["Acme Large"])
        #expect(names(["capability": "tools"]) == ["GPT-4o mini"])
        #expect(names(["kind": "image", "columns": "request"]) == ["Pixel Draw"])
        #expect(names(["limit": "2"]) == ["GPT-4o mini", "Acme Large"])
        #expect(!names(["kind": "chat"]).contains { $0.hasPrefix("Old One") })
        #expect(names(["models": "old-1"]) == ["Old One (Withdrawn, 2026-11-20)"])
        #expect(Calls.check(call(["models": "old-1"])).map(\.code) == [.withdrawnModel])
    }

    @Test(
        "What is wrong is said at its place",
        arguments: [
            (["models": "gpt-4o-mini,nope"], "catalog/unknown-model", 100, nil),
            (["columns": "input,contxt"], "catalog/unknown-column", 100, "did you mean ‘context’?"),
            (
                ["columns": "colour"], "catalog/unknown-column", 100,
                "columns are meters such as input, output, cache_read, and context, max_output, modalities, vendor, kind,"
                    + " capabilities, released, retires, last_changed"
            ),
            (["vendor": "Open AI"], "catalog/empty-table", 100, "did you mean ‘OpenAI’?"),
            (["kind": "chat", "capability": "vision"], "catalog/empty-table", 0, nil),
            (["group": "defualt"], "catalog/unknown-group", 100, "did you mean ‘default’?"),
            (["limit": "0"], "directive/bad-attribute", 100, nil),
        ] as [(KeyValuePairs<String, String>, String, Int, String?)])
    func mistakes(attributes: KeyValuePairs<String, String>, code: String, place: Int, hint: String?) {
        let found = Calls.check(call(attributes))
        #expect(found.map(\.code.id) == [code])
        #expect(found.first?.range.lowerBound == place)
        #expect(found.first?.hint?.english == hint)
    }

    @Test("A model is a link with its display name; twins link twins")
    func link() {
        let call = Calls.call("model", "gpt-4o-mini")
        #expect(Calls.render(call, as: .html, .chinese) == "<a href=\"/models/gpt-4o-mini\">GPT-4o mini</a>")
        #expect(Calls.render(call, as: .markdown) == "[GPT-4o mini](https://site.example/en/models/gpt-4o-mini.md)")
        #expect(Calls.render(call, as: .plain) == "GPT-4o mini")
        #expect(Calls.check(Calls.call("model", "gpt-4o")).map(\.code) == [.unknownModel])
    }

    @Test("The date of a snapshot")
    func asOf() {
        let shown = "<time datetime=\"2026-11-23T21:31:02Z\">2026-11-23</time>"
        #expect(Calls.render(Calls.call("as-of", nil)) == shown)
        #expect(Calls.render(Calls.call("as-of", "main")) == shown)
        #expect(Calls.render(Calls.call("as-of", "main"), as: .markdown) == "2026-11-23")
        let unknown = Calls.check(Calls.call("as-of", "mian"))
        #expect(unknown.map(\.code) == [.unknownSource])
        #expect(unknown.first?.hint?.english == "did you mean ‘main’?")
        #expect(Calls.check(Calls.call("as-of", nil), SampleFacts(catalog: nil)).map(\.code) == [.unknownSource])
    }
}
