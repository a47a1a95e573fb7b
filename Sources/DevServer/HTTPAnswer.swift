/// What the server sends back.
package struct HTTPAnswer: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// An open file; who sends it closes it.
        case file(descriptor: Int32, length: Int)
        /// The stream of announcements.
        case events
    }

    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: Body

    package init(_ status: Int, _ headers: [(name: String, value: String)] = [], _ body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A short answer in plain text.
    static func text(_ status: Int, _ text: String) -> HTTPAnswer {
        HTTPAnswer(status, [("Content-Type", "text/plain; charset=utf-8")], .bytes(Array((text + "\n").utf8)))
    }

    /// The lines as they are sent. A line break in a value would begin another header.
    var headerLines: String {
        headers.map { name, value in
            "\(name): \(String(decoding: value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self))\n"
        }.joined()
    }
}
