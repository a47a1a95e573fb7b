import ContentLoading
import Diagnostics
import SiteModel
import Testing

/// `crawlers.yaml` of the theme and of the site.
@Suite struct CrawlerListTests {
    private static func load(_ texts: String...) -> (crawlers: [Crawler], diagnostics: [Diagnostic]) {
        CrawlerList.load(
            texts.enumerated().map { SourceFile(path: "\($0)/crawlers.yaml", bytes: Array($1.utf8)) })
    }

    @Test func theSiteReplacesEntriesOfTheTheme() {
        let theme = """
            # a comment
            zBot: {operator: Z, purpose: search, robots: obeys, verified_on: 2026-11-23, source: "https://z.example"}
            Sogou web spider: {purpose: search, robots: unverified, verified_on: 2026-11-23}
            360Spider: {operator: 360, purpose: training, robots: may-ignore, verified_on: 2026-11-01}

            """
        let read = Self.load(theme, "ZBOT: {purpose: training, robots: obeys, verified_on: 2026-12-01}\n")
        #expect(read.diagnostics.isEmpty)
        #expect(read.crawlers.map(\.token) == ["360Spider", "Sogou web spider", "ZBOT"])
        #expect(read.crawlers.last?.purpose == .training && read.crawlers.last?.verifiedOn == Moment("2026-12-01"))
        #expect(read.crawlers.first?.compliance == .mayIgnore && read.crawlers.first?.source == nil)
    }

    @Test(arguments: [
        "Bot: {purpose: spam, robots: obeys, verified_on: 2026-11-23}", "Bot: {purpose: user, robots: obeys}",
        "Bot: {purpose: user, robots: obeys, verified_on: soon}", "Bot: {robots: obeys, verified_on: 2026-11-23}",
        "\"Bot\\nDisallow\": {purpose: user, robots: obeys, verified_on: 2026-11-23}",
        "\"Bot#1\": {purpose: user, robots: obeys, verified_on: 2026-11-23}", "Bot: search",
        "Bot: {purpose: user, robots: obeys, verified_on: 2026-11-23, purpos: x}", "- Bot",
    ])
    func mistakesAreReportedWithTheirPlace(_ line: String) {
        let read = Self.load(line + "\n")
        #expect(read.diagnostics.contains { $0.severity == .error && $0.location?.file == "0/crawlers.yaml" })
        #expect(read.crawlers.allSatisfy { $0.token == "Bot" })
    }
}
