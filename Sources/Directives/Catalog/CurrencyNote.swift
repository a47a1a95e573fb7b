import Bytes
import Diagnostics
package import SiteModel

/// The amount of a price in another currency, in brackets behind it, with the rate and its day. The price itself stays in the
/// currency that is charged, in text and data alike.
struct CurrencyNote {
    private let wanted: String?
    private let price: Price
    private let facts: any DirectiveFacts

    init(_ call: DirectiveCall, _ price: Price, _ facts: any DirectiveFacts) {
        wanted = call["currency"]
        self.price = price
        self.facts = facts
    }

    /// Says why there is no amount to show.
    func explain(_ call: DirectiveCall, _ lookup: inout ModelLookup) {
        guard let wanted, wanted != price.currency, facts.rate(from: price.currency, to: wanted) == nil else { return }
        lookup.add(
            .missingRate, at: call.range(of: "currency"),
            Message(
                en: "the settings state no rate from \(price.currency) to ‘\(wanted)’",
                zh: "设置中没有从 \(price.currency) 到“\(wanted)”的汇率"),
            hint: Message(
                en: "state it in catalog.rates of site.yaml, with its day and source",
                zh: "请在 site.yaml 的 catalog.rates 中写明汇率、日期和出处"))
    }

    /// Writes nothing for a price without an amount, or in the currency that is wanted.
    func write(as projection: Projection, into buffer: inout ByteBuffer) {
        guard let wanted, wanted != price.currency, let rate = facts.rate(from: price.currency, to: wanted),
            let money = rate.converted(price)?.money(in: facts.language)
        else { return }
        let text = facts.filled(
            .converted,
            [
                "{amount}": money, "{base}": rate.base, "{rate}": rate.rate.text, "{target}": rate.target,
                "{day}": rate.asOf.day,
            ])
        buffer.append(text: Brackets.around(text, facts.language), as: projection)
    }
}

extension DirectiveFacts {
    /// A phrase with its places filled.
    package func filled(_ phrase: Phrase, _ values: KeyValuePairs<String, String>) -> String {
        var text = self.phrase(phrase)
        for (name, value) in values {
            text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: value)
        }
        return text
    }
}
