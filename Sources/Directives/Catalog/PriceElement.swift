package import Bytes
package import SiteModel

/// A price of the catalog as pages show it. This is the only place that writes `<data class="price">`, so that every number
/// on the site carries its exact value, model, meter and state. Source: the catalog contract, section 5.
package struct PriceElement {
    private let price: Price
    private let offer: ModelOffer
    private let facts: any DirectiveFacts
    /// What readers see instead of an unknown price.
    private let fallback: String?

    package init(_ price: Price, of offer: ModelOffer, _ facts: any DirectiveFacts, fallback: String? = nil) {
        self.price = price
        self.offer = offer
        self.facts = facts
        self.fallback = fallback
    }

    /// The amount with its currency, or the word for the state.
    package var text: String {
        switch price.state {
        case .fixed: price.money(in: facts.language) ?? facts.phrase(.unknown)
        case .free: facts.phrase(.free)
        case .variable: facts.phrase(.variable)
        case .unknown: fallback ?? facts.phrase(.unknown)
        }
    }

    /// What the amount is for, such as "per 1M tokens"; nil when no amount is shown.
    package var unit: String? { price.state == .fixed ? facts.unit(of: price) : nil }

    /// The element in HTML, its text in the other projections.
    package func write(as projection: Projection, into buffer: inout ByteBuffer) {
        guard projection == .html else {
            buffer.append(text: text, as: projection)
            return
        }
        buffer.append("<data class=\"price\"")
        if let amount = price.amount { buffer.append(attribute: "value", amount.text) }
        buffer.append(attribute: "data-model", offer.id)
        buffer.append(attribute: "data-meter", price.meter)
        if let group = price.group { buffer.append(attribute: "data-group", group) }
        if let tier = price.tier { buffer.append(attribute: "data-tier", tier.text) }
        if let lowest = price.lowest { buffer.append(attribute: "data-lowest", lowest.text) }
        buffer.append(attribute: "data-state", offer.isWithdrawn ? "withdrawn" : price.state.rawValue)
        if !facts.isCatalogConfirmed { buffer.append(attribute: "data-confirmed", "false") }
        buffer.append(">")
        buffer.append(htmlEscaped: text)
        buffer.append("</data>")
    }

    /// The element with its unit, and of a withdrawn model the date of the price: for running text.
    package func writeWithUnit(as projection: Projection, into buffer: inout ByteBuffer, showsUnit: Bool = true) {
        write(as: projection, into: &buffer)
        let brackets = Brackets(facts.language)
        if showsUnit, let unit {
            buffer.append(text: brackets.isChinese ? brackets.opening : " ")
            buffer.append(text: unit, as: projection)
            if brackets.isChinese { buffer.append(text: brackets.closing) }
        }
        if let range = facts.range(of: price) {
            buffer.append(text: Brackets.around(range, facts.language), as: projection)
        }
        WithdrawnNote(offer, facts).write(as: projection, into: &buffer)
    }
}

/// The words behind the name or price of a model that the gateway no longer lists: "(Withdrawn, 2026-11-20)".
struct WithdrawnNote {
    private let offer: ModelOffer
    private let facts: any DirectiveFacts

    init(_ offer: ModelOffer, _ facts: any DirectiveFacts) {
        self.offer = offer
        self.facts = facts
    }

    /// Writes nothing for a model that is listed.
    func write(as projection: Projection, into buffer: inout ByteBuffer) {
        guard offer.isWithdrawn else { return }
        let brackets = Brackets(facts.language)
        buffer.append(text: brackets.opening)
        buffer.append(text: facts.phrase(.withdrawn), as: projection)
        if let lastSeen = offer.lastSeen {
            buffer.append(text: brackets.comma)
            buffer.append(day: lastSeen, as: projection)
        }
        buffer.append(text: brackets.closing)
    }
}
