package import JSON

/// How one sort of gateway answers: where to ask, how to know its reply, and which of its fields mean what.
///
/// An adapter is a list of fields: what it doesn't name never leaves the reply.
package protocol GatewayAdapter: Sendable {
    /// As settings and `--adapter` call it.
    static var name: String { get }
    /// Raised when the same reply would give another catalog.
    static var version: Int { get }
    /// What is added to the base address; empty when the address itself is asked.
    static var path: String { get }
    /// The query of the request.
    static var query: String { get }
    /// A second request that says how to read the first; its standard values hold when it isn't made.
    static var statusPath: String? { get }

    /// A request behind a key that says more of the models that the first reply lists; made only when there is a key.
    static var detailsPath: String? { get }

    /// Whether a reply has this shape.
    static func recognises(_ root: JSONValue) -> Bool
    /// The address of the next part of the list.
    static func nextLink(_ root: JSONValue) -> JSONValue?
    /// Reads one part of the list.
    static func read(_ root: JSONValue, _ reading: inout ReplyReading)
    /// Reads the reply of `statusPath`.
    static func readStatus(_ root: JSONValue, _ reading: inout ReplyReading)
    /// Reads the reply of `detailsPath`. It adds no model.
    static func readDetails(_ root: JSONValue, _ reading: inout ReplyReading)
}

extension GatewayAdapter {
    package static var version: Int { 1 }
    package static var query: String { "" }
    package static var statusPath: String? { nil }
    package static var detailsPath: String? { nil }
    package static func nextLink(_ root: JSONValue) -> JSONValue? { nil }
    package static func readStatus(_ root: JSONValue, _ reading: inout ReplyReading) {}
    package static func readDetails(_ root: JSONValue, _ reading: inout ReplyReading) {}
}
