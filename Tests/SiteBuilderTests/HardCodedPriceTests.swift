import Bytes
import Diagnostics
import SiteModel
import Testing

@testable import SiteBuilder

/// Prices that are typed by hand beside a model of the catalog.
@Suite struct HardCodedPriceTests {
    private static let catalog: Catalog = {
        func price(_ meter: String, _ amount: String, _ currency: String = "USD") -> Price {
            Price(
                meter: meter, unit: "token", per: 1_000_000, currency: currency, state: .fixed,
                amount: DecimalNumber(canonical: amount), group: nil, tier: nil)
        }
        var gull = ModelOffer(id: "sea/gull-1", slug: "sea-gull-1", name: "Gull", kind: "chat", source: "main")
        gull.prices = [price("input", "0.15"), price("output", "0.6")]
        var cloud = ModelOffer(id: "yun-2.5", slug: "yun-2-5", name: "Yun", kind: "chat", source: "main")
        cloud.prices = [price("input", "8", "CNY")]
        var hill = ModelOffer(id: "通义/云山-72b", slug: "m", name: "云山", kind: "chat", source: "main")
        hill.prices = [price("input", "4", "CNY")]
        var long = ModelOffer(id: "通义/云山-72b 长文", slug: "n", name: "云山", kind: "chat", source: "main")
        long.prices = [price("input", "5", "CNY")]
        return Catalog(sources: [], models: [gull, cloud, hill, long], isConfirmed: true)
    }()

    /// The message and hint of each warning, with its column.
    private func warnings(_ text: String, calls: [DirectiveCall] = []) -> [String] {
        let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
        let place = TextLocation(file: file, range: 0..<file.bytes.count)
        let empty = HoledBytes(bytes: [])
        let rendered = RenderedText(
            html: empty, markdown: empty, plain: empty, insertions: calls.map { .directive($0) }, outline: [])
        return HardCodedPrices.mistakes(in: RichText(rendered, at: place), Self.catalog).map { mistake in
            "\(mistake.location?.column ?? 0) \(mistake.message.english.split(separator: "’")[0].dropFirst()): "
                + (mistake.hint?.english ?? "")
        }
    }

    @Test(arguments: [
        ("sea/gull-1 costs $0.15 today.", "18 $0.15: write :price[sea/gull-1]"),
        ("sea/gull-1 costs $0.60 for output.", "18 $0.60: write :price[sea/gull-1]{meter=output}"),
        ("sea/gull-1 costs 0.60 USD.", "18 0.60 USD: write :price[sea/gull-1]{meter=output}"),
        (
            "Take $0.2 for sea/gull-1.",
            "6 $0.2: it contradicts the catalog, which says 0.15 USD for input; write :price[sea/gull-1]"
        ),
        ("yun-2.5 的价格是 8 元。", "14 8 元: write :price[yun-2.5]"),
        ("用通义/云山-72b的话，价格是 4 元。", "18 4 元: write :price[通义/云山-72b]"),
        ("“通义/云山-72b 长文”要 5 元。", "17 5 元: write :price[通义/云山-72b 长文]"),
        (
            "通义/云山-72b：¥5",
            "11 ¥5: it contradicts the catalog, which says 4 CNY for input; write :price[通义/云山-72b]"
        ),
        ("yun-2.5 的价格是￥8。", "13 ￥8: write :price[yun-2.5]"),
        (
            "yun-2.5 costs ¥9.",
            "15 ¥9: it contradicts the catalog, which says 8 CNY for input; write :price[yun-2.5]"
        ),
    ])
    func isFound(_ text: String, _ expected: String) { #expect(warnings(text) == [expected]) }

    @Test(arguments: [
        "sea/gull-1 is cheap. It costs $0.15.", "另一句。\n\n价格是 $0.15", "通义/云山-72bx 要 4 元。", "云山-72b 要 4 元。",
        "sea/gull-10 costs $0.15.",
        "`sea/gull-1 costs $0.15`", "```\nsea/gull-1 costs $0.15\n```", "~~~\nsea/gull-1 $0.15",
        "sea/gull-1 has $PATH.",
        "sea/gull-1 costs 15 cents.", "A budget of $20 is enough.", "- sea/gull-1\n- $0.15", "sea/gull-1 于 2026 元旦上线",
    ])
    func isNot(_ text: String) { #expect(warnings(text) == []) }

    @Test func aDirectiveNamesTheModelAsWell() {
        let text = ":model[sea/gull-1] costs $0.15."
        let call = DirectiveCall(
            name: "model", form: .inline, label: "sea/gull-1", labelRange: 7..<17, attributes: [], range: 0..<18)
        #expect(warnings(text, calls: [call]) == ["26 $0.15: write :price[sea/gull-1]"])
        let own = ":price[sea/gull-1]{fallback=\"$5\"}"
        let price = DirectiveCall(
            name: "price", form: .inline, label: "sea/gull-1", labelRange: 7..<17, attributes: [],
            range: 0..<own.utf8.count)
        #expect(warnings(own, calls: [price]) == [])
    }

    /// Prices and models of a long sentence find each other without looking at the whole of it each time.
    @Test func everyPriceOfALongSentenceIsFound() {
        let text = String(repeating: "sea/gull-1 costs $0.15, yun-2.5 costs ¥9, ", count: 1500)
        let found = warnings(text)
        #expect(found.count == 3000)
        #expect(found.last == "62997 ¥9: it contradicts the catalog, which says 8 CNY for input; write :price[yun-2.5]")
    }

    @Test func anUnclosedRunOfBackticksHidesNoCode() {
        #expect(warnings("a `` b `sea/gull-1 costs $0.15` c") == [])
        #expect(warnings("a ` b sea/gull-1 costs $0.15").count == 1)
    }
}
