/// What `Content/site.yaml` says.
package struct SiteSettings: Sendable {
    package var name = LocalizedText("")
    package var description: LocalizedText?
    /// Without a slash at its end.
    package var baseURL = ""
    package var languages: [Language] = []
    package var defaultLanguage = Language(code: "en", tag: "en", name: "English")
    package var organization = Organization()
    package var navigation: [NavigationItem] = []
    package var robots = RobotsPolicy()
    /// Sorted by token: from `crawlers.yaml` of the theme and of the site.
    package var crawlers: [Crawler] = []
    package var review = ReviewSettings()
    package var catalog: CatalogSettings?
    package var machines = MachineSettings()
    /// The level of a code: `error`, `warning` or `off`.
    package var checkLevels: [String: CheckLevel] = [:]
    /// What safety rules find and may be published all the same.
    package var allowances: [SafetyAllowance] = []
    /// Outputs that are left out or asked for, by name.
    package var outputs: [String: Bool] = [:]
    package var usesDirectoryAddresses = false
    /// Whether pages link the terms of the glossary by themselves.
    package var linksTerms = false
    /// How many pages a hub lists before it goes on at a further address; 0: all.
    package var paginateBy = 200
    package var allowedHTML: [String] = []
    /// Site-absolute path of the default `og:image`.
    package var socialImage: String?
    /// The URL of the license under which the catalog's data may be used.
    package var license: String?
    /// Where a page's source can be edited: `{path}` stands for the path inside the project.
    package var editURL: String?

    package init() {}

    package func language(_ code: String) -> Language? { languages.first { $0.code == code } }

    /// What stands before a language's addresses: nothing for the default language, else `/en`.
    package func prefix(of language: Language) -> String { prefix(ofLanguage: language.code) }

    /// The same by the language's code.
    package func prefix(ofLanguage code: String) -> String { code == defaultLanguage.code ? "" : "/" + code }

    /// Whether an output is wanted; what settings don't name is.
    package func wants(output name: String) -> Bool { outputs[name] ?? true }
}

package enum CheckLevel: String, Sendable {
    case error, warning, off
}

/// Who publishes the site.
package struct Organization: Sendable, Hashable {
    package var name = ""
    package var url = ""
    /// Site-absolute path or URL of the logo.
    package var logo: String?
    package var sameAs: [String] = []

    package init() {}
}

/// An entry of the main navigation: a page id such as `answers`, perhaps under a shorter title, or a title with an address.
package struct NavigationItem: Sendable {
    package let page: LocatedText?
    package let title: LocalizedText?
    package let url: String?

    package init(page: LocatedText?, title: LocalizedText?, url: String?) {
        self.page = page
        self.title = title
        self.url = url
    }
}

/// What becomes of pages whose day of review has passed.
package struct ReviewSettings: Sendable, Hashable {
    /// Whether the page and its twin say so.
    package var showsBanner = true
    /// Whether `llms.txt` and `llms-full.txt` go on naming the page.
    package var staysInIndex = true

    package init() {}
}

/// What crawlers may do, by purpose.
package struct RobotsPolicy: Sendable, Hashable {
    package enum Permission: String, Sendable {
        case allow, disallow
    }

    package var search = Permission.allow
    package var user = Permission.allow
    package var training: Permission?
    /// Beginnings of paths that no crawler may fetch; each group repeats them.
    package var disallowed: [String] = []

    package init() {}

    /// Nil when the owner has not decided.
    package func permission(for purpose: Crawler.Purpose) -> Permission? {
        switch purpose {
        case .search: search
        case .user: user
        case .training: training
        }
    }
}

/// The catalog's settings: the gateways, and which changes of theirs need a person's consent.
package struct CatalogSettings: Sendable {
    package struct Source: Sendable {
        package let id: String
        package let adapter: String
        package let url: String?
        /// Name of the environment variable that holds the key; the key itself is nowhere.
        package var keyVariable: String?
        /// The groups to publish, in this order.
        package var groups = ["default"]
        /// ISO 4217, of the source's amounts.
        package var currency = "USD"
        /// Seconds for the whole fetch, retries and waits included.
        package var timeout = 30
        package var allowsLoopback = false
        package var allowsPrivate = false
        /// Beside the host of `url`, where redirects and next links may lead: without the key, and never from https to http.
        package var hosts: [GatewayAddress] = []
        /// Of a `pricing` object that doesn't say what its numbers are for.
        package var unit: Unit?

        package enum Unit: String, Sendable, CaseIterable {
            case perToken = "per_token"
            case perMillion = "per_million"
        }

        package init(id: String, adapter: String, url: String?) {
            self.id = id
            self.adapter = adapter
            self.url = url
        }
    }

    /// Which changes a fetch refuses. Source: the catalog contract, section 4.
    package struct Gate: Sendable {
        package var removedPercent = 10
        package var removedMinimum = 3
        package var priceFactor = 3
        package var repricedPercent = 30
        package var sameFactorPercent = 90

        package init() {}
    }

    /// A status page of the gateway, whose monitors speak of models or of the whole gateway.
    package struct StatusPage: Sendable {
        package struct Assignment: Sendable, Hashable {
            /// The monitor's name on the status page.
            package let monitor: String
            /// The ids of the models that it watches.
            package let models: [String]

            package init(monitor: String, models: [String]) {
                self.monitor = monitor
                self.models = models
            }
        }

        /// The base address of uptime-kuma.
        package let url: String
        /// The last part of the page's address.
        package let page: String
        /// Older records are shown as such.
        package var maxAgeHours = 24
        package var timeout = 30
        package var allowsLoopback = false
        package var allowsPrivate = false
        package var assignments: [Assignment] = []

        package init(url: String, page: String) {
            self.url = url
            self.page = page
        }
    }

    package var gate = Gate()
    package var sources: [Source] = []
    package var status: StatusPage?
    /// For prices that content shows in another currency as well.
    package var rates: [ExchangeRate] = []
    package var maxAgeDays = 14
    /// Shared texts that every page made from the catalog alone shows, such as where demonstration prices come from.
    package var notes: [LocatedText] = []

    package init() {}
}
