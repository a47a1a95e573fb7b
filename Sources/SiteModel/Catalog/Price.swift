/// A price of a model: what is counted, and what it costs. The states never turn into one another.
package struct Price: Sendable, Hashable {
    package enum State: String, Sendable {
        case fixed, free, variable, unknown
    }

    /// When a price applies. A base price has none.
    package struct Tier: Sendable, Hashable {
        /// Applies from more than this many tokens of context.
        package let contextOver: Int?
        package let service: String?
        package let utc: String?

        package init(contextOver: Int?, service: String?, utc: String?) {
            self.contextOver = contextOver
            self.service = service
            self.utc = utc
        }

        /// `context_over=200000;service=batch`: how `data-tier` and the CSV file write it.
        package var text: String {
            var parts: [String] = []
            if let contextOver { parts.append("context_over=\(contextOver)") }
            if let service { parts.append("service=\(service)") }
            if let utc { parts.append("utc=\(utc)") }
            return parts.joined(separator: ";")
        }
    }

    /// Where an editor found a price that the gateway doesn't state.
    package struct Finding: Sendable, Hashable {
        /// A URL, or the name of a document.
        package let source: String
        package let checkedOn: Moment

        package init(source: String, checkedOn: Moment) {
            self.source = source
            self.checkedOn = checkedOn
        }
    }

    /// Such as `input`, `output`, `cache_read`, `request`.
    package let meter: String
    /// Such as `token`.
    package let unit: String
    /// How many units the amount is for: 1000000 for tokens, else mostly 1.
    package let per: Int
    /// ISO 4217.
    package let currency: String
    package let state: State
    /// Nil for `variable` and `unknown`.
    package let amount: DecimalNumber?
    /// What the cheapest deployment of the model costs, where deployments differ; the amount is that of the dearest.
    package let lowest: DecimalNumber?
    package let group: String?
    package let tier: Tier?
    /// Only of prices from the overlay.
    package let finding: Finding?

    package init(
        meter: String, unit: String, per: Int, currency: String, state: State, amount: DecimalNumber?,
        group: String?, tier: Tier?, lowest: DecimalNumber? = nil, finding: Finding? = nil
    ) {
        self.meter = meter
        self.unit = unit
        self.per = per
        self.currency = currency
        self.state = state
        self.amount = amount
        self.lowest = lowest
        self.group = group
        self.tier = tier
        self.finding = finding
    }
}

extension Price {
    /// The price of a model that several deployments serve: the dearest, and what the cheapest costs. A deployment that states
    /// no price says nothing of another's.
    package func joined(with other: Price) -> Price {
        guard let rival = other.amount else { return self }
        guard let own = amount else { return other }
        let (high, low) = (max(own, rival), min(lowest ?? own, other.lowest ?? rival))
        return stating(high, lowest: low == high ? nil : low)
    }

    /// The same price with other amounts.
    package func stating(_ amount: DecimalNumber, lowest: DecimalNumber?) -> Price {
        Price(
            meter: meter, unit: unit, per: per, currency: currency, state: amount.isZero ? .free : .fixed,
            amount: amount, group: group, tier: tier, lowest: lowest, finding: finding)
    }

    /// Whether a text has the form of an ISO 4217 code.
    package static func isCurrency(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// The amount with its currency, as people read it: `$1.25`, `CN¥8.00`, `HKD 12.00`; nil when there is no amount.
    ///
    /// Signs are those of CLDR for the language, so that a yen sign never means two currencies on one page.
    package func money(in language: Language) -> String? {
        amount.map { Self.money($0, currency, in: language) }
    }

    /// The same of what the cheapest deployment costs; nil where all cost the same.
    package func lowestMoney(in language: Language) -> String? {
        lowest.map { Self.money($0, currency, in: language) }
    }

    /// An amount of a currency, as people read it.
    package static func money(_ amount: DecimalNumber, _ currency: String, in language: Language) -> String {
        switch currency {
        case "USD": return "$" + amount.displayText
        case "EUR": return "€" + amount.displayText
        case "GBP": return "£" + amount.displayText
        case "CNY": return (language.isChinese ? "¥" : "CN¥") + amount.displayText
        default: return currency + " " + amount.displayText
        }
    }
}
