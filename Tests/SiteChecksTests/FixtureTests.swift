import Diagnostics
import Foundation
import SiteBuilder
import SiteChecks
import SiteModel
import TestSupport
import Testing

/// Each check says of `Fixtures/<area>-<what>/bad` what stands in `expected-diagnostics.txt`, and nothing of `good`.
@Suite struct FixtureTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures"
    private static let now = Moment(seconds: 1_795_824_000, zoneMinutes: 0)
    private static let settings = """
        name: 测试
        base_url: https://example.org
        default_language: zh
        languages: [zh, en]
        organization: {name: 测试, url: "https://example.org"}

        """

    private static let names = SiteCheckCodes.all.map { $0.id.replacing("/", with: "-") }

    private static func files(_ name: String) throws -> [String: String] {
        var files = ["Content/site.yaml": settings]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder + "/" + name) {
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(path)")
            guard let data, path.hasSuffix(".md") || path.hasSuffix(".yaml") else { continue }
            files["Content/" + path] = String(decoding: data, as: UTF8.self)
        }
        return files
    }

    /// What a check says, in both languages.
    private static func report(_ name: String, _ fixture: String) async throws -> String {
        let check = try #require(
            SiteCheckRegistry.all.first { $0.code.id.replacing("/", with: "-") == name })
        let source = try TemporarySite(files: try files(name + "/" + fixture))
        let site = await SiteCheckup(BuildOptions(siteRoot: source.root, now: now)).site()
        let mistakes = await SiteCheckRegistry.mistakes([check], in: site, now: now, jobs: 2)
        let format = try #require(DiagnosticFormatRegistry.all.first { $0.name == "text" })
        let sorted = mistakes.sorted()
        return format.report(sorted, language: .english, colour: false)
            + format.report(sorted, language: .chinese, colour: false)
    }

    @Test(arguments: names)
    func theBadFixtureIsFound(_ name: String) async throws {
        let report = try await Self.report(name, "bad")
        #expect(!report.isEmpty)
        let golden = GoldenFile("Fixtures/\(name)/bad/expected-diagnostics.txt")
        #expect(try golden.difference(from: report) == nil)
    }

    @Test(arguments: names)
    func theGoodFixtureIsSilent(_ name: String) async throws {
        #expect(try Self.files(name + "/good").count > 1)
        #expect(try await Self.report(name, "good") == "")
    }

    @Test func everyFixtureBelongsToACheck() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(folders.filter { !Self.names.contains($0) } == [])
    }

    /// Editors find every check where the program is described.
    @Test func everyCheckIsInTheReadme() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        #expect(SiteCheckCodes.all.map(\.id).filter { !readme.contains("`\($0)`") } == [])
    }

    /// The order of the pages and the number of tasks change nothing.
    @Test func manyTasksSayTheSame() async throws {
        let source = try TemporarySite(files: try Self.files("text-boilerplate/bad"))
        let site = await SiteCheckup(BuildOptions(siteRoot: source.root, now: Self.now)).site()
        let one = await SiteCheckRegistry.mistakes(SiteCheckRegistry.all, in: site, now: Self.now, jobs: 1)
        let many = await SiteCheckRegistry.mistakes(SiteCheckRegistry.all, in: site, now: Self.now, jobs: 4)
        #expect(one.sorted() == many.sorted())
    }
}
