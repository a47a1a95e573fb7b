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

    package let settings: SiteSettings
    package let now: Moment
    package let pages: [Page]
    /// Path below `Output/`, and bytes where they were asked for.
    package let files: [String: [UInt8]]
    let paths: Set<String>
    /// Every `llms.txt`, sorted by path.
    let indexes: [(path: String, bytes: [UInt8])]
    /// Where their links lead, in their order.
    let indexLinks: [String]

    package init(
        settings: SiteSettings, now: Moment, pages: [Page], files: [(path: String, bytes: [UInt8])],
        otherPaths: [String]
    ) {
        self.settings = settings
        self.now = now
        self.pages = pages
        self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        paths = Set(otherPaths + files.map(\.path))
        indexes = files.filter { Self.isIndex($0.path) }.sorted { $0.path < $1.path }
        indexLinks = indexes.flatMap { index in
            IndexItem.items(of: index.bytes).map { String(decoding: $0.target, as: UTF8.self) }
        }
    }

    private static func isIndex(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix("llms") && !name.hasPrefix("llms-full") && name.hasSuffix(".txt")
    }

    func text(_ path: String) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }
}
