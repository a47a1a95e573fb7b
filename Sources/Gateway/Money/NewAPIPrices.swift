import Diagnostics
import JSON
import SiteModel

/// The prices of one model of a new-api server. Source of the formulas: its published settlement, in short
/// `model_ratio × 1,000,000 ÷ quota_per_unit × further ratios × group ratio`.
struct NewAPIPrices {
    private let fields: EntryFields
    private let id: String
    private let kind: ModelKind

    init(_ fields: EntryFields, _ id: String, _ kind: String) {
        self.fields = fields
        self.id = id
        self.kind = ModelKind(rawValue: kind) ?? .other
    }

    func read(_ groups: [CatalogSnapshot.Group], _ reading: inout ReplyReading) -> [Price] {
        var prices = PriceList(currency: reading.source.currency)
        guard let rates = rates(&reading) else { return [] }
        for group in groups {
            for rate in rates {
                let amount = rate.amount.map { reading.product($0, group.ratio, fields.value, id, rate.meter) }
                prices.add(rate.meter, amount, group: group.name, tier: rate.tier)
            }
        }
        return prices.prices
    }
}

extension NewAPIPrices {
    /// A price before the group's ratio.
    struct Rate {
        let meter: String
        let amount: StatedAmount
        var tier: Price.Tier?
    }

    /// What a server writes that has no ratio for a model. Source: the catalog contract, section 3.
    private static let placeholder = "37.5"
    private static let million = DecimalNumber(canonical: "1000000") ?? .zero

    /// Nil after a mistake.
    private func rates(_ reading: inout ReplyReading) -> [Rate]? {
        if fields.text("billing_mode") == "tiered_expr" {
            guard let bands = BillingExpression.bands(fields.text("billing_expr") ?? "") else {
                return [Rate(meter: "input", amount: .varies)]
            }
            return bands.flatMap { band in
                band.rates.map { Rate(meter: $0.meter, amount: .number($0.amount), tier: band.tier) }
            }
        }
        switch fields["quota_type"]?.numberText {
        case "0": return tokenRates(&reading)
        case "1":
            return number("model_price", &reading).map { [Rate(meter: "request", amount: .number($0))] }
        default:
            let stated = fields["quota_type"]
            let shown = Quoted.text(stated?.numberText ?? stated?.stringValue ?? stated?.kindName.english ?? "null")
            reading.refuse(
                fields["quota_type"] ?? fields.value, .badReply,
                .init(
                    en: "‘quota_type’ of ‘\(Quoted.text(id))’ is ‘\(shown)’; 0 and 1 are known",
                    zh: "“\(Quoted.text(id))”的“quota_type”为“\(shown)”，只能是 0 或 1"))
            return nil
        }
    }

    private func tokenRates(_ reading: inout ReplyReading) -> [Rate]? {
        guard let ratio = number("model_ratio", &reading), let completion = number("completion_ratio", &reading) else {
            return nil
        }
        if ratio.text == Self.placeholder, completion.text == "1" { return [Rate(meter: "input", amount: .unknown)] }
        guard let perMillion = Self.million.divided(by: reading.quotaPerUnit) else {
            reading.refusePrice(
                fields.value, id, "quota_per_unit", .init(en: "no exact price follows from it", zh: "无法得出精确价格"))
            return nil
        }
        let base = StatedAmount.number(ratio).map { reading.product($0, perMillion, fields.value, id, "model_ratio") }
        var rates = [Rate(meter: "input", amount: base)]
        if kind != .embedding, kind != .rerank, !completion.isZero || ratio.isZero {
            let output = base.map { reading.product($0, completion, fields.value, id, "completion_ratio") }
            rates.append(Rate(meter: "output", amount: output))
        }
        for (field, meter) in [
            ("cache_ratio", "cache_read"), ("create_cache_ratio", "cache_write"), ("image_ratio", "input_image_token"),
        ] {
            add(field, meter, to: base, &rates, &reading)
        }
        if let audio = add("audio_ratio", "input_audio", to: base, &rates, &reading) {
            add("audio_completion_ratio", "output_audio", to: audio, &rates, &reading)
        }
        return rates
    }

    /// An absent ratio states nothing: what the server charges then is its own affair.
    @discardableResult
    private func add(
        _ field: String, _ meter: String, to base: StatedAmount, _ rates: inout [Rate], _ reading: inout ReplyReading
    ) -> StatedAmount? {
        guard fields[field] != nil, let ratio = number(field, &reading), !ratio.isZero else { return nil }
        let amount = base.map { reading.product($0, ratio, fields.value, id, field) }
        rates.append(Rate(meter: meter, amount: amount))
        return amount
    }

    /// A ratio is a JSON number: a text in its place is another server's.
    private func number(_ field: String, _ reading: inout ReplyReading) -> DecimalNumber? {
        guard let value = fields[field] else {
            let name = Quoted.text(id)
            reading.refuse(
                fields.value, .badPrice,
                .init(en: "‘\(name)’ has no ‘\(field)’", zh: "“\(name)”缺少“\(field)”"))
            return nil
        }
        guard value.numberText != nil else {
            reading.refusePrice(value, id, field, .init(en: "no number", zh: "不是数字"))
            return nil
        }
        let stated = reading.amount(value, AmountRule(power: 0), model: id, field: field)
        if case .number(let number) = stated { return number }
        return nil
    }
}
