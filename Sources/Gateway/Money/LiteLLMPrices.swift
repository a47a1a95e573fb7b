import Diagnostics
import JSON
import SiteModel

/// Reads LiteLLM's cost fields by their grammar: what is counted, from which length of context, for which service.
///
/// `cache_read_input_token_cost_above_200k_tokens_priority` is the base `cache_read_input_token_cost`, the threshold
/// 200,000 and the service `priority`.
enum LiteLLMPrices {
    static func read(_ fields: EntryFields, of offer: ModelOffer, _ reading: inout ReplyReading) -> PriceList {
        var prices = PriceList(currency: reading.source.currency)
        let hasCacheRead = fields["cache_read_input_token_cost"] != nil
        for member in fields.all {
            guard let key = CostKey(member.key), key.isKnown || member.value.isPriceLike else { continue }
            if key.base == CostKey.cacheHit, hasCacheRead { continue }
            let amount = reading.amount(
                member.value, AmountRule(power: key.meter.per == 1 ? 0 : 6), model: offer.id, field: member.key)
            prices.add(key.meter.name, amount, tier: key.tier)
        }
        readTiers(fields, of: offer, &prices, &reading)
        return prices.withoutIdleZeros(of: offer.kind)
    }

    /// `tiered_pricing`: bands of context; the band from 0 is the base.
    private static func readTiers(
        _ fields: EntryFields, of offer: ModelOffer, _ prices: inout PriceList, _ reading: inout ReplyReading
    ) {
        for band in reading.bands("tiered_pricing", in: fields, of: offer.id) {
            // Bands of results rather than of tokens are no prices in this version.
            guard let range = band["range"] else { continue }
            guard let from = range.elements?.first?.numberText,
                let start = (try? DecimalNumber(priceText: from)).flatMap({ Int($0.text) })
            else {
                reading.refusePrice(range, offer.id, "tiered_pricing", .init(en: "no range", zh: "不是区间"))
                continue
            }
            let tier = start == 0 ? nil : Price.Tier(contextOver: start, service: nil, utc: nil)
            for member in band.all {
                guard let key = CostKey(member.key), key.tier == nil, key.isKnown || member.value.isPriceLike else {
                    continue
                }
                let amount = reading.amount(
                    member.value, AmountRule(power: key.meter.per == 1 ? 0 : 6), model: offer.id, field: member.key)
                prices.add(key.meter.name, amount, tier: tier)
            }
        }
    }
}

extension JSONValue {
    /// Objects and lists under other names with a cost in them are structures that are no prices; texts are refused as mistakes.
    fileprivate var isPriceLike: Bool { members == nil && elements == nil && !isNull }
}

extension PriceList {
    /// Without the zeros that LiteLLM writes where it charges in another way: an output of what writes no text, and
    /// side meters of a model that costs something.
    fileprivate func withoutIdleZeros(of kind: String) -> PriceList {
        let isPaid = prices.contains { $0.state == .fixed }
        let kind = ModelKind(rawValue: kind) ?? .other
        let main = ["input", "output", "cache_read", "cache_write", "cache_write_1h"]
        var kept = PriceList(currency: currency)
        for price in prices {
            let isOutput = price.meter == "output"
            let isIdle =
                (kind == .embedding || kind == .rerank) && isOutput
                || isPaid && (!kind.writesText || !main.contains(price.meter))
            if price.state == .free, isIdle { continue }
            kept.add(price.meter, price.amount.map { .number($0) } ?? .unknown, tier: price.tier)
        }
        return kept
    }
}

/// The name of a cost field, taken apart.
private struct CostKey {
    let base: String
    let meter: Meter
    let tier: Price.Tier?
    /// Whether it is the name of a price; of other names with a cost in them some hold structures.
    let isKnown: Bool

    static let cacheHit = "input_cost_per_token_cache_hit"

    /// Nil for what is no price in this version: DBU, multipliers, and everything without a cost in its name.
    init?(_ key: String) {
        guard key.contains("cost"), !key.contains("dbu"), !key.contains("multiplier"),
            !key.hasPrefix("search_context"), key.utf8.count <= 128
        else { return nil }
        var base = key[...]
        var service: String?
        for (suffix, name) in Self.services where base.hasSuffix(suffix) {
            base = base.dropLast(suffix.utf8.count)
            service = name
            break
        }
        let threshold = Self.threshold(&base)
        self.base = String(base)
        if let name = Self.meters[self.base], let meter = Meter(named: name) {
            self.meter = meter
            isKnown = true
        } else if let meter = Meter(named: "other:" + self.base) {
            self.meter = meter
            isKnown = false
        } else {
            return nil
        }
        tier =
            threshold == nil && service == nil ? nil : Price.Tier(contextOver: threshold, service: service, utc: nil)
    }

    /// Takes `_above_200k_tokens` off the end.
    private static func threshold(_ base: inout Substring) -> Int? {
        let end = "k_tokens"
        let start = "_above_"
        guard base.hasSuffix(end) else { return nil }
        let digits = base.dropLast(end.utf8.count).reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        let rest = base.dropLast(end.utf8.count + digits.count)
        guard let number = Int(String(digits)), number < 1_000_000, rest.hasSuffix(start) else { return nil }
        base = rest.dropLast(start.utf8.count)
        return number * 1000
    }

    private static let services = [
        ("_batches", "batch"), ("_flex", "flex"), ("_priority", "priority"), ("_ultrafast", "ultrafast"),
        ("_balanced", "balanced"), ("_decisions", "decisions"),
    ]

    private static let meters = [
        "input_cost_per_token": "input", "output_cost_per_token": "output",
        "cache_read_input_token_cost": "cache_read", cacheHit: "cache_read",
        "cache_creation_input_token_cost": "cache_write",
        "cache_creation_input_token_cost_above_1hr": "cache_write_1h",
        "output_cost_per_reasoning_token": "reasoning", "input_cost_per_audio_token": "input_audio",
        "output_cost_per_audio_token": "output_audio", "cache_read_input_audio_token_cost": "cache_read_audio",
        "input_cost_per_image_token": "input_image_token", "output_cost_per_image_token": "output_image_token",
        "input_cost_per_video_token": "input_video_token", "output_cost_per_video_token": "output_video_token",
        "input_cost_per_character": "input_character", "output_cost_per_character": "output_character",
        "input_cost_per_image": "input_image", "output_cost_per_image": "output_image",
        "input_cost_per_second": "input_second", "output_cost_per_second": "output_second",
        "input_cost_per_pixel": "input_pixel", "output_cost_per_pixel": "output_pixel",
        "input_cost_per_query": "query", "input_cost_per_request": "request", "ocr_cost_per_page": "page",
        "code_interpreter_cost_per_session": "session",
    ]
}
