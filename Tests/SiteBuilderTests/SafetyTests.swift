import Diagnostics
import Foundation
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// Keys wherever a site's sources are text: none gets past, and no setting changes that but one with a reason.
@Suite struct SiteSafetyTests {
    private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates").path

    /// Put together here, so that no text of the shape of a key stands in a file.
    private static let key = ["sk", "mQ7xT2vLp9ZrW4nKc8YbHd3FgJ6sUa1eXw5RtVi0OyPqNzBm"].joined(separator: "-")

    private static func settings(_ more: String = "") -> String {
        """
        name: 测试站
        base_url: https://example.test
        default_language: zh
        languages: [zh]
        organization: {name: 测试, url: https://example.test}
        checks: {safety/secret: off, safety/private-address: off, safety/hidden-character: warning}
        \(more)
        """
    }

    private static func page(_ front: String = "description: 描述", _ body: String = "正文。") -> String {
        "---\ntitle: 标题\ndate: 2026-11-20\n\(front)\n---\n\n\(body)\n"
    }

    private func site(_ files: [String: String], settings: String = settings()) throws -> TemporarySite {
        let site = try TemporarySite(files: [
            "Content/site.yaml": settings, "Content/zh/index.md": Self.page(), "Content/zh/docs/a.md": Self.page(),
        ])
        for (path, text) in files { try site.write(text, to: path) }
        return site
    }

    private func diagnostics(_ site: TemporarySite) async throws -> [Diagnostic] {
        let now = try #require(Moment("2026-11-28"))
        let result = try await SiteBuild(BuildOptions(siteRoot: site.root, now: now), output: site.root + "/Output")
            .run()
        return result.diagnostics
    }

    @Test func aClassOfTheThemeHidesNoText() async throws {
        let body = "<span class=\"visually-hidden\">最好的网关</span>\n\n`<b class=\"print-only\">`"
        let hidden = try await diagnostics(
            site(
                ["Content/zh/docs/a.md": Self.page("description: 描述", body)],
                settings: Self.settings("allowed_html: [span]")))
        let found = hidden.filter { $0.code.id == "safety/hidden-text" }
        #expect(found.map { $0.location?.column } == [14])
        #expect(found.map(\.severity) == [.error])
        let shown = try await diagnostics(
            site(
                ["Content/zh/docs/a.md": Self.page("description: 描述", "<span class=\"badge\">看得见</span>")],
                settings: Self.settings("allowed_html: [span]")))
        #expect(shown.allSatisfy { $0.code.id != "safety/hidden-text" })
    }

    @Test(arguments: [
        ("Content/zh/docs/a.md", page("description: 用 \(key) 试"), 4, 16),
        ("Content/zh/docs/a.md", page("description: 描述", "a\n\n密钥 \(key)。"), 9, 4),
        ("Content/shared/zh/n.md", "---\ntitle: 文本\n---\n\(key)\n", 4, 1),
        ("Content/people.yaml", "ann: {name: Ann, role: \(key)}\n", 1, 24),
        ("Content/topics.yaml", "use: {zh: \(key)}\n", 1, 11),
        ("Content/redirects.yaml", "- {from: /a, to: \"/docs/a?k=\(key)\"}\n", 1, 29),
        ("Content/static/note.txt", "a\nb \(key)\n", 2, 3), ("Content/static/a.json", "{\"k\": \"\(key)\"}", 1, 8),
        ("Content/site.yaml", settings("description: \(key)"), 7, 14),
    ])
    func aKeyIsFoundInEverySortOfFile(_ path: String, _ text: String, _ line: Int, _ column: Int) async throws {
        let site = try site([path: text])
        let found = try await diagnostics(site)
        let secret = try #require(found.first { $0.code.id == "safety/secret" })
        #expect(secret.severity == .error)
        #expect([secret.location?.file] == [path])
        #expect([secret.location?.line, secret.location?.column] == [line, column])
        #expect(!site.files(below: "Output").contains("index.html"))
        for diagnostic in found {
            let words = [diagnostic.message.english, diagnostic.message.chinese, diagnostic.location?.lineText ?? ""]
            #expect(words.allSatisfy { !$0.contains(Self.key.dropFirst(6)) })
        }
    }

    @Test func aReasonAllowsIt() async throws {
        let site = try site(["Content/zh/docs/a.md": Self.page("description: 描述", "密钥 \(Self.key)。")])
        let hint = try #require(try await diagnostics(site).first?.hint?.english)
        // Said again by a build that could know the file.
        #expect(try await diagnostics(site).map(\.code.id) == ["safety/secret"])
        let fingerprint = String(try #require(hint.split(separator: "fingerprint: ").last?.prefix(16)))
        let entry = "{fingerprint: \(fingerprint), reason: 公开的示例}"
        try site.write(Self.settings("safety: {allow: [\(entry)]}"), to: "Content/site.yaml")
        #expect(try await diagnostics(site).map(\.message.english) == [])
        #expect(try site.read("Output/docs/a.md").contains(Self.key))
        try site.write(
            Self.settings("safety: {allow: [{fingerprint: \(fingerprint)}]}"), to: "Content/site.yaml")
        #expect(try await diagnostics(site).map(\.code.id) == ["front-matter/missing-field"])
    }

    @Test func aGatewayMayStandInAPrivateNetwork() async throws {
        let source = "catalog: {sources: [{id: main, adapter: litellm, url: \"https://10.1.2.3\"}]}"
        let site = try site([:], settings: Self.settings(source))
        #expect(try await diagnostics(site).allSatisfy { $0.code.id != "safety/private-address" })
        try site.write(Self.page("description: 见 10.1.2.3"), to: "Content/zh/docs/a.md")
        #expect(try await diagnostics(site).contains { $0.code.id == "safety/private-address" })
    }

    @Test func escapesHideNoKeyFromACheck() async throws {
        let escaped = Self.key.replacing("sk", with: "&#115;k")
        let site = try site(["Content/zh/docs/a.md": Self.page("description: 描述", "密钥 \(escaped)。")])
        let now = try #require(Moment("2026-11-28"))
        let result = await SiteCheckup(BuildOptions(siteRoot: site.root, now: now)).run()
        #expect(result.diagnostics.contains { $0.code.id == "safety/secret" && $0.severity == .error })
    }

    @Test func templatesHoldNeitherKeysNorHiddenText() async throws {
        let site = try site([:])
        try FileManager.default.copyItem(atPath: Self.templates, toPath: site.root + "/Templates")
        let partial = "Templates/partials/breadcrumbs.html"
        let text = try site.read(partial)
        try site.write(text + "<p style=\"color: red; Display : none\">\(Self.key)</p>\n", to: partial)
        let codes = try await diagnostics(site).filter { $0.location?.file == partial }.map(\.code.id)
        #expect(codes == ["safety/hidden-text", "safety/secret"])
    }
}
