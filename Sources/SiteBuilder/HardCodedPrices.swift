import Diagnostics
import SiteModel

/// Finds prices that are typed by hand beside a model of the catalog: they stay as they are when the catalog changes.
struct HardCodedPrices {
    private let catalog: Catalog
    private let bytes: [UInt8]
    private let file: SourceFile
    private let calls: [DirectiveCall]

    /// - Returns: the warnings for one text of a page.
    static func mistakes(in text: RichText, _ catalog: Catalog) -> [Diagnostic] {
        guard let place = text.location else { return [] }
        let found = MoneyScan.amounts(in: place.file.bytes, place.range)
        guard !found.isEmpty else { return [] }
        let calls = text.insertions.compactMap { insertion in
            if case .directive(let call) = insertion { call } else { nil }
        }
        let search = HardCodedPrices(catalog: catalog, bytes: place.file.bytes, file: place.file, calls: calls)
        let code = CodeSpans.ranges(in: place.file.bytes, place.range)
        return found.compactMap { amount in
            // Inside of code it is an example, inside of a directive it is the editor's word.
            let isProse =
                !code.contains { $0.overlaps(amount.range) } && !calls.contains { $0.range.overlaps(amount.range) }
            return isProse ? search.mistake(of: amount, in: place.range) : nil
        }
    }
}

extension HardCodedPrices {
    private func mistake(of amount: MoneyScan.Amount, in text: Range<Int>) -> Diagnostic? {
        let sentence = Sentence.range(around: amount.range, in: bytes, text)
        guard let offer = model(in: sentence, near: amount.range) else { return nil }
        let prices = offer.prices.filter { $0.currency == amount.currency && $0.amount != nil }
        let equal = prices.first { $0.amount == amount.number || $0.amount?.displayText == amount.number.displayText }
        let price = equal ?? prices.first { $0.meter == offer.defaultMeter } ?? prices.first
        let written = String(decoding: bytes[amount.range], as: UTF8.self)
        let meter = price.map { $0.meter == offer.defaultMeter ? "" : "{meter=\($0.meter)}" } ?? ""
        let directive = ":price[\(offer.id)]\(meter)"
        let hint: Message
        if equal == nil, let price, let stated = price.amount {
            hint = Message(
                en:
                    "it contradicts the catalog, which says \(stated.text) \(price.currency) for \(price.meter); write \(directive)",
                zh: "与目录矛盾：目录中 \(price.meter) 的价格是 \(stated.text) \(price.currency)；请写 \(directive)")
        } else {
            hint = Message(en: "write \(directive)", zh: "请写 \(directive)")
        }
        return Diagnostic(
            .hardCodedPrice, at: file.location(of: amount.range),
            Message(
                en: "‘\(written)’ is typed by hand beside ‘\(offer.id)’ and won't follow the catalog",
                zh: "“\(written)”是手写的价格，旁边提到了“\(offer.id)”，不会随目录更新"), hint: hint)
    }

    /// The model that the sentence names, by directive or by id: the nearest before the price, else the first behind it.
    private func model(in sentence: Range<Int>, near amount: Range<Int>) -> ModelOffer? {
        var found: [(place: Int, offer: ModelOffer)] = []
        for call in calls where sentence.overlaps(call.range) && (call.name == "price" || call.name == "model") {
            let id = call.label.map { $0.trimmingBlanks } ?? ""
            if let offer = catalog.offer(id) { found.append((call.range.lowerBound, offer)) }
        }
        for word in Sentence.words(in: bytes, sentence) {
            if let offer = catalog.offer(String(decoding: bytes[word], as: UTF8.self)) {
                found.append((word.lowerBound, offer))
            }
        }
        let before = found.filter { $0.place < amount.lowerBound }.max { $0.place < $1.place }
        return (before ?? found.min { $0.place < $1.place })?.offer
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(decoding: Array(utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()), as: UTF8.self)
    }
}

extension DiagnosticCode {
    static let hardCodedPrice = DiagnosticCode(
        "catalog/hard-coded-price", .warning,
        en: "A sentence names a model of the catalog and a price typed by hand, which stays when the catalog changes.",
        zh: "句子里提到了目录中的模型，价格却是手写的，目录变化时不会更新。",
        wrong: "gpt-4o-mini costs $0.15.", right: "gpt-4o-mini costs :price[gpt-4o-mini].")
}
