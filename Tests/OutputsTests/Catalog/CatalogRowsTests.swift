import Bytes
import SiteModel
import Testing

@testable import Outputs

@Suite("What pages show of the catalog")
struct CatalogRowsTests {
    private func rows(_ site: CatalogSite = CatalogSite()) throws -> (rows: CatalogRows, view: SiteView) {
        let view = site.view
        let page = try #require(view.page(PageID("models"), in: CatalogSite.chinese))
        return (CatalogRows(view, for: view.header(page)), view)
    }

    private func page(_ id: String, _ view: SiteView) throws -> PageIndex {
        try #require(view.page(PageID(id), in: CatalogSite.chinese))
    }

    @Test("A model page shows every price with its meter, condition and unit, base before tiers")
    func prices() throws {
        let rows = try rows().rows.prices(of: CatalogSite.mini)
        #expect(rows.map(\.meter) == ["输入", "输入", "输出"])
        #expect(rows.map(\.condition) == [nil, "上下文超过 128,000 token、batch 档", nil])
        #expect(rows.map(\.unit) == ["每 100 万 token", "每 100 万 token", "每 100 万 token"])
        #expect(rows.map(\.markdown) == ["$0.15", "$0.30", "$0.60"])
        #expect(
            String(decoding: rows[1].html, as: UTF8.self)
                == "<data class=\"price\" value=\"0.3\" data-model=\"gpt-4o-mini\" data-meter=\"input\""
                + " data-tier=\"context_over=128000;service=batch\" data-state=\"fixed\">$0.30</data>")
        let hostile = try self.rows().rows.prices(of: CatalogSite.hostile)
        #expect(hostile.map(\.markdown) == ["免费", "按路由浮动"] && hostile.map(\.unit) == ["", ""])
        #expect(hostile.map(\.condition) == ["分组 Codex | Pro", "分组 Codex | Pro"])
    }

    @Test("A comparison shows its models and columns; other pages show no table")
    func comparison() throws {
        let (rows, view) = try rows()
        let table = try #require(try rows.table(of: page("comparisons/two", view)))
        #expect(table.caption == "模型与价格（2026-11-23）")
        #expect(table.columns == ["输入（每 100 万 token）", "形式"])
        #expect(table.rows.map(\.name) == ["gpt-4o-mini", "old-1"])
        #expect(table.rows.map(\.url) == ["/models/gpt-4o-mini", "/models/old-1"])
        #expect(table.rows.map(\.isWithdrawn) == [false, true])
        let cells = table.rows.map { $0.cells.map { String(decoding: $0, as: UTF8.self) } }
        #expect(cells[0][1] == "image、text → text" && cells[1][1] == "—")
        #expect(cells[1][0].contains("data-state=\"withdrawn\">$3.00</data>"))
        #expect(try rows.table(of: page("answers/other", view)) == nil)
    }

    @Test("A model's page and its twin lead to the model that takes its place, once the catalog has it")
    func successor() throws {
        var site = CatalogSite()
        var gone = CatalogSite.gone
        gone.successor = "gpt-4o-mini"
        site.models = [CatalogSite.mini, gone]
        let (rows, view) = try rows(site)
        #expect(rows.successor(of: gone)?.id == "gpt-4o-mini")
        var twin = ByteBuffer(capacity: 1024)
        rows.writeTwin(of: try page("models/old-1", view), body: nil, into: &twin)
        #expect(twin.text.contains("- successor：[gpt-4o-mini](https://site.example/models/gpt-4o-mini.md)\n"))
        gone.successor = "gpt-9"
        #expect(rows.successor(of: gone) == nil)
    }

    @Test("The price page lists what is on offer")
    func pricePage() throws {
        let (rows, view) = try rows()
        let table = try #require(try rows.table(of: page("models/prices", view)))
        #expect(table.rows.map(\.id) == ["a,b\"<script>|", "gpt-4o-mini", "unpriced"])
        #expect(table.columns == ["输入（每 100 万 token）", "输出（每 100 万 token）", "上下文长度"])
        let unpriced = table.rows[2].cells.map { String(decoding: $0, as: UTF8.self) }
        #expect(unpriced[0].contains("data-state=\"unknown\">未公布价格</data>") && unpriced[1] == "—")
    }

    @Test("The twin of a model page shows the same numbers")
    func twin() throws {
        let (rows, view) = try rows()
        var buffer = ByteBuffer()
        try rows.writeTwin(of: page("models/gpt-4o-mini", view), body: nil, into: &buffer)
        #expect(
            buffer.text == """
                - 模型：gpt-4o-mini
                - 厂商：OpenAI
                - 类型：chat
                - 上下文长度：128,000
                - 形式：image、text → text
                - 能力：tools
                - 首次收录：2026-11-23
                - 最近变动：2026-11-23

                ## 价格

                - 输入：$0.15 每 100 万 token
                - 输入（上下文超过 128,000 token、batch 档）：$0.30 每 100 万 token
                - 输出：$0.60 每 100 万 token

                ## 价格历史

                - 2026-11-24：输入（分组 vip \\& co） $0.20 → $0.15
                - 2026-11-23：输入 — → $0.20

                ## 调用示例

                请先设置 BASE\\_URL。

                ```sh
                curl "$BASE_URL/v1/chat/completions" \\
                  -H "Authorization: Bearer $API_KEY" \\
                  -H "Content-Type: application/json" \\
                  -d '{"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "你好"}]}'
                ```


                """)
        var gone = ByteBuffer()
        try rows.writeTwin(of: page("models/old-1", view), body: nil, into: &gone)
        #expect(gone.text.contains("- 已下架：2026-11-20\n") && gone.text.contains("$3.00"))
        #expect(!gone.text.contains("curl"))
    }

    @Test("An example call quotes what the gateway says for JSON and for the shell; lists of prices can't be called")
    func exampleCall() throws {
        func call(_ id: String, kind: String = "chat", adapter: String = "litellm") -> String? {
            ExampleCall.shell(
                for: ModelOffer(id: id, slug: "a", name: id, kind: kind, source: "main"), adapter: adapter,
                greeting: "Hello")
        }
        let hostile = try #require(call(#"a'$(id)"\"#, kind: "embedding"))
        #expect(hostile.contains(#"/v1/embeddings" \"#))
        #expect(hostile.hasSuffix(#"  -d '{"model": "a'\''$(id)\"\\", "input": "Hello"}'"#))
        #expect(call("a", kind: "image") == nil)
        #expect(call("openai/a", adapter: "models-dev") == nil)
    }

    @Test("A chart steps through the base prices, and there is none where nothing changed")
    func chart() throws {
        #expect(try rows().rows.chart(of: CatalogSite.mini) == nil)
        #expect(try rows().rows.history(of: CatalogSite.unpriced).rows.isEmpty)
        func change(_ hours: Int, _ kind: CatalogEvent.Kind, _ amount: String) -> CatalogEvent {
            var event = CatalogEvent(
                at: Moment(seconds: CatalogSite.fetched.seconds - hours * 3600, zoneMinutes: 0), source: "main",
                model: "gpt-4o-mini", event: kind)
            event.meter = "input"
            event.new = DecimalNumber(canonical: amount).map { .number($0) }
            return event
        }
        let events = [change(20, .meterAdded, "4"), change(15, .priceDown, "2"), change(5, .priceUp, "3")]
        let chart = try #require(try rows(CatalogSite(events: events)).rows.chart(of: CatalogSite.mini))
        let text = String(decoding: chart, as: UTF8.self)
        #expect(text.hasPrefix("<svg class=\"price-chart\" role=\"img\" viewBox=\"0 0 600 180\""))
        #expect(text.contains("<title>gpt-4o-mini：价格历史 2026-11-23 – 2026-11-23</title>"))
        // Four, two and three dollars: a third and two thirds of the time, and an eighth of it for what holds since.
        #expect(text.contains("<path d=\"M12 24H180V87H516V55H588\"/>"))
    }

    @Test("A page that shows prices knows it, and a stale catalog marks each number")
    func unconfirmed() throws {
        let (rows, view) = try rows(CatalogSite(isConfirmed: false))
        #expect(try rows.warning(on: page("models/unpriced", view), body: nil) == "价格未确认（自 2026-11-23 起）")
        #expect(try rows.warning(on: page("answers/other", view), body: Self.textWithPrice) != nil)
        #expect(try rows.warning(on: page("answers/other", view), body: nil) == nil)
        #expect(try self.rows().rows.warning(on: page("models/unpriced", view), body: nil) == nil)
        #expect(try rows.showsPrices(page("models/unpriced", view), texts: []))
        #expect(try rows.showsPrices(page("comparisons/two", view), texts: []))
        #expect(try !rows.showsPrices(page("answers/other", view), texts: [RichText(plain: "no price")]))
        #expect(try rows.showsPrices(page("answers/other", view), texts: [Self.textWithPrice]))
        var twin = ByteBuffer()
        try rows.writeTwin(of: page("answers/other", view), body: Self.textWithPrice, into: &twin)
        #expect(twin.text == "> 价格未确认（自 2026-11-23 起）\n\n")
        var silent = ByteBuffer()
        try rows.writeTwin(of: page("answers/other", view), body: nil, into: &silent)
        #expect(silent.text.isEmpty)
        let shown = rows.prices(of: CatalogSite.mini).map { String(decoding: $0.html, as: UTF8.self) }
        #expect(shown.allSatisfy { $0.contains("data-confirmed=\"false\"") })
    }

    @Test("Lists show a short answer as plain text in which prices carry their data, and say when they are stale")
    func listedPrices() throws {
        let call = DirectiveCall(
            name: "price", form: .inline, label: "gpt-4o-mini", labelRange: 0..<1, attributes: [], range: 0..<1)
        let plain = HoledBytes(
            bytes: Array("A & B costs  <per call>".utf8), holes: [.init(offset: 12, index: 1)])
        var other = SamplePage(PageID("answers/other"), kind: "answer", path: "/answers/other")
        other.facets.shortAnswer = RichText(
            RenderedText(
                html: .empty, markdown: .empty, plain: plain,
                insertions: [.link(destination: "#costs", range: 0..<1), .directive(call)], outline: []))
        var bare = SamplePage(PageID("answers/bare"), kind: "answer", path: "/answers/bare")
        bare.facets.shortAnswer = RichText(plain: "No price.")
        let view = CatalogSite(pages: [other, bare]).view
        let summary = try view.summaryWithPrices(of: page("answers/other", view)).map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(
            summary == "A &amp; B costs <data class=\"price\" value=\"0.15\" data-model=\"gpt-4o-mini\""
                + " data-meter=\"input\" data-state=\"fixed\">$0.15</data>（每 100 万 token） &lt;per call&gt;")
        #expect(try view.summaryWithPrices(of: page("answers/bare", view)) == nil)
        let stale = CatalogSite(isConfirmed: false, pages: [other, bare]).view
        let texts = try PageTexts(of: page("answers/bare", stale), in: stale)
        let rows = CatalogRows(stale, for: stale.header(texts.page))
        #expect(rows.warning(on: texts.page, body: nil, listing: stale.listed(on: texts)) != nil)
        #expect(rows.warning(on: texts.page, body: nil) == nil)
    }

    private static let textWithPrice: RichText = {
        let call = DirectiveCall(
            name: "price", form: .inline, label: "gpt-4o-mini", labelRange: 0..<1, attributes: [], range: 0..<1)
        return RichText(
            RenderedText(html: .empty, markdown: .empty, plain: .empty, insertions: [.directive(call)], outline: []))
    }()
}
