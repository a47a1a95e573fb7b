package import Bytes
import Diagnostics
package import SiteModel

/// `:price[gpt-4o-mini]{meter=output}`: a price of the catalog in running text.
package enum PriceDirective: Directive {
    package static let rule = DirectiveRule(
        name: "price", forms: [.inline], label: .raw,
        attributes: ["meter", "group", "context_over", "service", "source", "fallback", "unit", "currency"],
        explanation: Message(
            en:
                "A price of the catalog; ‘unit=none’ leaves the unit out, ‘fallback’ stands in for an unknown price, ‘currency’ adds the amount in another currency",
            zh: "目录中的价格；unit=none 不显示单位，fallback 是价格未知时显示的文字，currency 附上另一种货币的金额"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        let missing = call.missingLabel(example: ":price[gpt-4o-mini]") + call.unlike(["none"], "unit")
        guard let id = call.trimmedLabel else { return missing }
        var lookup = ModelLookup(facts)
        guard let offer = lookup.offer(id, source: call["source"], at: call.labelRange) else {
            return missing + lookup.mistakes
        }
        var numbers: [DirectiveMistake] = []
        _ = call.count("context_over", &numbers)
        let selection = PriceSelection(call, of: offer)
        if numbers.isEmpty { selection.explain(call, offer, &lookup) }
        if let price = selection.price { CurrencyNote(call, price, facts).explain(call, &lookup) }
        return missing + numbers + lookup.mistakes
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        guard let id = call.trimmedLabel, let offer = facts.offer(id, source: call["source"]),
            let price = PriceSelection(call, of: offer).price
        else { return .shown }
        PriceElement(price, of: offer, facts, fallback: call["fallback"])
            .writeWithUnit(as: projection, into: &buffer, showsUnit: call["unit"] == nil)
        CurrencyNote(call, price, facts).write(as: projection, into: &buffer)
        return .shown
    }
}

/// The price that a call means.
private struct PriceSelection {
    private let meter: String?
    private let group: String?
    private let tier: Price.Tier?
    let price: Price?

    init(_ call: DirectiveCall, of offer: ModelOffer) {
        meter = call["meter"] ?? offer.defaultMeter
        group = call["group"]
        let contextOver = call["context_over"].flatMap { Int($0) }
        tier =
            contextOver == nil && call["service"] == nil
            ? nil : Price.Tier(contextOver: contextOver, service: call["service"], utc: nil)
        price = meter.flatMap { [group, tier] in offer.price($0, group: group, tier: tier) }
    }

    /// Says why there is no price to show.
    func explain(_ call: DirectiveCall, _ offer: ModelOffer, _ lookup: inout ModelLookup) {
        guard let meter, offer.prices.contains(where: { $0.meter == meter }) else {
            let words = ModelReference.unknownMeter(meter ?? "input", of: offer)
            lookup.add(.unknownMeter, at: call.range(of: "meter"), words.message, hint: words.hint)
            return
        }
        if let group, !offer.groups.contains(group) {
            let words = ModelReference.unknownGroup(group, of: offer)
            lookup.add(.unknownGroup, at: call.range(of: "group"), words.message, hint: words.hint)
            return
        }
        guard let price else {
            explainMissing(meter, call, offer, &lookup)
            return
        }
        guard price.state == .unknown, call["fallback"] == nil else { return }
        lookup.add(
            .unpriced, at: call.range,
            Message(
                en: "the price of ‘\(offer.id)’ for ‘\(meter)’ is not known", zh: "“\(offer.id)”的“\(meter)”价格未知"),
            hint: Message(
                en: "say what readers see instead: {fallback=\"…\"}", zh: "请写明代替显示的文字：{fallback=\"…\"}"))
    }

    private func explainMissing(
        _ meter: String, _ call: DirectiveCall, _ offer: ModelOffer, _ lookup: inout ModelLookup
    ) {
        let wanted = group ?? offer.groups.first
        let own = offer.prices.filter { $0.meter == meter && ($0.group == wanted || $0.group == nil) }
        guard let tier, !own.isEmpty else {
            // The meter exists, but in other groups only.
            let groups = offer.prices.filter { $0.meter == meter }.compactMap(\.group)
            lookup.add(
                .unknownGroup, at: call.range(of: "group"),
                Message(
                    en: "‘\(offer.id)’ has no base price for ‘\(meter)’ in the group ‘\(wanted ?? "")’",
                    zh: "“\(offer.id)”在分组“\(wanted ?? "")”中没有“\(meter)”的基础价格"),
                hint: groups.isEmpty
                    ? nil
                    : Message(
                        en: "it has one in \(groups.joined(separator: ", "))",
                        zh: "有此价格的分组：\(groups.joined(separator: "、"))"))
            return
        }
        let tiers = own.compactMap { $0.tier?.text }
        let attribute = call["context_over"] == nil ? "service" : "context_over"
        lookup.add(
            .unknownTier, at: call.range(of: attribute),
            Message(
                en: "‘\(offer.id)’ has no price for ‘\(meter)’ with \(tier.text)",
                zh: "“\(offer.id)”的“\(meter)”没有条件为 \(tier.text) 的价格"),
            hint: tiers.isEmpty
                ? nil
                : Message(
                    en: "its tiers are \(tiers.joined(separator: ", "))", zh: "它的分档有 \(tiers.joined(separator: "、"))"))
    }
}
