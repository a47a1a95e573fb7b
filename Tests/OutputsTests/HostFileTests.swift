import Diagnostics
import Outputs
import SiteModel
import Testing

/// `robots.txt`, `_redirects` with its pages, `_headers`.
@Suite struct HostFileTests {
    private static func robots(_ change: (inout RobotsPolicy) -> Void = { _ in }) -> String {
        var site = SampleSite()
        change(&site.settings.robots)
        return site.view().files(Robots.self)["robots.txt"] ?? ""
    }

    /// The groups: agents and rules. A group ends at an empty line.
    private static func groups(_ text: String) -> [(agents: [String], rules: [String])] {
        text.split(separator: "\n\n").compactMap { block in
            let lines = block.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
            let agents = lines.filter { $0.hasPrefix("User-agent: ") }.map { String($0.dropFirst(12)) }
            return agents.isEmpty ? nil : (agents, lines.filter { !$0.hasPrefix("User-agent: ") })
        }
    }

    @Test func everyGroupRepeatsTheRules() {
        let groups = Self.groups(Self.robots { $0.training = .disallow })
        #expect(groups.count == 4)
        let signal = "Content-Signal: search=yes, ai-input=yes, ai-train=no"
        for group in groups { #expect(group.rules.first == signal) }
        #expect(groups.first { $0.agents.contains("OAI-SearchBot") }?.rules.last == "Allow: /")
        #expect(groups.first { $0.agents.contains("GPTBot") }?.rules.last == "Disallow: /")
        #expect(groups.last?.agents == ["*"])
        let agents = groups.flatMap(\.agents)
        #expect(Set(agents).count == agents.count)
    }

    @Test func eachGroupSaysWhatItsOperatorsDocumentAndWhenThatWasRead() {
        let text = Self.robots()
        #expect(
            text.contains("# Fetches on behalf of a person (list of 2026-11-23)\n# May not obey: Perplexity-User\n"))
        #expect(text.contains("# Not documented by its operator: YisouSpider\nUser-agent: Googlebot\n"))
        #expect(Robots.remark(on: "gptbot", in: SampleSite().settings.crawlers) != nil)
        #expect(Robots.remark(on: "Nobody", in: SampleSite().settings.crawlers) == nil)
    }

    @Test func aPurposeWithoutCrawlersHasNoGroup() {
        var site = SampleSite()
        site.settings.crawlers = []
        let text = site.view().files(Robots.self)["robots.txt"] ?? ""
        #expect(text.hasPrefix("# All others\nUser-agent: *\n"))
    }

    @Test func nothingIsSaidAboutTrainingUnlessAsked() {
        let text = Self.robots()
        #expect(!text.contains("ai-train"))
        #expect(!text.contains("GPTBot"))
        #expect(text.hasSuffix("Allow: /\n\nSitemap: https://site.example/sitemap.xml\n"))
    }

    @Test func searchEnginesMayBeRefused() {
        let groups = Self.groups(Self.robots { $0.search = .disallow })
        #expect(groups.first { $0.agents.contains("Googlebot") }?.rules.last == "Disallow: /")
        #expect(groups.last?.rules.last == "Disallow: /")
        #expect(groups.first { $0.agents.contains("Claude-User") }?.rules.last == "Allow: /")
    }

    private static func redirects() -> SampleSite {
        var site = SampleSite()
        site.add("answers/relay", "Relay <b>&\"x\"?", in: SampleSite.en)
        site.redirects = [
            Redirect(from: "/gone", to: "/", status: 410),
            Redirect(from: "/old", to: "/en/answers/relay#answer", status: 301),
            Redirect(from: "/old/folder/", to: "https://other.example/?a=1&b=2", status: 302),
            Redirect(from: "/旧 页.html", to: "/en/answers/relay", status: 308),
            Redirect(from: "/old.xml", to: "/feed.xml", status: 301),
        ]
        return site
    }

    @Test func theListOfRedirects() {
        #expect(
            Self.redirects().view().files(Redirects.self)["_redirects"] == """
                /old /en/answers/relay#answer 301
                /old/folder/ https://other.example/?a=1&b=2 302
                /%E6%97%A7%20%E9%A1%B5.html /en/answers/relay 308
                /old.xml /feed.xml 301

                """)
    }

    /// Hosts that read `_redirects` know patterns, and would send other addresses elsewhere as well.
    @Test(arguments: ["/a*", "/a/:b", "/50%", "/a?b", "/a#b"])
    func noRuleStandsForOtherAddresses(_ path: String) {
        var site = Self.redirects()
        site.redirects = [Redirect(from: path, to: "/feed.xml", status: 301)]
        let rules = site.view().files(Redirects.self)["_redirects"] ?? ""
        #expect(rules.hasPrefix("# ") && rules.split(separator: "\n").count == 1, "\(rules)")
    }

    @Test func aRedirectLeadsToTheAddressOfItsPage() {
        var site = Self.redirects()
        let place = SourceLocation(file: "Content/redirects.yaml")
        let places = Redirect.Places(from: place, to: place)
        site.add("index", "Home", kind: "home")
        site.redirects = [
            Redirect(from: "/x", to: "/en/answers/relay.html#answer", status: 301, places: places),
            Redirect(from: "/y", to: "/en/answers/relay/?a=1", status: 301, places: places),
        ]
        #expect(
            site.view().files(Redirects.self)["_redirects"]
                == "/x /en/answers/relay#answer 301\n/y /en/answers/relay?a=1 301\n")
    }

    @Test func aPageAtEachOldAddress() {
        let files = Self.redirects().view().files(Redirects.self)
        #expect(files.keys.sorted() == ["_redirects", "old.html", "old/folder/index.html", "旧 页.html"])
        #expect(
            files["old.html"] == """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Relay &lt;b&gt;&amp;&quot;x&quot;?</title>
                <link rel="canonical" href="https://site.example/en/answers/relay#answer">
                <meta http-equiv="refresh" content="0; url=/en/answers/relay#answer">
                </head>
                <body>
                <main>
                <h1>Relay &lt;b&gt;&amp;&quot;x&quot;?</h1>
                <p><a href="/en/answers/relay#answer">https://site.example/en/answers/relay#answer</a></p>
                </main>
                </body>
                </html>

                """)
        #expect(files["old/folder/index.html"]?.contains("href=\"https://other.example/?a=1&amp;b=2\"") == true)
    }

    @Test func noRedirectsNoFile() { #expect(SampleSite().view().files(Redirects.self).isEmpty) }

    @Test func headersUseOneStarAndNoHeaderTwice() {
        var site = SampleSite()
        site.add("answers/relay", "Relay?")
        let text = site.view().files(Headers.self)["_headers"] ?? ""
        var rules: [(path: String, names: [String])] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("  ") {
                rules[rules.count - 1].names.append(String(line.drop { $0 == " " }.prefix { $0 != ":" }))
            } else {
                rules.append((String(line), []))
            }
        }
        for rule in rules { #expect(rule.path.filter { $0 == "*" }.count == 1) }
        #expect(rules.first?.path == "/*")
        #expect(rules.first?.names.contains("Content-Security-Policy") == true)
        #expect(rules.filter { $0.names == ["X-Robots-Tag"] }.map(\.path) == ["/*llms.txt", "/*llms-full.txt"])
        // Two rules that fit one address never set the same header.
        for path in ["/a/feed.xml", "/a/feed.json", "/a/llms.txt", "/a/b.md", "/catalog/changes.xml", "/assets/x.css"] {
            let names = rules.filter { Self.fits($0.path, path) }.flatMap(\.names)
            #expect(Set(names).count == names.count, "\(path)")
        }
        #expect(text.contains("/*.md\n  Content-Type: text/markdown; charset=utf-8\n"))
    }

    private static func fits(_ pattern: String, _ path: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        return path.hasPrefix(parts[0]) && path.hasSuffix(parts[1])
    }
}
