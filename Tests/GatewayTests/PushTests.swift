import SiteModel
import Testing

@testable import Gateway

/// What search engines are sent, and how their answers are read.
@Suite struct PushTests {
    private static var settings: SiteSettings {
        var settings = SiteSettings()
        settings.baseURL = "https://site.example"
        return settings
    }

    private static let addresses = (0..<10_001).map { "https://site.example/p\($0)" }

    @Test func indexNowTakesTenThousandAtATime() {
        let requests = IndexNowPush.requests(Self.addresses, key: "0123456789", Self.settings, userAgent: "a")
        #expect(requests.map(\.addresses.count) == [10_000, 1])
        #expect(requests[0].request.url == "https://api.indexnow.org/indexnow")
        #expect(!requests[0].request.allowsHTTP && !requests[0].request.allowsLoopback)
        #expect(
            requests[1].request.body.map { String(decoding: $0, as: UTF8.self) }
                == "{\"host\":\"site.example\",\"key\":\"0123456789\",\"keyLocation\":\"https://site.example/0123456789.txt\","
                + "\"urlList\":[\"https://site.example/p10000\"]}")
    }

    @Test func baiduTakesTwoThousandAndTheTokenStandsInTheRequestAlone() {
        let requests = BaiduPush.requests(Self.addresses, token: "to ken&x", Self.settings, userAgent: "a")
        #expect(requests.map(\.addresses.count) == [2000, 2000, 2000, 2000, 2000, 1])
        #expect(requests[0].request.url.hasSuffix("/urls?site=https%3A%2F%2Fsite.example&token=to%20ken%26x"))
        #expect(requests[5].request.body == Array("https://site.example/p10000".utf8))
        #expect(!requests[0].place.contains("ken"))
    }

    @Test(arguments: [(200, true), (202, true), (400, false), (403, false), (422, false), (429, false), (500, false)])
    func onlyTwoAnswersAreGood(_ status: Int, _ isGood: Bool) {
        let request = IndexNowPush.requests(
            ["https://site.example/"], key: "0123456789", Self.settings, userAgent: "a")[0]
        let outcome = request.send { _ in .answered(HTTPAnswer(status: status, body: Array("words\u{1B}[31m".utf8))) }
        if case .accepted(let text, _) = outcome {
            #expect(isGood && !text.contains("\u{1B}"))
        } else {
            #expect(!isGood)
        }
    }

    /// What Baidu did not take is not sent, whatever the status says.
    @Test(arguments: [
        (#"{"success":3,"remain":9}"#, []),
        (#"{"success":2,"not_valid":["https://site.example/p1"]}"#, ["https://site.example/p1"]),
        (
            #"{"success":1,"not_same_site":["https://site.example/p0"],"not_valid":["https://site.example/p2"],"remain":1}"#,
            ["https://site.example/p0", "https://site.example/p2"]
        ),
        (#"{"success":2,"remain":0}"#, nil), (#"{"error":400,"message":"over quota"}"#, nil), ("<html>", nil),
        ("", nil),
    ])
    func repliesOfBaidu(_ body: String, _ refused: [String]?) {
        let addresses = Array(Self.addresses.prefix(3))
        let request = BaiduPush.requests(addresses, token: "s3 cret", Self.settings, userAgent: "a")[0]
        let outcome = request.send { _ in .answered(HTTPAnswer(status: 200, body: Array(body.utf8))) }
        switch outcome {
        case .accepted(_, let found): #expect(found == refused)
        case .refused: #expect(refused == nil)
        }
    }

    @Test func aServerThatSendsTheTokenBackPutsItInNoMessage() {
        let request = BaiduPush.requests(["https://site.example/"], token: "s3 cret", Self.settings, userAgent: "a")[0]
        let body = Array("s3 cret and s3%20cret".utf8)
        for outcome in [
            request.send { _ in .answered(HTTPAnswer(status: 401, body: body)) },
            request.send { _ in .failed("at s3%20cret") },
        ] {
            guard case .refused(let text) = outcome else { continue }
            #expect(!text.contains("cret") && text.contains("…"))
        }
    }

    @Test func nothingToSendNoRequest() {
        #expect(IndexNowPush.requests([], key: "0123456789", Self.settings, userAgent: "a").isEmpty)
        #expect(BaiduPush.requests([], token: "t", Self.settings, userAgent: "a").isEmpty)
    }
}
