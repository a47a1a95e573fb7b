import SiteModel

/// Reads the three shapes of new-api's price expressions that are prices: one tier, a chain of tiers by length, a fixed price.
///
/// Nothing is evaluated. Whatever has another shape depends on something that a catalog can't know.
enum BillingExpression {
    struct Band {
        let tier: Price.Tier?
        let rates: [(meter: String, amount: DecimalNumber)]
    }

    /// US dollars per million tokens, or per request; nil for any other shape.
    static func bands(_ text: String) -> [Band]? {
        guard text.utf8.count <= 4096 else { return nil }
        var scanner = Scanner(text)
        if scanner.take("fixed"), scanner.take("("), let amount = scanner.number(), scanner.take(")"), scanner.isAtEnd {
            return [Band(tier: nil, rates: [("request", amount)])]
        }
        scanner = Scanner(text)
        var bands: [Band] = []
        var over: Int?
        while true {
            let tier = over.map { Price.Tier(contextOver: $0, service: nil, utc: nil) }
            if scanner.take("len") {
                guard scanner.take("<="), let limit = scanner.number().flatMap({ Int($0.text) }), limit > over ?? 0,
                    scanner.take("?"), let rates = scanner.tier(), scanner.take(":")
                else { return nil }
                bands.append(Band(tier: tier, rates: rates))
                over = limit
            } else {
                guard let rates = scanner.tier(), scanner.isAtEnd else { return nil }
                return bands + [Band(tier: tier, rates: rates)]
            }
        }
    }
}

/// Takes an expression apart from its beginning; blanks between words don't matter.
private struct Scanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { rest.allSatisfy { $0 == 0x20 } }

    mutating func take(_ word: String) -> Bool {
        let trimmed = rest.drop { $0 == 0x20 }
        guard trimmed.starts(with: word.utf8) else { return false }
        rest = trimmed.dropFirst(word.utf8.count)
        return true
    }

    mutating func number() -> DecimalNumber? {
        let trimmed = rest.drop { $0 == 0x20 }
        let digits = trimmed.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }
        guard !digits.isEmpty, let number = try? DecimalNumber(priceText: digits) else { return nil }
        rest = trimmed.dropFirst(digits.count)
        return number
    }

    /// `tier("name", p * 3 + c * 15)`.
    mutating func tier() -> [(meter: String, amount: DecimalNumber)]? {
        guard take("tier"), take("("), take("\"") else { return nil }
        guard let close = rest.firstIndex(of: 0x22) else { return nil }
        rest = rest[(close + 1)...]
        guard take(",") else { return nil }
        var rates: [(meter: String, amount: DecimalNumber)] = []
        repeat {
            guard let rate = rate(), !rates.contains(where: { $0.meter == rate.meter }) else { return nil }
            rates.append(rate)
        } while take("+")
        return take(")") ? rates : nil
    }

    /// `p * 3` or `3 * p`.
    private mutating func rate() -> (meter: String, amount: DecimalNumber)? {
        if let amount = number() {
            guard take("*"), let meter = variable() else { return nil }
            return (meter, amount)
        }
        guard let meter = variable(), take("*"), let amount = number() else { return nil }
        return (meter, amount)
    }

    private mutating func variable() -> String? {
        let trimmed = rest.drop { $0 == 0x20 }
        let name = trimmed.prefix { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
        }
        guard let meter = Self.meters[String(decoding: name, as: UTF8.self)] else { return nil }
        rest = trimmed.dropFirst(name.count)
        return meter
    }

    private static let meters = [
        "p": "input", "c": "output", "cr": "cache_read", "cc": "cache_write", "cc1h": "cache_write_1h",
        "img": "input_image_token", "ai": "input_audio", "img_o": "output_image_token", "ao": "output_audio",
    ]
}
