import Diagnostics
package import JSON
import SiteModel

/// LiteLLM's price map: one object, a member for each model.
package enum LiteLLMPriceMap: GatewayAdapter {
    package static let name = "litellm-price-map"
    package static let path = ""
    package static let version = 2

    /// Documentation in the place of a model.
    private static let sample = "sample_spec"

    package static func recognises(_ root: JSONValue) -> Bool {
        guard let members = root.members else { return false }
        if root.member(sample) != nil { return true }
        return members.prefix(20).contains { $0.value.member("litellm_provider") != nil }
    }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        guard let members = root.members else {
            reading.refuseShape(
                root, expected: .init(en: "an object", zh: "对象"), at: .init(en: "the price map", zh: "价格表"))
            return
        }
        for member in members where member.key != sample {
            guard let fields = reading.members(member.value),
                let id = reading.id(member.keyValue, of: member.value, field: "id")
            else { continue }
            var offer = reading.offer(id, kind: ModelKind(named: fields.text("mode")))
            offer.vendor = fields.text("litellm_provider")
            offer.context = fields.count("max_input_tokens") ?? fields.count("max_tokens")
            offer.maxOutput = fields.count("max_output_tokens")
            offer.retires = fields.date("deprecation_date")
            LiteLLMFields.describe(&offer, fields, LiteLLMFields.capabilities(fields))
            offer.prices = LiteLLMPrices.read(fields, of: offer, &reading).prices
            reading.add(offer)
        }
    }
}
