import Diagnostics
import SiteModel

/// How the models of a lock file are read.
enum SnapshotFields {
    private static let doc = Message(en: "A field of a snapshot", zh: "快照的字段")
    private static let model = Message(en: "a model", zh: "模型")

    static func models(_ source: String, _ fields: inout FieldReader) -> [ModelOffer] {
        let active = fields.records("models", owner: model, doc) { offer(source, .active, &$0) }
        let withdrawn = fields.records("withdrawn", owner: model, doc) { offer(source, .withdrawn, &$0) }
        return active + withdrawn
    }

    private static func offer(
        _ source: String, _ status: ModelOffer.Status, _ fields: inout FieldReader
    ) -> ModelOffer {
        let id = fields.text("id", doc)
        let slug = fields.text("slug", doc)
        var offer = ModelOffer(
            id: id, slug: slug, name: fields.optionalText("name", doc) ?? id,
            kind: fields.optionalText("kind", doc) ?? "other", source: source)
        offer.vendor = fields.optionalText("vendor", doc)
        offer.context = fields.integer("context", doc)
        offer.maxOutput = fields.integer("max_output", doc)
        _ = fields.record("modalities", owner: model, doc) { inner in
            offer.inputModalities = inner.texts("input", doc).map(\.text)
            offer.outputModalities = inner.texts("output", doc).map(\.text)
        }
        offer.capabilities = fields.dictionary("capabilities", shape: .flag, doc) { key, value, fields in
            fields.text(key.text, value).map { (name: key.text, isSupported: $0 == "true") }
        }
        offer.prices = fields.records("prices", owner: Message(en: "a price", zh: "价格"), doc) { price(&$0) }.compactMap
        { $0 }
        offer.status = status
        _ = fields.optionalText("status", doc)
        _ = fields.optionalText("source", doc)
        offer.firstSeen = fields.moment("first_seen", doc)
        offer.lastChanged = fields.moment("last_changed", doc)
        offer.lastSeen = fields.moment("last_seen", doc)
        offer.aliasOf = fields.optionalText("alias_of", doc)
        offer.released = fields.optionalText("released", doc)
        offer.retires = fields.optionalText("retires", doc)
        return offer
    }

    private static func price(_ fields: inout FieldReader) -> Price? {
        let meter = fields.text("meter", doc)
        let unit = fields.text("unit", doc)
        let per = fields.integer("per", doc) ?? 1
        let currency = fields.text("currency", doc)
        let state = fields.choice("state", of: ["fixed", "free", "variable", "unknown"], doc).flatMap {
            Price.State(rawValue: $0)
        }
        let written = fields.optionalText("amount", doc)
        let amount = written.flatMap { DecimalNumber(canonical: $0) }
        let group = fields.optionalText("group", doc)
        let tier = fields.record("tier", owner: Message(en: "a tier", zh: "档位"), doc) { inner in
            Price.Tier(
                contextOver: inner.integer("context_over", doc), service: inner.optionalText("service", doc),
                utc: inner.optionalText("utc", doc))
        }
        let needsAmount = state == .fixed || state == .free
        guard let state, needsAmount == (amount != nil), (written == nil) == (amount == nil) else {
            fields.add(
                Diagnostic(
                    .brokenSnapshot, at: fields.location(ofField: "amount"),
                    Message(en: "state and amount of this price do not fit together", zh: "价格的状态与金额不符")))
            return nil
        }
        return Price(
            meter: meter, unit: unit, per: per, currency: currency, state: state, amount: amount, group: group,
            tier: tier)
    }
}
