import Foundation
import Testing

/// Rooms import what the manifest gives them doors to, and nothing else; files stay small.
@Suite struct DoorsTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func sources() throws -> [(room: String, path: String, text: String)] {
        let folder = root.appendingPathComponent("Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        return try paths.filter { $0.hasSuffix(".swift") }.map { path in
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            return (String(path.split(separator: "/")[0]), path, text)
        }
    }

    /// The doors as the manifest lists them, by room.
    private static func doors() throws -> [String: Set<String>] {
        let manifest = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
        var doors: [String: Set<String>] = ["citable": ["CommandLineTool"]]
        for part in manifest.components(separatedBy: "room(").dropFirst(2) {
            let end = part.components(separatedBy: "// ")[0]
            let names = end.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            guard let name = names.first else { continue }
            doors[name] = Set(names.dropFirst())
        }
        return doors
    }

    @Test func everyImportHasItsDoor() throws {
        let doors = try Self.doors()
        let system: Set<String> = ["Glibc"]
        var violations: [String] = []
        for source in try Self.sources() {
            let allowed = try #require(doors[source.room], "no room \(source.room)")
            for line in source.text.split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count else { continue }
                let module = String(words[at + 1])
                if !allowed.contains(module), !system.contains(module) {
                    violations.append("\(source.path): \(module)")
                }
            }
        }
        #expect(violations == [])
    }

    @Test func filesStayUnderFourHundredLines() throws {
        let long = try Self.sources().filter {
            $0.text.split(separator: "\n", omittingEmptySubsequences: false).count > 401
        }
        #expect(long.map(\.path) == [])
    }

    @Test func noTraps() throws {
        let traps = ["fatalError(", "try!", "as! ", "Mirror(", "preconditionFailure("]
        var found: [String] = []
        for source in try Self.sources() {
            for trap in traps where source.text.contains(trap) { found.append("\(source.path): \(trap)") }
        }
        #expect(found == [])
    }

    @Test func theThemeInsideTheProgramIsTheThemeInTemplates() throws {
        let table = try String(contentsOf: Self.root.appendingPathComponent("Sources/CTheme/CTheme.c"), encoding: .utf8)
        let folder = Self.root.appendingPathComponent("Templates")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        for path in paths where path.contains(".") && !path.hasSuffix(".md") {
            #expect(table.contains("{\"\(path)\""), "\(path) is not in CTheme.c")
        }
    }
}
