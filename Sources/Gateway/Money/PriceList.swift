import SiteModel

/// The prices of one model while an adapter reads them.
struct PriceList {
    private(set) var prices: [Price] = []
    let currency: String
    /// Where each price stands: a reply may hold thousands of tiers.
    private var positions: [CatalogComparison.PriceKey: Int] = [:]

    init(currency: String) { self.currency = currency }

    /// Adds a price, or takes the place of the one for the same group, meter and tier.
    mutating func add(_ meterName: String, _ stated: StatedAmount, group: String? = nil, tier: Price.Tier? = nil) {
        guard let meter = Meter(named: meterName) else { return }
        let state: Price.State
        var amount: DecimalNumber?
        switch stated {
        case .notStated, .mistaken: return
        case .varies: state = .variable
        case .unknown: state = .unknown
        case .number(let number):
            state = number.isZero ? .free : .fixed
            amount = number
        }
        let price = Price(
            meter: meter.name, unit: meter.unit, per: meter.per, currency: currency, state: state, amount: amount,
            group: group, tier: tier)
        let key = CatalogComparison.PriceKey(price)
        if let index = positions[key] {
            prices[index] = price
        } else {
            positions[key] = prices.count
            prices.append(price)
        }
    }

    /// The same, but a zero is left out: the gateway writes it where nothing is charged in this way.
    mutating func add(nonzero meterName: String, _ stated: StatedAmount, group: String? = nil, tier: Price.Tier? = nil)
    {
        if case .number(let number) = stated, number.isZero { return }
        add(meterName, stated, group: group, tier: tier)
    }

    /// Of deployments with different prices the dearest, as gateways themselves state a group's price, with the cheapest beside it.
    mutating func merge(_ other: PriceList) {
        for price in other.prices {
            let key = CatalogComparison.PriceKey(price)
            if let index = positions[key] {
                prices[index] = prices[index].joined(with: price)
            } else {
                positions[key] = prices.count
                prices.append(price)
            }
        }
    }
}
