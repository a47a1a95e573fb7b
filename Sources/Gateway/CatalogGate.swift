package import Diagnostics
package import SiteModel

/// Which changes of a catalog need a person's consent: those that are more likely a gateway's accident than its will.
///
/// Source: the catalog contract, section 4.
package struct CatalogGate: Sendable {
    /// A change that isn't taken without consent.
    package struct Refusal: Sendable, Hashable {
        package let model: String?
        package let meter: String?
        package let old: String?
        package let new: String?
        package let reason: Message
    }

    private let limits: CatalogSettings.Gate
    private let references: Set<String>

    /// - Parameter references: the ids that pages speak of.
    package init(_ limits: CatalogSettings.Gate, references: Set<String>) {
        self.limits = limits
        self.references = references
    }

    /// Every change that is refused, model by model; empty when all may pass.
    package func refusals(of update: SnapshotUpdate) -> [Refusal] {
        var refusals: [Refusal] = []
        if update.snapshot.models.isEmpty {
            refusals.append(
                Refusal(
                    model: nil, meter: nil, old: update.previous.map { String($0.models.count) }, new: "0",
                    reason: Message(en: "no model is left", zh: "没有任何模型")))
        }
        guard let old = update.previous else { return refusals }
        refusals += origin(from: old, to: update.snapshot) + removals(update.events, of: old)
        let pairs = Self.sharedPrices(old, update.snapshot)
        refusals += unitShift(pairs) + moves(pairs) + repriced(update.events, old, update.snapshot)
        return refusals
    }
}

extension CatalogGate {
    private func origin(from old: CatalogSnapshot, to new: CatalogSnapshot) -> [Refusal] {
        func changed(_ one: String, _ other: String, _ en: String, _ zh: String) -> [Refusal] {
            one == other
                ? []
                : [Refusal(model: nil, meter: nil, old: one, new: other, reason: Message(en: en, zh: zh))]
        }
        let origins = [old.url, new.url].map(Self.origin)
        let isFile = [old.url, new.url].contains { $0.hasPrefix("file:") }
        return changed(old.currency, new.currency, "the currency changed", "货币变了")
            + changed(old.adapter, new.adapter, "the adapter changed", "适配器变了")
            + (isFile ? [] : changed(origins[0], origins[1], "the origin changed", "来源地址变了"))
    }

    /// Scheme, host and port of an address.
    private static func origin(_ url: String) -> String {
        url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
    }

    private func removals(_ events: [CatalogEvent], of old: CatalogSnapshot) -> [Refusal] {
        let removed = events.filter { $0.event == .removed }.map(\.model)
        let isMany =
            removed.count > limits.removedMinimum && removed.count * 100 > old.models.count * limits.removedPercent
        return removed.compactMap { model in
            let reason: Message
            if references.contains(model) {
                reason = Message(en: "removed, and a page speaks of it", zh: "被移除，但有页面引用它")
            } else if isMany {
                reason = Message(
                    en: "removed, with \(removed.count) of \(old.models.count) models",
                    zh: "被移除（\(old.models.count) 个模型中共移除 \(removed.count) 个）")
            } else {
                return nil
            }
            return Refusal(model: model, meter: nil, old: nil, new: nil, reason: reason)
        }
    }

    private struct Pair {
        let model: String
        let meter: String
        let old: DecimalNumber
        let new: DecimalNumber

        func refusal(_ reason: Message) -> Refusal {
            Refusal(model: model, meter: meter, old: old.text, new: new.text, reason: reason)
        }
    }

    /// Prices with a number in both snapshots and the same currency.
    private static func sharedPrices(_ old: CatalogSnapshot, _ new: CatalogSnapshot) -> [Pair] {
        var known: [[UInt8]: ModelOffer] = [:]
        for offer in old.models { known[Array(offer.id.utf8)] = offer }
        return new.models.flatMap { offer -> [Pair] in
            guard let before = known[Array(offer.id.utf8)] else { return [] }
            let prices = Dictionary(
                before.prices.map { (CatalogComparison.PriceKey($0), $0) }, uniquingKeysWith: { first, _ in first })
            return offer.prices.compactMap { price in
                guard let was = prices[CatalogComparison.PriceKey(price)], was.currency == price.currency,
                    let old = was.amount, let new = price.amount
                else { return nil }
                let parts = [price.meter, price.group, price.tier?.text].compactMap(\.self)
                return Pair(model: offer.id, meter: parts.joined(separator: " "), old: old, new: new)
            }
        }
    }

    /// A price that moved too far, and one that was paid for and is free.
    private func moves(_ pairs: [Pair]) -> [Refusal] {
        let factor = DecimalNumber(canonical: String(limits.priceFactor)) ?? .zero
        return pairs.compactMap { pair in
            if pair.old.isZero || pair.old == pair.new { return nil }
            if pair.new.isZero { return pair.refusal(Message(en: "was paid, and is free now", zh: "由收费变为免费")) }
            guard
                Self.isMore(pair.new, than: pair.old, times: factor)
                    || Self.isMore(pair.old, than: pair.new, times: factor)
            else { return nil }
            return pair.refusal(
                Message(
                    en: "moved by more than a factor of \(limits.priceFactor)", zh: "变动超过 \(limits.priceFactor) 倍"))
        }
    }

    private static func isMore(_ one: DecimalNumber, than other: DecimalNumber, times factor: DecimalNumber) -> Bool {
        // Beyond 40 digits nothing is proven, so consent is asked.
        other.multiplied(by: factor).map { $0 < one } ?? true
    }

    /// Nearly all prices times one number: another unit or currency rather than another price.
    private func unitShift(_ pairs: [Pair]) -> [Refusal] {
        let priced = pairs.filter { !$0.old.isZero && !$0.new.isZero }
        guard priced.count >= 2 else { return [] }
        var counts: [String: Int] = [:]
        for pair in priced {
            let isUp = pair.old < pair.new
            guard let factor = isUp ? pair.new.divided(by: pair.old) : pair.old.divided(by: pair.new),
                factor >= Self.ten
            else { continue }
            counts[(isUp ? "×" : "÷") + factor.text, default: 0] += 1
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 100 >= priced.count * limits.sameFactorPercent
        else { return [] }
        return [
            Refusal(
                model: nil, meter: nil, old: nil, new: nil,
                reason: Message(
                    en: "\(most.value) of \(priced.count) prices moved by \(most.key): unit changed?",
                    zh: "\(priced.count) 个价格中有 \(most.value) 个同时变动 \(most.key)：单位变了吗？"))
        ]
    }

    private static let ten = DecimalNumber(canonical: "10") ?? .zero

    private func repriced(_ events: [CatalogEvent], _ old: CatalogSnapshot, _ new: CatalogSnapshot) -> [Refusal] {
        let kinds: Set<CatalogEvent.Kind> = [.priceUp, .priceDown, .becameFree, .becamePaid]
        let changes = events.filter { kinds.contains($0.event) }
        let models = Set(changes.map { Array($0.model.utf8) })
        let shared = Set(old.models.map { Array($0.id.utf8) }).intersection(new.models.map { Array($0.id.utf8) })
        guard models.count >= 4, models.count * 100 > shared.count * limits.repricedPercent else { return [] }
        return changes.map { change in
            Refusal(
                model: change.model, meter: change.meter, old: change.old?.number, new: change.new?.number,
                reason: Message(
                    en: "repriced, with \(models.count) of \(shared.count) models",
                    zh: "改价（\(shared.count) 个模型中共有 \(models.count) 个）"))
        }
    }
}

extension CatalogEvent.Amount {
    /// The number as text; nil for a state without one.
    package var number: String? {
        if case .number(let number) = self { number.text } else { nil }
    }
}
