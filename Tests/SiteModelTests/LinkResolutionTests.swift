import Diagnostics
import SiteModel
import Testing

/// Where a link of a page leads, however it is spelt.
@Suite struct LinkResolutionTests {
    private struct TestPage: WholePage {
        var header: PageHeader
        let facets = PageFacets()
    }

    private struct NoBodies: PageReading {
        func body(of header: PageHeader, withPlainText: Bool) -> ParsedBody? { nil }

        func facets(of header: PageHeader) -> PageFacets? { nil }
    }

    private static let chinese = Language(code: "zh", tag: "zh-Hans", name: "中文")

    private static func page(_ id: String, _ folder: String, _ address: String, _ source: String?) -> TestPage {
        var header = PageHeader(
            id: PageID(id), kind: "answer", folder: folder, language: chinese, address: SiteAddress(address), title: id)
        header.body = source.map { TextLocation(file: .init(path: $0, bytes: []), range: 0..<0) }
        return TestPage(header: header)
    }

    private static let site: Site = {
        var settings = SiteSettings()
        settings.baseURL = "https://example.test"
        settings.languages = [chinese]
        settings.defaultLanguage = chinese
        return Site(
            settings: settings, phrases: Phrases(keys: [], texts: [:]),
            pages: [
                page("index", "", "/", "Content/zh/index.md"),
                page("answers", "answers", "/answers/", nil),
                page("answers/relay", "answers", "/answers/relay", "Content/zh/answers/basics/relay.md"),
                page("answers/api", "answers", "/answers/api", "Content/zh/answers/api.md"),
                page("guides/start", "guides", "/guides/start", "Content/zh/guides/start.md"),
                page("docs/deep/er", "docs", "/docs/deep/er", "Content/zh/docs/deep/er.md"),
            ], catalog: nil, people: [], topics: [], redirects: [], sharedTexts: [], staticFiles: [],
            reading: NoBodies(),
            withheld: WithheldPages([
                WithheldPage(
                    id: PageID("answers/draft"), language: "zh", path: "/answers/draft",
                    source: "Content/zh/answers/basics/draft.md", reason: .draft)
            ])
        )
    }()

    private static func resolved(_ destination: String, from address: String = "/answers/api") throws -> String {
        let origin = try #require(site.index.page(at: address))
        switch site.resolve(destination, from: site.headers[origin.position]) {
        case .page(let page, let suffix): return "page \(site.headers[page.position].address.path)\(suffix)"
        case .samePage(let fragment): return "here #\(fragment)"
        case .file(let path, let suffix): return "file \(path)\(suffix)"
        case .external(let url): return "external \(url)"
        case .unknown(let text): return "unknown \(text)"
        case .withheld(let page): return "withheld \(page.source)"
        }
    }

    @Test(arguments: [
        ("/answers/relay", "page /answers/relay"), ("/answers/relay.html", "page /answers/relay"),
        ("/answers/relay.md", "page /answers/relay"), ("/answers/relay/", "page /answers/relay"),
        ("/answers", "page /answers/"), ("/answers/index.html", "page /answers/"),
        ("/answers/index.md", "page /answers/"), ("/answers/draft.html", "withheld Content/zh/answers/basics/draft.md"),
        ("basics/draft.md", "withheld Content/zh/answers/basics/draft.md"),
        ("draft", "withheld Content/zh/answers/basics/draft.md"),
        ("/", "page /"), ("/index.html", "page /"), ("/answers/relay#answer", "page /answers/relay#answer"),
        ("/answers/relay.html?a=b#c", "page /answers/relay?a=b#c"), ("/answers//relay", "page /answers/relay"),
        ("/answers/./x/../relay", "page /answers/relay"), ("/../../answers/relay", "page /answers/relay"),
        ("/answers/rel%61y", "page /answers/relay"),
    ])
    func addressesInEverySpelling(_ destination: String, _ expected: String) throws {
        #expect(try Self.resolved(destination) == expected)
    }

    @Test(arguments: [
        ("basics/relay.md", "page /answers/relay"), ("./basics/relay.md#x", "page /answers/relay#x"),
        ("basics/relay", "page /answers/relay"), ("../guides/start.md", "page /guides/start"),
        ("relay", "page /answers/relay"),
        ("../guides/start", "page /guides/start"), ("nowhere.md", "unknown nowhere.md"),
        ("api.md", "page /answers/api"),
        ("../index.md", "page /"),
    ])
    func filesRelativeToTheSource(_ destination: String, _ expected: String) throws {
        #expect(try Self.resolved(destination) == expected)
    }

    @Test(arguments: [
        ("../../guides/start.md", "page /guides/start"), ("../docs/deep/er.md", "page /docs/deep/er"),
        ("../../docs/deep/er.md", "page /docs/deep/er"), ("../api.md", "page /answers/api"),
    ])
    func filesRelativeToATopicFolderOrToTheAddress(_ destination: String, _ expected: String) throws {
        #expect(try Self.resolved(destination, from: "/answers/relay") == expected)
    }

    @Test(arguments: [
        ("#answer", "here #answer"), ("", "here #"), ("https://example.test/answers/relay", "page /answers/relay"),
        ("https://example.test", "page /"), ("https://example.test/", "page /"),
        ("https://example.tester/answers/relay", "external https://example.tester/answers/relay"),
        ("https://other.test/x", "external https://other.test/x"), ("//cdn.test/x", "external //cdn.test/x"),
        ("mailto:a@b.test", "external mailto:a@b.test"), ("javascript:alert(1)", "external javascript:alert(1)"),
        ("JavaScript:alert(1)", "external JavaScript:alert(1)"), ("c++:x", "external c++:x"),
    ])
    func fragmentsAndURLs(_ destination: String, _ expected: String) throws {
        #expect(try Self.resolved(destination) == expected)
    }

    @Test(arguments: [
        ("/catalog.json", "file /catalog.json"), ("/static/a%20b.pdf", "file /static/a b.pdf"),
        ("/.well-known/security.txt", "file /.well-known/security.txt"), ("/answers/nowhere", "file /answers/nowhere"),
        ("/images/logo.svg?v=1", "file /images/logo.svg?v=1"),
    ])
    func pathsThatAreNoPages(_ destination: String, _ expected: String) throws {
        #expect(try Self.resolved(destination) == expected)
    }

    /// RFC 3986, section 5.3: a reference that is only a query stays on its document; `https://host?x` has an empty path.
    @Test(arguments: [
        ("?a=b", "page /answers/api?a=b"), ("https://example.test?a=b", "page /?a=b"),
        ("https://example.test#top", "page /#top"),
    ])
    func queriesWithoutAPath(_ destination: String, _ expected: String) throws {
        #expect(try Self.resolved(destination) == expected)
    }

    @Test(arguments: ["%", "%zz", "%e4%b8", "a%", "::", "..", "...", "/..", "/.", ":x", "1:x", "\u{0}", "中文.md"])
    func oddDestinationsEndSomewhere(_ destination: String) throws {
        #expect(try !Self.resolved(destination).isEmpty)
    }
}
