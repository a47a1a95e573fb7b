import SiteModel

/// The models of `SampleFacts`.
enum SampleModels {
    static let all = [mini, tiered, free, auto, unpriced, perCall, gone, hostile, yuan]

    static let mini = model("gpt-4o-mini", name: "GPT-4o mini", vendor: "OpenAI", context: 128_000) {
        $0.capabilities = [("tools", true), ("vision", false)]
        $0.prices = [price("input", "0.15"), price("output", "0.6")]
    }

    /// Two groups, published as vip before default; tiers by context and by service.
    static let tiered = model("acme/large-1", name: "Acme Large", vendor: "acme", context: 1_000_000) {
        $0.groups = ["vip", "default"]
        $0.prices = [
            price("input", "1.25", group: "default"),
            price("input", "2.5", group: "default", tier: .init(contextOver: 200_000, service: nil, utc: nil)),
            price("input", "1", group: "vip"),
            price("input", "2", group: "vip", tier: .init(contextOver: 200_000, service: nil, utc: nil)),
            price("input", "0.5", group: "vip", tier: .init(contextOver: nil, service: "batch", utc: nil)),
            price("output", "10", group: "default"),
        ]
    }

    static let free = model("acme/small-1:free", name: "Acme Small (free)") {
        $0.prices = [price("input", "0", state: .free), price("output", "0", state: .free)]
    }

    static let auto = model("openrouter/auto", name: "Auto") { $0.prices = [price("input", nil, state: .variable)] }

    static let unpriced = model("house/unpriced", name: "Unpriced") {
        $0.prices = [price("input", nil, state: .unknown)]
    }

    static let perCall = model("pixel-draw-1", name: "Pixel Draw", kind: "image") {
        $0.prices = [
            Price(
                meter: "request", unit: "request", per: 1, currency: "USD", state: .fixed,
                amount: DecimalNumber(canonical: "0.04"), group: nil, tier: nil)
        ]
    }

    static let gone = model("old-1", name: "Old One") {
        $0.status = .withdrawn
        $0.lastSeen = Moment("2026-11-20T08:00:00Z")
        $0.prices = [price("input", "3")]
    }

    static let hostile = model("<script>alert(\"1\")|'&{{x}}", name: "a|b*c <i> [x](y) `z` \"q\"") {
        $0.prices = [price("input", "1", group: "Codex | Pro\"号池")]
        $0.groups = ["Codex | Pro\"号池"]
    }

    static let yuan = model("云山-plus", name: "云山 Plus") {
        $0.prices = [price("input", "0.054794520547945206", currency: "CNY"), price("output", "8", currency: "HKD")]
    }

    static func price(
        _ meter: String, _ amount: String?, state: Price.State = .fixed, currency: String = "USD", group: String? = nil,
        tier: Price.Tier? = nil
    ) -> Price {
        Price(
            meter: meter, unit: "token", per: 1_000_000, currency: currency, state: state,
            amount: amount.flatMap { DecimalNumber(canonical: $0) }, group: group, tier: tier)
    }

    private static func model(
        _ id: String, name: String, vendor: String? = nil, kind: String = "chat", context: Int? = nil,
        _ fill: (inout ModelOffer) -> Void
    ) -> ModelOffer {
        let slug = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        var offer = ModelOffer(id: id, slug: slug, name: name, kind: kind, source: "main")
        offer.vendor = vendor
        offer.context = context
        fill(&offer)
        return offer
    }
}
