import Testing

/// Sizes, names and places of files.
@Suite struct ShapeTests {
    @Test func theTopLevelHasSevenNames() throws {
        let allowed: Set<String> = ["Package.swift", "Sources", "Content", "Templates", "Tests", "Output", "README.md"]
        let extra = try House.topLevelNames().filter { !allowed.contains($0) }
        #expect(extra == [])
    }

    @Test func filesHaveAtMost400Lines() {
        let files = House.sources.map(\.file) + House.tests
        #expect(files.count > 50)
        let long = files.filter { $0.text.utf8.count { $0 == 0x0A } > 400 }
        #expect(long.map(\.path) == [])
    }

    @Test func functionsHaveAtMost60Lines() {
        var long: [String] = []
        var count = 0
        for (file, code) in House.sources {
            for function in code.functions() {
                count += 1
                if function.lineCount > 60 {
                    long.append("\(file.path):\(function.line): \(function.name) has \(function.lineCount) lines")
                }
            }
        }
        #expect(count > 300)
        #expect(long == [])
    }

    /// Rooms, not drawers.
    @Test func noNameSaysNothing() {
        let empty = [
            "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Processor", "Handler", "Misc",
        ]
        var found: [String] = []
        for (file, code) in House.sources {
            let names = [file.name] + code.typeDeclarations().filter { $0.keyword != "extension" }.map(\.name)
            for name in names where empty.contains(where: { name.hasSuffix($0) || name.hasPrefix($0) }) {
                found.append("\(file.path): \(name)")
            }
            if file.name.hasPrefix("Common") { found.append("\(file.path): \(file.name)") }
        }
        #expect(found == [])
    }

    @Test func noPlaceholderIsLeft() {
        let found = (House.sources.map(\.file) + House.tests).filter { $0.name == "Placeholder" }
        #expect(found.map(\.path) == [])
    }

    /// Imports, then one sentence on what the file is for.
    @Test func everySourceOpensWithASentence() {
        var silent: [String] = []
        for (file, _) in House.sources {
            let first = file.text.split(separator: "\n").first { line in
                let words = line.split(separator: " ")
                return !words.isEmpty && !words.prefix(3).contains("import")
            }
            if let first, !first.hasPrefix("//") { silent.append(file.path) }
        }
        #expect(silent == [])
    }
}
