import Diagnostics
import JSON

/// `catalog.json`: the exact amount of every price that a page shows.
enum CatalogAgreement: SiteAgreement {
    static let formats = ["catalog"]

    static func disagreements(_ files: [(path: String, bytes: [UInt8])], _ site: SiteSummaries) -> [Disagreement] {
        files.flatMap { file -> [Disagreement] in
            let stated = amounts(file.bytes, file.path)
            return site.pages.flatMap { page in
                page.prices.compactMap { price in
                    guard let value = price.value, let known = stated[price.model + " " + price.meter],
                        !known.contains(value)
                    else { return nil }
                    return Disagreement(
                        on: page.path, Message(en: "price", zh: "价格"), "HTML \(price.model) \(price.meter)", value,
                        file.path,
                        known.sorted().joined(separator: ", "))
                }
            }
        }
    }

    /// The amounts of a model's meter, by `model meter`.
    private static func amounts(_ bytes: [UInt8], _ path: String) -> [String: Set<String>] {
        var amounts: [String: Set<String>] = [:]
        let root = JSONParser.parse(SourceFile(path: path, bytes: bytes)).root
        for model in root?.member("models")?.elements ?? [] {
            guard let id = model.member("id")?.stringValue else { continue }
            for price in model.member("prices")?.elements ?? [] {
                guard let meter = price.member("meter")?.stringValue else { continue }
                amounts[id + " " + meter, default: []].formUnion(
                    [price.member("amount")?.stringValue].compactMap { $0 })
            }
        }
        return amounts
    }
}
