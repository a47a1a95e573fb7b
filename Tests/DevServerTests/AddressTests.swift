import Testing

@testable import DevServer

/// What a request's path may name.
@Suite struct AddressTests {
    @Test(arguments: [
        ("/", "/", ""), ("/answers/relay", "/answers/relay", ""), ("/answers/?a=1&b=/..", "/answers/", "?a=1&b=/.."),
        ("/%E6%97%A7%e9%a1%b5", "/旧页", ""), ("/a%20b%22", "/a b\"", ""),
        ("/.well-known/security.txt", "/.well-known/security.txt", ""),
    ])
    func aPathIsDecodedOnce(_ sent: String, _ path: String, _ query: String) throws {
        let target = try RequestTarget(sent)
        #expect(target.path == path)
        #expect(target.query == query)
    }

    @Test(arguments: [
        "/../etc/passwd", "/a/../../etc/passwd", "/a/..", "/.", "/./a", "/%2e%2e/etc/passwd", "/%2E%2e%2fetc%2fpasswd",
        "/..%2f..%2fetc/passwd", "/a/..%5c..%5cetc", "/a\\..\\b", "//etc/passwd", "/a//b", "/%00", "/a%00.html",
        "/.git/config",
        "/a/.citable-output", "/.citable-output", "/%2egit/config", "/%c0%ae%c0%ae/etc/passwd", "/a%0d%0aX:%20y",
        "/%7f",
        "/\u{FF0E}\u{FF0E}/../x", "/.well-known/../x",
    ])
    func whatLeadsOutLeadsNowhere(_ sent: String) {
        #expect(throws: RequestTarget.Refusal.nowhere) { try RequestTarget(sent) }
    }

    @Test(arguments: ["", "*", "answers", "http://localhost/", "/%", "/%2", "/%zz", "/a b", "/a\nb", "/a\u{7F}"])
    func whatIsNoPathIsRefused(_ sent: String) {
        #expect(throws: RequestTarget.Refusal.malformed) { try RequestTarget(sent) }
    }

    /// Encoded twice is a name with a percent sign, which no file has.
    @Test func nothingIsDecodedTwice() throws {
        #expect(try RequestTarget("/%252e%252e/x").path == "/%2e%2e/x")
    }
}
