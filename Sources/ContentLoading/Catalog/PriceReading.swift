import Diagnostics
import JSON
import SiteModel

/// Reads a price of a snapshot or history. Source: the catalog contract, section 3.
extension Price {
    /// Nil after a mistake, which is reported.
    init?(_ value: JSONValue, _ mistakes: inout SnapshotMistakes) {
        guard var fields = ObjectFields(value, &mistakes) else { return nil }
        let meterValue = fields.optional("meter")
        let meter = fields.text("meter", &mistakes)
        let unit = fields.text("unit", &mistakes)
        let per = fields.integer("per", &mistakes)
        let currencyValue = fields.optional("currency")
        let currency = fields.text("currency", &mistakes)
        let state: State? = fields.word("state", &mistakes)
        let amountValue = fields.optional("amount")
        let lowestValue = fields.optional("lowest")
        let group = fields.optionalText("group", &mistakes)
        let tier = fields.optional("tier").map { Tier($0, &mistakes) }
        fields.finish(&mistakes)
        guard let meter, let unit, let per, let currency, let state else { return nil }
        if !Self.isCurrency(currency) {
            mistakes.add(
                currencyValue?.range ?? value.range,
                Message(en: "‘\(currency)’ is no ISO 4217 code", zh: "“\(currency)”不是 ISO 4217 货币代码"))
        }
        if let problem = Self.meterProblem(meter, unit, per) {
            mistakes.add(meterValue?.range ?? value.range, problem)
        }
        guard let amount = Self.amount(amountValue, state, value, &mistakes) else { return nil }
        if case .some(.none) = tier { return nil }
        var lowest: DecimalNumber?
        if let lowestValue {
            lowest = Self.lowest(lowestValue, amount, &mistakes)
            if lowest == nil { return nil }
        }
        self.init(
            meter: meter, unit: unit, per: per, currency: currency, state: state, amount: amount, group: group,
            tier: tier.flatMap(\.self), lowest: lowest)
    }

    /// Nil after a mistake.
    private static func lowest(
        _ value: JSONValue, _ amount: DecimalNumber?, _ mistakes: inout SnapshotMistakes
    ) -> DecimalNumber? {
        if let number = value.stringValue.flatMap({ DecimalNumber(canonical: $0) }), number.isPlausiblePrice,
            let amount, number < amount
        {
            return number
        }
        mistakes.add(
            value.range,
            Message(
                en: "‘lowest’ is an exact decimal string, less than the amount", zh: "lowest 应为精确的十进制字符串，且小于 amount"))
        return nil
    }

    private static func meterProblem(_ name: String, _ unit: String, _ per: Int) -> Message? {
        guard let meter = Meter(named: name) else {
            return Message(en: "‘\(name)’ is no meter", zh: "“\(name)”不是计量项")
        }
        guard meter.per == per, meter.per == 1 || meter.unit == unit else {
            return Message(
                en: "‘\(name)’ is priced per \(meter.per) \(meter.unit), not per \(per) \(unit)",
                zh: "“\(name)”的单位是每 \(meter.per) \(meter.unit)，不是每 \(per) \(unit)")
        }
        return nil
    }

    /// The outer nil stands for a mistake, the inner one for a state without amount.
    private static func amount(
        _ value: JSONValue?, _ state: State, _ price: JSONValue, _ mistakes: inout SnapshotMistakes
    ) -> DecimalNumber?? {
        guard let value else {
            if state == .variable || state == .unknown { return .some(nil) }
            mistakes.add(
                price.range.lowerBound..<price.range.lowerBound + 1,
                Message(en: "the state ‘\(state.rawValue)’ needs an amount", zh: "状态为 \(state.rawValue) 的价格必须有金额"))
            return nil
        }
        guard let text = value.stringValue, let number = DecimalNumber(canonical: text), number.isPlausiblePrice else {
            mistakes.add(
                value.range,
                Message(
                    en: "an amount is an exact decimal string such as \"0.15\", zero or within 1e-12 and 1e9",
                    zh: "金额必须是 \"0.15\" 这样的精确十进制字符串，为零或在 1e-12 到 1e9 之间"))
            return nil
        }
        let isRight = state == .fixed ? !number.isZero : state == .free && number.isZero
        guard isRight else {
            mistakes.add(
                value.range,
                Message(
                    en: "the state ‘\(state.rawValue)’ can't go with the amount \(text)",
                    zh: "状态为 \(state.rawValue) 的价格不能有金额 \(text)"))
            return nil
        }
        return .some(number)
    }
}

extension Price.Tier {
    init?(_ value: JSONValue, _ mistakes: inout SnapshotMistakes) {
        guard var fields = ObjectFields(value, &mistakes) else { return nil }
        let contextOver = fields.count("context_over", &mistakes)
        let service = fields.optionalText("service", &mistakes)
        let utc = fields.optional("utc")
        let hours = utc.flatMap { ObjectFields.text($0, &mistakes) }
        fields.finish(&mistakes)
        if let utc, let hours, !Self.isWindow(hours) {
            mistakes.add(utc.range, Message(en: "a window of time is written as 1630-0030", zh: "时段应写成 1630-0030"))
        }
        guard contextOver != nil || service != nil || hours != nil else {
            mistakes.add(value.range, Message(en: "a tier without a condition", zh: "分档没有任何条件"))
            return nil
        }
        self.init(contextOver: contextOver, service: service, utc: hours)
    }

    private static func isWindow(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { $0.count == 4 && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
