import Bytes
import Diagnostics
import Outputs
import SiteModel

/// A site in two languages with a small catalog: prices in every state, a hostile model, a withdrawn one, two events.
struct CatalogSite {
    static let chinese = Language(code: "zh", tag: "zh-Hans", name: "中文")
    static let english = Language(code: "en", tag: "en", name: "English")
    static let fetched = Moment(seconds: 1_795_469_462, zoneMinutes: 0)

    var isConfirmed = true
    var events = CatalogSite.events
    var hasCatalog = true
    var models = CatalogSite.models
    var pages = CatalogSite.pages

    var view: SiteView {
        var settings = SiteSettings()
        settings.name = LocalizedText(byLanguage: ["zh": "答案中心", "en": "Answers"])
        settings.baseURL = "https://site.example"
        settings.languages = [Self.chinese, Self.english]
        settings.defaultLanguage = Self.chinese
        settings.organization.name = "A & B"
        let catalog = Catalog(
            sources: [.init(id: "main", adapter: "litellm", fetchedAt: Self.fetched)], models: models,
            isConfirmed: isConfirmed, events: events)
        let site = Site(
            settings: settings, phrases: Self.phrases, pages: pages, catalog: hasCatalog ? catalog : nil,
            people: [],
            topics: [], redirects: [], sharedTexts: [], staticFiles: [], reading: NoBodies())
        return SiteView(site, now: Self.fetched)
    }

    func file(_ format: any SiteFormat.Type, _ path: String) -> String? {
        let view = view
        let products = PageProducts(twins: [])
        guard let task = format.tasks(view, products).first(where: { $0.path == path }) else { return nil }
        var bytes: [UInt8] = []
        for case .bytes(let piece) in format.render(task, view, products) { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    static let mini = model("gpt-4o-mini", "gpt-4o-mini") {
        $0.vendor = "OpenAI"
        $0.context = 128_000
        $0.inputModalities = ["image", "text"]
        $0.outputModalities = ["text"]
        $0.capabilities = [("tools", true), ("vision", false)]
        $0.prices = [
            price("input", "0.15"), price("output", "0.6"),
            price("input", "0.3", tier: .init(contextOver: 128_000, service: "batch", utc: nil)),
        ]
    }

    static let hostile = model("a,b\"<script>|", "a-b-script") {
        $0.groups = ["Codex | Pro"]
        $0.prices = [
            price("input", "0", state: .free, group: "Codex | Pro"),
            price("output", nil, state: .variable, group: "Codex | Pro"),
        ]
    }

    static let unpriced = model("unpriced", "unpriced") { $0.prices = [price("input", nil, state: .unknown)] }

    static let gone = model("old-1", "old-1") {
        $0.status = .withdrawn
        $0.lastSeen = Moment("2026-11-20T08:00:00Z")
        $0.prices = [price("input", "3")]
    }

    static let models = [hostile, mini, unpriced, gone]

    static let events: [CatalogEvent] = {
        var first = CatalogEvent(at: fetched, source: "main", model: "gpt-4o-mini", event: .added)
        first.prices = [price("input", "0.2")]
        first.isFirst = true
        var down = CatalogEvent(
            at: Moment(seconds: fetched.seconds + 86_400, zoneMinutes: 0), source: "main", model: "gpt-4o-mini",
            event: .priceDown)
        down.meter = "input"
        down.group = "vip & co"
        down.currency = "USD"
        down.old = DecimalNumber(canonical: "0.2").map { .number($0) }
        down.new = DecimalNumber(canonical: "0.15").map { .number($0) }
        var state = CatalogEvent(
            at: Moment(seconds: fetched.seconds + 90_000, zoneMinutes: 0), source: "main", model: "a,b\"<script>|",
            event: .stateChanged)
        state.meter = "output"
        state.currency = "USD"
        state.old = DecimalNumber(canonical: "1").map { .number($0) }
        state.new = CatalogEvent.Amount.none
        return [first, down, state].map { event in
            var event = event
            event.id = event.computedID
            return event
        }
    }()

    static func price(
        _ meter: String, _ amount: String?, state: Price.State = .fixed, group: String? = nil, tier: Price.Tier? = nil
    ) -> Price {
        Price(
            meter: meter, unit: "token", per: 1_000_000, currency: "USD", state: state,
            amount: amount.flatMap { DecimalNumber(canonical: $0) }, group: group, tier: tier)
    }

    private static func model(_ id: String, _ slug: String, _ fill: (inout ModelOffer) -> Void) -> ModelOffer {
        var offer = ModelOffer(id: id, slug: slug, name: id, kind: "chat", source: "main")
        offer.firstSeen = fetched
        offer.lastChanged = fetched
        fill(&offer)
        return offer
    }
}

extension CatalogSite {
    private static let phrases = Phrases(
        keys: [],
        texts: [
            "zh": [
                "price_free": "免费", "price_variable": "按路由浮动", "price_unknown": "未公布价格", "per_million": "每 100 万 token",
                "meter_input": "输入", "meter_output": "输出", "colon": "：", "list_comma": "、", "price_group": "分组 {name}",
                "tier_context_over": "上下文超过 {n} token", "tier_service": "{name} 档", "model": "模型",
                "model_table_caption": "模型与价格", "catalog_changes": "模型与价格变动", "prices": "价格", "price_history": "价格历史",
                "context": "上下文长度",
                "withdrawn": "已下架", "price_unconfirmed": "价格未确认",
                "price_unconfirmed_since": "价格未确认（自 {day} 起）", "model_kind": "类型", "vendor": "厂商",
                "modalities": "形式", "capabilities": "能力", "example_call": "调用示例",
                "first_seen": "首次收录", "last_changed": "最近变动",
                "example_call_note": "请先设置 BASE_URL。", "example_greeting": "你好",
            ],
            "en": ["meter_input": "Input", "per_million": "per 1 million tokens"],
        ])

    fileprivate static let pages: [any Page] = {
        var pages: [any Page] = models.map { offer in
            var page = SamplePage(offer.pageID, kind: "model", path: "/models/" + offer.slug)
            page.facets.model = LocatedText(offer.id, range: 0..<0)
            return page
        }
        var comparison = SamplePage(PageID("comparisons/two"), kind: "comparison", path: "/comparisons/two")
        comparison.facets.models = ["gpt-4o-mini", "old-1"].map { LocatedText($0, range: 0..<0) }
        comparison.facets.comparedFields = ["input", "modalities"].map { LocatedText($0, range: 0..<0) }
        pages.append(comparison)
        pages.append(SamplePage(PageID("models/prices"), kind: "prices", path: "/models/prices"))
        pages.append(SamplePage(PageID("answers/other"), kind: "answer", path: "/answers/other"))
        pages.append(SamplePage(PageID("models"), kind: "hub", path: "/models/"))
        return pages
    }()
}

/// A page with nothing but a header and facets.
struct SamplePage: WholePage {
    var header: PageHeader
    var facets = PageFacets()

    init(_ id: PageID, kind: String, path: String) {
        let folder = id.text.split(separator: "/").first.map(String.init) ?? ""
        header = PageHeader(
            id: id, kind: kind, folder: folder, language: CatalogSite.chinese, address: SiteAddress(path),
            title: id.text)
    }
}

struct NoBodies: PageReading {
    func body(of header: PageHeader, withPlainText: Bool) -> ParsedBody? { nil }

    func facets(of header: PageHeader) -> PageFacets? { nil }
}
