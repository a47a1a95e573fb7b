import Directives
import SiteModel

/// What the catalog holds, as a search engine for data sets asks it: since when, of what, measured how.
struct DatasetContents {
    /// What stands in a column of the data.
    struct Variable: Hashable {
        /// As people read it.
        let name: String
        /// As the files of the catalog call it.
        let id: String
        /// "USD per 1 million tokens".
        let unit: String
    }

    private let catalog: Catalog
    private let facts: PageFacts
    let variables: [Variable]

    init(_ catalog: Catalog, _ facts: PageFacts) {
        self.catalog = catalog
        self.facts = facts
        variables = Self.variables(of: catalog, facts)
    }

    /// Changes when the data do.
    var version: String? { catalog.changed?.iso8601 }

    /// From the day on which the first model was found to the day of the snapshot.
    var period: String? {
        guard let end = catalog.asOf?.date.day else { return nil }
        let start = catalog.models.compactMap(\.firstSeen).min()?.date.day ?? end
        return start == end ? end : start + "/" + end
    }

    /// What the models are for, and who makes them.
    var keywords: [String] {
        let kinds = Set(catalog.models.lazy.filter { !$0.isWithdrawn }.map(\.kind)).sorted { $0.precedesByBytes($1) }
        return kinds.map { facts.text(of: $0, as: .kind) } + catalog.vendors.prefix(Self.vendorLimit).map(\.name)
    }

    /// A description of at least 50 characters where the page has a shorter one, and of 5,000 at most.
    func description(beginning text: String) -> String {
        guard text.count < 50 else { return String(text.prefix(5000)) }
        let names: [String] = variables.reduce(into: []) { if !$0.contains($1.name) { $0.append($1.name) } }
        let measured =
            facts.phrase(.modelTableCaption) + facts.phrase(.colon) + names.joined(separator: facts.phrase(.listComma))
        let day = catalog.asOf.map { facts.phrase(.catalogAsOf) + facts.phrase(.colon) + $0.date.day }
        let stop = facts.language.isChinese ? "。" : ". "
        return String([text, measured, day].compactMap(\.self).joined(separator: stop).prefix(5000))
    }

    private static let vendorLimit = 40

    private static func variables(of catalog: Catalog, _ facts: PageFacts) -> [Variable] {
        var meters: Set<Pair> = []
        for offer in catalog.models where !offer.isWithdrawn {
            for price in offer.prices where price.amount != nil {
                meters.insert(Pair(meter: price.meter, currency: price.currency))
            }
        }
        let sorted = meters.sorted { one, other in
            let ranks = (Meter.rank(of: one.meter), Meter.rank(of: other.meter))
            return ranks.0 != ranks.1
                ? ranks.0 < ranks.1 : (one.meter, one.currency) < (other.meter, other.currency)
        }
        let prices = sorted.map {
            Variable(
                name: facts.label(ofMeter: $0.meter), id: $0.meter,
                unit: $0.currency + " " + facts.unit(ofMeter: $0.meter))
        }
        let sizes: [ModelColumn] = [.context, .maxOutput]
        let names = zip(["context", "max_output"], sizes).filter { _, column in
            catalog.models.contains { facts.value(of: column, $0) != nil }
        }
        return prices + names.map { Variable(name: facts.heading(of: $1), id: $0, unit: "token") }
    }

    private struct Pair: Hashable {
        let meter: String
        let currency: String
    }
}
