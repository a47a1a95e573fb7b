import Diagnostics

/// A fact that the projections of a page must say alike: one type and one file each, listed in `AgreementRegistry`.
protocol PageAgreement: Sendable {
    static func disagreements(_ page: PageProjections) -> [Disagreement]
}

/// The same between a page and the files of the whole site.
protocol SiteAgreement: Sendable {
    /// The names of the formats whose files it reads.
    static var formats: [String] { get }

    /// - Parameter files: path below `Output/` and bytes; of files that repeat twins only what is their own.
    static func disagreements(_ files: [(path: String, bytes: [UInt8])], _ site: SiteSummaries) -> [Disagreement]
}

/// Every fact, sorted by name.
package enum AgreementRegistry {
    static let pages: [any PageAgreement.Type] = [
        AnswerAgreement.self, BreadcrumbAgreement.self, DateAgreement.self, ImageAgreement.self, LinkAgreement.self,
        ListAgreement.self, PriceAgreement.self, QuestionAgreement.self, RelatedAgreement.self, TextAgreement.self,
        TitleAgreement.self,
    ]

    static let sites: [any SiteAgreement.Type] = [
        CatalogAgreement.self, FeedAgreement.self, IndexAgreement.self, SearchAgreement.self, SitemapAgreement.self,
    ]

    /// The formats whose files are read.
    package static let formats = Set(sites.flatMap { $0.formats })

    /// What is not alike within the files of a page.
    package static func disagreements(_ page: PageProjections) -> [Disagreement] {
        pages.flatMap { $0.disagreements(page) }
    }

    /// What is not alike between pages and the files of the whole site.
    /// - Parameter files: path, name of the format and bytes.
    package static func disagreements(
        _ files: [(path: String, format: String, bytes: [UInt8])], _ pages: [PageSummary], baseURL: String
    ) -> [Disagreement] {
        let summaries = SiteSummaries(pages, baseURL: baseURL)
        return sites.flatMap { rule in
            let own = files.filter { rule.formats.contains($0.format) }.map { (path: $0.path, bytes: $0.bytes) }
            return own.isEmpty ? [] : rule.disagreements(own, summaries)
        }
    }
}

/// The summaries of all pages by what other files call them.
struct SiteSummaries: Sendable {
    private let byURL: [String: PageSummary]
    let pages: [PageSummary]
    let baseURL: String

    init(_ pages: [PageSummary], baseURL: String) {
        self.pages = pages
        self.baseURL = baseURL
        byURL = Dictionary(
            pages.compactMap { page in page.canonical.map { ($0, page) } }, uniquingKeysWith: { first, _ in first })
    }

    /// What to say of an address of this site, as a file states it, at which no page stands; nothing of other sites' addresses.
    func stranger(_ url: String, in file: String) -> [Disagreement] {
        guard url.hasPrefix(baseURL + "/") else { return [] }
        return [Disagreement(on: url, Message(en: "address", zh: "地址"), "HTML", nil, file, url)]
    }

    /// The page at a canonical URL.
    func page(at url: String) -> PageSummary? { byURL[url] }

    /// The page whose twin stands at a URL.
    func page(ofTwin url: String) -> PageSummary? {
        guard url.hasSuffix(".md") else { return nil }
        let stem = String(url.dropLast(3))
        return byURL[stem] ?? (stem.hasSuffix("/index") ? byURL[String(stem.dropLast(5))] : nil)
    }
}
