import Diagnostics
import Directives
import SiteModel
import Testing

@Suite("Prices in text")
struct PriceTests {
    @Test("A price carries its exact value, model, meter and state, and says its unit")
    func fixed() {
        #expect(
            Calls.render(Calls.call("price", "gpt-4o-mini"))
                == "<data class=\"price\" value=\"0.15\" data-model=\"gpt-4o-mini\" data-meter=\"input\""
                + " data-state=\"fixed\">$0.15</data> per 1 million tokens")
        #expect(
            Calls.render(Calls.call("price", "gpt-4o-mini", ["meter": "output"]), as: .markdown)
                == "$0.60 per 1 million tokens")
        #expect(
            Calls.render(Calls.call("price", " gpt-4o-mini "), as: .plain, .chinese) == "$0.15（每 100 万 token）")
        #expect(Calls.render(Calls.call("price", "gpt-4o-mini", ["unit": "none"]), as: .plain) == "$0.15")
        #expect(Calls.render(Calls.call("price", "pixel-draw-1"), as: .plain) == "$0.04 per request")
    }

    @Test("The first published group is meant unless one is named; tiers are data, not base prices")
    func groupsAndTiers() {
        let base = Calls.render(Calls.call("price", "acme/large-1"))
        #expect(base.hasPrefix("<data class=\"price\" value=\"1\" "))
        #expect(base.contains("data-meter=\"input\" data-group=\"vip\" data-state=\"fixed\">$1.00</data>"))
        #expect(Calls.render(Calls.call("price", "acme/large-1", ["group": "default"])).contains("value=\"1.25\""))
        let over = Calls.call("price", "acme/large-1", ["context_over": "200000", "group": "default"])
        #expect(
            Calls.render(over).contains(
                "value=\"2.5\" data-model=\"acme/large-1\" data-meter=\"input\" data-group=\"default\""
                    + " data-tier=\"context_over=200000\" data-state=\"fixed\">$2.50"))
        #expect(
            Calls.render(Calls.call("price", "acme/large-1", ["service": "batch"])).contains(
                "data-tier=\"service=batch\""))
    }

    @Test("Free, varying and unknown prices never turn into one another or into a number")
    func states() {
        let free = Calls.render(Calls.call("price", "acme/small-1:free"))
        #expect(free.contains("value=\"0\"") && free.contains("data-state=\"free\">free</data>"))
        #expect(!free.contains("per 1 million"))
        let varying = Calls.render(Calls.call("price", "openrouter/auto"))
        #expect(varying.hasSuffix("data-state=\"variable\">varies by route</data>") && !varying.contains("value="))
        let unknown = Calls.call("price", "house/unpriced", ["fallback": "on <request>"])
        #expect(Calls.check(unknown).isEmpty)
        let shown = Calls.render(unknown)
        #expect(shown.hasSuffix("data-state=\"unknown\">on &lt;request&gt;</data>") && !shown.contains("value="))
        #expect(Calls.render(Calls.call("price", "openrouter/auto"), as: .plain, .chinese) == "按路由浮动")
        #expect(Calls.render(Calls.call("price", "acme/small-1:free"), as: .markdown, .chinese) == "免费")
    }

    @Test("Other currencies show their sign or code, and long amounts are rounded beside the exact value")
    func currencies() {
        let shown = Calls.render(Calls.call("price", "云山-plus"))
        #expect(shown.contains("value=\"0.054794520547945206\"") && shown.contains(">CN¥0.0547945</data>"))
        #expect(Calls.render(Calls.call("price", "云山-plus"), as: .plain, .chinese).hasPrefix("¥0.0547945"))
        #expect(Calls.render(Calls.call("price", "云山-plus", ["meter": "output"]), as: .plain).hasPrefix("HKD 8.00"))
    }

    @Test("Another currency needs a stated rate, and shows rate and day beside the price that is charged")
    func converted() {
        let call = Calls.call("price", "gpt-4o-mini", ["currency": "CNY"])
        #expect(Calls.check(call).isEmpty)
        let shown = Calls.render(call)
        #expect(shown.contains(" value=\"0.15\" "))
        #expect(
            shown.hasSuffix(
                "$0.15</data> per 1 million tokens (about CN¥1.06851 at the rate of 2026-11-23, 1 USD = 7.1234 CNY)"))
        #expect(
            Calls.render(call, as: .markdown, .chinese)
                == "$0.15（每 100 万 token）（约合 ¥1.06851，按 2026-11-23 汇率 1 USD = 7.1234 CNY 换算）")
        #expect(
            Calls.render(Calls.call("price", "gpt-4o-mini", ["currency": "USD"]), as: .plain)
                == "$0.15 per 1 million tokens")
        // What has no amount has none in another currency either.
        #expect(Calls.render(Calls.call("price", "acme/small-1:free", ["currency": "CNY"]), as: .plain) == "free")
        #expect(
            Calls.render(Calls.call("price", "openrouter/auto", ["currency": "CNY"]), as: .plain) == "varies by route")
        let missing = Calls.check(Calls.call("price", "gpt-4o-mini", ["currency": "JPY"]))
        #expect(missing.map(\.code) == [.missingRate])
        #expect(missing.first?.message.english == "the settings state no rate from USD to ‘JPY’")
    }

    @Test("A withdrawn model keeps its last price, with the state and the date")
    func withdrawn() throws {
        let call = Calls.call("price", "old-1")
        #expect(
            Calls.render(call)
                == "<data class=\"price\" value=\"3\" data-model=\"old-1\" data-meter=\"input\" data-state=\"withdrawn\">$3.00"
                + "</data> per 1 million tokens (Withdrawn, <time datetime=\"2026-11-20T08:00:00Z\">2026-11-20</time>)")
        #expect(Calls.render(call, as: .markdown, .chinese) == "$3.00（每 100 万 token）（已下架，2026-11-20）")
        let mistake = try #require(Calls.check(call).first)
        #expect(mistake.code == .withdrawnModel && mistake.code.severity == .warning)
        #expect(mistake.message.english == "the gateway no longer lists ‘old-1’; it was last seen on 2026-11-20")
    }

    @Test("Prices of a stale catalog say so in data")
    func unconfirmed() {
        let shown = Calls.render(Calls.call("price", "gpt-4o-mini"), as: .html, SampleFacts(isCatalogConfirmed: false))
        #expect(shown.contains("data-state=\"fixed\" data-confirmed=\"false\">$0.15</data>"))
    }

    @Test("A hostile id is data in every projection")
    func hostile() {
        let call = Calls.call("price", SampleModels.hostile.id)
        let html = Calls.render(call)
        #expect(html.contains("data-model=\"&lt;script&gt;alert(&quot;1&quot;)|'&amp;{{x}}\""))
        #expect(html.contains("data-group=\"Codex | Pro&quot;号池\"") && !html.contains("<script"))
        #expect(Calls.check(call).isEmpty)
    }

    @Test(
        "What is wrong is said at its place",
        arguments: [
            (
                "gpt4o-mini", [:] as KeyValuePairs, "catalog/unknown-model", 10,
                "the catalog has no model ‘gpt4o-mini’",
                "did you mean ‘gpt-4o-mini’?"
            ),
            (
                "gpt-4o-mini", ["source": "mian"], "catalog/unknown-model", 10,
                "the source ‘mian’ has no model ‘gpt-4o-mini’", "did you mean ‘main’?"
            ),
            (
                "gpt-4o-mini", ["meter": "ouput"], "catalog/unknown-meter", 100,
                "‘gpt-4o-mini’ has no price for ‘ouput’",
                "its meters are input, output"
            ),
            (
                "acme/large-1", ["group": "vpi"], "catalog/unknown-group", 100,
                "‘acme/large-1’ has no prices in the group ‘vpi’", "its groups are vip, default"
            ),
            (
                "gpt-4o-mini", ["group": "vip"], "catalog/unknown-group", 100,
                "‘gpt-4o-mini’ has no prices in the group ‘vip’", "its prices belong to no group; leave ‘group’ out"
            ),
            (
                "acme/large-1", ["meter": "output"], "catalog/unknown-group", 0,
                "‘acme/large-1’ has no base price for ‘output’ in the group ‘vip’", "it has one in default"
            ),
            (
                "acme/large-1", ["context_over": "128000"], "catalog/unknown-tier", 100,
                "‘acme/large-1’ has no price for ‘input’ with context_over=128000",
                "its tiers are context_over=200000, service=batch"
            ),
            (
                "acme/large-1", ["context_over": "200k"], "directive/bad-attribute", 100,
                "‘context_over’ is a whole number above zero, not ‘200k’", nil
            ),
            ("gpt-4o-mini", ["unit": "yes"], "directive/bad-attribute", 100, "‘unit’ is one of none, not ‘yes’", nil),
            (
                "house/unpriced", [:], "catalog/unpriced", 0, "the price of ‘house/unpriced’ for ‘input’ is not known",
                "say what readers see instead: {fallback=\"…\"}"
            ),
            (
                "  ", [:], "directive/missing-label", 0, "‘price’ needs a text in square brackets",
                "write :price[gpt-4o-mini]"
            ),
        ] as [(String, KeyValuePairs<String, String>, String, Int, String, String?)])
    func mistakes(
        id: String, attributes: KeyValuePairs<String, String>, code: String, place: Int, message: String, hint: String?
    ) {
        let found = Calls.check(Calls.call("price", id, attributes))
        #expect(found.map(\.code.id) == [code])
        #expect(found.first?.range.lowerBound == place)
        #expect(found.first?.message.english == message)
        #expect(found.first?.hint?.english == hint)
        #expect(found.allSatisfy { !$0.message.chinese.isEmpty && $0.message.chinese != $0.message.english })
    }

    @Test("Without a catalog the advice is to fetch one")
    func noCatalog() {
        let found = Calls.check(Calls.call("price", "gpt-4o-mini"), SampleFacts(catalog: nil))
        #expect(found.map(\.code) == [.unknownModel])
        #expect(found.first?.hint?.english == "run ‘citable catalog fetch’ first")
    }

    @Test("At most three near names are suggested")
    func nearNames() {
        let models = (1...6).map {
            ModelOffer(id: "model-\($0)", slug: "m\($0)", name: "m", kind: "chat", source: "main")
        }
        let catalog = Catalog(sources: [], models: models, isConfirmed: true)
        let found = Calls.check(Calls.call("price", "model-9"), SampleFacts(catalog: catalog))
        #expect(found.first?.hint?.english == "did you mean ‘model-1’, ‘model-2’, ‘model-3’?")
    }
}
