import Foundation
import TestSupport
import Testing

/// `citable catalog`, as a caller sees it; replies come from files.
@Suite struct CatalogTests {
    private static let settings = """
        name: {zh: 站, en: Site}
        description: {zh: 描述, en: Description}
        base_url: https://site.example
        default_language: zh
        languages:
          zh: {tag: zh-Hans, name: 中文}
          en: {tag: en, name: English}
        organization: {name: Site, url: https://site.example}
        catalog:
          sources:
            - {id: main, adapter: openrouter}
          max_age_days: 14

        """

    private static let page = """
        ---
        title: 模型价格
        question: 模型价格怎么看？
        short_answer: 看输入价和输出价。
        date: 2026-11-01
        ---

        正文提到 :price[sea/a]。

        """

    private func site() throws -> TemporarySite {
        try TemporarySite(files: ["Content/site.yaml": Self.settings])
    }

    private func reply(_ models: [(String, String, String)]) -> String {
        let entries = models.map { id, input, output in
            "{\"id\":\"\(id)\",\"architecture\":{},\"pricing\":{\"prompt\":\"\(input)\",\"completion\":\"\(output)\"}}"
        }
        return "{\"data\":[\(entries.joined(separator: ","))]}"
    }

    private func fetch(
        _ site: TemporarySite, _ models: [(String, String, String)], day: Int = 24, _ more: String...
    ) throws -> Program {
        try site.write(reply(models), to: "reply.json")
        let words =
            ["catalog", "fetch", "--from-file", "reply.json", "--now", "2026-11-\(day)T08:00:00Z", "--messages", "en"]
            + more
        return try Program(words, in: site.root)
    }

    private func state(_ site: TemporarySite) throws -> [String: String] {
        var files: [String: String] = [:]
        for path in site.files() where path != "reply.json" { files[path] = try site.read(path) }
        return files
    }

    private static let two = [("sea/a", "0.000001", "0.000002"), ("sea/b", "0", "0")]

    @Test func aFetchWithoutChangeTouchesTheMetaFileAlone() throws {
        let site = try site()
        let first = try fetch(site, Self.two)
        #expect(first.exitCode == 0)
        #expect(
            first.output
                == "added  sea/a  input=1 USD  output=2 USD\nadded  sea/b  input=0 USD  output=0 USD\n")
        let before = try state(site)
        #expect(before["Content/catalog/history/main.jsonl"]?.split(separator: "\n").count == 2)
        let again = try fetch(site, Self.two.reversed(), day: 25)
        #expect(again.exitCode == 0 && again.output == "")
        let after = try state(site)
        #expect(before.keys.sorted() == after.keys.sorted())
        #expect(before.filter { after[$0.key] != $0.value }.keys.sorted() == ["Content/catalog/main.meta.json"])
    }

    /// Killed after it wrote the history: the lock is the old one, or not there yet.
    @Test func aFetchThatWasKilledRepeatsNoLineOfTheHistory() throws {
        let site = try site()
        let (lock, meta, log) = (
            "Content/catalog/main.lock.json", "Content/catalog/main.meta.json", "Content/catalog/history/main.jsonl"
        )
        _ = try fetch(site, Self.two)
        let first = try site.read(log)
        for path in [lock, meta] { try site.remove(path) }
        _ = try fetch(site, Self.two, day: 25)
        #expect(try site.read(log) == first)
        let (oldLock, oldMeta) = (try site.read(lock), try site.read(meta))
        let dearer = [("sea/a", "0.000002", "0.000002"), ("sea/b", "0", "0")]
        _ = try fetch(site, dearer, day: 26, "--accept")
        let told = try site.read(log)
        try site.write(oldLock, to: lock)
        try site.write(oldMeta, to: meta)
        #expect(try fetch(site, dearer, day: 27, "--accept").exitCode == 0)
        #expect(try site.read(log) == told && told.split(separator: "\n").count == 3)
        // The way back is another change.
        _ = try fetch(site, Self.two, day: 28, "--accept")
        _ = try fetch(site, dearer, day: 29, "--accept")
        #expect(try site.read(log).split(separator: "\n").count == 5)
    }

    /// Killed between its first rename and its last: what it had written beside the files takes their places at the next fetch,
    /// whatever the gateway says by then.
    @Test func aFetchThatWasKilledBetweenItsFilesIsFinished() throws {
        let site = try site()
        let (lock, meta, log) = (
            "Content/catalog/main.lock.json", "Content/catalog/main.meta.json", "Content/catalog/history/main.jsonl"
        )
        _ = try fetch(site, Self.two)
        let (oldLock, oldMeta) = (try site.read(lock), try site.read(meta))
        let dearer = [("sea/a", "0.000002", "0.000002"), ("sea/b", "0", "0")]
        _ = try fetch(site, dearer, day: 26)
        for (path, old) in [(lock, oldLock), (meta, oldMeta)] {
            try site.write(try site.read(path), to: path + ".new")
            try site.write(old, to: path)
        }
        let back = try fetch(site, Self.two, day: 27)
        #expect(back.exitCode == 0 && back.output == "price_down  sea/a  input  2 → 1  USD\n", "\(back.messages)")
        #expect(try site.read(log).split(separator: "\n").count == 4)
        #expect(!site.files().contains { $0.hasSuffix(".new") })
        // What is older than the snapshot, or no part of a fetch, is left to be written over.
        try site.write("{", to: meta + ".new")
        try site.write(oldLock, to: lock + ".new")
        #expect(try fetch(site, Self.two, day: 28).output == "")
    }

    @Test func aSnapshotWithoutItsMetaFileIsFetchedAgain() throws {
        let site = try site()
        _ = try fetch(site, Self.two)
        try site.remove("Content/catalog/main.meta.json")
        let build = try Program("build", "--messages", "en", in: site.root)
        #expect(build.messages.contains("run ‘citable catalog fetch’"), "\(build.messages)")
        let again = try fetch(site, Self.two, day: 25)
        #expect(again.exitCode == 0 && again.output == "", "\(again.messages)")
        #expect(try site.read("Content/catalog/main.meta.json").contains("2026-11-25T08:00:00Z"))
    }

    /// A folder stands where the last file would be written: none of the others has changed then.
    @Test func aFetchThatCannotWriteOneFileChangesNone() throws {
        let site = try site()
        _ = try fetch(site, Self.two)
        try site.write("", to: "Content/catalog/main.meta.json.new/x")
        let before = try state(site)
        let failed = try fetch(site, [("sea/a", "0.000002", "0.000002"), ("sea/b", "0", "0")], day: 25)
        #expect(failed.exitCode == 74 && failed.messages.contains("Content/catalog/main.meta.json: "))
        #expect(try state(site) == before)
    }

    @Test func twoFetchesAtOnceAreKeptApart() throws {
        let site = try site()
        let descriptor = open(site.root + "/Content", O_RDONLY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        let locked = try fetch(site, Self.two)
        #expect(locked.exitCode == 75 && locked.messages.contains("another fetch is under way"))
        #expect(try fetch(site, Self.two, day: 24, "--dry-run").exitCode == 0)
        #expect(flock(descriptor, LOCK_UN) == 0)
        #expect(try fetch(site, Self.two).exitCode == 0)
    }

    @Test func aRefusedChangeWritesNothingUntilItIsAccepted() throws {
        let site = try site()
        _ = try fetch(site, Self.two)
        let before = try state(site)
        let dear = [("sea/a", "0.000004", "0.000002"), ("sea/b", "0", "0")]
        let refused = try fetch(site, dear, day: 26)
        #expect(refused.exitCode == 78 && refused.output == "")
        #expect(refused.messages.contains("  sea/a  input  1 → 4  moved by more than a factor of 3\n"))
        #expect(refused.messages.contains("the snapshot of 2026-11-24T08:00:00Z is kept; it is 2 days old"))
        #expect(try state(site) == before)
        let dry = try fetch(site, dear, day: 26, "--accept", "--dry-run")
        #expect(dry.exitCode == 0 && dry.output == "price_up  sea/a  input  1 → 4  USD\n")
        #expect(try state(site) == before)
        let accepted = try fetch(site, dear, day: 26, "--accept")
        #expect(accepted.exitCode == 0)
        let history = try site.read("Content/catalog/history/main.jsonl")
        #expect(history.hasPrefix(before["Content/catalog/history/main.jsonl"] ?? "?"))
        #expect(history.split(separator: "\n").count == 3)
        let diff = try Program("catalog", "diff", in: site.root)
        #expect(diff.output == dry.output)
        let json = try Program("catalog", "diff", "--format", "json", in: site.root)
        let root = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: [[String: Any]]]
        #expect(root?["events"]?.first?["old"] as? String == "1" && root?["events"]?.first?["new"] as? String == "4")
    }

    /// Crawlers come again to a page whose `lastmod` moved: that of a model that went says another thing than before.
    @Test func thePageOfAModelThatWentIsAsNewAsItsGoing() throws {
        let site = try site()
        let text = "---\ntitle: 页\ndate: 2026-11-01\n---\n\n文。\n"
        try site.write(text, to: "Content/zh/docs/a.md")
        _ = try fetch(site, Self.two)
        #expect(try fetch(site, [("sea/b", "0", "0")], day: 26).output == "removed  sea/a\n")
        let build = try Program("build", "--verify", "--now", "2026-11-27T08:00:00Z", in: site.root)
        #expect(build.exitCode == 0, "\(build.messages)")
        for (name, day) in [("sea-a", 26), ("prices", 26), ("vendors/sea", 26), ("sea-b", 24)] {
            let twin = try site.read("Output/models/\(name).md")
            #expect(twin.contains("\nupdated: 2026-11-\(day)T08:00:00Z\n"), "\(name): \(twin.prefix(200))")
        }
        #expect(try site.read("Output/sitemap.xml").contains("2026-11-26T08:00:00Z"))
    }

    /// A model of another source with the same id keeps its page, and one that comes new doesn't take the name of the file.
    @Test func whatAnEditorWritesOfAModelStandsUnderAnyName() throws {
        let site = try site()
        let settings = try site.read("Content/site.yaml")
        try site.write(
            settings.replacing("  max_age", with: "    - {id: second, adapter: openrouter}\n  max_age"),
            to: "Content/site.yaml")
        let text = "---\ntitle: 我的\nmodel: sea/a\ndate: 2026-11-01\n---\n\n见 :model[sea/a]。\n"
        try site.write(text, to: "Content/zh/models/mine.md")
        let all = Self.two + [("mine", "0.000001", "0.000002")]
        for source in ["main", "second"] {
            let fetched = try fetch(site, all, day: 24, "--source", source)
            #expect(fetched.exitCode == 0, "\(fetched.messages)")
        }
        let build = try Program("build", "--verify", "--now", "2026-11-24T08:00:00Z", in: site.root)
        #expect(build.exitCode == 0, "\(build.messages)")
        let json = try site.read("Output/catalog.json")
        let urls = json.split(separator: "\n").compactMap { line in
            line.contains("\"url\": ") ? line.split(separator: "/").last.map { String($0.prefix { $0 != "\"" }) } : nil
        }
        #expect(
            urls
                == [
                    "mine-3fd305", "mine", "sea-b", "mine-3fd305-second", "sea-a-second", "sea-b-second",
                ])
        #expect(try site.read("Output/_redirects").contains("/models/sea-a /models/mine 301\n"))
        let page = try site.read("Output/models/mine.html")
        #expect(page.contains("<a href=\"/models/mine\">sea/a</a>"))
        #expect(!site.files().contains("Output/models/sea-a.md"))
    }

    @Test func aModelThatAPageSpeaksOfDoesNotGoUnseen() throws {
        let site = try site()
        try site.write(Self.page, to: "Content/zh/answers/price.md")
        _ = try fetch(site, Self.two)
        let refused = try fetch(site, [("sea/b", "0", "0")])
        #expect(refused.exitCode == 78)
        #expect(refused.messages.contains("  sea/a  removed, and a page speaks of it\n"))
        let other = try fetch(site, [("sea/a", "0.000001", "0.000002")])
        #expect(other.exitCode == 0 && other.output == "removed  sea/b\n")
    }

    @Test(arguments: ["removed_percent", "removed_min", "price_factor", "repriced_percent", "same_factor_percent"])
    func aLimitOfTheGateIsANumberThatMeansSomething(_ name: String) throws {
        for limit in ["-1", "9223372036854775807"] {
            let site = try site()
            try site.write(
                try site.read("Content/site.yaml").replacing(
                    "catalog:\n", with: "catalog:\n  gate: {\(name): \(limit)}\n"),
                to: "Content/site.yaml")
            let run = try fetch(site, Self.two, day: 24)
            #expect(run.exitCode == 2 && run.messages.contains("can’t be \(limit)"), "\(run.messages)")
        }
    }

    @Test func twoLockFilesAreCompared() throws {
        let site = try site()
        _ = try fetch(site, Self.two)
        try site.write(try site.read("Content/catalog/main.lock.json"), to: "old.json")
        _ = try fetch(site, [("sea/a", "0.000001", "0.000003"), ("sea/b", "0.1", "0.1")])
        let diff = try Program("catalog", "diff", "old.json", "Content/catalog/main.lock.json", in: site.root)
        #expect(
            diff.output == """
                price_up  sea/a  output  2 → 3  USD
                became_paid  sea/b  input  0 → 100000  USD
                became_paid  sea/b  output  0 → 100000  USD

                """)
        let back = try Program("catalog", "diff", "Content/catalog/main.lock.json", "old.json", in: site.root)
        #expect(back.output.hasPrefix("price_down  sea/a  output  3 → 2  USD\nbecame_free"))
    }

    @Test func whatIsShownIsWhatIsBuilt() throws {
        let site = try site()
        try site.write(Self.page, to: "Content/zh/answers/price.md")
        _ = try fetch(site, Self.two)
        let shown = try Program("catalog", "show", "--now", "2026-11-25", in: site.root)
        #expect(shown.output.hasPrefix("main  sea/a  chat  input=1 USD  output=2 USD\n"))
        let json = try Program("catalog", "show", "--format", "json", "--now", "2026-11-25", in: site.root)
        let built = try Program("build", "--now", "2026-11-25", in: site.root)
        #expect(built.exitCode == 0, "\(built.messages)")
        #expect(try site.read("Output/catalog.json") == json.output)
    }

    @Test func exitCodesTellWhy() throws {
        let site = try site()
        func code(_ words: String...) throws -> Int32 {
            try Program(["catalog", "fetch"] + words, in: site.root).exitCode
        }
        #expect(try code("--from-file", "nothing.json") == 74)
        #expect(try code("--source", "other") == 2)
        #expect(try code("--adapter", "opnai") == 2)
        #expect(try code() == 2)
        try site.write("{\"data\":[{\"id\":\"a\",\"pricing\":{\"prompt\":\"0,15\"}}]}", to: "reply.json")
        #expect(try code("--from-file", "reply.json") == 1)
        try site.write("{\"data\":[]}", to: "reply.json")
        #expect(try code("--from-file", "reply.json") == 78)
        try site.write("{\"data\":[{\"id\":\"a\"}],\"links\":{\"next\":\"http://169.254.169.254/\"}}", to: "reply.json")
        #expect(try code("--from-file", "reply.json") == 78)
        #expect(site.files() == ["Content/site.yaml", "reply.json"])
        #expect(try Program("catalog", in: site.root).exitCode == 2)
        #expect(try Program("catalog", "diff", "one", in: site.root).exitCode == 2)
    }

    @Test func aDamagedSnapshotIsNotBuiltUpon() throws {
        let site = try site()
        _ = try fetch(site, Self.two)
        let lock = try site.read("Content/catalog/main.lock.json")
        try site.write(lock.replacingOccurrences(of: "\"2\"", with: "\"3\""), to: "Content/catalog/main.lock.json")
        let run = try fetch(site, Self.two, day: 25)
        #expect(run.exitCode == 1 && run.messages.contains("catalog/snapshot-hash"))
        #expect(try fetch(site, Self.two, day: 25, "--accept").exitCode == 0)
        #expect(try site.read("Content/catalog/main.lock.json").contains("\"2\""))
    }
}
