import Diagnostics
import SiteModel

/// How an entry of `catalog.rates` of `site.yaml` is read.
extension ExchangeRate {
    /// Nil after a mistake, which is reported.
    init?(reading fields: inout FieldReader) {
        let base = Self.currency("from", Message(en: "The currency of prices, such as USD", zh: "原货币，例如 USD"), &fields)
        let target = Self.currency("to", Message(en: "The currency to show, such as CNY", zh: "要显示的货币，例如 CNY"), &fields)
        let text = fields.text("rate", Message(en: "What one unit is worth, exact", zh: "一个单位折合的金额，精确小数"))
        let asOf = fields.moment("as_of", required: true, Message(en: "The day of the rate", zh: "汇率日期"))
        let source = fields.text("source", Message(en: "Where the rate is stated", zh: "汇率出处"))
        guard !text.isEmpty else { return nil }
        guard let rate = try? DecimalNumber(priceText: text), !rate.isZero else {
            fields.add(
                Diagnostic(
                    .badSetting, at: fields.location(ofField: "rate"),
                    Message(
                        en: "‘\(text)’ is no rate: a decimal number above zero", zh: "“\(text)”不是汇率：应为大于零的十进制数")))
            return nil
        }
        guard let base, let target, let asOf, !source.isEmpty else { return nil }
        self.init(
            base: base, target: target, rate: rate, asOf: asOf, source: source,
            place: fields.location(ofField: "as_of"))
    }

    private static func currency(_ name: String, _ doc: Message, _ fields: inout FieldReader) -> String? {
        let text = fields.text(name, doc)
        if text.isEmpty || Price.isCurrency(text) { return text.isEmpty ? nil : text }
        fields.add(
            Diagnostic(
                .badSetting, at: fields.location(ofField: name),
                Message(en: "‘\(text)’ is no ISO 4217 code", zh: "“\(text)”不是 ISO 4217 货币代码")))
        return nil
    }
}
