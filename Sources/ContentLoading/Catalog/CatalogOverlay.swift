import Diagnostics
import SiteModel

/// `Content/catalog/overlay.yaml`: what editors add to models by hand, names, notes, and prices that the gateway doesn't state.
struct CatalogOverlay {
    fileprivate struct Entry {
        let id: LocatedText
        var name: String?
        var vendor: String?
        var isHidden = false
        var note: LocalizedText?
        var successor: LocatedText?
        var prices: [Price] = []
    }

    private var entries: [Entry] = []
    private let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []

    init(_ file: SourceFile) {
        self.file = file
        let parsed = FieldParsing.parse(file, range: 0..<file.bytes.count, isSettings: true)
        diagnostics = parsed.diagnostics
        guard let root = parsed.root else { return }
        var fields = FieldReader(
            root, in: file, owner: Message(en: "the overlay", zh: "overlay.yaml"), markdown: MarkdownReader.plain)
        entries = fields.dictionary(
            "models", shape: .record([]), Message(en: "What is said of a model by hand, by id", zh: "按模型 id 手工补充的内容")
        ) { key, value, fields in
            fields.record(key.text, value, owner: Message(en: "a model of the overlay", zh: "overlay.yaml 中的模型")) {
                Entry(key, &$0)
            }
        }
        fields.finish()
        diagnostics += fields.diagnostics.diagnostics
    }

    /// The models with what editors say of them, hidden ones left out.
    func applied(to models: [ModelOffer]) -> [ModelOffer] {
        let byID = Dictionary(entries.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
        return models.compactMap { offer in
            guard let entry = byID[offer.id] else { return offer }
            return entry.isHidden ? nil : entry.applied(to: offer)
        }
    }

    /// Warnings for ids that no source has.
    func unknownModels(among models: [ModelOffer]) -> [Diagnostic] {
        let ids = Set(models.map(\.id))
        let named = entries.map(\.id) + entries.compactMap(\.successor)
        return named.filter { !ids.contains($0.text) }.map { id in
            Diagnostic(
                .unknownOverlayModel, at: file.location(of: id.range),
                Message(en: "no source has a model ‘\(id.text)’", zh: "没有来源包含模型“\(id.text)”"),
                hint: NearName.hint(for: id.text, among: ids.sorted()))
        }
    }
}

extension CatalogOverlay.Entry {
    fileprivate init(_ id: LocatedText, _ fields: inout FieldReader) {
        self.id = id
        name = fields.optionalText("name", Message(en: "The display name", zh: "显示名称"))
        vendor = fields.optionalText("vendor", Message(en: "Who makes the model", zh: "模型厂商"))
        isHidden =
            fields.flag("hidden", Message(en: "true: the site doesn't show the model", zh: "true 表示站点不显示此模型")) ?? false
        successor = fields.reference(
            "successor", required: false, Message(en: "The id of the model that takes its place", zh: "接替它的模型 id"))
        note = fields.localizedText("note", Message(en: "A remark for readers", zh: "给读者的说明"))
        let read = fields.records(
            "prices", owner: Message(en: "a price by hand", zh: "手工价格"), Message(en: "Prices by hand", zh: "手工填写的价格")
        ) { Price(byHand: &$0) }
        prices = read.compactMap(\.self)
    }

    /// Prices by hand take the place of the source's prices of the same meter, and of its word that nothing is known.
    fileprivate func applied(to offer: ModelOffer) -> ModelOffer {
        var offer = offer
        offer.name = name ?? offer.name
        offer.vendor = vendor ?? offer.vendor
        offer.note = note
        offer.successor = successor?.text
        guard !prices.isEmpty else { return offer }
        let meters = Set(prices.map(\.meter))
        let isUnknown = offer.prices.allSatisfy { $0.state == .unknown }
        offer.prices = (isUnknown ? [] : offer.prices.filter { !meters.contains($0.meter) }) + prices
        offer.groups = offer.groups.filter { name in offer.prices.contains { $0.group == name } }
        return offer
    }
}

extension Price {
    /// Nil after a mistake, which is reported.
    fileprivate init?(byHand fields: inout FieldReader) {
        let meterName = fields.text("meter", Message(en: "What is counted, such as input", zh: "计量项，例如 input"))
        let amountText = fields.text("amount", Message(en: "An exact decimal number", zh: "精确的十进制金额"))
        let currency = fields.text("currency", Message(en: "ISO 4217, such as USD", zh: "ISO 4217 货币代码，例如 USD"))
        let per = fields.integer("per", Message(en: "How many units the amount is for", zh: "金额对应的单位数量"))
        let source = fields.text("source", Message(en: "Where the price is stated", zh: "价格出处"))
        let checkedOn = fields.moment("checked_on", required: true, Message(en: "When it was read", zh: "查阅日期"))
        guard !meterName.isEmpty, !amountText.isEmpty, !currency.isEmpty, !source.isEmpty, let checkedOn else {
            return nil
        }
        guard let meter = Meter(named: meterName) else {
            fields.reject(
                "meter", Message(en: "‘\(meterName)’ is no meter", zh: "“\(meterName)”不是计量项"),
                hint: NearName.hint(for: meterName, among: Meter.all.map(\.name)))
            return nil
        }
        guard Self.isCurrency(currency) else {
            fields.reject(
                "currency", Message(en: "‘\(currency)’ is no ISO 4217 code", zh: "“\(currency)”不是 ISO 4217 货币代码"))
            return nil
        }
        guard let power = Self.power(from: per ?? meter.per, to: meter.per) else {
            fields.reject(
                "per",
                Message(
                    en: "‘per’ of \(meter.name) is 1, 1000 or 1000000", zh: "\(meter.name) 的 per 只能是 1、1000 或 1000000"))
            return nil
        }
        guard let amount = fields.amount(amountText, scaledBy: power) else { return nil }
        self.init(
            meter: meter.name, unit: meter.unit, per: meter.per, currency: currency,
            state: amount.isZero ? .free : .fixed,
            amount: amount, group: nil, tier: nil, finding: Finding(source: source, checkedOn: checkedOn))
    }

    private static func power(from per: Int, to canonical: Int) -> Int? {
        if per == canonical { return 0 }
        guard canonical == 1_000_000 else { return nil }
        return per == 1 ? 6 : per == 1000 ? 3 : nil
    }
}

extension FieldReader {
    fileprivate mutating func reject(_ name: String, _ message: Message, hint: Message? = nil) {
        add(Diagnostic(.malformedOverlay, at: location(ofField: name), message, hint: hint))
    }

    fileprivate mutating func amount(_ text: String, scaledBy power: Int) -> DecimalNumber? {
        do {
            return try DecimalNumber(priceText: text, scaledByPowerOfTen: power)
        } catch {
            let reason =
                switch error {
                case .malformed: Message(en: "it is no decimal number", zh: "不是十进制数")
                case .negative: Message(en: "it is negative", zh: "是负数")
                case .tooManyDigits: Message(en: "it has more than 40 digits", zh: "超过 40 位数字")
                case .outOfRange: Message(en: "it is beyond 1e-12 and 1e9", zh: "超出 1e-12 到 1e9 的范围")
                }
            reject(
                "amount",
                Message(en: "‘\(text)’ is no amount: \(reason.english)", zh: "“\(text)”不是金额：\(reason.chinese)"))
            return nil
        }
    }
}
