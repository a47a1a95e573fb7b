import Foundation
import TestSupport
import Testing

/// `citable build`, as a caller sees it.
@Suite struct BuildTests {
    private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates").path

    /// Path, bytes, time and inode of everything in a folder.
    private static func state(_ site: TemporarySite, _ folder: String) throws -> [String] {
        try site.files(below: folder).map { path in
            let full = site.root + "/" + folder + "/" + path
            let attributes = try FileManager.default.attributesOfItem(atPath: full)
            let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            let inode = (attributes[.systemFileNumber] as? Int) ?? 0
            let bytes = try Data(contentsOf: URL(fileURLWithPath: full)).base64EncodedString()
            return "\(path) \(time) \(inode) \(bytes)"
        }
    }

    @Test func mistakesLeaveTheOutputAsItWas() throws {
        let sound = try PlantedMistakes.soundSite(templates: Self.templates)
        let site = try PlantedMistakes.site(templates: Self.templates)
        let first = try Program(
            "build", "--now", "2026-11-24", "--output", site.root + "/Output", in: sound.root)
        #expect(first.messages == "")
        #expect(first.exitCode == 0)
        let before = try Self.state(site, "Output")
        #expect(before.count > 20)
        let all = site.files()
        let run = try Program("build", "--now", "2026-11-24", in: site.root)
        #expect(run.exitCode == 1)
        #expect(run.output == "")
        let heads = run.messages.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(heads.count == PlantedMistakes.expected.count)
        for (head, expected) in zip(heads, PlantedMistakes.expected) {
            let parts = expected.split(separator: " ")
            #expect(head.hasPrefix(parts[0] + ": error: ") && head.hasSuffix("[\(parts[1])]"))
        }
        #expect(try Self.state(site, "Output") == before)
        #expect(site.files() == all)
    }

    /// What keeps a build from publishing has an exit code of its own and a reason, and changes nothing.
    @Test func whatKeepsABuildOutIsToldByItsExitCode() throws {
        let site = try PlantedMistakes.soundSite(templates: Self.templates)
        let build = ["build", "--now", "2026-11-24", "--messages", "en"]
        let lock = open(site.root + "/.Output.lock", O_RDWR | O_CREAT, 0o644)
        #expect(flock(lock, LOCK_EX) == 0 && write(lock, "4711\n", 5) == 5)
        let second = try Program(build, in: site.root)
        #expect(second.exitCode == 75)
        #expect(second.messages == "citable: another build is running (process 4711)\n")
        close(lock)
        try site.write("mine", to: "Foreign/notes.txt")
        let foreign = try Program(build + ["--output", "Foreign"], in: site.root)
        #expect(foreign.exitCode == 78 && foreign.messages.contains("Foreign is no empty folder"))
        #expect(site.files(below: "Foreign") == ["notes.txt"])
        let inside = try Program(build + ["--output", "Content/out"], in: site.root)
        #expect(inside.exitCode == 78 && inside.messages.contains("Content/out lies inside of Content/"))
        #expect(!FileManager.default.fileExists(atPath: site.root + "/Content/out"))
        #expect(!FileManager.default.fileExists(atPath: site.root + "/Output"))
    }

    @Test func jsonIsForProgramsAndStandsAloneOnStandardOutput() throws {
        let site = try PlantedMistakes.site(templates: Self.templates)
        for command in ["build", "check"] {
            let run = try Program(command, "--now", "2026-11-24", "--format", "json", in: site.root)
            #expect(run.messages == "")
            #expect(run.exitCode == 1)
            let root = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            #expect(root["errors"] as? Int == PlantedMistakes.expected.count)
        }
        let sound = try PlantedMistakes.soundSite(templates: Self.templates)
        let run = try Program("build", "--now", "2026-11-24", "--format", "json", in: sound.root)
        #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
        #expect(run.exitCode == 0)
    }

    @Test func settingsThatCannotWorkAreWrongUsage() throws {
        let site = try TemporarySite("-- Content/site.yaml --\nname: x\n")
        #expect(try Program("build", in: site.root).exitCode == 2)
        let empty = try TemporarySite("-- a --\n")
        #expect(try Program("build", in: empty.root).exitCode == 2)
    }

    @Test func foldersThatLeadToTheOutputAreMadeAndForeignOnesAreLeftAlone() throws {
        let site = try PlantedMistakes.soundSite(templates: Self.templates)
        let run = try Program("build", "--now", "2026-11-24", "--output", "deep/er/out/", in: site.root)
        #expect(run.exitCode == 0)
        #expect(site.files(below: "deep/er/out").contains("guides/start.html"))
        try site.write("mine", to: "other/file.txt")
        #expect(try Program("build", "--now", "2026-11-24", "--output", "other", in: site.root).exitCode == 78)
        #expect(site.files(below: "other") == ["file.txt"])
    }

    /// No gateway listens on the discard port of this machine.
    @Test func refreshFetchesFirstAndBuildsWithWhatThereIs() throws {
        let site = try PlantedMistakes.soundSite(templates: Self.templates)
        let plain = try Program("build", "--now", "2026-11-24", "--refresh", "--clean", in: site.root)
        #expect(plain.exitCode == 0 && plain.messages == "")
        let settings = try site.read("Content/site.yaml")
        let source = "{id: main, adapter: litellm, url: \"http://127.0.0.1:9\", allow_loopback: true}"
        try site.write(settings + "catalog: {sources: [\(source)]}\n", to: "Content/site.yaml")
        let run = try Program("build", "--now", "2026-11-24", "--refresh", "--messages", "en", in: site.root)
        #expect(run.exitCode == 0)
        #expect(run.messages.hasPrefix("citable: main: http://127.0.0.1:9/public/model_hub: "))
        #expect(run.messages.contains("[catalog/missing-snapshot]"))
        try site.write(settings + "catalog: {sources: [{id: main, adapter: litellm}]}\n", to: "Content/site.yaml")
        let none = try Program("build", "--now", "2026-11-24", "--refresh", "--messages", "en", in: site.root)
        #expect(none.exitCode == 0 && none.messages.hasPrefix("citable: nothing to fetch: "))
    }
}
