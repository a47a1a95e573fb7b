/// What a request says, as far as the preview looks at it. Nothing is decoded.
package struct HTTPRequest: Sendable {
    package var method: String
    /// Path and query.
    package var target: String
    package var host: String?
    /// How many `Host` lines there are.
    package var hostCount: Int
    package var accept: String?
    package var origin: String?
    package var knownTags: String?
    package var fetchDestination: String?
    package var fetchSite: String?
    package var fetchMode: String?

    package init(method: String = "GET", target: String, host: String? = "localhost", accept: String? = nil) {
        self.method = method
        self.target = target
        self.host = host
        hostCount = host == nil ? 0 : 1
        self.accept = accept
    }

    /// Whether a person asks for a page to look at. Programs that ask for anything get the bytes that are published.
    /// Source: https://www.w3.org/TR/fetch-metadata/
    var isNavigation: Bool {
        if let fetchDestination { return fetchDestination == "document" }
        return accept?.lowercased().contains("text/html") ?? false
    }
}
