/// One submission of changed addresses to a search engine, and what came of it.
package struct PushRequest: Sendable {
    package let request: HTTPRequest
    /// Where it goes, for messages: without a token.
    package let place: String
    package let addresses: [String]

    package enum Outcome: Sendable, Hashable {
        case accepted(String)
        case refused(String)
    }

    private static let milliseconds = 20_000
    private static let replyLimit = 65_536

    init(
        to endpoint: String, query: String = "", type: String, body: String, _ addresses: [String], allowsHTTP: Bool,
        allowsLoopback: Bool, userAgent: String
    ) {
        place = endpoint
        self.addresses = addresses
        request = HTTPRequest(
            url: endpoint + query, headers: ["Content-Type: " + type, "User-Agent: " + userAgent],
            milliseconds: Self.milliseconds, byteLimit: Self.replyLimit, allowsHTTP: allowsHTTP || allowsLoopback,
            allowsLoopback: allowsLoopback, allowsPrivate: false, body: Array(body.utf8))
    }

    static func batches(_ addresses: [String], of count: Int) -> [[String]] {
        stride(from: 0, to: addresses.count, by: count).map {
            Array(addresses[$0..<min($0 + count, addresses.count)])
        }
    }

    /// Sends it.
    package func send(_ transfer: (HTTPRequest) -> HTTPOutcome) -> Outcome {
        switch transfer(request) {
        case .answered(let answer):
            let text = Quoted.text(String(decoding: answer.body.prefix(800), as: UTF8.self), limit: 200)
            let said = text.isEmpty ? "\(answer.status)" : "\(answer.status) \(text)"
            return [200, 202].contains(answer.status) ? .accepted(said) : .refused(said)
        case .forbiddenAddress(let address): return .refused("forbidden address \(address)")
        case .tooLarge: return .refused("reply too large")
        case .timedOut: return .refused("timeout")
        case .failed(let reason): return .refused(Quoted.text(reason, limit: 200))
        case .noLibrary: return .refused("libcurl.so.4 not found")
        }
    }
}
