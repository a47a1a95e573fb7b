import Diagnostics
import Outputs
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// What counts as a change of visible content, and what a date that stayed behind is worth saying.
@Suite struct ChangesTests {
    private static let content = """
        \(TemporarySite.settings)
        -- Content/zh/answers/a.md --
        ---
        title: 问
        question: 问
        date: 2026-11-20
        short_answer: 答。
        evidence: [依据]
        ---
        正文。
        -- Content/zh/answers/draft.md --
        ---
        title: 草稿
        question: 草稿
        date: 2026-11-20
        short_answer: 草稿。
        draft: true
        ---
        -- Content/zh/answers/hidden.md --
        ---
        title: 隐藏
        question: 隐藏
        date: 2026-11-20
        short_answer: 隐藏。
        noindex: true
        ---

        """

    private static func options(_ site: TemporarySite) throws -> BuildOptions {
        BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
    }

    private static func manifest(_ site: TemporarySite) async throws -> ContentManifest {
        let options = try options(site)
        return VisibleContent(await SiteCheckup(options).site(), now: options.now).manifest()
    }

    private static func edited(_ old: String, _ new: String) async throws -> [ContentChange] {
        let site = try TemporarySite(content)
        let before = try await manifest(site)
        let text = try site.read("Content/zh/answers/a.md")
        #expect(text.contains(old))
        try site.write(text.replacing(old, with: new), to: "Content/zh/answers/a.md")
        return ContentChange.between(before, try await manifest(site))
    }

    @Test func onlyListedPagesAreInTheManifest() async throws {
        let manifest = try await Self.manifest(try TemporarySite(Self.content))
        let urls = manifest.entries.map(\.url)
        #expect(urls.contains("https://example.test/answers/a"))
        #expect(!urls.contains { $0.contains("draft") || $0.contains("hidden") || $0.contains("404") })
    }

    @Test func aDateIsNoChange() async throws {
        #expect(try await Self.edited("date: 2026-11-20", "date: 2026-11-20\nupdated: 2026-11-23") == [])
    }

    @Test(arguments: [("short_answer: 答。", "short_answer: 答复。"), ("[依据]", "[依据, 另一条]"), ("正文。", "新的正文。")])
    func contentIs(_ old: String, _ new: String) async throws {
        let changes = try await Self.edited(old, new)
        #expect(changes.map(\.url) == ["https://example.test/answers/a"])
        #expect(changes.first?.kind == .changed)
        #expect(changes.first?.isDateUnmoved == true)
    }

    @Test func aTitleChangesThePagesThatListIt() async throws {
        let changes = try await Self.edited("title: 问", "title: 新问")
        #expect(
            changes.map(\.url) == [
                "https://example.test/", "https://example.test/answers/", "https://example.test/answers/a",
            ])
    }

    /// A text that many pages share is a change of each page that shows it, and of none whose date stayed behind.
    @Test func aSharedTextChangesThePagesThatShowIt() async throws {
        let site = try TemporarySite(Self.content)
        let (page, note) = ("Content/zh/answers/a.md", "Content/shared/zh/review.md")
        try site.write("---\ntitle: 审核\n---\n由编辑审核。\n", to: note)
        let bare = try await Self.manifest(site)
        try site.write(
            try site.read(page).replacing("evidence:", with: "notes: [review]\nevidence:"), to: page)
        let before = try await Self.manifest(site)
        let added = ContentChange.between(bare, before)
        #expect(added.map(\.url) == ["https://example.test/answers/a"])
        #expect(added.first?.isDateUnmoved == true)
        // What nobody sees.
        try site.write("---\ntitle: 审核\n---\n<!-- 给编辑 -->\n由编辑审核。\n", to: note)
        #expect(ContentChange.between(before, try await Self.manifest(site)) == [])
        try site.write("---\ntitle: 审核\n---\n由两位编辑审核。\n", to: note)
        let after = try await Self.manifest(site)
        let changes = ContentChange.between(before, after)
        #expect(changes.map(\.url) == ["https://example.test/answers/a"])
        #expect(changes.first?.isDateUnmoved == false)
        #expect(ContentManifest(SourceFile(path: "m.json", bytes: after.file)) == after)
    }

    @Test func aManifestIsReadAsItWasWritten() async throws {
        let manifest = try await Self.manifest(try TemporarySite(Self.content))
        let file = SourceFile(path: "m.json", bytes: manifest.file)
        #expect(ContentManifest(file) == manifest)
        #expect(ContentManifest(SourceFile(path: "m.json", bytes: ContentManifest([]).file)) == ContentManifest([]))
        for text in ["", "[]", "{\"schema_version\":2,\"pages\":[]}"] {
            #expect(ContentManifest(SourceFile(path: "m.json", bytes: Array(text.utf8))) == nil)
        }
    }

    @Test func aDateThatStayedBehindIsSaid() async throws {
        let site = try TemporarySite(Self.content)
        let manifest = try await Self.manifest(site)
        try site.write(String(decoding: manifest.file, as: UTF8.self), to: ".citable/published.json")
        let path = "Content/zh/answers/a.md"
        let text = try site.read(path)
        let codes = { () async throws -> [String] in
            await SiteCheckup(try Self.options(site)).run().diagnostics.filter { $0.code.id.hasPrefix("dates/") }
                .map { "\($0.location?.file ?? "") \($0.code.id)" }
        }
        #expect(try await codes() == [])
        try site.write(text.replacing("正文。", with: "改过的正文。"), to: path)
        #expect(try await codes() == ["\(path) dates/updated-not-moved"])
        try site.write(
            text.replacing("正文。", with: "改过的正文。").replacing("evidence", with: "updated: 2026-11-23\nevidence"), to: path
        )
        #expect(try await codes() == [])
    }
}
