import Diagnostics
import SiteModel
import TestSupport
import Testing

@testable import Gateway

/// Replies that are no catalog: each is refused as a whole, with every mistake named, and nothing of it quoted but the value.
@Suite struct BadReplyTests {
    @Test func everyMistakeIsNamed() throws {
        var report = ""
        for name in try Replies.names("bad") {
            let adapter = name.split(separator: ".").last.map(String.init) ?? ""
            let read = Replies.read(try Replies.bytes("bad/\(name)"), name, Replies.source(adapter))
            #expect(read.content == nil)
            #expect(!read.diagnostics.isEmpty)
            for diagnostic in read.diagnostics {
                let place = diagnostic.location.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
                report += "\(place): \(diagnostic.message.english) [\(diagnostic.code.id)]\n"
                #expect(diagnostic.location?.lineText == "" && diagnostic.message.english.utf8.count < 400)
            }
        }
        #expect(try GoldenFile("Fixtures/bad.expected").difference(from: report) == nil)
    }

    @Test func aByteOrderMarkIsNoMistake() throws {
        let reply = [0xEF, 0xBB, 0xBF] + Array("{\"object\":\"list\",\"data\":[{\"id\":\"sea/a\"}]}".utf8)
        #expect(Replies.read(reply, "r", Replies.source("auto")).content?.models.map(\.id) == ["sea/a"])
    }

    /// A price inside would vanish without a word.
    @Test(arguments: [
        ("portkey", "{\"m\":{\"pricing_config\":\"none\"}}", "pricing_config"),
        ("portkey", "{\"m\":{\"pricing_config\":{\"pay_as_you_go\":[1]}}}", "pay_as_you_go"),
        ("portkey", "{\"m\":{\"pricing_config\":{\"pay_as_you_go\":{\"request_token\":0.1}}}}", "request_token"),
        (
            "portkey", "{\"m\":{\"pricing_config\":{\"pay_as_you_go\":{\"additional_units\":{\"request\":1}}}}}",
            "request"
        ),
        ("vercel", "{\"data\":[{\"id\":\"m\",\"pricing\":\"0.1\"}]}", "pricing"),
        ("vercel", "{\"data\":[{\"id\":\"m\",\"pricing\":{\"input_tiers\":\"x\"}}]}", "input_tiers"),
        (
            "vercel", "{\"data\":[{\"id\":\"m\",\"pricing\":{\"input_tiers\":[{\"cost\":\"1\",\"min\":\"0x10\"}]}}]}",
            "min"
        ),
        ("openai", "{\"data\":[{\"id\":\"m\",\"pricing\":7}]}", "pricing"),
        ("models-dev", "{\"p\":{\"models\":{\"m\":{\"cost\":3}}}}", "cost"),
        ("models-dev", "{\"p\":{\"models\":{\"m\":{\"cost\":{\"input\":1,\"tiers\":{}}}}}}", "tiers"),
        ("models-dev", "{\"p\":{\"models\":{\"m\":{\"cost\":{\"tiers\":[{\"tier\":9}]}}}}}", "tier"),
        ("openrouter", "{\"data\":[{\"id\":\"m\",\"pricing\":{\"prompt\":\"1\",\"overrides\":true}}]}", "overrides"),
        (
            "openrouter",
            "{\"data\":[{\"id\":\"m\",\"pricing\":{\"overrides\":[{\"min_prompt_tokens\":\"9\",\"prompt\":\"2\"}]}}]}",
            "min_prompt_tokens"
        ),
        (
            "openrouter",
            "{\"data\":[{\"id\":\"m\",\"pricing\":{\"overrides\":[{\"utc_start\":2500,\"prompt\":\"2\"}]}}]}",
            "pricing.overrides"
        ),
        ("litellm-price-map", "{\"m\":{\"input_cost_per_token\":{}}}", "input_cost_per_token"),
        ("litellm-price-map", "{\"m\":{\"tiered_pricing\":1}}", "tiered_pricing"),
        ("litellm-price-map", "{\"m\":{\"tiered_pricing\":[{\"range\":0}]}}", "tiered_pricing"),
    ])
    func whatHoldsPricesIsNoneOfAnotherType(_ adapter: String, _ reply: String, _ field: String) {
        let read = Replies.read(Array(reply.utf8), "r", Replies.source(adapter))
        #expect(read.content == nil && read.diagnostics.map(\.code.id) == ["catalog/bad-price"])
        #expect(read.diagnostics.first?.message.english.contains("‘\(field)’ of ‘") == true)
    }

    @Test func structuresThatAreNoPricesArePassedOver() {
        let reply =
            "{\"m\":{\"litellm_provider\":\"p\",\"guardrail_cost_per_unit\":{\"a\":1},\"input_cost_per_token\":null,"
            + "\"tiered_pricing\":[{\"max_results_range\":[0,9],\"input_cost_per_query\":1}]}}"
        let read = Replies.read(Array(reply.utf8), "r", Replies.source("auto"))
        #expect(read.diagnostics.isEmpty && read.content?.models.first?.prices.isEmpty == true)
    }

    /// Go writes an empty list so.
    @Test func nullIsAnEmptyList() {
        let reply = Array("{\"success\":true,\"data\":null}".utf8)
        #expect(Replies.read(reply, "r", Replies.source("new-api")).content?.models.isEmpty == true)
    }

    @Test func moreModelsThanAGatewayHas() {
        let entries = (0...20_000).map { "{\"id\":\"m\($0)\"}" }.joined(separator: ",")
        let reply = Array("{\"object\":\"list\",\"data\":[\(entries)]}".utf8)
        let codes = Replies.read(reply, "r", Replies.source("openai")).diagnostics.map(\.code.id)
        #expect(codes == ["catalog/too-many-models"])
    }
}
