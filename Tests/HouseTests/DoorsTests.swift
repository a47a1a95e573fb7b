import Testing

/// Rooms import what their doors allow and nothing else; the manifest, the table of Sources/README.md and the sources agree.
@Suite struct DoorsTests {
    private static func manifest() throws -> Manifest { Manifest(try #require(House.text(of: "Package.swift"))) }

    /// The modules of the system that a room may import.
    private static func system(for room: String) -> Set<String> {
        switch room {
        case "Diagnostics": ["Synchronization"]
        case "Bytes": []
        case "Gateway": ["Glibc", "Synchronization", "Foundation", "FoundationEssentials", "FoundationNetworking"]
        case "ContentLoading", "SiteBuilder", "DevServer", "CommandLineTool":
            ["Glibc", "Synchronization", "Foundation", "FoundationEssentials"]
        default: ["Glibc", "Synchronization", "FoundationEssentials"]
        }
    }

    /// The modules that a source imports, with their lines.
    static func imports(_ code: SwiftCode) -> [(module: String, line: Int)] {
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let words = code.words()
        return words.indices.compactMap { position in
            guard words[position].word == "import" else { return nil }
            let next =
                position + (words.indices.contains(position + 1) && kinds.contains(words[position + 1].word) ? 2 : 1)
            guard words.indices.contains(next) else { return nil }
            return (words[next].word, code.line(at: words[position].offset))
        }
    }

    @Test func everyImportHasItsDoor() throws {
        let manifest = try Self.manifest()
        var violations: [String] = []
        for (file, code) in House.sources {
            let doors = try #require(manifest.target(file.room), "no target \(file.room)").doors
            let allowed = Self.system(for: file.room).union(doors)
            for found in Self.imports(code) where !allowed.contains(found.module) {
                violations.append("\(file.path):\(found.line): import \(found.module)")
            }
        }
        #expect(violations == [])
    }

    @Test func testsImportWhatTheirTargetDeclares() throws {
        let manifest = try Self.manifest()
        var violations: [String] = []
        // A folder with a manifest is a package of its own.
        for file in House.tests where House.text(of: "Tests/\(file.room)/Package.swift") == nil {
            let doors = try #require(manifest.target(file.room), "no target \(file.room)").doors
            let allowed = Set(doors + ["TestSupport", "Testing", "Foundation", "Glibc", "Synchronization"])
            for found in Self.imports(SwiftCode(file.text)) where !allowed.contains(found.module) {
                violations.append("\(file.path):\(found.line): import \(found.module)")
            }
        }
        #expect(violations == [])
    }

    @Test func theTableOfDoorsIsTheManifest() throws {
        let manifest = try Self.manifest()
        let readme = try #require(House.text(of: "Sources/README.md"))
        var inTable: [String: Set<String>] = [:]
        for line in readme.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|")
            guard cells.count == 3 else { continue }
            let doors = Set(Self.codeSpans(cells[2]))
            let isExplicit =
                cells[2].allSatisfy { !$0.isLowercase } || !doors.isEmpty && !cells[2].contains("all above")
            #expect(isExplicit, "the doors of \(cells[0])are not listed by name")
            for name in Self.codeSpans(cells[0]) { inTable[name] = doors }
        }
        let rooms = manifest.targets.filter { !$0.isTest && $0.name != "TestSupport" }
        for room in rooms where room.name != "citable" {
            let doors = inTable[room.name]
            #expect(doors == Set(room.doors), "\(room.name): the table of Sources/README.md and Package.swift differ")
        }
        let known = Set(rooms.map(\.name)).union(["CLibCMark", "CLibFYAML", "CLibXXHash"])
        #expect(inTable.keys.filter { !known.contains($0) }.sorted() == [], "in the table, but no target")
    }

    /// A build cannot reach the network.
    @Test func noBuildReachesTheGateway() throws {
        let manifest = try Self.manifest()
        for room in ["SiteBuilder", "Outputs", "ContentLoading"] {
            #expect(!manifest.reachable(from: room).contains("Gateway"))
        }
    }

    @Test func doorsNeverTurnBack() throws {
        let manifest = try Self.manifest()
        for target in manifest.targets {
            #expect(!manifest.reachable(from: target.name).contains(target.name), "\(target.name) reaches itself")
        }
    }

    @Test func everyRoomHasItsPurposeAboveIt() throws {
        let rooms = try Self.manifest().targets.filter {
            !$0.isTest && $0.name != "TestSupport" && $0.name != "citable"
        }
        #expect(rooms.count > 10)
        #expect(rooms.filter { !$0.hasPurpose }.map(\.name) == [])
    }

    private static func codeSpans(_ cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
    }
}
