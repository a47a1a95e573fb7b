import SiteModel

/// One active model with prices of each sort, and one that is gone.
enum SampleCatalog {
    static func make(isConfirmed: Bool = true) -> Catalog {
        var model = ModelOffer(id: "acme/m-1", slug: "m-1", name: "M 1", kind: "chat", source: "main")
        model.vendor = "Acme"
        model.context = 128_000
        model.lastChanged = Moment("2026-11-10T00:00:00Z")
        model.prices = [
            price("input", "0.15"),
            price("input", "0.3", tier: .init(contextOver: 200_000, service: nil, utc: nil)),
            price("output", "0", state: .free),
            price("cache_read", nil, state: .unknown),
        ]
        var gone = ModelOffer(id: "acme/old", slug: "old", name: "Old", kind: "chat", source: "main")
        gone.status = .withdrawn
        gone.lastSeen = Moment("2026-10-01T00:00:00Z")
        gone.prices = [price("input", "9")]
        let fetched = Moment("2026-11-19T08:00:00Z") ?? Moment(seconds: 0, zoneMinutes: 0)
        return Catalog(
            sources: [.init(id: "main", adapter: "litellm", fetchedAt: fetched)], models: [model, gone],
            isConfirmed: isConfirmed)
    }

    private static func price(
        _ meter: String, _ amount: String?, state: Price.State = .fixed, tier: Price.Tier? = nil
    ) -> Price {
        Price(
            meter: meter, unit: "token", per: 1_000_000, currency: "USD", state: state,
            amount: amount.flatMap { DecimalNumber(canonical: $0) }, group: nil, tier: tier)
    }
}
