package import Diagnostics

/// What the settings say for programs: the installable site, its search page, whom to tell of a hole, whom to tell of changes.
package struct MachineSettings: Sendable {
    package struct Icon: Sendable, Hashable {
        /// Site-absolute path.
        package let path: String
        /// Pixels of a side.
        package let size: Int

        package init(path: String, size: Int) {
            self.path = path
            self.size = size
        }
    }

    /// Source: RFC 9116.
    package struct SecurityContact: Sendable {
        /// URIs such as `mailto:security@example.org`.
        package var contacts: [String] = []
        package var expires: Moment?
        package var policy: String?
        /// Where `expires` stands in the settings, for a message on a later day.
        package var location: SourceLocation?

        package init() {}
    }

    /// Whom `citable changes --submit` tells.
    package struct Push: Sendable, Hashable {
        /// Public: it stands in a file of the site. Source: https://www.indexnow.org/documentation
        package var indexNowKey: String?
        /// The name under which Baidu knows the site; nil for the host.
        package var baiduSite: String?
        /// Name of the environment variable that holds Baidu's token; the token itself is nowhere.
        package var baiduTokenVariable: String?
        /// Instead of the public ones.
        package var indexNowEndpoint: String?
        package var baiduEndpoint: String?
        package var allowsLoopback = false

        package init() {}
    }

    package var shortName: String?
    package var icons: [Icon] = []
    /// Site-absolute path of the search page, with `{searchTerms}` for what is sought.
    package var searchPage: String?
    /// What the menu of each page offers, in this order.
    package var assistants: [Assistant] = []
    package var security: SecurityContact?
    package var push = Push()
    /// The readiness score below which a check fails; nil for none.
    package var readinessBudget: Int?
    /// The estimates of tokens above which a check warns; nil for none.
    package var pageTokenBudget: Int?
    package var indexTokenBudget: Int?
    /// Whether texts are packed ahead of time, for servers that send `.gz` and `.br` files as they are.
    package var isPrecompressed = false
    /// Whether search engines are told to leave twins out; a twin then names no canonical page, for the two contradict.
    package var hidesTwins = false
    /// Where the site is served; nil when nobody said.
    package var host: HostKind?
    /// Whether structured data names the parts that may be read aloud.
    package var hasSpeakable = false

    package init() {}
}
