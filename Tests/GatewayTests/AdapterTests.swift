import Diagnostics
import Foundation
import SiteModel
import TestSupport
import Testing

@testable import Gateway

/// Each adapter's reply against the lock file that must come of it.
@Suite struct AdapterTests {
    private static let replies = [
        "litellm-model-hub", "litellm-model-info", "litellm-price-map", "models-dev", "new-api", "openai",
        "openai-integers", "openrouter", "portkey", "vercel",
    ]

    /// `auto` finds the adapter; its name stands in the lock.
    @Test(arguments: replies)
    func lockFile(_ name: String) throws {
        let reply = try Replies.bytes("replies/\(name).json")
        let source = Replies.source("auto")
        let content = try #require(Replies.read(reply, "file:\(name).json", source).content)
        let update = SnapshotUpdate(content, of: source, url: "file:\(name).json", previous: nil, now: Replies.now)
        let lock = String(decoding: update.snapshot.lockFile(), as: UTF8.self)
        #expect(try GoldenFile("Fixtures/locks/\(name).lock.json").difference(from: lock) == nil)
        #expect(!lock.contains("CANARY") && !lock.contains("10.1.2.3") && !lock.contains("<"))
        #expect(!lock.contains("Pro号池"))
    }

    @Test func everyAdapterHasAReply() throws {
        let names = try Replies.names("replies")
        let missing = GatewayRegistry.all.filter { adapter in !names.contains { $0.hasPrefix(adapter.name) } }
        #expect(missing.isEmpty || missing.allSatisfy { $0.name == "litellm" })
    }

    @Test func anUnstatedUnitIsStatedInTheSettings() throws {
        let reply = try Replies.bytes("replies/openai-per-million.json")
        var source = Replies.source("openai")
        #expect(Replies.read(reply, "r", source).diagnostics.map(\.code.id) == ["catalog/unknown-unit"])
        source.unit = .perMillion
        let million = try #require(Replies.read(reply, "r", source).content)
        #expect(million.models[0].prices.map { $0.amount?.text } == ["0.2", "0.8", "0.1"])
        source.unit = .perToken
        let token = try #require(Replies.read(reply, "r", source).content)
        #expect(token.models[0].prices.map { $0.amount?.text } == ["200000", "800000", "100000"])
    }

    @Test func oneAPITakesNamesAlone() throws {
        let reply = try Replies.bytes("replies/one-api.json")
        let content = try #require(Replies.read(reply, "r", Replies.source("one-api")).content)
        #expect(content.models.map(\.id) == ["gull-mini"] && content.models[0].prices.isEmpty)
        #expect(content.models[0].vendor == nil && content.models[0].released == nil)
    }

    /// 1,000,000 ÷ 250,000 = 4 dollars for a ratio of 1.
    @Test func theStatusSaysWhatARatioIsWorth() throws {
        let reply = try Replies.bytes("replies/new-api.json")
        func input(_ quota: String) -> [String?] {
            let status = Array("{\"success\":true,\"data\":{\"quota_per_unit\":\(quota)}}".utf8)
            let read = Replies.read(reply, "r", Replies.source("new-api"), status: status)
            return read.content.map { [$0.models[0].prices[0].amount?.text] }
                ?? read.diagnostics.prefix(1).map(\.code.id)
        }
        #expect(input("250000") == ["5"])
        #expect(input("5e5") == ["2.5"])
        #expect(input("0") == ["catalog/bad-price"])
        #expect(input("300000") == ["catalog/bad-price"])
    }
}
