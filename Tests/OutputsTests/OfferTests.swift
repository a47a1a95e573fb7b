import Foundation
import Outputs
import SiteModel
import Testing

/// Offers in the JSON-LD of model pages.
@Suite struct OfferTests {
    private static func graph(_ id: String, isConfirmed: Bool = true) throws -> ReadGraph {
        var site = SampleSite()
        site.catalog = SampleCatalog.make(isConfirmed: isConfirmed)
        site.add("models/m", "M", kind: "model", in: SampleSite.en) { _, facets in
            facets.structuredData = .model
            facets.model = LocatedText(id, range: 0..<0)
        }
        return try ReadGraph(site.view(), "/en/models/m")
    }

    @Test func fixedAndFreeBasePricesAreOffers() throws {
        let service = try Self.graph("acme/m-1")["Service"]
        let offers = JSONReading.list(service["offers"])
        let prices = offers.compactMap { $0["priceSpecification"] as? [String: NSObject] }
        #expect(prices.map { $0["name"] as? String } == ["Input", "Output"])
        #expect(prices.map { $0["price"] as? String } == ["0.15", "0"])
        #expect(prices.first?["validFrom"] as? String == "2026-11-10T00:00:00Z")
        #expect(
            prices.first?["referenceQuantity"] as? [String: String]
                == ["@type": "QuantitativeValue", "value": "1000000", "unitText": "token"])
        #expect(service["brand"] as? [String: String] == ["@type": "Brand", "name": "Acme"])
    }

    @Test func withdrawnAndUnconfirmedModelsHaveNone() throws {
        #expect(try Self.graph("acme/old")["Service"]["offers"] == nil)
        #expect(try Self.graph("acme/m-1", isConfirmed: false)["Service"]["offers"] == nil)
        #expect(try !Self.graph("acme/m-1", isConfirmed: false)["Service"].isEmpty)
    }

    @Test func theListOfModelsIsADatasetToo() throws {
        var site = SampleSite()
        site.catalog = SampleCatalog.make()
        site.settings.license = "https://license.example/"
        site.add("models", "Models", kind: "hub", in: SampleSite.en)
        site.add("models/m", "M", kind: "model", in: SampleSite.en)
        site.add("models/prices", "Prices", kind: "prices", in: SampleSite.en)
        let graph = try ReadGraph(site.view(), "/en/models/")
        #expect(graph["Dataset"]["license"] as? String == "https://license.example/")
        #expect(graph["Dataset"]["dateModified"] as? String == "2026-11-20")
        #expect(graph["Dataset"]["version"] as? String == "2026-11-10T00:00:00Z")
        #expect(graph["Dataset"]["temporalCoverage"] as? String == "2026-11-19")
        #expect(graph["Dataset"]["keywords"] as? [String] == ["chat", "Acme"])
        let variables = JSONReading.list(graph["Dataset"]["variableMeasured"])
        #expect(variables.map { $0["propertyID"] as? String } == ["input", "output", "context"])
        #expect(variables.map { $0["name"] as? String } == ["Input", "Output", "Context"])
        #expect(variables.map { $0["unitText"] as? String } == ["USD per 1M tokens", "USD per 1M tokens", "token"])
        let description = try #require(graph["Dataset"]["description"] as? String)
        #expect((50...5000).contains(description.count) && description.hasSuffix("As of: 2026-11-19"))
        let list = graph["ItemList"]
        #expect(list["numberOfItems"] as? Int == 1)
        #expect(
            JSONReading.list(list["itemListElement"]).first?["url"] as? String == "https://site.example/en/models/m")
        #expect(!graph["CollectionPage"].isEmpty)
    }
}
