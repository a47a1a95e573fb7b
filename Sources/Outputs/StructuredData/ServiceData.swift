import Bytes
import Directives
import SiteModel

/// A model as a service with its offers: fixed and free base prices, while the model is there and the catalog confirmed.
/// Source: https://schema.org/Service
enum ServiceData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { page.offer != nil }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        guard let offer = page.offer else { return }
        buffer.beginObject()
        buffer.append("\"@type\":\"Service\"")
        buffer.scriptMember("@id", page.canonical, fragment: "#service")
        buffer.scriptMember("name", offer.name)
        buffer.scriptMember("identifier", offer.id)
        buffer.scriptMember("serviceType", PageFacts(page.rich).text(of: offer.kind, as: .kind))
        buffer.scriptMember("url", page.canonical)
        page.writePublisher("provider", into: &buffer)
        if let vendor = offer.vendor {
            buffer.key("brand")
            buffer.beginObject()
            buffer.append("\"@type\":\"Brand\"")
            buffer.scriptMember("name", vendor)
            buffer.endObject()
        }
        writeOffers(offer, page, into: &buffer)
        buffer.endObject()
    }
}

extension ServiceData {
    private static func writeOffers(_ offer: ModelOffer, _ page: GraphPage, into buffer: inout ByteBuffer) {
        guard offer.status == .active, page.view.catalogStanding?.isConfirmed ?? false else { return }
        let prices = offer.prices.filter { $0.tier == nil && ($0.state == .fixed || $0.state == .free) }
        guard !prices.isEmpty else { return }
        let words = PageFacts(page.rich)
        buffer.key("offers")
        buffer.beginList()
        for price in prices { write(price, named: name(price, words), offer, page, into: &buffer) }
        buffer.endList()
    }

    private static func name(_ price: Price, _ words: PageFacts) -> String {
        price.group.map { "\(words.label(ofMeter: price.meter)) (\($0))" } ?? words.label(ofMeter: price.meter)
    }

    private static func write(
        _ price: Price, named name: String, _ offer: ModelOffer, _ page: GraphPage, into buffer: inout ByteBuffer
    ) {
        guard let amount = price.amount else { return }
        buffer.beginObject()
        buffer.append("\"@type\":\"Offer\"")
        buffer.scriptMember("identifier", price.group.map { "\(price.meter);group=\($0)" } ?? price.meter)
        buffer.scriptMember("name", name)
        buffer.scriptMember("url", page.canonical)
        buffer.key("priceSpecification")
        buffer.beginObject()
        buffer.append("\"@type\":\"UnitPriceSpecification\"")
        buffer.scriptMember("name", name)
        // A string: a fraction would become a binary number.
        buffer.scriptMember("price", amount.text)
        if let lowest = price.lowest { buffer.scriptMember("minPrice", lowest.text) }
        buffer.scriptMember("priceCurrency", price.currency)
        buffer.key("referenceQuantity")
        buffer.beginObject()
        buffer.append("\"@type\":\"QuantitativeValue\"")
        buffer.scriptMember("value", String(price.per))
        buffer.scriptMember("unitText", price.unit)
        buffer.endObject()
        if let changed = offer.lastChanged { buffer.scriptMember("validFrom", changed.iso8601) }
        buffer.endObject()
        buffer.endObject()
    }
}
