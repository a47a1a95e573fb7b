import Diagnostics
package import JSON
import SiteModel

/// models.dev: providers, each with models; prices in US dollars per million tokens.
package enum ModelsDev: GatewayAdapter {
    package static let name = "models-dev"
    package static let path = ""

    package static func recognises(_ root: JSONValue) -> Bool {
        (root.members ?? []).prefix(20).contains { provider in
            let value = provider.value
            return value.member("models")?.members != nil && (value.member("npm") != nil || value.member("env") != nil)
        }
    }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        guard let providers = root.members else {
            reading.refuseShape(
                root, expected: .init(en: "an object", zh: "对象"), at: .init(en: "the list of providers", zh: "提供商列表"))
            return
        }
        for provider in providers {
            guard let fields = reading.members(provider.value) else { continue }
            guard let models = fields["models"]?.members else {
                reading.refuseShape(
                    fields["models"] ?? provider.value, expected: .init(en: "an object", zh: "对象"),
                    at: .init(en: "‘models’", zh: "“models”"))
                continue
            }
            let vendor = fields.text("name")
            for model in models { read(model, of: provider.key, vendor, &reading) }
        }
    }
}

extension ModelsDev {
    /// The same model has other prices at other providers, so its id begins with the provider's.
    private static func read(
        _ model: JSONMember, of provider: String, _ vendor: String?, _ reading: inout ReplyReading
    ) {
        let whole = JSONValue(range: model.keyRange, content: .string(provider + "/" + model.key))
        guard let fields = reading.members(model.value),
            let id = reading.id(whole, of: model.value, field: "id")
        else { return }
        let modalities = fields.fields("modalities")
        let output = Modalities.known(modalities?.texts("output") ?? [])
        var offer = reading.offer(id, name: fields.text("name"), kind: Modalities.kind(ofOutput: output))
        offer.vendor = vendor
        offer.inputModalities = Modalities.known(modalities?.texts("input") ?? [])
        offer.outputModalities = output
        offer.context = fields.fields("limit")?.count("context")
        offer.maxOutput = fields.fields("limit")?.count("output")
        offer.released = fields.date("release_date")
        var capabilities = [
            ("reasoning", "reasoning"), ("structured_output", "structured_output"), ("tools", "tool_call"),
        ]
        .compactMap { name, field in fields.flag(field).map { (name: name, isSupported: $0) } }
        if !offer.inputModalities.isEmpty { capabilities.append(("vision", offer.inputModalities.contains("image"))) }
        offer.capabilities = capabilities
        offer.prices = prices(fields, of: id, &reading)
        reading.add(offer)
    }

    private static let meters = [
        ("input", "input"), ("output", "output"), ("reasoning", "reasoning"), ("cache_read", "cache_read"),
        ("cache_write", "cache_write"), ("input_audio", "input_audio"), ("output_audio", "output_audio"),
    ]

    private static func prices(_ fields: EntryFields, of id: String, _ reading: inout ReplyReading) -> [Price] {
        guard let cost = reading.priceFields("cost", in: fields, of: id) else { return [] }
        var prices = PriceList(currency: "USD")
        add(cost, nil, of: id, &prices, &reading)
        let tiers = reading.bands("tiers", in: cost, of: id)
        for tier in tiers {
            guard let condition = reading.priceFields("tier", in: tier, of: id), condition.text("type") == "context",
                let size = reading.threshold("size", in: condition, of: id), size > 0
            else { continue }
            add(tier, Price.Tier(contextOver: size, service: nil, utc: nil), of: id, &prices, &reading)
        }
        if tiers.isEmpty, let long = reading.priceFields("context_over_200k", in: cost, of: id) {
            add(long, Price.Tier(contextOver: 200_000, service: nil, utc: nil), of: id, &prices, &reading)
        }
        return prices.prices
    }

    /// A zero is a price only where the input is free as well; elsewhere it says that nothing is charged in this way.
    private static func add(
        _ cost: EntryFields, _ tier: Price.Tier?, of id: String, _ prices: inout PriceList,
        _ reading: inout ReplyReading
    ) {
        var isFree = false
        for (meter, field) in meters {
            let amount = reading.amount(cost[field], AmountRule(power: 0), model: id, field: "cost." + field)
            if meter == "input", case .number(let number) = amount { isFree = number.isZero }
            if meter == "input" || meter == "output" && isFree {
                prices.add(meter, amount, tier: tier)
            } else {
                prices.add(nonzero: meter, amount, tier: tier)
            }
        }
    }
}
