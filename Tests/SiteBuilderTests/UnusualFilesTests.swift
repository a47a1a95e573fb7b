import Diagnostics
import Foundation
import SiteModel
import TestSupport
import Testing

@testable import SiteBuilder

/// What a disk can hold beside texts: each is an error with its place, or left out, and none is a hang.
@Suite struct UnusualFilesTests {
    private static let text = """
        \(TemporarySite.settings)
        -- Content/zh/docs/page.md --
        ---
        title: 页
        date: 2026-11-20
        ---
        文。
        -- Content/static/kept.txt --
        kept

        """

    private static func build(_ site: TemporarySite, output: String = "Output") async throws -> SiteBuild.Result {
        let options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        return try await SiteBuild(options, output: site.root + "/" + output).run()
    }

    /// Place and code of each mistake.
    private static func mistakes(_ site: TemporarySite) async throws -> [String] {
        try await build(site).diagnostics.map { "\($0.location?.file ?? "") \($0.code.id)" }
    }

    @Test func pipesAndLinksAreErrorsInEveryFolder() async throws {
        let site = try TemporarySite(Self.text)
        try site.write("{{ page.title }}", to: "Templates/pages/doc.html")
        for path in ["Content/zh/docs/pipe.md", "Content/static/pipe", "Templates/pages/pipe.html"] {
            #expect(mkfifo(site.root + "/" + path, 0o644) == 0)
        }
        try FileManager.default.createSymbolicLink(
            atPath: site.root + "/Content/static/link.txt", withDestinationPath: "kept.txt")
        let found = try await Self.mistakes(site).filter { $0.hasSuffix("content/unreadable") }
        #expect(
            found
                == [
                    "Content/static/link.txt", "Content/static/pipe", "Content/zh/docs/pipe.md",
                    "Templates/pages/pipe.html",
                ].map { $0 + " content/unreadable" })
    }

    @Test(arguments: ["docs/page.html", "docs/page.md", "docs/index.html", "llms.txt"])
    func aCopiedFileThatTakesTheNameOfAnotherIsAnError(_ path: String) async throws {
        let site = try TemporarySite(Self.text)
        #expect(try await Self.build(site).published != nil)
        try site.write("mine", to: "Content/static/" + path)
        #expect(try await Self.mistakes(site) == ["Content/static/\(path) output/collision"])
    }

    @Test func aNameThatIsNoAddressIsAnError() async throws {
        let site = try TemporarySite(Self.text)
        for name in [[0x61, 0x0A, 0x62], [0x61, 0xFF]] as [[UInt8]] {
            let path = Array((site.root + "/Content/static/").utf8) + name + [0]
            let descriptor = path.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644) }
            }
            #expect(descriptor >= 0)
            close(descriptor)
        }
        #expect(
            try await Self.mistakes(site) == [
                "Content/static/a\nb content/unreadable", "Content/static/a\u{FFFD} content/unreadable",
            ])
    }

    @Test func copiesOfAnEditorProgramAreLeftOut() async throws {
        let site = try TemporarySite(Self.text)
        for path in ["zh/docs/page.md~", "zh/docs/#page.md#", "static/kept.txt~", "zh/docs/.page.md.swp"] {
            try site.write("x", to: "Content/" + path)
        }
        #expect(try await Self.mistakes(site) == [])
        #expect(!site.files(below: "Output").contains { $0.contains("~") || $0.contains("#") || $0.contains("swp") })
    }

    /// One mistake, not one for each file of a language that nobody knows.
    @Test func unreadableSettingsAreTheOnlyMistake() async throws {
        let site = try TemporarySite(Self.text)
        try site.remove("Content/site.yaml")
        #expect(mkfifo(site.root + "/Content/site.yaml", 0o644) == 0)
        #expect(try await Self.mistakes(site) == ["Content/site.yaml content/unreadable"])
    }

    @Test(arguments: ["Content/out", "Content", "Templates/a/b", "link/out"])
    func nothingIsPublishedToWhatABuildReads(_ output: String) async throws {
        let site = try TemporarySite(Self.text)
        try FileManager.default.createSymbolicLink(atPath: site.root + "/link", withDestinationPath: "Content")
        let before = site.files(below: "Content")
        await #expect(throws: OutputTree.Problem.self) { try await Self.build(site, output: output) }
        #expect(site.files(below: "Content") == before)
        #expect(!FileManager.default.fileExists(atPath: site.root + "/Templates"))
    }

    /// The size and the time that a program can set stay the same: the bytes count.
    @Test func aCopyFollowsItsSource() async throws {
        let site = try TemporarySite(Self.text)
        let path = site.root + "/Content/static/kept.txt"
        let old = Date(timeIntervalSince1970: 1_700_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        _ = try await Self.build(site)
        #expect(try site.read("Output/kept.txt") == "kept\n")
        try site.write("edit\n", to: "Content/static/kept.txt")
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        _ = try await Self.build(site)
        #expect(try site.read("Output/kept.txt") == "edit\n")
    }

    /// In pieces: larger than what is held of a file at once.
    @Test(arguments: [0, 262_143, 262_144, 262_145, 1_000_000])
    func largeFilesAreCopiedWhole(_ size: Int) async throws {
        let site = try TemporarySite(Self.text)
        let bytes = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) })
        try site.write(bytes, to: "Content/static/large.bin")
        _ = try await Self.build(site)
        #expect(FileManager.default.contents(atPath: site.root + "/Output/large.bin") == bytes)
    }

    /// What a build leaves that was killed between the two steps of a file system without exchange.
    @Test func aFolderThatWasPutAsideComesBack() async throws {
        let site = try TemporarySite(Self.text)
        _ = try await Self.build(site)
        try FileManager.default.moveItem(atPath: site.root + "/Output", toPath: site.root + "/.Output.old")
        try site.write("---\ntitle:\n---\n", to: "Content/zh/docs/page.md")
        #expect(try await Self.build(site).published == nil)
        #expect(try site.read("Output/kept.txt") == "kept\n")
    }
}
