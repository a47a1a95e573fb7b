import Bytes
import Diagnostics
import Outputs
import SiteModel

/// A small site made in code: pages are added one by one, in Chinese and English.
struct SampleSite {
    static let zh = Language(code: "zh", tag: "zh-Hans", name: "中文")
    static let en = Language(code: "en", tag: "en", name: "English")

    var settings = SiteSettings()
    var pages: [BuiltPage] = []
    var people: [Person] = []
    var topics: [Topic] = []
    var redirects: [Redirect] = []
    var sharedTexts: [SharedText] = []
    var catalog: Catalog?
    var bodies: [String: RichText] = [:]
    var withheld: [WithheldPage] = []

    init() {
        settings.name = LocalizedText(byLanguage: ["zh": "示例答案中心", "en": "Sample Answers"])
        settings.description = LocalizedText(byLanguage: ["zh": "可核对的答案。", "en": "Checkable answers."])
        settings.baseURL = "https://site.example"
        settings.languages = [Self.zh, Self.en]
        settings.defaultLanguage = Self.zh
        settings.organization.name = "Sample Org"
        settings.organization.url = "https://site.example"
        settings.organization.logo = "/logo.png"
        settings.crawlers = [
            ("Claude-User", .user, .obeys), ("GPTBot", .training, .obeys), ("Googlebot", .search, .obeys),
            ("OAI-SearchBot", .search, .obeys), ("Perplexity-User", .user, .mayIgnore),
            ("YisouSpider", .search, .unverified),
        ].compactMap { (token: String, purpose: Crawler.Purpose, compliance: Crawler.Compliance) in
            Moment("2026-11-23").map {
                Crawler(token: token, purpose: purpose, compliance: compliance, verifiedOn: $0, source: nil)
            }
        }
        people = [
            Person(
                id: "editors", name: LocalizedText(byLanguage: ["zh": "编辑部", "en": "Editors"]), url: "/trust/about",
                role: nil, isOrganization: true),
            Person(
                id: "lin", name: LocalizedText("Lin"), url: "https://lin.example", role: nil, isOrganization: false),
        ]
    }

    /// Adds a page and returns the site, so that calls can be chained.
    mutating func add(
        _ id: String, _ title: String, kind: String = "answer", in language: Language = zh,
        _ change: (inout PageHeader, inout PageFacets) -> Void = { _, _ in }
    ) {
        let prefix = settings.prefix(of: language)
        let folder = id == "index" ? "" : String(id.split(separator: "/")[0])
        let path = id == "index" ? prefix + "/" : prefix + "/" + id + (kind == "hub" ? "/" : "")
        var header = PageHeader(
            id: PageID(id), kind: kind, folder: folder, language: language, address: SiteAddress(path), title: title)
        header.published = Moment("2026-11-01")
        header.modified = Moment("2026-11-20")
        var facets = PageFacets()
        switch kind {
        case "answer": facets.structuredData = .answer
        case "home": facets.structuredData = .website
        case "hub":
            facets.structuredData = folder == "glossary" ? .glossary : folder == "models" ? .modelList : .collection
        default: facets.structuredData = .techArticle
        }
        change(&header, &facets)
        pages.append(BuiltPage(header: header, facets: facets))
    }

    func view() -> SiteView {
        let site = Site(
            settings: settings, phrases: SamplePhrases.all, pages: pages, catalog: catalog, people: people,
            topics: topics, redirects: redirects, sharedTexts: sharedTexts, staticFiles: [],
            reading: SampleBodies(texts: bodies), withheld: WithheldPages(withheld))
        return SiteView(site, now: Moment(seconds: 0, zoneMinutes: 0))
    }
}

struct BuiltPage: WholePage {
    var header: PageHeader
    let facets: PageFacets
}

struct SampleBodies: PageReading {
    let texts: [String: RichText]

    func body(of header: PageHeader, withPlainText: Bool) -> ParsedBody? {
        texts[header.address.path].map { ParsedBody(text: $0, diagnostics: []) }
    }

    func facets(of header: PageHeader) -> PageFacets? { nil }
}

extension SiteView {
    /// The page at a path; the tests name only pages that exist.
    func at(_ path: String) -> PageIndex { page(at: path) ?? PageIndex(0) }

    /// The twin of a page.
    func twin(_ path: String) -> (text: String, twin: PageProducts.Twin) {
        var buffer = ByteBuffer(capacity: 64)
        let page = at(path)
        let twin = MarkdownTwin.render(PageTexts(of: page, in: self), self, into: &buffer)
        return (buffer.text, twin)
    }

    /// What rendering all pages leaves behind.
    func products() -> PageProducts {
        var buffer = ByteBuffer(capacity: 64)
        return PageProducts(
            twins: (0..<pageCount).map { position in
                buffer.truncate(to: 0)
                let page = PageIndex(position)
                return MarkdownTwin.render(PageTexts(of: page, in: self), self, into: &buffer)
            })
    }

    /// The files of a format by path.
    func files(_ format: any SiteFormat.Type) -> [String: String] {
        let products = products()
        var files: [String: String] = [:]
        for task in format.tasks(self, products) {
            var bytes: [UInt8] = []
            for piece in format.render(task, self, products) {
                switch piece {
                case .bytes(let part): bytes += part
                case .twinContent(let page):
                    let text = Array(twin(header(page).address.path).text.utf8)
                    bytes += text[(products.twin(page)?.contentStart ?? 0)...]
                }
            }
            files[task.path] = String(decoding: bytes, as: UTF8.self)
        }
        return files
    }
}
