package import Diagnostics

/// What one unit of a currency was worth in another on a day, as an editor stated it. No rate is ever guessed or fetched.
package struct ExchangeRate: Sendable {
    /// ISO 4217, like `target`.
    package let base: String
    package let target: String
    package let rate: DecimalNumber
    package let asOf: Moment
    /// A URL, or the name of a document.
    package let source: String
    /// Where the settings state it.
    package let place: SourceLocation?

    package init(
        base: String, target: String, rate: DecimalNumber, asOf: Moment, source: String, place: SourceLocation?
    ) {
        self.base = base
        self.target = target
        self.rate = rate
        self.asOf = asOf
        self.source = source
        self.place = place
    }
}

extension ExchangeRate {
    /// A price in the target currency; nil when it has another currency, no amount above zero, or the exact product has more
    /// than 40 digits.
    package func converted(_ price: Price) -> Price? {
        guard price.currency == base, price.state == .fixed, let amount = price.amount?.multiplied(by: rate) else {
            return nil
        }
        return Price(
            meter: price.meter, unit: price.unit, per: price.per, currency: target, state: .fixed, amount: amount,
            group: price.group, tier: price.tier)
    }
}
