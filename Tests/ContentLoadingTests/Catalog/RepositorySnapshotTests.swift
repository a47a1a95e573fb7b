import Bytes
import ContentLoading
import Diagnostics
import SiteModel
import Testing

/// The snapshot that the repository carries. Its numbers were compared with the gateway's reply when it was taken.
@Suite("The repository's own snapshot")
struct RepositorySnapshotTests {
    @Test("It loads without a word, with exact prices per million tokens")
    func load() throws {
        var files = try CatalogFiles.repository()
        files.texts[CatalogFiles.overlay] = try CatalogFiles.read(CatalogFiles.overlay)
        let loaded = files.load()
        #expect(loaded.diagnostics.isEmpty)
        let catalog = try #require(loaded.catalog)
        #expect(catalog.isConfirmed && catalog.asOf?.dateTime == "2026-11-23T21:31:02Z")
        let shown = catalog.models.map { offer in
            [offer.id, offer.slug, offer.name, offer.vendor ?? "-", offer.kind]
                + offer.prices.map { "\($0.meter)=\($0.amount?.text ?? "?")" }
        }
        #expect(
            shown == [
                [
                    "claude-sonnet-4-5", "claude-sonnet-4-5", "Claude Sonnet 4.5", "Anthropic", "chat", "input=3",
                    "output=15",
                ],
                ["gpt-4o-mini", "gpt-4o-mini", "GPT-4o mini", "OpenAI", "chat", "input=0.15", "output=0.6"],
                ["gpt-5", "gpt-5", "GPT-5", "OpenAI", "chat", "input=1.25", "output=10"],
                ["house/qwen-72b", "house-qwen-72b", "house/qwen-72b", "-", "chat", "input=0.4", "output=1.2"],
                ["llama-3.3-70b", "llama-3-3-70b", "Llama 3.3 70B", "Meta", "chat", "input=1.04", "output=1.04"],
            ])
        #expect(catalog.models.allSatisfy { $0.prices.allSatisfy { $0.state == .fixed && $0.per == 1_000_000 } })
        #expect(catalog.offer("llama-3.3-70b")?.note?.text(in: "en")?.hasPrefix("The gateway serves two") == true)
    }

    @Test("Written again it is the same bytes, and so are its events")
    func roundTrip() throws {
        let files = try CatalogFiles.repository()
        let catalog = try #require(files.load().catalog)
        var snapshot = CatalogSnapshot(
            source: "main", adapter: "litellm", adapterVersion: 1, url: "https://gateway.alltkn.example",
            currency: "USD")
        snapshot.models = catalog.models
        #expect(String(decoding: snapshot.lockFile(), as: UTF8.self) == files.texts[CatalogFiles.lock])
        #expect(catalog.events.allSatisfy { $0.id == $0.computedID && $0.isFirst && $0.event == .added })
        let lines = catalog.events.map { String(decoding: $0.line, as: UTF8.self) + "\n" }.joined()
        #expect(lines == files.texts[CatalogFiles.history])
    }

    @Test("A changed digit, a conflict and a newer version are told apart")
    func damage() throws {
        let files = try CatalogFiles.repository()
        func damaged(_ old: String, _ new: String) throws -> [String] {
            var copy = files
            let lock = try #require(files.texts[CatalogFiles.lock])
            let parts = lock.split(separator: old, maxSplits: 1)
            copy.texts[CatalogFiles.lock] = parts.joined(separator: new)
            #expect(copy.load().catalog == nil)
            return copy.places()
        }
        #expect(
            try damaged("\"amount\": \"15\"", "\"amount\": \"16\"") == ["main.lock.json:9:19 catalog/snapshot-hash"])
        #expect(
            try damaged("  \"currency\"", "<<<<<<< HEAD\n  \"currency\"") == [
                "main.lock.json:10:1 json/conflict-marker"
            ])
        #expect(
            try damaged("\"schema_version\": 1", "\"schema_version\": 2") == [
                "main.lock.json:2:21 catalog/snapshot-version"
            ])
    }
}
