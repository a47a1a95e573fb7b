import Diagnostics
import JSON

/// `catalog.json`: the exact amount and state of every price that a page shows; and the page of a model shows all of its prices.
enum CatalogAgreement: SiteAgreement {
    static let formats = ["catalog"]

    static func disagreements(_ files: [(path: String, bytes: [UInt8])], _ site: SiteSummaries) -> [Disagreement] {
        files.flatMap { file -> [Disagreement] in
            let stated = Stated(file.bytes, file.path)
            return site.pages.flatMap { page in
                page.prices.compactMap { disagreement($0, on: page.path, file.path, stated) }
            } + stated.pages.flatMap { missing($0, file.path, site) }
        }
    }

    /// A price that the catalog states otherwise, or not at all.
    private static func disagreement(
        _ price: ReadPage.Price, on page: String, _ file: String, _ stated: Stated
    ) -> Disagreement? {
        let known = stated.values[PriceName(price)] ?? []
        // The last known price of a withdrawn model: its state is written over.
        let isKnown = known.contains { fact in
            fact.amount == price.value && (price.state == "withdrawn" || price.state == fact.state)
        }
        guard !isKnown else { return nil }
        return Disagreement(
            on: page, PriceAgreement.fact, "HTML \(PriceName(price).text)", text(price.value, price.state), file,
            known.map { text($0.amount, $0.state) }.sorted().joined(separator: ", "))
    }

    private static func text(_ amount: String?, _ state: String) -> String {
        amount.map { "\($0) (\(state))" } ?? state
    }

    /// The prices of a model that its page doesn't show.
    private static func missing(
        _ model: (url: String, prices: [PriceName]), _ file: String, _ site: SiteSummaries
    ) -> [Disagreement] {
        guard let page = site.page(at: model.url) else { return [] }
        let shown = Set(page.prices.map { PriceName($0) })
        return model.prices.filter { !shown.contains($0) }.map { name in
            Disagreement(on: page.path, PriceAgreement.fact, file, name.text, "HTML", nil)
        }
    }
}

/// What makes two prices the same one, wherever they stand.
private struct PriceName: Hashable {
    let model: String
    let meter: String
    let group: String?
    let tier: String?

    init(_ price: ReadPage.Price) {
        (model, meter, group, tier) = (price.model, price.meter, price.group, price.tier)
    }

    /// Of an entry of `catalog.json`.
    init(_ price: JSONValue, of model: String) {
        self.model = model
        meter = price.member("meter")?.stringValue ?? ""
        group = price.member("group")?.stringValue
        let conditions = (price.member("tier")?.members ?? []).map { member in
            "\(member.key)=\(member.value.stringValue ?? member.value.numberText ?? "")"
        }
        tier = conditions.isEmpty ? nil : conditions.joined(separator: ";")
    }

    var text: String { [model, meter, group, tier].compactMap(\.self).joined(separator: " ") }
}

/// What `catalog.json` says of prices. Models of several sources may share an id.
private struct Stated {
    private(set) var values: [PriceName: [(amount: String?, state: String)]] = [:]
    private(set) var pages: [(url: String, prices: [PriceName])] = []

    init(_ bytes: [UInt8], _ path: String) {
        let root = JSONParser.parse(SourceFile(path: path, bytes: bytes)).root
        for model in root?.member("models")?.elements ?? [] {
            guard let id = model.member("id")?.stringValue else { continue }
            var names: [PriceName] = []
            for price in model.member("prices")?.elements ?? [] {
                let name = PriceName(price, of: id)
                names.append(name)
                values[name, default: []].append(
                    (price.member("amount")?.stringValue, price.member("state")?.stringValue ?? ""))
            }
            if let url = model.member("url")?.stringValue { pages.append((url, names)) }
        }
    }
}
