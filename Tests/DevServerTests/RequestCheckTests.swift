import Testing

@testable import DevServer

/// Who may ask the preview at all.
@Suite struct RequestCheckTests {
    private static func status(_ request: HTTPRequest, at address: String = "127.0.0.1") -> Int {
        RequestCheck(address: address).refusal(of: request)?.status ?? 200
    }

    @Test(arguments: [
        "localhost", "localhost:4000", "LocalHost:1", "127.0.0.1", "127.0.0.1:4000", "127.1.2.3", "[::1]", "[::1]:4000",
        "docs.localhost:4000",
    ])
    func thisMachineMay(_ host: String) {
        #expect(Self.status(HTTPRequest(target: "/", host: host)) == 200)
    }

    @Test(arguments: [
        "evil.example", "evil.example:4000", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1.",
        "127.0.0.256",
        "127.1", "10.0.0.1", "0.0.0.0", "[::]", "[::1", "::1", "[fe80::1]", "localhost:x", "localhost@evil.example", "",
        ":4000", "localhost/", "xlocalhost", "127.0.0.1x",
    ])
    func otherNamesMayNot(_ host: String) {
        #expect(Self.status(HTTPRequest(target: "/", host: host)) == 403)
    }

    @Test func aRequestNeedsOneHost() {
        #expect(Self.status(HTTPRequest(target: "/", host: nil)) == 400)
        var request = HTTPRequest(target: "/")
        request.hostCount = 2
        #expect(Self.status(request) == 400)
    }

    @Test func onlyItsOwnOriginMay() {
        var request = HTTPRequest(target: "/", host: "localhost:4000")
        for (origin, expected) in [
            ("http://localhost:4000", 200), ("HTTP://LOCALHOST:4000", 200), ("https://localhost:4000", 403),
            ("http://localhost", 403), ("http://localhost:3000", 403), ("null", 403), ("", 403),
            ("http://evil.example", 403),
        ] {
            request.origin = origin
            #expect(Self.status(request) == expected, "\(origin)")
        }
    }

    @Test func otherSitesMayLinkAndNotLoad() {
        var request = HTTPRequest(target: "/")
        request.fetchSite = "cross-site"
        request.fetchMode = "navigate"
        #expect(Self.status(request) == 200)
        for mode in ["no-cors", "cors", "websocket", nil] {
            request.fetchMode = mode
            #expect(Self.status(request) == 403)
        }
        request.fetchSite = "same-origin"
        #expect(Self.status(request) == 200)
    }

    /// A name can be bound to any machine by who owns it, an address can't.
    @Test func othersMayAskByAddressWhenThatIsWanted() {
        #expect(Self.status(HTTPRequest(target: "/", host: "192.168.1.5:4000"), at: "0.0.0.0") == 200)
        #expect(Self.status(HTTPRequest(target: "/", host: "[fe80::1]:4000"), at: "::") == 200)
        #expect(Self.status(HTTPRequest(target: "/", host: "editor.test"), at: "editor.test") == 200)
        #expect(Self.status(HTTPRequest(target: "/", host: "evil.example"), at: "0.0.0.0") == 403)
        #expect(!RequestCheck(address: "0.0.0.0").isLoopback)
        #expect(RequestCheck(address: "localhost").isLoopback)
    }
}
