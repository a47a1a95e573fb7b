import Diagnostics
import Directives
import SiteModel

/// Finds prices that are typed by hand beside a model of the catalog: they stay as they are when the catalog changes. Amounts,
/// sentences and models are walked once, side by side, from the front of a text to its end.
struct HardCodedPrices {
    private typealias Mention = (place: Int, offer: ModelOffer)

    private let catalog: Catalog
    private let file: SourceFile
    private let text: Range<Int>
    /// The models that directives name, in the order of the text.
    private var named: ArraySlice<Mention>
    /// Code is an example, and a directive is the editor's word: neither is prose. In order, apart from each other.
    private var skipped: ArraySlice<Range<Int>>
    private var sentence: Range<Int>
    /// The models of the sentence, in order.
    private var models: [Mention] = []

    /// - Returns: the warnings for one text of a page.
    /// - Parameters:
    ///   - catalog: asked only when the text names an amount, and then for the ids of models.
    ///   - ask: told of each model whose prices are looked at.
    static func mistakes(
        in text: RichText, _ catalog: @autoclosure () -> Catalog?, asking ask: (ModelOffer) -> Void = { _ in }
    ) -> [Diagnostic] {
        guard let place = text.location else { return [] }
        let found = MoneyScan.amounts(in: place.file.bytes, place.range)
        guard !found.isEmpty, let catalog = catalog() else { return [] }
        let calls = text.insertions.compactMap { insertion in
            if case .directive(let call) = insertion { call } else { nil }
        }
        var search = HardCodedPrices(catalog, place, calls)
        return found.compactMap { amount in
            guard search.isProse(amount.range), let offer = search.model(near: amount.range) else { return nil }
            ask(offer)
            return search.mistake(of: amount, beside: offer)
        }
    }

    private init(_ catalog: Catalog, _ place: TextLocation, _ calls: [DirectiveCall]) {
        self.catalog = catalog
        file = place.file
        text = place.range
        sentence = place.range.lowerBound..<place.range.lowerBound
        let code = CodeSpans.ranges(in: place.file.bytes, place.range)
        skipped = Self.merged(code + calls.map(\.range))[...]
        let named = calls.compactMap { call -> Mention? in
            guard call.name == "price" || call.name == "model", let id = call.trimmedLabel else { return nil }
            return catalog.offer(id).map { (call.range.lowerBound, $0) }
        }
        self.named = named.sorted { $0.place < $1.place }[...]
    }
}

extension HardCodedPrices {
    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    private mutating func isProse(_ amount: Range<Int>) -> Bool {
        skipped = skipped.drop { $0.upperBound <= amount.lowerBound }
        return !(skipped.first?.overlaps(amount) ?? false)
    }

    /// The models of the sentence around an amount, which lies behind all that were asked for before.
    private mutating func readSentence(around amount: Range<Int>) {
        guard amount.lowerBound >= sentence.upperBound else { return }
        sentence = Sentence.range(around: amount, in: file.bytes, text)
        models = Sentence.words(in: file.bytes, sentence).compactMap { word in
            catalog.offer(String(decoding: file.bytes[word], as: UTF8.self)).map { (word.lowerBound, $0) }
        }
        named = named.drop { $0.place < sentence.lowerBound }
        let own = named.prefix { $0.place < sentence.upperBound } + catalog.wideMentions(in: file.bytes, sentence)
        if !own.isEmpty { models = (models + own).sorted { $0.place < $1.place } }
    }

    /// The model that the sentence names: the nearest before the price, else the first behind it.
    private mutating func model(near amount: Range<Int>) -> ModelOffer? {
        readSentence(around: amount)
        var (low, high) = (0, models.count)
        while low < high {
            let middle = (low + high) / 2
            if models[middle].place < amount.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? models[low - 1].offer : models.first?.offer
    }

    private func mistake(of amount: MoneyScan.Amount, beside offer: ModelOffer) -> Diagnostic {
        let prices = offer.prices.filter { $0.currency == amount.currency && $0.amount != nil }
        let equal = prices.first { $0.amount == amount.number || $0.amount?.displayText == amount.number.displayText }
        let price = equal ?? prices.first { $0.meter == offer.defaultMeter } ?? prices.first
        let written = String(decoding: file.bytes[amount.range], as: UTF8.self)
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
}

extension DiagnosticCode {
    static let hardCodedPrice = DiagnosticCode(
        "catalog/hard-coded-price", .warning,
        en: "A sentence names a model of the catalog and a price typed by hand, which stays when the catalog changes.",
        zh: "句子里提到了目录中的模型，价格却是手写的，目录变化时不会更新。",
        wrong: "gpt-4o-mini costs $0.15.", right: "gpt-4o-mini costs :price[gpt-4o-mini].")
}
