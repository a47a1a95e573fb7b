package import JSON
package import Outputs
package import SiteModel

/// The finished files of the whole site, with what is known of its pages.
package struct SiteUnderTest: Sendable {
    package struct Page: Sendable {
        package let url: String
        package let title: String
        package let language: String
        package let twinURL: String
        package let isListed: Bool
        /// Whether the indexes may name it.
        package let isInIndex: Bool
        package let modified: Moment?

        package init(
            url: String, title: String, language: String, twinURL: String, isListed: Bool, isInIndex: Bool = true,
            modified: Moment?
        ) {
            self.url = url
            self.title = title
            self.language = language
            self.twinURL = twinURL
            self.isListed = isListed
            self.isInIndex = isInIndex
            self.modified = modified
        }
    }

    /// A mistake or warning of the checks over texts.
    package struct TextFinding: Sendable {
        package let code: String
        package let file: String?

        package init(code: String, file: String?) {
            self.code = code
            self.file = file
        }
    }

    package let settings: SiteSettings
    package let now: Moment
    /// Where redirects lead.
    package let redirectTargets: [String]
    /// Empty where the checks over texts did not run.
    package var textFindings: [TextFinding] = []
    package let pages: [Page]
    /// Path below `Output/`, and bytes where they were asked for.
    package let files: [String: [UInt8]]
    let paths: Set<String>
    /// Every `llms.txt`, sorted by path.
    let indexes: [(path: String, bytes: [UInt8])]
    /// Where their links lead, in their order.
    let indexLinks: [String]
    let sitemap: (urls: [String], dates: [String])

    package init(
        settings: SiteSettings, now: Moment, pages: [Page], files: [(path: String, bytes: [UInt8])],
        otherPaths: [String], redirectTargets: [String] = []
    ) {
        self.redirectTargets = redirectTargets
        self.settings = settings
        self.now = now
        self.pages = pages
        self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        paths = Set(otherPaths + files.map(\.path))
        indexes = files.filter { Self.isIndex($0.path) }.sorted { $0.path < $1.path }
        indexLinks = indexes.flatMap { index in
            IndexItem.items(of: index.bytes).map { String(decoding: $0.target, as: UTF8.self) }
        }
        sitemap = Self.entries(of: files)
    }

    private static func isIndex(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix("llms") && !name.hasPrefix("llms-full") && name.hasSuffix(".txt")
    }

    func text(_ path: String) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }

    /// The addresses and dates that the parts of the sitemap name, as written; not those of an index of parts.
    private static func entries(of files: [(path: String, bytes: [UInt8])]) -> (urls: [String], dates: [String]) {
        let (index, address, date) = (
            TagName(element: "sitemapindex"), TagName(element: "loc"), TagName(element: "lastmod")
        )
        var (urls, dates): ([String], [String]) = ([], [])
        for file in files where file.path.hasPrefix("sitemap") && file.path.hasSuffix(".xml") {
            var scanner = MarkupScanner(file.bytes)
            var open: TagName?
            scan: while let event = scanner.next() {
                switch event {
                case .start(let tag):
                    if tag.name == index { break scan }
                    open = tag.name
                case .text(let range):
                    if open == address { urls.append(scanner.decoded(range)) }
                    if open == date { dates.append(scanner.decoded(range)) }
                case .end: open = nil
                }
            }
        }
        return (urls, dates)
    }
}
