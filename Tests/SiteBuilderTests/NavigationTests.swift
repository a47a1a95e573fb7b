import Diagnostics
import Foundation
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// The main navigation of a site.
@Suite struct NavigationTests {
    private static func links(_ navigation: String) async throws -> (links: [String], diagnostics: [Diagnostic]) {
        let site = try TemporarySite(
            """
            \(TemporarySite.settings)
            navigation: \(navigation)
            -- Content/zh/docs/a.md --
            ---
            title: 一个很长的标题
            date: 2026-11-20
            ---
            文。

            """)
        let options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-28")))
        let found = try await SiteBuild(options, output: site.root + "/Output").run().diagnostics
        guard found.isEmpty else { return ([], found) }
        let html = try site.read("Output/docs/a.html")
        let navigation = try #require(html.firstMatch(of: #/(?s)class="site-nav".*?</nav>/#))
        return (navigation.0.matches(of: #/href="([^"]*)"[^>]*>([^<]*)/#).map { "\($0.1) \($0.2)" }, found)
    }

    @Test func aPageMayStandThereUnderAShorterTitle() async throws {
        let found = try await Self.links(
            "[docs/a, {page: docs/a, title: {zh: 短}}, {title: 远, url: 'https://a.example/'}]")
        #expect(found.links == ["/docs/a 一个很长的标题", "/docs/a 短", "https://a.example/ 远"])
    }

    @Test func anItemWithNeitherPageNorAddressIsTold() async throws {
        let found = try await Self.links("[{title: 短}]")
        #expect(found.diagnostics.map { $0.code.id } == ["front-matter/missing-field"])
    }
}
