package import SiteModel

/// The words around prices: what a meter is called, what an amount is for, and when a price holds.
extension DirectiveFacts {
    /// What a meter is called: "Input"; a meter without a name of its own keeps the source's name.
    package func label(ofMeter meter: String) -> String {
        Phrase(meter: meter).map { phrase($0) } ?? Meter.sourceName(of: meter)
    }

    /// What an amount is for: "per 1 million tokens".
    package func unit(of price: Price) -> String { unit(ofMeter: price.meter) }

    /// What an amount of a meter is for.
    package func unit(ofMeter meter: String) -> String {
        Meter(named: meter).map { phrase(.unit(of: $0)) } ?? phrase(.perUnit)
    }

    /// When a price holds, by group and tier: "group vip, more than 200,000 tokens of context"; nil when always.
    package func condition(of price: Price) -> String? {
        let parts = [condition(group: price.group, tier: price.tier), range(of: price)].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: phrase(.listComma))
    }

    /// What the cheapest deployment costs: "from $0.10, depending on the deployment"; nil where all cost the same.
    package func range(of price: Price) -> String? {
        price.lowestMoney(in: language).map { filled(.lowestPrice, "{name}", $0) }
    }

    /// The same for a group and a tier.
    package func condition(group: String?, tier: Price.Tier?) -> String? {
        var parts: [String] = []
        if let group { parts.append(filled(.priceGroup, "{name}", group)) }
        if let contextOver = tier?.contextOver {
            parts.append(filled(.contextOver, "{n}", Self.grouped(contextOver)))
        }
        if let service = tier?.service { parts.append(filled(.service, "{name}", service)) }
        if let utc = tier?.utc { parts.append(filled(.utcHours, "{name}", Self.hours(utc))) }
        return parts.isEmpty ? nil : parts.joined(separator: phrase(.listComma))
    }

    /// A count as people read it: `200,000`.
    package static func grouped(_ number: Int) -> String {
        let digits = Array(String(number).utf8)
        var bytes: [UInt8] = []
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3), bytes.last != 0x2D { bytes.append(0x2C) }
            bytes.append(digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `1630-0030` as `16:30-00:30`.
    private static func hours(_ window: String) -> String {
        let digits = Array(window.utf8)
        guard digits.count == 9 else { return window }
        return String(decoding: digits[0..<2] + [0x3A] + digits[2..<7] + [0x3A] + digits[7...], as: UTF8.self)
    }

    private func filled(_ phrase: Phrase, _ placeholder: String, _ value: String) -> String {
        let pattern = self.phrase(phrase)
        guard let range = pattern.firstRange(of: placeholder) else { return pattern + " " + value }
        return pattern.replacingCharacters(in: range, with: value)
    }
}

extension String {
    /// Substring search on bytes; both texts are short.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        let wanted = Array(text.utf8)
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let rest = utf8[index...]
            if rest.starts(with: wanted) { return index..<utf8.index(index, offsetBy: wanted.count) }
            index = utf8.index(after: index)
        }
        return nil
    }

    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
