import Diagnostics
import SiteModel
import Testing

@testable import Gateway

/// Changes that need a person's consent, and the small ones that don't.
@Suite struct GateTests {
    private func refusals(
        _ old: String, _ new: String, references: Set<String> = []
    ) throws -> [String] {
        let before = try #require(Replies.update(old)).snapshot
        let update = try #require(Replies.update(new, over: before))
        return CatalogGate(CatalogSettings.Gate(), references: references).refusals(of: update).map { refusal in
            let change = [refusal.old, refusal.new].compactMap(\.self).joined(separator: " → ")
            return [refusal.model, refusal.meter, change.isEmpty ? nil : change, refusal.reason.english]
                .compactMap(\.self).joined(separator: " | ")
        }
    }

    private func list(_ count: Int, _ price: (Int) -> (String, String)) -> String {
        Replies.list(of: (0..<count).map { ("m\($0)", price($0).0, price($0).1) })
    }

    @Test func nothingLeft() throws {
        #expect(
            try refusals(Replies.list(("a", "0.1", "0.1")), "{\"data\":[]}").first == "1 → 0 | no model is left")
        let update = try #require(Replies.update("{\"data\":[]}"))
        #expect(CatalogGate(CatalogSettings.Gate(), references: []).refusals(of: update).count == 1)
    }

    /// More than ten percent and more than three: both.
    @Test func manyModelsGone() throws {
        let all = list(10) { _ in ("0.1", "0.1") }
        let six = list(6) { _ in ("0.1", "0.1") }
        let nine = list(9) { _ in ("0.1", "0.1") }
        #expect(try refusals(all, six) == (6..<10).map { "m\($0) | removed, with 4 of 10 models" })
        #expect(try refusals(all, list(7) { _ in ("0.1", "0.1") }) == [])
        #expect(try refusals(all, nine, references: ["m9"]) == ["m9 | removed, and a page speaks of it"])
    }

    /// Three times is allowed, a hair more isn't.
    @Test func aPriceThatLeaps() throws {
        let old = Replies.list(("a", "0.1", "0.3"), ("b", "0.1", "0.1"))
        #expect(try refusals(old, Replies.list(("a", "0.3", "0.1"), ("b", "0.1", "0.1"))) == [])
        #expect(
            try refusals(old, Replies.list(("a", "0.30000000000000000001", "0.09"), ("b", "0.1", "0.1"))) == [
                "a | input | 100000 → 300000.00000000000001 | moved by more than a factor of 3",
                "a | output | 300000 → 90000 | moved by more than a factor of 3",
            ])
    }

    @Test func paidToFree() throws {
        #expect(
            try refusals(Replies.list(("a", "0.1", "0.1")), Replies.list(("a", "0", "0.1"))) == [
                "a | input | 100000 → 0 | was paid, and is free now"
            ])
        #expect(try refusals(Replies.list(("a", "0", "0")), Replies.list(("a", "0.1", "0.1"))) == [])
    }

    @Test func allByOneFactor() throws {
        let old = Replies.list(("a", "0.00000125", "0.00001"), ("b", "0.00000015", "0.0000006"))
        let found = try refusals(old, Replies.list(("a", "0.00125", "0.01"), ("b", "0.00015", "0.0006")))
        #expect(found.first == "4 of 4 prices moved by ×1000: unit changed?")
        #expect(found.count == 5)
    }

    /// More than thirty percent of the models, and four at least.
    @Test func manyRepriced() throws {
        let old = list(10) { _ in ("0.1", "0.1") }
        #expect(try refusals(old, list(10) { ($0 < 3 ? "0.2" : "0.1", "0.1") }) == [])
        let found = try refusals(old, list(10) { ($0 < 4 ? "0.2" : "0.1", "0.1") })
        #expect(found.count == 4 && found[0] == "m0 | input | 100000 → 200000 | repriced, with 4 of 10 models")
    }

    @Test func anotherGatewayOrCurrency() throws {
        var old = try #require(Replies.update(Replies.list(("a", "0.1", "0.1")))).snapshot
        func reasons() throws -> [String] {
            let update = try #require(Replies.update(Replies.list(("a", "0.1", "0.1")), over: old))
            return CatalogGate(CatalogSettings.Gate(), references: []).refusals(of: update).map(\.reason.english)
        }
        old.url = "https://elsewhere.example/api"
        #expect(try reasons() == [])
        old.currency = "CNY"
        old.adapter = "vercel"
        #expect(try reasons() == ["the currency changed", "the adapter changed"])
    }
}
