import Diagnostics
import JSON

/// Prices: those of structured data stand on the page with the same exact amount; amounts of the twin stand on the page.
enum PriceAgreement: PageAgreement {
    private static let fact = Message(en: "price", zh: "价格")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        var found: [Disagreement] = []
        let shown = Set(page.html.prices.compactMap(\.value))
        for node in page.data?.all("UnitPriceSpecification") ?? [] {
            guard let price = node.member("price")?.stringValue, !shown.contains(price) else { continue }
            let name = node.member("name")?.stringValue ?? ""
            let nearest = page.html.prices.map { "\($0.meter) \($0.value ?? $0.state)" }.joined(separator: ", ")
            found.append(page.differ(fact, "JSON-LD Offer", "\(name) \(price)", "HTML", nearest))
        }
        // What a price element shows stands in the twin, where it may be written in another order.
        let twin = page.twinText
        for price in page.html.prices where !twin.contains(TextSkeleton(price.text)) {
            found.append(page.differ(fact, "HTML \(price.model) \(price.meter)", price.text, "twin", nil))
        }
        return found
    }
}
