package import JSON
import SiteModel

/// The Vercel AI Gateway: prices in US dollars per token, as texts; tiers by context.
package enum Vercel: GatewayAdapter {
    package static let name = "vercel"
    package static let path = "/v1/models"

    package static func recognises(_ root: JSONValue) -> Bool {
        (root.member("data")?.elements ?? []).prefix(20).contains { entry in
            entry.member("context_window") != nil && entry.member("type")?.stringValue != nil
                && entry.member("pricing")?.members != nil
        }
    }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        for entry in reading.list(root.member("data"), of: root, field: "data") {
            guard let fields = reading.members(entry), let id = reading.id(fields["id"], of: entry, field: "id") else {
                continue
            }
            var offer = reading.offer(id, name: fields.text("name"), kind: ModelKind(named: fields.text("type")))
            offer.vendor = fields.text("owned_by")
            offer.context = fields.count("context_window")
            offer.maxOutput = fields.count("max_tokens")
            let tags = Set(fields.texts("tags"))
            let standard = Modalities.standard(of: offer.kind)
            offer.inputModalities = Modalities.known(
                tags.contains("vision") ? standard.input.union(["image"]) : standard.input)
            offer.outputModalities = Modalities.known(standard.output)
            offer.capabilities = Self.tags.filter { tags.contains($0.tag) }.map { ($0.name, true) }
            offer.prices = prices(fields, of: id, &reading)
            reading.add(offer)
        }
    }
}

extension Vercel {
    private static let tags: [(tag: String, name: String)] = [
        ("file-input", "pdf"), ("implicit-caching", "prompt_caching"), ("reasoning", "reasoning"),
        ("tool-use", "tools"),
        ("vision", "vision"), ("web-search", "web_search"),
    ]

    private static let meters = [
        ("input", "input"), ("output", "output"), ("input_cache_read", "cache_read"),
        ("input_cache_write", "cache_write"),
    ]

    private static func prices(_ fields: EntryFields, of id: String, _ reading: inout ReplyReading) -> [Price] {
        guard let pricing = reading.priceFields("pricing", in: fields, of: id) else { return [] }
        var prices = PriceList(currency: "USD")
        for (field, meter) in meters {
            prices.add(meter, reading.amount(pricing[field], AmountRule(), model: id, field: "pricing." + field))
            for tier in reading.bands(field + "_tiers", in: pricing, of: id) {
                // The band begins at `min`; a tier of the catalog begins behind its number.
                let start = reading.threshold("min", in: tier, of: id) ?? 0
                let amount = reading.amount(tier["cost"], AmountRule(), model: id, field: "pricing.\(field)_tiers")
                if start > 1 {
                    prices.add(meter, amount, tier: Price.Tier(contextOver: start - 1, service: nil, utc: nil))
                } else if pricing[field] == nil {
                    prices.add(meter, amount)
                }
            }
        }
        let single = AmountRule(power: 0)
        prices.add(
            nonzero: "output_image", reading.amount(pricing["image"], single, model: id, field: "pricing.image"))
        prices.add(
            nonzero: "web_search",
            reading.amount(pricing["web_search"], single, model: id, field: "pricing.web_search"))
        return prices.prices
    }
}
