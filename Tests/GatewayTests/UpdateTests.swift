import SiteModel
import Testing

@testable import Gateway

/// A catalog against the last one: dates, events and withdrawn models.
@Suite struct UpdateTests {
    private static let later = Moment(seconds: Replies.now.seconds + 86_400, zoneMinutes: 0)

    private func first(_ models: (String, String, String)...) throws -> CatalogSnapshot {
        try #require(Replies.update(Replies.list(of: models))).snapshot
    }

    private func lines(_ update: SnapshotUpdate?) -> [String] {
        (update?.events ?? []).map { event in
            [
                event.event.rawValue, event.model, event.meter ?? "-", event.old?.number ?? "-",
                event.new?.number ?? "-",
            ].joined(separator: " ")
        }
    }

    @Test func theOrderOfAReplyAndTheTimeOfAFetchChangeNothing() throws {
        let list = Replies.list(("b", "0.1", "0.2"), ("a", "0.3", "0.4"))
        let swapped = Replies.list(("a", "0.3", "0.4"), ("b", "0.1", "0.2"))
        let one = try #require(Replies.update(list))
        let two = try #require(Replies.update(swapped, over: one.snapshot, at: Self.later))
        #expect(two.snapshot.lockFile() == one.snapshot.lockFile())
        #expect(two.events.isEmpty)
        #expect(one.events.allSatisfy { $0.isFirst && $0.event == .added })
    }

    @Test func everySortOfChangeHasItsEvent() throws {
        let old = try first(
            ("down", "0.000002", "0.1"), ("free", "0.1", "0.1"), ("gone", "0.1", "0.1"), ("paid", "0", "0"),
            ("same", "0.1", "0.1"), ("state", "-1", "-1"), ("up", "0.000001", "0.1"))
        let update = Replies.update(
            Replies.list(
                ("down", "0.000001", "0.1"), ("free", "0", "0"), ("new", "0.1", "0.1"), ("paid", "0.1", "0.1"),
                ("same", "0.1", "0.1"), ("state", "0.1", "0.1"), ("up", "1.00000000000000000001e-6", "0.1")),
            over: old, at: Self.later)
        #expect(
            lines(update) == [
                "price_down down input 2 1", "became_free free input 100000 0", "became_free free output 100000 0",
                "removed gone - - -", "added new - - -", "became_paid paid input 0 100000",
                "became_paid paid output 0 100000", "state_changed state input - 100000",
                "meter_added state output - 100000", "price_up up input 1 1.00000000000000000001",
            ])
        let snapshot = try #require(update?.snapshot)
        let dates = snapshot.models.map { "\($0.id) \($0.lastChanged == Self.later) \($0.firstSeen == Self.later)" }
        #expect(
            dates == [
                "down true false", "free true false", "new true true", "paid true false", "same false false",
                "state true false", "up true false",
            ])
        #expect(snapshot.withdrawn.map(\.id) == ["gone"])
        #expect(snapshot.withdrawn[0].lastSeen?.seconds == Self.later.seconds - 3600)
        #expect(update?.events.allSatisfy { $0.id == $0.computedID && !$0.isFirst } == true)
    }

    @Test func whatComesBackKeepsItsNameAndItsFirstDay() throws {
        let old = try first(("a", "0.1", "0.1"), ("b", "0.1", "0.1"))
        let without = try #require(Replies.update(Replies.list(("a", "0.1", "0.1")), over: old, at: Self.later))
        let again = try #require(
            Replies.update(Replies.list(("a", "0.1", "0.1"), ("b", "0.2", "0.1")), over: without.snapshot))
        #expect(lines(again) == ["returned b - - -"])
        #expect(again.snapshot.withdrawn.isEmpty && again.snapshot.models[1].firstSeen == Replies.now)
    }

    @Test(arguments: ["-1", "-1.0", "-1.00", "-1e0", "-10E-1"])
    func minusOneVariesHoweverItIsWritten(_ text: String) throws {
        let prices = try first(("a", text, "0.1")).models[0].prices
        #expect(prices.map { "\($0.meter) \($0.state)" } == ["input variable", "output fixed"])
    }

    @Test(arguments: ["-1.01", "-0.9", "-", "--1", "-1.", "- 1", "-01"])
    func whatIsLikeMinusOneIsRefused(_ text: String) {
        #expect(Replies.update(Replies.list(("a", text, "0.1"))) == nil)
    }

    @Test func aModelWithoutAnyPriceSaysSoOnce() throws {
        let snapshot = try first(("a", "-1", "-1"))
        #expect(snapshot.models[0].prices.map { "\($0.meter) \($0.state)" } == ["input variable"])
        let reply = "{\"data\":[{\"id\":\"n\",\"architecture\":{},\"pricing\":{\"prompt\":null}}]}"
        let unknown = try #require(Replies.update(reply)).snapshot
        #expect(unknown.models[0].prices.map { "\($0.meter) \($0.state)" } == ["input unknown"])
    }
}
