import Diagnostics
import Foundation
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// Texts packed ahead of time, and what is too long for who reads with little room.
@Suite struct PrecompressionTests {
    private static func site(_ settings: String = "") throws -> TemporarySite {
        let body = String(repeating: "同一句话说很多遍，所以压缩后会小得多。\n\n", count: 40)
        return try TemporarySite(
            """
            \(TemporarySite.settings)
            \(settings)
            -- Content/static/tiny.txt --
            a
            -- Content/static/own.txt --
            \(body)
            -- Content/static/own.txt.gz --
            not made here
            -- Content/zh/docs/a.md --
            ---
            title: 甲
            date: 2026-11-20
            ---
            \(body)
            -- Content/zh/docs/b.md --
            ---
            title: 乙
            date: 2026-11-20
            ---
            \(body)

            """)
    }

    private func build(_ site: TemporarySite, clean: Bool = false) async throws -> [String: UInt64] {
        var options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        options.precompresses = true
        options.isClean = clean
        let result = try await SiteBuild(options, output: site.root + "/Output").run()
        #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message.english) == [])
        var inodes: [String: UInt64] = [:]
        for path in site.files(below: "Output") {
            let attributes = try FileManager.default.attributesOfItem(atPath: site.root + "/Output/" + path)
            inodes[path] = attributes[.systemFileNumber] as? UInt64
        }
        return inodes
    }

    private func bytes(_ path: String, _ site: TemporarySite) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: site.root + "/Output/" + path)))
    }

    @Test func onlyTextsThatGetSmallerArePacked() async throws {
        let site = try Self.site()
        let files = try await build(site)
        for path in ["docs/a.html", "docs/a.md", "llms.txt", "sitemap.xml", "own.txt"] {
            let plain = try bytes(path, site).count
            #expect(try bytes(path + ".br", site).count < plain, "\(path)")
        }
        #expect(try bytes("docs/a.html.gz", site).prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3])
        #expect(files["tiny.txt.gz"] == nil && files["tiny.txt.br"] == nil)
        #expect(try String(decoding: bytes("own.txt.gz", site), as: UTF8.self).hasPrefix("not made here"))
        #expect(!files.keys.contains { $0.hasSuffix(".png.gz") || $0.hasPrefix("deploy/") && $0.hasSuffix(".gz") })
        #expect(try String(decoding: bytes("deploy/nginx.conf", site), as: UTF8.self).contains("gzip_static on;"))
        #expect(
            try String(decoding: bytes("deploy/Caddyfile", site), as: UTF8.self).contains("precompressed br gzip"))
    }

    @Test func anEditPacksWhatItChangesAndTheTreeIsTheCleanBuilds() async throws {
        let site = try Self.site()
        let before = try await build(site)
        try site.write(site.read("Content/zh/docs/a.md") + "\n又一句。\n", to: "Content/zh/docs/a.md")
        let after = try await build(site)
        #expect(before["docs/a.html.gz"] != after["docs/a.html.gz"])
        for path in ["docs/b.html.gz", "docs/b.md.br", "sitemap.xml.gz"] {
            #expect(before[path] != nil && before[path] == after[path], "\(path) was packed again")
        }
        try site.remove("Content/zh/docs/b.md")
        let last = try await build(site)
        #expect(last["docs/b.html.gz"] == nil && last["docs/b.md.br"] == nil)
        var contents: [String: [UInt8]] = [:]
        for path in last.keys { contents[path] = try bytes(path, site) }
        let clean = try await build(site, clean: true)
        #expect(clean.keys.sorted() == last.keys.sorted())
        for path in clean.keys { #expect(try bytes(path, site) == contents[path], "\(path)") }
    }

    @Test func budgetsNameWhatIsTooLong() async throws {
        let site = try Self.site("token_budget: {page: 500, index: 50}")
        let options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        let found = await SiteCheckup(options).run().diagnostics.filter { $0.code.id == "size/token-budget" }
        let places = found.compactMap { $0.location?.file }
        #expect(places.contains("Content/zh/docs/a.md") && places.contains("Content/site.yaml"))
        #expect(found.contains { $0.message.english.hasPrefix("/docs/a.md has about ") })
        #expect(found.contains { $0.message.chinese.contains("llms.txt 约有") })
    }
}
