import Diagnostics
import Gateway
import SiteModel
import Testing

/// The replies of an uptime-kuma status page.
@Suite struct StatusPageTests {
    private func read(_ page: String, _ beats: String) -> (
        monitors: [UptimeSnapshot.Monitor]?, diagnostics: [Diagnostic]
    ) {
        UptimeKuma.read(
            page: SourceFile(path: "page", bytes: Array(page.utf8)),
            heartbeats: SourceFile(path: "beats", bytes: Array(beats.utf8)))
    }

    private static let page = """
        {"publicGroupList": [{"name": "Chat", "monitorList": [{"id": 7, "name": "a", "url": "http://10.0.0.7/"}]}]}
        """

    @Test func theDocumentedBodiesAreRead() throws {
        let page = SourceFile(path: "page", bytes: try Replies.bytes("replies/uptime-kuma.page"))
        let beats = SourceFile(path: "beats", bytes: try Replies.bytes("replies/uptime-kuma.beats"))
        let monitors = try #require(UptimeKuma.read(page: page, heartbeats: beats).monitors)
        #expect(monitors.map(\.name) == ["acme-chat-large", "acme-chat-mini"])
        #expect(monitors.map(\.group) == ["Chat", "Chat"])
        // A share without a single check says nothing: uptime-kuma writes 0 for it.
        #expect(monitors.map(\.percent) == ["99.87%", nil])
        #expect(monitors[0].checks == [.down, .up])
        #expect(monitors[0].span?.to.dateTime == "2026-11-23T20:59:00Z")
    }

    @Test(
        "a share is cut, never rounded up",
        arguments: [
            ("1", "100.00%"), ("0.99999", "99.99%"), ("0.9999", "99.99%"), ("0.5", "50.00%"), ("0", "0.00%"),
            ("0.09", "9.00%"), ("0.00009", "0.00%"), ("1.0", "100.00%"), ("9.987e-1", "99.87%"),
        ])
    func shares(_ written: String, _ shown: String) throws {
        let beats = """
            {"heartbeatList": {"7": [{"status": 1, "time": "2026-11-23 20:58:00.000"}]}, "uptimeList": {"7_24": \(written)}}
            """
        let monitors = try #require(read(Self.page, beats).monitors)
        #expect(monitors.first?.percent == shown)
    }

    @Test(
        "what is no record is refused whole",
        arguments: [
            #"{"heartbeatList": {"7": [{"status": 4, "time": "2026-11-23 20:58:00"}]}, "uptimeList": {"7_24": 1}}"#,
            #"{"heartbeatList": {"7": [{"status": 1, "time": "now"}]}, "uptimeList": {"7_24": 1}}"#,
            #"{"heartbeatList": {"7": [{"status": 1, "time": "2026-11-23 20:58:00"}]}, "uptimeList": {"7_24": 1.01}}"#,
            #"{"heartbeatList": {"7": [{"status": 1, "time": "2026-11-23 20:58:00"}]}, "uptimeList": {"7_24": -0.5}}"#,
            #"{"heartbeatList": {"7": [{"status": 1, "time": "2026-11-23 20:58:00"}]}, "uptimeList": {"7_24": true}}"#,
            #"{"heartbeatList": [], "uptimeList": {}}"#, "[]", "",
        ])
    func bad(_ beats: String) {
        let result = read(Self.page, beats)
        #expect(result.monitors == nil)
        #expect(!result.diagnostics.isEmpty)
    }

    @Test func nothingButNamesAndResultsIsKept() throws {
        let beats =
            #"{"heartbeatList": {"7": [{"status": 1, "time": "2026-11-23 20:58:00", "msg": "10.0.0.7"}]}, "uptimeList": {}}"#
        let monitors = try #require(read(Self.page, beats).monitors)
        let snapshot = UptimeSnapshot(
            fetchedAt: Replies.now, url: "https://status.example/status/a", monitors: monitors)
        #expect(!String(decoding: snapshot.file, as: UTF8.self).contains("10.0.0.7"))
        #expect(monitors[0].uptime == nil)
    }
}
