import Bytes
import Foundation
import Outputs
import SiteModel
import Testing

extension SiteView {
    func script(_ path: String) -> String {
        var buffer = ByteBuffer(capacity: 64)
        let page = at(path)
        StructuredData.script(for: PageTexts(of: page, in: self), self, into: &buffer)
        return buffer.text
    }
}

/// The JSON-LD of pages, read again and compared as data.
@Suite struct StructuredDataTests {
    private static func site() -> SampleSite {
        var site = SampleSite()
        site.add("index", "示例首页", kind: "home")
        site.add("answers", "答案", kind: "hub")
        site.add("answers/relay", "中转站是什么？") { header, facets in
            header.author = LocatedText("editors", range: 0..<0)
            header.reviewed = Moment("2026-11-18")
            header.reviewedBy = LocatedText("lin", range: 0..<0)
            facets.question = "AI API 中转站是什么"
            facets.shortAnswer = RichText(plain: "中转站转发请求。它不是平台。")
        }
        return site
    }

    @Test func anAnswerIsAnArticleWithAQuestion() throws {
        let graph = try ReadGraph(Self.site().view(), "/answers/relay")
        let article = graph["Article"]
        #expect(article["headline"] as? String == "中转站是什么？")
        #expect(article["abstract"] as? String == "中转站转发请求。它不是平台。")
        #expect(article["datePublished"] as? String == "2026-11-01")
        #expect(article["dateModified"] as? String == "2026-11-20")
        #expect(article["inLanguage"] as? String == "zh-Hans")
        #expect(graph["Question"]["text"] as? String == "AI API 中转站是什么")
        #expect(graph["Question"]["name"] as? String == "中转站是什么？")
        #expect(graph["Answer"]["text"] as? String == article["abstract"] as? String)
        #expect(graph["Answer"]["url"] as? String == "https://site.example/answers/relay#answer")
        #expect(graph["WebPage"]["lastReviewed"] as? String == "2026-11-18")
        #expect(graph["Person"]["name"] as? String == "Lin")
        #expect(!graph.script.contains("QAPage"))
        #expect(!graph.script.contains("FAQPage"))
    }

    @Test func theBreadcrumbHasTheVisibleTitles() throws {
        let graph = try ReadGraph(Self.site().view(), "/answers/relay")
        let items = JSONReading.list(graph["BreadcrumbList"]["itemListElement"])
        #expect(items.map { $0["name"] as? String } == ["首页", "答案", "中转站是什么？"])
        #expect(items.map { $0["position"] as? Int } == [1, 2, 3])
        #expect(items.last?["item"] as? String == "https://site.example/answers/relay")
        #expect(try ReadGraph(Self.site().view(), "/")["BreadcrumbList"].isEmpty)
    }

    @Test(arguments: ["/", "/answers/", "/answers/relay"])
    func everyReferenceResolvesAndEveryNodeHasAnID(_ path: String) throws {
        let graph = try ReadGraph(Self.site().view(), path)
        #expect(Set(graph.identifiers).count == graph.identifiers.count)
        for reference in graph.references { #expect(graph.identifiers.contains(reference), "\(reference)") }
        for site in ["https://site.example/#org", "https://site.example/#website"] {
            #expect(graph.identifiers.contains(site))
        }
    }

    @Test func theTypesFollowTheKind() throws {
        var site = Self.site()
        for (kind, type) in [
            (StructuredDataKind.aboutPage, "AboutPage"), (.contactPage, "ContactPage"), (.faq, "FAQPage"),
            (.webPage, "WebPage"), (.collection, "CollectionPage"), (.techArticle, "TechArticle"),
        ] {
            site.add("trust/\(kind.rawValue.lowercased())", "x", kind: "trust") { _, facets in
                facets.structuredData = kind
                facets.questions = [.init(question: RichText(plain: "Q?"), answer: RichText(plain: "A."))]
            }
            let graph = try ReadGraph(site.view(), "/trust/\(kind.rawValue.lowercased())")
            #expect(!graph[type].isEmpty, "\(kind)")
        }
        let graph = try ReadGraph(site.view(), "/trust/faq")
        let questions = JSONReading.list(graph["FAQPage"]["mainEntity"])
        #expect(questions.first?["name"] as? String == "Q?")
        #expect((questions.first?["acceptedAnswer"] as? [String: NSObject])?["text"] as? String == "A.")
        #expect(
            try ReadGraph(site.view(), "/trust/techarticle")["Article"]["@type"] as? [String] == [
                "TechArticle", "Article",
            ])
    }

    @Test func aTermBelongsToTheGlossaryOnBothPages() throws {
        var site = Self.site()
        site.add("glossary", "术语表", kind: "hub")
        site.add("glossary/token", "token", kind: "glossary-term") { _, facets in
            facets.structuredData = .definedTerm
            facets.term = "token"
            facets.definition = RichText(plain: "计量单位。")
            facets.termAliases = [LocatedText("词元", range: 0..<0)]
        }
        let term = try ReadGraph(site.view(), "/glossary/token")["DefinedTerm"]
        let set = try ReadGraph(site.view(), "/glossary/")["DefinedTermSet"]
        let listed = JSONReading.list(set["hasDefinedTerm"])
        #expect(term["@id"] as? String == "https://site.example/glossary/#term-token")
        #expect(listed.first?["@id"] as? String == term["@id"] as? String)
        #expect(term["description"] as? String == "计量单位。")
        #expect(term["alternateName"] as? [String] == ["词元"])
    }

    @Test func withoutAuthorTheOrganisationAnswers() throws {
        var site = Self.site()
        site.add("docs/plain", "Plain", kind: "doc")
        let graph = try ReadGraph(site.view(), "/docs/plain")
        #expect(graph["Article"]["author"] as? [String: String] == ["@id": "https://site.example/#org"])
        #expect(graph["Person"].isEmpty)
    }

    @Test func translationsPointAtEachOther() throws {
        var site = Self.site()
        let file = SamplePageFile.make
        site.add("guides/x", "甲", kind: "guide") { header, _ in header.body = file("Content/zh/guides/x.md") }
        site.add("guides/x", "A", kind: "guide", in: SampleSite.en) { header, _ in
            header.body = file("Content/en/guides/x.md")
        }
        let original = try ReadGraph(site.view(), "/guides/x")["WebPage"]
        let translation = try ReadGraph(site.view(), "/en/guides/x")["WebPage"]
        #expect(JSONReading.list(original["workTranslation"]).first?["inLanguage"] as? String == "en")
        #expect(
            (translation["translationOfWork"] as? [String: NSObject])?["url"] as? String
                == "https://site.example/guides/x")
    }

    @Test(arguments: HostileTexts.all)
    func hostileTitlesSurviveTheScript(_ title: String) throws {
        var site = Self.site()
        site.add("answers/hostile", title) { _, facets in
            facets.question = title
            facets.shortAnswer = RichText(plain: title)
        }
        let graph = try ReadGraph(site.view(), "/answers/hostile")
        #expect(graph["Article"]["headline"] as? String == title)
        #expect(graph["Answer"]["text"] as? String == title)
        let inner = graph.script.dropFirst(35).dropLast(9)
        for forbidden in ["<", ">", "&", "\u{2028}", "\u{2029}"] { #expect(!inner.contains(forbidden)) }
    }
}
