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
        if case .accepted(let text) = outcome {
            #expect(isGood && !text.contains("\u{1B}"))
        } else {
            #expect(!isGood)
        }
    }

    @Test func nothingToSendNoRequest() {
        #expect(IndexNowPush.requests([], key: "0123456789", Self.settings, userAgent: "a").isEmpty)
        #expect(BaiduPush.requests([], token: "t", Self.settings, userAgent: "a").isEmpty)
    }
}
