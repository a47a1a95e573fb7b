import Diagnostics
import JSON
import SiteModel

/// Reads OpenRouter's `pricing`: base prices, the discount on all of them, and what replaces them under a condition.
extension OpenRouter {
    private static let mainMeters = [("prompt", "input"), ("completion", "output")]

    /// Zeros of these say that nothing is charged in this way.
    private static let sideMeters = [
        ("request", "request"), ("image", "input_image"), ("image_token", "input_image_token"),
        ("image_output", "other:image_output"), ("audio", "input_audio"), ("audio_output", "output_audio"),
        ("input_audio_cache", "cache_read_audio"), ("input_cache_read", "cache_read"),
        ("input_cache_write", "cache_write"), ("input_cache_write_1h", "cache_write_1h"),
        ("internal_reasoning", "reasoning"), ("web_search", "web_search"),
    ]

    static func prices(_ value: JSONValue, of id: String, _ reading: inout ReplyReading) -> [Price] {
        guard let pricing = EntryFields(value) else {
            if !value.isNull { reading.refusePrice(value, id, "pricing", value.kindName) }
            return []
        }
        var factor: DecimalNumber?
        if let discount = pricing["discount"] {
            guard let rest = remainder(discount, of: id, &reading) else { return [] }
            factor = rest.text == "1" ? nil : rest
        }
        var prices = PriceList(currency: "USD")
        add(pricing, nil, factor, of: id, &prices, &reading)
        for fields in reading.bands("overrides", in: pricing, of: id) {
            guard let tier = tier(fields, of: id, &reading) else { continue }
            add(fields, tier, factor, of: id, &prices, &reading)
        }
        return prices.prices
    }

    private static func add(
        _ fields: EntryFields, _ tier: Price.Tier?, _ factor: DecimalNumber?, of id: String,
        _ prices: inout PriceList, _ reading: inout ReplyReading
    ) {
        for (field, meter) in mainMeters {
            let rule = AmountRule(minusOneVaries: true, factor: factor)
            prices.add(meter, reading.amount(fields[field], rule, model: id, field: "pricing." + field), tier: tier)
        }
        for (field, meter) in sideMeters {
            let power = (Meter(named: meter)?.per ?? 1) == 1 ? 0 : 6
            let rule = AmountRule(power: power, minusOneVaries: true, factor: factor)
            prices.add(
                nonzero: meter, reading.amount(fields[field], rule, model: id, field: "pricing." + field), tier: tier)
        }
    }

    /// What is left of a price after the discount, a share from 0 to 1.
    private static func remainder(
        _ value: JSONValue, of id: String, _ reading: inout ReplyReading
    ) -> DecimalNumber? {
        let stated = reading.amount(value, AmountRule(power: 0), model: id, field: "pricing.discount")
        guard case .number(let discount) = stated else { return nil }
        if let rest = discount.complementToOne { return rest }
        reading.refusePrice(value, id, "pricing.discount", .init(en: "more than 1", zh: "大于 1"))
        return nil
    }

    /// The condition of an override; nil when it holds another one, whose prices can't be told from the base.
    private static func tier(_ fields: EntryFields, of id: String, _ reading: inout ReplyReading) -> Price.Tier? {
        let known = Set((mainMeters + sideMeters).map(\.0) + ["min_prompt_tokens", "utc_start", "utc_end"])
        guard fields.all.allSatisfy({ known.contains($0.key) }) else { return nil }
        let context = reading.threshold("min_prompt_tokens", in: fields, of: id).flatMap { $0 > 0 ? $0 : nil }
        var hours: String?
        if let value = fields["utc_start"] ?? fields["utc_end"] {
            guard let start = time(fields["utc_start"]), let end = time(fields["utc_end"]) else {
                reading.refusePrice(value, id, "pricing.overrides", .init(en: "no hours", zh: "不是时间段"))
                return nil
            }
            hours = start + "-" + end
        }
        if context == nil, hours == nil { return nil }
        return Price.Tier(contextOver: context, service: nil, utc: hours)
    }

    /// Hours and minutes as one number: 1630, 30.
    private static func time(_ value: JSONValue?) -> String? {
        guard let number = value?.integerValue, (0...2400).contains(number), number % 100 < 60 else { return nil }
        let digits = String(number)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
