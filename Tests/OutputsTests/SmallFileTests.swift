import Bytes
import Outputs
import SiteModel
import Testing

/// The small machine files that settings ask for.
@Suite struct SmallFileTests {
    private static func site() -> SampleSite {
        var site = SampleSite()
        site.add("index", "Home", kind: "home")
        site.add("answers/relay", "Relay?")
        return site
    }

    @Test func withoutSettingsThereAreNone() {
        let view = Self.site().view()
        for format in [WebManifest.self, OpenSearch.self, SecurityText.self, IndexNowKey.self] as [any SiteFormat.Type]
        {
            #expect(view.files(format).isEmpty)
        }
    }

    @Test func theManifest() {
        var site = Self.site()
        site.settings.machines.icons = [.init(path: "/a b.png", size: 192)]
        let text = site.view().files(WebManifest.self)["site.webmanifest"] ?? ""
        #expect(text.contains("\"src\": \"/a%20b.png\""))
        #expect(text.contains("\"sizes\": \"192x192\""))
        #expect(text.contains("\"short_name\": \"示例答案中心\""))
    }

    @Test func openSearchKeepsItsLimitsAndItsBraces() {
        var site = Self.site()
        site.settings.machines.searchPage = "/search?a=<b>&q={searchTerms}&l=zh"
        site.settings.name = LocalizedText(String(repeating: "名", count: 20))
        let text = site.view().files(OpenSearch.self)["opensearch.xml"] ?? ""
        #expect(text.contains("<ShortName>\(String(repeating: "名", count: 16))</ShortName>"))
        #expect(text.contains("template=\"https://site.example/search?a=%3Cb%3E&amp;q={searchTerms}&amp;l=zh\"/>"))
    }

    @Test func securityText() {
        var site = Self.site()
        var contact = MachineSettings.SecurityContact()
        contact.contacts = ["mailto:a@site.example", "https://site.example/report"]
        contact.expires = Moment("2027-01-31")
        site.settings.machines.security = contact
        #expect(
            site.view().files(SecurityText.self)[".well-known/security.txt"] == """
                Contact: mailto:a@site.example
                Contact: https://site.example/report
                Expires: 2027-01-31T00:00:00Z
                Preferred-Languages: zh, en
                Canonical: https://site.example/.well-known/security.txt

                """)
    }

    @Test func theKeyStandsAloneInItsFile() {
        var site = Self.site()
        site.settings.machines.push.indexNowKey = "0123456789abcdef"
        #expect(site.view().files(IndexNowKey.self) == ["0123456789abcdef.txt": "0123456789abcdef"])
    }

    @Test func whatIsRefusedToAllStandsInEachGroup() {
        var site = Self.site()
        site.settings.robots.disallowed = ["/private/", "/旧"]
        let text = site.view().files(Robots.self)["robots.txt"] ?? ""
        let groups = text.split(separator: "\n\n").filter { $0.contains("User-agent") }
        #expect(groups.count == 3)
        for group in groups { #expect(group.hasSuffix("\nDisallow: /private/\nDisallow: /%E6%97%A7\nAllow: /")) }
    }

    @Test(arguments: [
        ("/a/feed.xml", "application/atom+xml; charset=utf-8"), ("/a/my-feed.xml", "application/xml; charset=utf-8"),
        ("/a.md", "text/markdown; charset=utf-8"), ("/a.png", "image/png"), ("/a", "application/octet-stream"),
        ("/b.tar.zip", "application/zip"), ("/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
    ])
    func types(_ path: String, _ type: String) { #expect(HostHeaders.type(of: path) == type) }

    @Test func theIndexTellsOfTheOthers() {
        let view = Self.site().view()
        var products = view.products()
        let task = Feeds.tasks(view, products)[0]
        products.files = [
            .init(task, format: Feeds.name, length: 12, view), .init(task, format: "headers", length: 1, view),
        ]
        let index = FileIndex.tasks(view, products)[0]
        var text = ""
        for piece in FileIndex.render(index, view, products) {
            if case .bytes(let bytes) = piece { text += String(decoding: bytes, as: UTF8.self) }
        }
        #expect(text.ranges(of: "\"bytes\"").count == 1)
        #expect(text.contains("\"bytes\": 12"))
        #expect(text.contains("\"updated\": \"2026-11-20\""))
        #expect(text.contains("\"type\": \"application/feed+json; charset=utf-8\""))
    }

    @Test func onlyEnglishAnswersAreReadAloudAndOnlyWhenAsked() {
        var site = Self.site()
        for language in [SampleSite.zh, SampleSite.en] {
            site.add("answers/loud", "Loud?", in: language) { $1.shortAnswer = RichText(plain: "An answer.") }
        }
        site.add("answers/silent", "Silent?", in: SampleSite.en)
        func says(_ path: String, _ site: SampleSite) -> Bool {
            let view = site.view()
            var buffer = ByteBuffer(capacity: 1024)
            StructuredData.script(for: PageTexts(of: view.at(path), in: view), view, into: &buffer)
            return buffer.text.contains("\"SpeakableSpecification\",\"cssSelector\":[\"#answer\"]")
        }
        #expect(!says("/en/answers/loud", site))
        site.settings.machines.hasSpeakable = true
        #expect(says("/en/answers/loud", site))
        #expect(!says("/answers/loud", site) && !says("/en/answers/silent", site))
    }
}
