import Diagnostics
import Foundation
import SiteBuilder
import SiteModel
import TestSupport
import Testing

@testable import DevServer

/// A built site, asked as a browser and as an agent ask.
@Suite struct PreviewTests {
    private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates").path

    private static let content = """
        \(TemporarySite.settings)
        -- Content/redirects.yaml --
        - {from: /old, to: "/docs/page#part"}
        - {from: /away, to: "https://other.example/?a=1", status: 302}
        - {from: /withdrawn, to: /, status: 410}
        -- Content/zh/docs/page.md --
        ---
        title: 一页
        date: 2026-11-01
        ---
        ## 部分 {#part}

        正文。
        -- Content/zh/docs/draft.md --
        ---
        title: 草稿页
        date: 2026-11-01
        draft: true
        ---
        还没写完。
        -- Content/static/data/table.csv --
        a,b
        """

    private static let browser = "text/html,application/xhtml+xml,*/*;q=0.8"

    private struct Built {
        let site: TemporarySite
        let result: SiteBuild.Result
        let preview: Preview

        func ask(_ target: String, accept: String? = nil, _ change: (inout HTTPRequest) -> Void = { _ in })
            -> HTTPAnswer
        {
            var request = HTTPRequest(target: target, accept: accept)
            change(&request)
            return preview.answer(request)
        }
    }

    /// For tests that change nothing.
    private static let shared = Task { try await built() }

    private static func built(drafts: Bool = false) async throws -> Built {
        let site = try TemporarySite(content)
        try FileManager.default.copyItem(atPath: templates, toPath: site.root + "/Templates")
        var options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        options.includesDrafts = drafts
        options.tellsHosting = true
        let folder = site.root + "/.citable/serve"
        let result = try await SiteBuild(options, output: folder).run()
        #expect(result.diagnostics.filter { $0.severity == .error } == [])
        let preview = Preview(RequestCheck(address: "127.0.0.1"), language: .chinese)
        let hosting = try #require(result.hosting)
        let served = try #require(ServedSite(hosting, folder: folder))
        #expect(preview.take(served, isChanged: true, result.diagnostics) != nil)
        return Built(site: site, result: result, preview: preview)
    }

    private static func header(_ name: String, _ answer: HTTPAnswer) -> String? {
        answer.headers.first { $0.name == name }?.value
    }

    private static func text(_ answer: HTTPAnswer) -> String {
        switch answer.body {
        case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .file(let descriptor, _):
            return String(
                decoding: FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).readDataToEndOfFile(),
                as: UTF8.self)
        case .events: return ""
        }
    }

    @Test func whatIsServedIsWhatIsBuilt() async throws {
        let built = try await Self.shared.value
        let page = built.ask("/docs/page")
        #expect(page.status == 200)
        #expect(Self.text(page) == (try built.site.read(".citable/serve/docs/page.html")))
        #expect(Self.header("Cache-Control", page) == "no-cache")
        #expect(Self.header("Access-Control-Allow-Origin", page) == nil)
        let twin = built.ask("/docs/page", accept: "text/markdown")
        #expect(Self.text(twin) == (try built.site.read(".citable/serve/docs/page.md")))
        #expect(Self.header("Content-Type", twin) == "text/markdown; charset=utf-8")
        #expect(Self.header("Vary", twin) == "Accept")
        #expect(Self.header("Link", twin)?.hasPrefix("<https://example.test/docs/page>; rel=\"canonical\"") == true)
        let table = built.ask("/data/table.csv")
        #expect(Self.header("Content-Type", table) == "text/csv; charset=utf-8")
        #expect(Self.text(table) == "a,b\n")
    }

    @Test func addressesMoveAsHostsMoveThem() async throws {
        let built = try await Self.shared.value
        for (path, status, target) in [
            ("/old", 301, "/docs/page#part"), ("/old?x=1", 301, "/docs/page?x=1#part"),
            ("/away?x=1", 302, "https://other.example/?a=1"),
            ("/docs/page.html?x", 301, "/docs/page?x"), ("/docs/index.html", 301, "/docs/"), ("/docs", 301, "/docs/"),
            ("/docs/page/", 301, "/docs/page"), ("/docs/page.html.md", 301, "/docs/page.md"),
        ] {
            let answer = built.ask(path)
            #expect(answer.status == status, "\(path)")
            #expect(Self.header("Location", answer) == target, "\(path)")
        }
        #expect(built.ask("/withdrawn").status == 410)
        for path in [
            "/none", "/404", "/_headers", "/deploy/nginx.conf", "/.citable-output", "/docs/draft", "/../x",
            "//docs/page",
        ] {
            let answer = built.ask(path)
            #expect(answer.status == 404, "\(path)")
            #expect(Self.text(answer) == (try built.site.read(".citable/serve/404.html")), "\(path)")
        }
    }

    /// What an editor would say comes after the page, and only when it is another than before.
    @Test func textsAreJudgedAfterTheBuild() async throws {
        let built = try await Self.built()
        #expect(Self.text(built.ask("/.citable/mistakes")).contains("\"diagnostics\":[]"))
        let before = built.preview.news()
        let review = try #require(built.result.review)
        let found = try #require(review.mistakes(unless: { false }))
        #expect(found.map(\.code.id) == ["page/orphan"])
        built.preview.take(review: found)
        let after = try #require(built.preview.news())
        #expect(after != before && after.contains("\"warnings\":1"))
        #expect(Self.text(built.ask("/.citable/mistakes")).contains("page/orphan"))
        built.preview.take(review: found)
        #expect(built.preview.news() == after)
        #expect(review.mistakes(unless: { true }) == nil)
    }

    @Test func onlyFilesOfTheBuildAreServed() async throws {
        let built = try await Self.built()
        try built.site.write("geheim", to: ".citable/serve/secret.txt")
        #expect(built.ask("/secret.txt").status == 404)
        // A link in the place of a file leads nowhere.
        try built.site.remove(".citable/serve/data/table.csv")
        try FileManager.default.createSymbolicLink(
            atPath: built.site.root + "/.citable/serve/data/table.csv",
            withDestinationPath: built.site.root + "/Content/site.yaml")
        #expect(built.ask("/data/table.csv").status == 404)
    }

    @Test func aKnownFileIsNotSentAgain() async throws {
        let built = try await Self.shared.value
        let tag = try #require(Self.header("ETag", built.ask("/llms.txt")))
        for known in [tag, "W/" + tag, "\"other\", " + tag, "*"] {
            let answer = built.ask("/llms.txt") { $0.knownTags = known }
            #expect(answer.status == 304)
        }
        #expect(built.ask("/llms.txt") { $0.knownTags = "\"other\"" }.status == 200)
        // A page for people differs from the file.
        let page = built.ask("/docs/page", accept: Self.browser) { $0.knownTags = "*" }
        #expect(page.status == 200)
        #expect(Self.header("ETag", page) == nil)
    }

    @Test func draftsBearAMark() async throws {
        let built = try await Self.built(drafts: true)
        #expect(Self.text(built.ask("/docs/draft", accept: Self.browser)).contains("data-mark=\"草稿：不会发布\""))
        let page = Self.text(built.ask("/docs/page", accept: Self.browser))
        #expect(page.contains(PreviewPaths.script) && !page.contains("data-mark"))
        #expect(!Self.text(built.ask("/docs/draft")).contains("data-mark"))
    }

    @Test func theLastGoodSiteStaysWhenABuildFails() async throws {
        let built = try await Self.built()
        let mistake = Diagnostic(
            .unknownField, at: SourceLocation(file: "Content/zh/docs/page.md", line: 4, lineText: "titel: x"),
            Message(en: "no field", zh: "没有这个字段"))
        let announced = try #require(built.preview.take(nil, isChanged: false, [mistake]))
        #expect(announced.contains("\"errors\":1"))
        #expect(built.preview.take(nil, isChanged: false, [mistake]) == nil)
        #expect(built.ask("/docs/page").status == 200)
        let list = Self.text(built.ask(PreviewPaths.mistakes))
        #expect(list.contains("没有这个字段") && list.contains("\"line\":4") && list.contains("titel: x"))
        #expect(built.preview.take(nil, isChanged: false, [])?.contains("\"errors\":0") == true)
    }

    @Test func beforeTheFirstSiteThereIsANotice() {
        let preview = Preview(RequestCheck(address: "127.0.0.1"), language: .english)
        #expect(preview.answer(HTTPRequest(target: "/")).status == 503)
        _ = preview.take(
            nil, isChanged: false, [Diagnostic(.unknownField, at: nil, Message(en: "a <b> mistake", zh: "错误"))])
        let answer = preview.answer(HTTPRequest(target: "/", accept: Self.browser))
        #expect(answer.status == 500)
        #expect(Self.text(answer).contains("a &lt;b&gt; mistake"))
        #expect(Self.text(answer).contains(PreviewPaths.script))
    }

    @Test func anAgentSeesTwinIndexAndData() async throws {
        let built = try await Self.shared.value
        let json = Data(Self.text(built.ask(PreviewPaths.agent + "?path=/docs/page")).utf8)
        let view = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(view["text"] as? String == (try built.site.read(".citable/serve/docs/page.md")))
        let entries = try #require(view["entries"] as? [[String: String]])
        #expect(entries.contains { $0["file"] == "/llms.txt" && $0["line"]?.contains("一页") == true })
        let data = try #require(view["data"] as? [String])
        #expect(try data.contains { try JSONSerialization.jsonObject(with: Data($0.utf8)) is [String: Any] })
        for query in ["", "?path=", "?path=/../x", "?path=/none/../../x", "?other"] {
            #expect(built.ask(PreviewPaths.agent + query).status == 404, "\(query)")
        }
    }

    @Test func onlyGetAndHeadAreAnswered() async throws {
        let built = try await Self.shared.value
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "get", ""] {
            let answer = built.ask("/docs/page") { $0.method = method }
            #expect(answer.status == 405)
            #expect(Self.header("Allow", answer) == "GET, HEAD")
        }
        #expect(built.ask("/docs/page") { $0.method = "HEAD" }.status == 200)
        #expect(built.ask("/docs/page") { $0.host = "evil.example" }.status == 403)
    }

    @Test func noHeaderBreaksItsLine() {
        let answer = HTTPAnswer(301, [("Location", "/a\r\nX: y")])
        #expect(answer.headerLines == "Location: /aX: y\n")
    }
}
