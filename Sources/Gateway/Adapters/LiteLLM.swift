package import JSON
import SiteModel

/// A LiteLLM proxy: the public model hub; the bodies of `/model_group/info` and `/model/info` are read as well.
package enum LiteLLM: GatewayAdapter {
    package static let name = "litellm"
    package static let path = "/public/model_hub"
    package static let detailsPath: String? = "/model/info"
    package static let version = 3

    package static func recognises(_ root: JSONValue) -> Bool {
        let entries = root.elements ?? root.member("data")?.elements ?? []
        return entries.prefix(20).contains { entry in
            if entry.member("model_group") != nil { return true }
            return entry.member("model_name") != nil && entry.member("model_info") != nil
        }
    }

    package static func read(_ root: JSONValue, _ reading: inout ReplyReading) {
        let entries = root.elements ?? reading.list(root.member("data"), of: root, field: "data")
        if entries.contains(where: { $0.member("model_info") != nil }) {
            for offer in deployments(entries, &reading) { reading.add(offer) }
        } else {
            for entry in entries { readGroup(entry, &reading) }
        }
    }
}

extension LiteLLM {
    /// A group of the hub states two prices, the dearest of its deployments. Its flags are `false` also where nothing is
    /// known, so only `true` says something.
    private static func readGroup(_ entry: JSONValue, _ reading: inout ReplyReading) {
        guard let fields = reading.members(entry),
            let id = reading.id(fields["model_group"], of: entry, field: "model_group")
        else { return }
        var offer = reading.offer(id, kind: ModelKind(named: fields.text("mode")))
        offer.context = fields.count("max_input_tokens")
        offer.maxOutput = fields.count("max_output_tokens")
        let capabilities = LiteLLMFields.capabilities(fields).filter(\.isSupported)
        LiteLLMFields.describe(&offer, fields, capabilities)
        offer.prices = LiteLLMPrices.read(fields, of: offer, &reading).prices
        reading.add(offer)
    }

    /// The hub states two prices of a model; cache, tiers and services stand with its deployments. What the hub states stays,
    /// and so does the list: a key shows deployments that are not public.
    package static func readDetails(_ root: JSONValue, _ reading: inout ReplyReading) {
        let entries = (root.member("data")?.elements ?? []).filter { $0.member("model_info")?.members != nil }
        var known: [[UInt8]: ModelOffer] = [:]
        let listed = Set(reading.models.map { Array($0.id.utf8) })
        // What isn't public isn't read, so that nothing of it stands in a message.
        let shown = entries.filter { listed.contains(Array(($0.member("model_name")?.stringValue ?? "").utf8)) }
        for offer in deployments(shown, &reading) { known[Array(offer.id.utf8)] = offer }
        reading.changeModels { offer in
            guard let details = known[Array(offer.id.utf8)] else { return }
            if offer.endpoints.isEmpty { offer.endpoints = details.endpoints }
            offer.prices = offer.prices.map { Self.withRange($0, details.prices) }
            let stated = Set(offer.prices.filter { $0.tier == nil && $0.amount != nil }.map(\.meter))
            let more = details.prices.filter { price in
                price.tier != nil || !["input", "output"].contains(price.meter) && !stated.contains(price.meter)
            }
            if !more.isEmpty { offer.prices = offer.prices.filter { $0.amount != nil } + more }
        }
    }

    /// What the hub states is the dearest of the deployments; what the cheapest costs stands only with them.
    private static func withRange(_ price: Price, _ details: [Price]) -> Price {
        let key = CatalogComparison.PriceKey(price)
        guard let amount = price.amount, let found = details.first(where: { CatalogComparison.PriceKey($0) == key }),
            found.amount == amount, let lowest = found.lowest
        else { return price }
        return price.stating(amount, lowest: lowest)
    }

    /// Several deployments may serve one name: it has what all of them say, from the cheapest to the dearest price.
    private static func deployments(_ entries: [JSONValue], _ reading: inout ReplyReading) -> [ModelOffer] {
        var order: [[UInt8]] = []
        var merged: [[UInt8]: (offer: ModelOffer, prices: PriceList)] = [:]
        for entry in entries {
            guard let fields = reading.members(entry),
                let id = reading.id(fields["model_name"], of: entry, field: "model_name")
            else { continue }
            guard let information = fields.fields("model_info") else {
                reading.refuse(entry, .badReply, LiteLLMFields.missingInformation(id))
                continue
            }
            var offer = reading.offer(id, kind: ModelKind(named: information.text("mode")))
            offer.context = information.count("max_input_tokens")
            offer.maxOutput = information.count("max_output_tokens")
            LiteLLMFields.describe(&offer, information, LiteLLMFields.capabilities(information))
            let prices = LiteLLMPrices.read(information, of: offer, &reading)
            let key = Array(id.utf8)
            if var known = merged[key] {
                known.prices.merge(prices)
                known.offer.context = known.offer.context ?? offer.context
                known.offer.maxOutput = known.offer.maxOutput ?? offer.maxOutput
                merged[key] = known
            } else {
                order.append(key)
                merged[key] = (offer, prices)
            }
        }
        return order.compactMap { key in
            guard let (known, prices) = merged[key] else { return nil }
            var offer = known
            offer.prices = prices.prices
            return offer
        }
    }
}
