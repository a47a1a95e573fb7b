import Bytes
import Diagnostics
import Directives
import SiteModel

/// A small site for directives to ask about: a hostile id, groups, tiers, every state, a withdrawn model, terms, shared texts.
struct SampleFacts: DirectiveFacts {
    var language = Language(code: "en", tag: "en", name: "English")
    var isCatalogConfirmed = true
    var catalog: Catalog? = Catalog(
        sources: [.init(id: "main", adapter: "new-api", fetchedAt: SampleFacts.fetched)], models: SampleModels.all,
        isConfirmed: true)

    static let fetched = Moment(seconds: 1_795_469_462, zoneMinutes: 0)
    static let chinese = SampleFacts(language: Language(code: "zh", tag: "zh-Hans", name: "中文"))

    func phrase(_ phrase: Phrase) -> String {
        let texts = language.isChinese ? Self.chinesePhrases : Self.englishPhrases
        return texts[phrase] ?? phrase.rawValue
    }

    func phrase(named key: String) -> String? { language.isChinese ? Self.chineseWords[key] : nil }

    func offer(_ id: String, source: String?) -> ModelOffer? { catalog?.offer(id, source: source) }

    func offers() -> [ModelOffer] { catalog?.models ?? [] }

    func offers(passing filter: ModelFilter) -> [ModelOffer] { catalog?.offers(passing: filter) ?? [] }

    var catalogDay: Moment? { catalog?.asOf?.date }

    func snapshotDate(source: String?) -> Moment? { catalog?.fetchedAt(source: source) }

    func rate(from base: String, to target: String) -> ExchangeRate? {
        guard base == "USD", target == "CNY", let rate = DecimalNumber(canonical: "7.1234") else { return nil }
        return ExchangeRate(
            base: base, target: target, rate: rate, asOf: Self.fetched, source: "https://rates.example", place: nil)
    }

    func address(of offer: ModelOffer) -> SiteAddress? {
        SiteAddress((language.isChinese ? "/models/" : "/en/models/") + offer.slug)
    }

    func term(_ name: String) -> (address: SiteAddress, term: String)? {
        ["relay", "中转站"].contains(name) ? (SiteAddress("/glossary/relay"), "中转站") : nil
    }

    func termNames() -> [String] { ["relay", "中转站"] }

    func sharedText(_ id: String) -> SharedText? { Self.sharedTexts.first { $0.id == id } }

    func sharedTextIDs() -> [String] { Self.sharedTexts.map(\.id) }

    func destination(of address: SiteAddress, as projection: Projection) -> String {
        projection == .markdown ? "https://site.example" + address.twinPath : address.path
    }

    func write(_ text: RichText, as projection: Projection, into buffer: inout ByteBuffer) {
        if case .plain(let plain) = text.storage { buffer.append(text: "<\(plain)>\n\n") }
    }
}

extension SampleFacts {
    private static let englishPhrases: [Phrase: String] = [
        .free: "free", .variable: "varies by route", .unknown: "price not published", .withdrawn: "Withdrawn",
        .perMillion: "per 1 million tokens", .perRequest: "per request", .perUnit: "per unit", .input: "Input",
        .output: "Output", .request: "Request", .model: "Model", .context: "Context length", .colon: ": ",
        .listComma: ", ", .modelTableCaption: "Models and prices", .contextOver: "more than {n} tokens of context",
        .service: "{name} service", .lowestPrice: "from {name}", .priceGroup: "group {name}", .utcHours: "{name} UTC",
        .note: "Note",
        .vendor: "Vendor",
        .converted: "about {amount} at the rate of {day}, 1 {base} = {rate} {target}",
        .warning: "Warning",
    ]

    private static let chineseWords = ["model_kind_chat": "对话", "modality_text": "文本", "capability_tools": "工具调用"]

    private static let chinesePhrases: [Phrase: String] = [
        .free: "免费", .variable: "按路由浮动", .unknown: "未公布价格", .withdrawn: "已下架", .perMillion: "每 100 万 token",
        .input: "输入", .output: "输出", .model: "模型", .colon: "：", .listComma: "、", .modelTableCaption: "模型与价格",
        .converted: "约合 {amount}，按 {day} 汇率 1 {base} = {rate} {target} 换算",
        .note: "说明", .context: "上下文长度", .priceGroup: "分组 {name}",
    ]

    private static let sharedTexts: [SharedText] = [
        SharedText(id: "demo", language: "en", title: "Demo", body: RichText(plain: "shared")),
        including(id: "loop", ["loop"]), including(id: "one", ["two"]), including(id: "two", ["one"]),
        including(id: "bomb", Array(repeating: "many", count: 10)),
        including(id: "many", Array(repeating: "demo", count: 10)),
        including(id: "outer", ["demo", "demo"]),
    ]

    private static func including(id: String, _ ids: [String]) -> SharedText {
        let calls = ids.map { inner in
            Insertion.directive(
                DirectiveCall(
                    name: "include", form: .leaf, label: inner, labelRange: 0..<1, attributes: [], range: 0..<1))
        }
        let body = RichText(RenderedText(html: .empty, markdown: .empty, plain: .empty, insertions: calls, outline: []))
        return SharedText(id: id, language: "en", title: id, body: body)
    }
}
