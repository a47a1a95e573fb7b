import Diagnostics
package import JSON
import SiteModel

/// A plain OpenAI `/v1/models`: names, and prices only where a gateway adds them and the settings say their unit.
package enum OpenAI: GatewayAdapter {
    package static let name = "openai"
    package static let path = "/v1/models"

    package static func recognises(_ root: JSONValue) -> Bool {
        if root.member("object")?.stringValue == "list" { return root.member("data") != nil }
        let data = root.member("data")?.elements ?? root.member("models")?.elements ?? []
        return data.prefix(20).contains { $0.member("id")?.stringValue != nil }
    }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        let field = root.member("data") == nil && root.member("models") != nil ? "models" : "data"
        for entry in reading.list(root.member(field), of: root, field: field) {
            guard var offer = readModel(entry, &reading), let fields = EntryFields(entry) else { continue }
            offer.prices = prices(fields, of: offer.id, &reading)
            reading.add(offer)
        }
    }

    /// What an entry says of a model besides its prices. `created` and `owned_by` are constants or names of channels at most
    /// gateways, so neither is a date or a vendor.
    static func readModel(_ entry: JSONValue, _ reading: inout ReplyReading) -> ModelOffer? {
        guard let fields = reading.members(entry), let id = reading.id(fields["id"], of: entry, field: "id") else {
            return nil
        }
        let output = Modalities.known(fields.texts("output_modalities"))
        let kind = fields.text("mode").map { ModelKind(named: $0) } ?? Modalities.kind(ofOutput: output)
        var offer = reading.offer(id, name: fields.text("name"), kind: kind)
        offer.context =
            fields.count("context_length") ?? fields.count("context_window") ?? fields.count("max_input_tokens")
        offer.maxOutput = fields.count("max_output_length") ?? fields.count("max_output_tokens")
        offer.inputModalities = Modalities.known(fields.texts("input_modalities"))
        offer.outputModalities = output
        offer.retires = fields.date("shutdown_date")
        return offer
    }
}

extension OpenAI {
    private static let meters = [
        ("prompt", "input"), ("completion", "output"), ("input", "input"), ("output", "output"),
        ("input_cache_read", "cache_read"), ("input_cache_write", "cache_write"),
    ]

    /// Whole numbers whose name says their unit: ten thousandths of a US dollar per million tokens.
    private static let integerMeters = [
        ("prompt_text_token_price", "input"), ("completion_text_token_price", "output"),
        ("cached_prompt_text_token_price", "cache_read"), ("prompt_image_token_price", "input_image_token"),
    ]

    private static func prices(_ fields: EntryFields, of id: String, _ reading: inout ReplyReading) -> [Price] {
        var prices = PriceList(currency: reading.source.currency)
        for (field, meter) in integerMeters {
            prices.add(meter, reading.amount(fields[field], AmountRule(power: -4), model: id, field: field))
        }
        guard let pricing = reading.priceFields("pricing", in: fields, of: id) else { return prices.prices }
        guard let unit = reading.source.unit else {
            let name = Quoted.text(id)
            reading.refuse(
                pricing.value, .unknownUnit,
                .init(
                    en: "‘\(name)’ has prices, but nothing says what they are for",
                    zh: "“\(name)”有价格，但没有说明单位"),
                hint: .init(
                    en: "set ‘unit: per_token’ or ‘unit: per_million’ of the source",
                    zh: "请为来源设置 unit: per_token 或 unit: per_million"))
            return []
        }
        let rule = AmountRule(power: unit == .perToken ? 6 : 0, minusOneVaries: true)
        for (field, meter) in meters {
            prices.add(meter, reading.amount(pricing[field], rule, model: id, field: "pricing." + field))
        }
        return prices.prices
    }
}
