import SiteModel

/// What a model and its prices read like in a language, as plain text.
struct ModelWords {
    private let view: SiteView
    private let language: Language

    init(_ view: SiteView, _ language: Language) {
        self.view = view
        self.language = language
    }

    /// The facts that a model's page shows, without those that are not known.
    func facts(of offer: ModelOffer) -> [(label: String, value: String)] {
        var facts: [(Phrase, String?)] = [
            (.model, offer.id), (.vendor, offer.vendor), (.modelKind, offer.kind),
            (.context, offer.context.map(String.init)), (.maxOutput, offer.maxOutput.map(String.init)),
            (.inputModalities, list(offer.inputModalities)), (.outputModalities, list(offer.outputModalities)),
            (.capabilities, list(offer.capabilities.filter(\.isSupported).map(\.name))),
            (.firstSeen, offer.firstSeen?.day), (.lastChanged, offer.lastChanged?.day),
        ]
        if offer.status == .withdrawn { facts.append((.withdrawn, offer.lastSeen?.day ?? offer.id)) }
        return facts.compactMap { phrase, value in value.map { (text(phrase), $0) } }
    }

    func name(_ offer: ModelOffer) -> String {
        offer.status == .withdrawn ? "\(offer.name) (\(text(.withdrawn)))" : offer.name
    }

    func meter(_ meter: String) -> String {
        switch meter {
        case "input": text(.input)
        case "output": text(.output)
        case "cache_read": text(.cacheRead)
        case "cache_write": text(.cacheWrite)
        default: meter
        }
    }

    func column(_ field: String) -> String {
        switch field {
        case "context": text(.context)
        case "vendor": text(.vendor)
        case "kind": text(.modelKind)
        case "max_output": text(.maxOutput)
        default: meter(field)
        }
    }

    func value(_ field: String, of offer: ModelOffer) -> String {
        switch field {
        case "context": offer.context.map(String.init) ?? "–"
        case "vendor": offer.vendor ?? "–"
        case "kind": offer.kind
        case "max_output": offer.maxOutput.map(String.init) ?? "–"
        default: offer.prices.first { $0.meter == field && $0.tier == nil }.map(price) ?? "–"
        }
    }

    /// The amount with its currency and unit, or the word for its state.
    func price(_ price: Price) -> String {
        switch price.state {
        case .free: return text(.free)
        case .variable: return text(.variable)
        case .unknown: return text(.unknown)
        case .fixed:
            let unit = price.unit == "token" && price.per == 1_000_000 ? text(.perMillion) : "/ \(price.unit)"
            return "\(price.amount?.text ?? "") \(price.currency) \(unit)"
        }
    }

    /// The group and tier in which a price holds; empty for the base price.
    func condition(of price: Price) -> String {
        var parts: [String] = []
        if let group = price.group { parts.append(group) }
        if let over = price.tier?.contextOver { parts.append("\(text(.context)) > \(over)") }
        if let service = price.tier?.service { parts.append(service) }
        if let utc = price.tier?.utc { parts.append("UTC \(utc)") }
        return parts.joined(separator: ", ")
    }
}

extension ModelWords {
    private func text(_ phrase: Phrase) -> String { view.phrase(phrase, in: language) }

    private func list(_ words: [String]) -> String? {
        words.isEmpty ? nil : words.joined(separator: language.isChinese ? "、" : ", ")
    }
}
