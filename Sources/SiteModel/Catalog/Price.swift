/// A price of a model: what is counted, and what it costs. The states never turn into one another.
package struct Price: Sendable, Hashable {
    package enum State: String, Sendable {
        case fixed, free, variable, unknown
    }

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
    package let group: String?
    package let tier: Tier?

    package init(
        meter: String, unit: String, per: Int, currency: String, state: State, amount: DecimalNumber?,
        group: String?, tier: Tier?
    ) {
        self.meter = meter
        self.unit = unit
        self.per = per
        self.currency = currency
        self.state = state
        self.amount = amount
        self.group = group
        self.tier = tier
    }
}
