/// One submission of changed addresses to a search engine, and what came of it.
package struct PushRequest: Sendable {
    package let request: HTTPRequest
    /// Where it goes, for messages: without a token.
    package let place: String
    package let addresses: [String]

    package enum Outcome: Sendable, Hashable {
        /// - Parameters:
        ///   - reply: for messages.
        ///   - refused: those of the addresses that the engine did not take.
        case accepted(reply: String, refused: [String])
        case refused(String)
    }

    /// What an answer with a good status says of the addresses.
    typealias Reading = @Sendable (_ body: [UInt8], _ addresses: [String]) -> Outcome

    private let reading: Reading
    /// Stands in no message, whatever a server sends back.
    private let secrets: [String]

    private static let milliseconds = 20_000
    private static let replyLimit = 65_536

    init(
        to endpoint: String, query: String = "", type: String, body: String, _ addresses: [String], allowsHTTP: Bool,
        allowsLoopback: Bool, userAgent: String, secrets: [String] = [],
        reading: @escaping Reading = { _, _ in .accepted(reply: "", refused: []) }
    ) {
        place = endpoint
        self.secrets = secrets.filter { !$0.isEmpty }
        self.reading = reading
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
            let text = quoted(String(decoding: answer.body.prefix(800), as: UTF8.self))
            let said = text.isEmpty ? "\(answer.status)" : "\(answer.status) \(text)"
            guard [200, 202].contains(answer.status) else { return .refused(said) }
            switch reading(answer.body, addresses) {
            case .accepted(_, let refused): return .accepted(reply: said, refused: refused)
            case .refused(let reason): return .refused("\(said): \(reason)")
            }
        case .forbiddenAddress(let address): return .refused("forbidden address \(address)")
        case .tooLarge: return .refused("reply too large")
        case .timedOut: return .refused("timeout")
        case .failed(let reason): return .refused(quoted(reason))
        case .noLibrary: return .refused("libcurl.so.4 not found")
        }
    }

    private func quoted(_ text: String) -> String {
        Quoted.text(secrets.reduce(text) { $0.replacing($1, with: "…") }, limit: 200)
    }
}
