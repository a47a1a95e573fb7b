/// One request to a gateway and what came of it.
package struct HTTPRequest: Sendable {
    package let url: String
    /// Lines such as `Accept: application/json`.
    package let headers: [String]
    package let milliseconds: Int
    package let byteLimit: Int
    package let allowsHTTP: Bool
    package let allowsLoopback: Bool
    package let allowsPrivate: Bool
    /// Makes it a POST; nil for a GET.
    package var body: [UInt8]?
}

/// What a request brought.
package enum HTTPOutcome: Sendable {
    case answered(HTTPAnswer)
    /// The address that the name means is none that may be asked; nothing was sent to it.
    case forbiddenAddress(String)
    case tooLarge
    case timedOut
    /// Name, connection, TLS, or a transfer that was cut.
    case failed(String)
    /// There is no libcurl on this machine.
    case noLibrary
}

/// An answer, whatever its status.
package struct HTTPAnswer: Sendable {
    package let status: Int
    package let body: [UInt8]
    /// Names in lower case.
    package let headers: [(name: String, value: String)]

    package init(status: Int, body: [UInt8], headers: [(name: String, value: String)] = []) {
        self.status = status
        self.body = body
        self.headers = headers
    }

    package func header(_ name: String) -> String? { headers.last { $0.name == name }?.value }
}
