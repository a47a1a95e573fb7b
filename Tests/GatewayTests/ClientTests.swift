import Diagnostics
import SiteModel
import Synchronization
import Testing

@testable import Gateway

/// The rules of asking, against a network and a clock that only exist here.
@Suite struct ClientTests {
    /// Answers by address, and what was asked.
    private final class Network: Sendable {
        private struct State {
            var asked: [HTTPRequest] = []
            var waits: [Int] = []
            var now = 0
        }
        private let state = Mutex(State())
        private let answers: @Sendable (String, Int) -> HTTPOutcome

        init(_ answers: @escaping @Sendable (String, Int) -> HTTPOutcome) { self.answers = answers }

        var asked: [HTTPRequest] { state.withLock { $0.asked } }
        var waits: [Int] { state.withLock { $0.waits } }

        var world: GatewayClient.World {
            GatewayClient.World(
                transfer: { request in
                    let count = self.state.withLock { state in
                        state.asked.append(request)
                        state.now += 10
                        return state.asked.count
                    }
                    return self.answers(request.url, count)
                },
                clock: { self.state.withLock { $0.now } },
                sleep: { wait in
                    self.state.withLock { state in
                        state.waits.append(wait)
                        state.now += wait
                    }
                },
                // Sun, 06 Nov 1994 08:49:37 GMT.
                date: { 784_111_777 })
        }
    }

    private func get(
        _ url: String = "https://gateway.example/v1/models", key: String? = "sk-secret", conditions: [String] = [],
        change: (inout CatalogSettings.Source) -> Void = { _ in },
        _ answers: @escaping @Sendable (String, Int) -> HTTPOutcome
    ) throws -> (answer: HTTPAnswer?, failure: GatewayClient.Failure?, network: Network) {
        let network = Network(answers)
        var source = CatalogSettings.Source(id: "main", adapter: "openai", url: url)
        source.keyVariable = "GATEWAY_KEY"
        change(&source)
        let client = GatewayClient(
            source, key: key.flatMap { GatewayKey($0) }, userAgent: "citable/0", world: network.world)
        let address = try #require(GatewayAddress(url))
        do throws(GatewayClient.Failure) {
            return (try client.get(address, conditions: conditions), nil, network)
        } catch {
            return (nil, error, network)
        }
    }

    private static func redirect(_ location: String) -> HTTPOutcome {
        .answered(HTTPAnswer(status: 302, body: [], headers: [("location", location)]))
    }

    private static func status(
        _ status: Int, _ text: String = "", after: String? = nil, date: String? = nil
    ) -> HTTPOutcome {
        let headers = [("retry-after", after), ("date", date)].compactMap { name, value in value.map { (name, $0) } }
        return .answered(HTTPAnswer(status: status, body: Array(text.utf8), headers: headers))
    }

    @Test(arguments: [
        "http://gateway.example/v1/models", "https://other.example/v1/models", "https://gateway.example:8443/v1",
        "//other.example/", "https://gateway.example@other.example/", "ftp://gateway.example/", "javascript:x",
    ])
    func aRedirectStaysAtItsOrigin(_ location: String) throws {
        let got = try get { _, _ in Self.redirect(location) }
        #expect(got.failure?.isRule == true)
        #expect(got.network.asked.count == 1)
    }

    @Test func aHostThatSettingsNameIsAskedWithoutTheKey() throws {
        let hosts = try [#require(GatewayAddress(host: "cdn.example"))]
        let got = try get(change: { $0.hosts = hosts }) { _, count in
            switch count {
            case 1: Self.redirect("https://cdn.example/models")
            case 2: Self.redirect("https://gateway.example/back")
            default: Self.status(200)
            }
        }
        #expect(got.answer?.status == 200)
        let keys = got.network.asked.map { $0.headers.contains { $0.hasPrefix("Authorization") } }
        #expect(keys == [true, false, false])
        let plain = try get(change: { $0.hosts = hosts }) { _, _ in Self.redirect("http://cdn.example/models") }
        #expect(plain.failure?.isRule == true && plain.network.asked.count == 1)
        let other = try get(key: "sk-SECRET") { _, _ in Self.redirect("https://sk-secret.other.example/") }
        #expect(other.failure?.message.english.contains("https://[key].other.example") == true)
    }

    @Test func threeRedirectsAreFollowed() throws {
        let got = try get { url, count in count < 4 ? Self.redirect("/step/\(count)") : Self.status(200, "ok") }
        #expect(got.answer?.status == 200)
        #expect(got.network.asked.map(\.url).last == "https://gateway.example/step/3")
        let more = try get { _, count in Self.redirect("/step/\(count)") }
        #expect(more.failure?.isRule == true && more.network.asked.count == 4)
    }

    @Test(arguments: [400, 401, 403, 404, 405, 418])
    func aRefusalIsNotRepeated(_ status: Int) throws {
        let got = try get { _, _ in Self.status(status) }
        #expect(got.failure?.isRule == false && got.network.asked.count == 1)
    }

    @Test(arguments: [429, 500, 502, 503, 504])
    func aFaultIsTriedThreeTimes(_ status: Int) throws {
        let got = try get { _, _ in Self.status(status) }
        #expect(got.network.asked.count == 3 && got.network.waits == [500, 2000])
        let mended = try get { _, count in Self.status(count == 3 ? 200 : status) }
        #expect(mended.answer?.status == 200)
    }

    @Test func aBrokenConnectionIsNotTriedAgain() throws {
        let got = try get { _, _ in .failed("connection refused") }
        #expect(got.network.asked.count == 1 && got.failure?.message.english.contains("refused") == true)
    }

    @Test(arguments: [
        "-1", "-9223372036854775808", "+7", "7.5", "7 s", "", "soon", "Sun, 06 Nov 1994 08:49:47", "06 Nov 1994",
        "Sun, 31 Feb 1994 08:49:47 GMT", "Sun, 06 Nov 1994 25:49:47 GMT", "Sun, 06 Nov 1994 08:49:47 CET",
        "Sun, 06 Nov 99999999999999 08:49:47 GMT", ", , , , , GMT", "Sun,,,,,",
    ])
    func aRetryAfterThatIsNoTimeIsPassedOver(_ after: String) throws {
        let got = try get { _, count in count == 1 ? Self.status(503, after: after) : Self.status(200) }
        #expect(got.answer?.status == 200)
        #expect(got.network.waits == [500])
    }

    /// Ten seconds after the clock of the test, and times that are over.
    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10_000), ("Sunday, 06-Nov-94 08:49:47 GMT", 10_000),
        ("Sun Nov  6 08:49:47 1994", 10_000), ("Sun, 06 Nov 1994 08:49:37 GMT", 500),
        ("Sun, 06 Nov 1904 08:49:47 GMT", 500), ("Thu, 01 Jan 1970 00:00:00 GMT", 500),
        ("Saturday, 06-Nov-93 08:49:47 GMT", 500), ("Sunday, 06-Nov-49 08:49:37 GMT", 500),
    ])
    func aRetryAfterMayBeADate(_ after: String, _ wait: Int) throws {
        let got = try get { _, count in count == 1 ? Self.status(503, after: after) : Self.status(200) }
        #expect(got.answer?.status == 200)
        #expect(got.network.waits == [wait])
    }

    @Test func aDateIsMeasuredByTheClockOfItsGateway() throws {
        let late = "Mon, 02 Jan 2045 03:04:12 GMT"
        let got = try get { _, count in
            count == 1 ? Self.status(429, after: late, date: "Mon, 02 Jan 2045 03:04:05 GMT") : Self.status(200)
        }
        #expect(got.network.waits == [7000])
        let absurd = try get { _, _ in Self.status(429, after: "Fri, 31 Dec 9999 23:59:60 GMT") }
        #expect(absurd.network.asked.count == 1 && absurd.network.waits == [])
        #expect(absurd.failure?.message.english.hasSuffix("; it asks to wait 31622400 s") == true)
        let endless = try get { _, _ in Self.status(503, after: "99999999999999999999") }
        #expect(endless.network.asked.count == 1)
    }

    /// What stands for a key may itself hold a short one.
    @Test(arguments: [("key", "the [key] here"), ("k", "the [k]"), ("]", "a]b[key]"), ("ab", "abab ab")])
    func aShortKeyIsTakenOutOnce(_ key: String, _ text: String) throws {
        let clean = try #require(GatewayKey(key)).redacted(text)
        #expect(clean == text.split(separator: key, omittingEmptySubsequences: false).joined(separator: "[key]"))
    }

    @Test func retryAfterIsKeptWithinTheTime() throws {
        let short = try get { _, count in count == 1 ? Self.status(429, after: "7") : Self.status(200) }
        #expect(short.answer?.status == 200 && short.network.waits == [7000])
        let long = try get { _, _ in Self.status(429, after: "3600") }
        #expect(long.network.asked.count == 1 && long.network.waits == [])
        let huge = try get { _, _ in Self.status(429, after: "9223372036854775807") }
        #expect(huge.network.asked.count == 1)
    }

    @Test func theWholeTimeIsLimited() throws {
        let got = try get(change: { $0.timeout = 1 }) { _, _ in Self.status(503) }
        #expect(got.network.waits == [500])
        #expect(got.network.asked.allSatisfy { $0.milliseconds <= 1000 })
        let usual = try get(change: { $0.timeout = 60 }) { _, _ in Self.status(200) }
        #expect(usual.network.asked.map(\.milliseconds) == [10_000])
    }

    @Test func theKeyStandsInOneHeader() throws {
        let got = try get { _, _ in Self.status(200) }
        let request = try #require(got.network.asked.first)
        #expect(request.headers.filter { $0.contains("sk-secret") } == ["Authorization: Bearer sk-secret"])
        #expect(!request.url.contains("secret"))
        let none = try get(key: nil) { _, _ in Self.status(200) }
        #expect(none.network.asked[0].headers.allSatisfy { !$0.hasPrefix("Authorization") })
        #expect(GatewayKey("a\r\nX: b") == nil && GatewayKey("") == nil && GatewayKey("a b") == nil)
    }

    @Test func messagesNeverHoldTheKey() throws {
        let got = try get(key: "sk/se+cret") { _, _ in Self.status(500, "no sk/se+cret, and sk%2Fse%2Bcret") }
        let message = try #require(got.failure?.message)
        #expect(message.english.contains("500: ‘no [key], and [key]’"))
        #expect(!message.chinese.contains("cret"))
        let wrong = try get { _, _ in Self.status(401) }
        #expect(wrong.failure?.message.english.contains("GATEWAY_KEY") == true)
    }

    @Test func notModifiedAnswersOnlyAQuestion() throws {
        let known = try get(conditions: ["If-None-Match: \"a\""]) { _, _ in Self.status(304) }
        #expect(known.answer?.status == 304)
        let nothing = try get { _, count in Self.status(count == 1 ? 304 : 200) }
        #expect(nothing.answer?.status == 200 && nothing.network.asked.count == 2)
        let twice = try get { _, _ in Self.status(304) }
        #expect(twice.failure != nil && twice.network.asked.count == 2)
    }
}
