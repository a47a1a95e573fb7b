import SiteModel
import TestSupport
import Testing

@testable import Gateway

/// Random catalogs: the lock file follows from what a gateway offers, and from nothing else.
@Suite struct LockPropertyTests {
    /// The members of an object in an order of chance.
    private static func object(_ members: [(String, String)], _ random: inout SplitMix) -> String {
        "{" + members.shuffled(using: &random).map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    /// Models whose ids collide as addresses, with tiers, groups and states of every sort.
    private static func models(_ random: inout SplitMix) -> [[(String, String)]] {
        let names = ["a", "A", "a.b", "a/b", "a:b", "通义", "é", "e\u{301}", "../x", "<b>", "x|y", "index"]
        return names.shuffled(using: &random).prefix(Int.random(in: 1...names.count, using: &random)).map { name in
            func number(_ most: Int) -> String { "\(Int.random(in: 0...most, using: &random))e-3" }
            var members = [
                ("model_name", "\"\(name)\""), ("quota_type", Bool.random(using: &random) ? "0" : "1"),
                ("model_ratio", number(9999)), ("completion_ratio", number(9999)), ("model_price", number(99)),
                ("enable_groups", "[\"vip\",\"default\",\"all\"]"),
            ]
            if Bool.random(using: &random) { members.append(("cache_ratio", number(900))) }
            if Bool.random(using: &random) { members.append(("audio_ratio", number(9000))) }
            if Bool.random(using: &random) { members.append(("description", "\"<b>\(number(9))</b>\"")) }
            return members
        }
    }

    private static func reply(_ models: [[(String, String)]], _ random: inout SplitMix) -> String {
        let data = models.shuffled(using: &random).map { object($0, &random) }.joined(separator: ",")
        let groups = object([("default", "1"), ("vip", "0.8"), ("secret", "0.1")], &random)
        return object([("success", "true"), ("data", "[\(data)]"), ("group_ratio", groups)], &random)
    }

    @Test("The order in a reply changes nothing, and the same catalog read again is the same bytes", arguments: 1...40)
    func orders(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let models = Self.models(&random)
        let first = try #require(Replies.update(Self.reply(models, &random), as: "new-api"))
        let lock = first.snapshot.lockFile()
        for hours in 1...3 {
            let later = Moment(seconds: Replies.now.seconds + hours * 3600, zoneMinutes: 0)
            let other = Self.reply(models, &random)
            #expect(try #require(Replies.update(other, as: "new-api")).snapshot.lockFile() == lock)
            let again = try #require(Replies.update(other, as: "new-api", over: first.snapshot, at: later))
            #expect(again.snapshot.lockFile() == lock && again.events.isEmpty)
        }
    }

    /// A model that goes and comes back leaves every other line, and its own name, as they were.
    @Test("Addresses are kept whatever comes and goes", arguments: 1...40)
    func addresses(seed: UInt64) throws {
        var random = SplitMix(state: seed &* 977)
        let models = Self.models(&random)
        var snapshot = try #require(Replies.update(Self.reply(models, &random), as: "new-api")).snapshot
        let given = Dictionary(uniqueKeysWithValues: snapshot.models.map { (Array($0.id.utf8), $0.slug) })
        #expect(Set(given.values).count == given.count)
        for step in 1...4 {
            let some = models.filter { _ in Bool.random(using: &random) }
            let later = Moment(seconds: Replies.now.seconds + step * 3600, zoneMinutes: 0)
            snapshot = try #require(
                Replies.update(Self.reply(some, &random), as: "new-api", over: snapshot, at: later)
            ).snapshot
            let all = snapshot.models + snapshot.withdrawn
            #expect(all.count == models.count)
            #expect(all.allSatisfy { given[Array($0.id.utf8)] == $0.slug })
        }
    }

    /// A reply can hold as many tiers as fit in it.
    @Test func thousandsOfTiersOfOneModel() {
        let bands = (0..<5000).map { "{\"range\":[\($0),\($0 + 1)],\"input_cost_per_token\":1e-6}" }
        let reply = "{\"m\":{\"litellm_provider\":\"p\",\"tiered_pricing\":[\(bands.joined(separator: ","))]}}"
        let prices = Replies.update(reply, as: "litellm-price-map")?.snapshot.models[0].prices.count
        #expect(prices == 5000)
    }
}
