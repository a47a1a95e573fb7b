import Diagnostics
import SiteModel
import Testing

@Suite("The overlay")
struct CatalogOverlayTests {
    private func load(_ overlay: String, prices: String = CatalogFiles.price()) -> (Catalog?, [Diagnostic]) {
        var files = CatalogFiles()
        files.setLock(CatalogFiles.model("a", prices: prices) + ", " + CatalogFiles.model("b"))
        files.texts[CatalogFiles.overlay] = overlay
        let loaded = files.load()
        return (loaded.catalog, loaded.diagnostics)
    }

    @Test("Names, vendors, notes and hidden models")
    func facts() throws {
        let (catalog, diagnostics) = load(
            "models:\n  a: {name: Model A, vendor: Acme, note: {zh: 说明, en: Remark}}\n  b: {hidden: true}\n")
        #expect(diagnostics.isEmpty)
        let offer = try #require(catalog?.offer("a"))
        #expect(offer.name == "Model A" && offer.vendor == "Acme" && offer.note?.text(in: "zh") == "说明")
        #expect(catalog?.offer("b") == nil)
    }

    @Test("A price by hand is exact, says where it is from, and replaces what the source said of that meter")
    func prices() throws {
        let hand = "source: https://vendor.example/prices, checked_on: 2026-11-22"
        let (catalog, diagnostics) = load(
            """
            models:
              a:
                prices:
                  - {meter: output, amount: "0.0000105", per: 1, currency: CNY, \(hand)}
                  - {meter: cache_read, amount: 0.000, currency: USD, \(hand)}
            """)
        #expect(diagnostics.isEmpty)
        let prices = try #require(catalog?.offer("a")).prices
        #expect(prices.map(\.meter) == ["input", "output", "cache_read"])
        #expect(prices.map { $0.amount?.text } == ["1.5", "10.5", "0"])
        #expect(prices.map(\.state) == [.fixed, .fixed, .free])
        #expect(prices[1].per == 1_000_000 && prices[1].currency == "CNY")
        #expect(prices[1].finding?.source == "https://vendor.example/prices")
        #expect(prices[1].finding?.checkedOn.iso8601 == "2026-11-22")
        let (priced, _) = load(
            "models: {a: {prices: [{meter: request, amount: \"0.04\", currency: USD, \(hand)}]}}",
            prices: CatalogFiles.price("input", "\"state\": \"unknown\""))
        #expect(priced?.offer("a")?.prices.map(\.meter) == ["request"])
    }

    @Test("A successor is a model of the catalog; another id is a warning at its place")
    func successor() throws {
        let (catalog, diagnostics) = load("models:\n  a: {successor: b}\n")
        #expect(diagnostics.isEmpty)
        #expect(catalog?.offer("a")?.successor == "b" && catalog?.offer("b")?.successor == nil)
        let (_, unknown) = load("models:\n  a: {successor: bb}\n")
        #expect(unknown.map(\.code.id) == ["catalog/unknown-overlay-model"])
        #expect(unknown.first?.location?.line == 2 && unknown.first?.location?.column == 18)
        #expect(unknown.first?.hint?.english == "did you mean ‘b’?")
    }

    @Test("A model that is nowhere is a warning, an unknown field an error")
    func unknown() {
        let (catalog, diagnostics) = load("models:\n  aa: {name: x}\n  b: {vendr: y}\n")
        #expect(catalog != nil)
        #expect(diagnostics.map(\.code.id).sorted() == ["catalog/unknown-overlay-model", "front-matter/unknown-field"])
        let warning = diagnostics.first { $0.code == .unknownOverlayModel }
        #expect(warning?.severity == .warning && warning?.location?.line == 2 && warning?.location?.column == 3)
        #expect(warning?.hint?.english == "did you mean ‘a’?")
    }

    @Test(
        "A bad price by hand is told",
        arguments: [
            ("amount: \"0,15\", meter: input, currency: USD", "‘0,15’ is no amount: it is no decimal number"),
            ("amount: $0.15, meter: input, currency: USD", "‘$0.15’ is no amount: it is no decimal number"),
            ("amount: 0x10, meter: input, currency: USD", "‘0x10’ is no amount: it is no decimal number"),
            ("amount: -1, meter: input, currency: USD", "‘-1’ is no amount: it is negative"),
            ("amount: 1e12, meter: input, currency: USD", "‘1e12’ is no amount: it is beyond 1e-12 and 1e9"),
            ("amount: 1, meter: inputs, currency: USD", "‘inputs’ is no meter"),
            ("amount: 1, meter: input, currency: dollars", "‘dollars’ is no ISO 4217 code"),
            ("amount: 1, meter: request, per: 1000, currency: USD", "‘per’ of request is 1, 1000 or 1000000"),
        ])
    func badPrices(fields: String, message: String) {
        let (_, diagnostics) = load(
            "models:\n  a:\n    prices:\n      - {\(fields), source: x, checked_on: 2026-11-22}\n")
        #expect(diagnostics.map(\.message.english) == [message])
        #expect(diagnostics.first?.code == .malformedOverlay && diagnostics.first?.location?.line == 4)
    }

    @Test("A price by hand without source or date is incomplete")
    func incomplete() {
        let (_, diagnostics) = load("models: {a: {prices: [{meter: input, amount: 1, currency: USD}]}}")
        #expect(diagnostics.map(\.code.id) == ["front-matter/missing-field", "front-matter/missing-field"])
    }
}
