package import JSON
import SiteModel

/// A LiteLLM proxy: the public model hub; the bodies of `/model_group/info` and `/model/info` are read as well.
package enum LiteLLM: GatewayAdapter {
    package static let name = "litellm"
    package static let path = "/public/model_hub"
    package static let version = 2

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
            readDeployments(entries, &reading)
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

    /// Several deployments may serve one name: it has what all of them say, at the dearest price.
    private static func readDeployments(_ entries: [JSONValue], _ reading: inout ReplyReading) {
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
        for key in order {
            guard let (known, prices) = merged[key] else { continue }
            var offer = known
            offer.prices = prices.prices
            reading.add(offer)
        }
    }
}
