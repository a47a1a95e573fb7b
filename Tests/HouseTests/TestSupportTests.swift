import Foundation
import TestSupport
import Testing

/// The tools of the other tests: a comparison that cannot differ would hide everything.
@Suite struct TestSupportTests {
    @Test func equalTextsHaveNoDifference() {
        #expect(LineDifference.between(expected: "a\nb\n", found: "a\nb\n") == nil)
        #expect(LineDifference.between(expected: "", found: "") == nil)
    }

    @Test(arguments: [
        ("a\nb\nc", "a\nx\nc", "  a\n- b\n+ x\n  c\n"), ("a", "a\n", "  a\n+ \n"),
        ("a\r\nb", "a\nb", "- a␍\n+ a\n  b\n"),
        ("a ", "a", "- a ⏎\n+ a\n"), ("\u{E9}", "e\u{301}", "- \u{E9}\n+ e\u{301}\n"),
        ("1\n2\n3\n4\n5\n6\n7", "1\n2\n3\n4\n5\n6\n8", "  5\n  6\n- 7\n+ 8\n"),
    ])
    func differencesAreShownWithTheirSurroundings(_ expected: String, _ found: String, _ shown: String) throws {
        let difference = try #require(LineDifference.between(expected: expected, found: found))
        let visible = difference.hasPrefix("  …\n") ? String(difference.dropFirst(4)) : difference
        #expect(Array(visible.utf8) == Array(shown.utf8))
    }

    @Test func aLongDifferenceIsCut() throws {
        let many = (0..<500).map { "\($0)\n" }.joined()
        let difference = try #require(LineDifference.between(expected: "", found: many))
        #expect(difference.hasSuffix("… and 421 more lines\n"))
    }

    @Test func aGoldenFileThatIsMissingOrOtherIsSaid() throws {
        #expect(try GoldenFile("no-such-file.txt").difference(from: "x")?.contains("CITABLE_UPDATE_GOLDEN") == true)
        let own = try String(contentsOfFile: #filePath, encoding: .utf8)
        #expect(try GoldenFile("TestSupportTests.swift").difference(from: own) == nil)
        #expect(try GoldenFile("TestSupportTests.swift").difference(from: own + "// more\n") != nil)
    }

    @Test func marksGivePlacesAndVanish() {
        let marked = MarkedText("中①文\nb②")
        #expect(marked.text == "中文\nb")
        #expect(marked.position(1) == "1:2")
        #expect(marked.position(2) == "2:2")
        #expect(marked.position(3) == "unmarked")
        #expect(marked.places[2]?.offset == 8)
    }

    @Test func aTemporarySiteIsWrittenAndRemoved() throws {
        var root = ""
        do {
            let site = try TemporarySite("ignored\n-- Content/a.md --\n一\n\n-- b.txt --\n-- not --a mark\n-- empty --")
            root = site.root
            #expect(site.files() == ["Content/a.md", "b.txt", "empty"])
            #expect(try site.read("Content/a.md") == "一\n\n")
            #expect(try site.read("b.txt") == "-- not --a mark\n")
            #expect(try site.read("empty") == "")
            try site.write(Data([0xFF]), to: "Content/deep/x")
            try site.remove("b.txt")
            #expect(site.files(below: "Content") == ["a.md", "deep/x"])
        }
        #expect(!FileManager.default.fileExists(atPath: root))
        let other = try TemporarySite(files: ["x/y.md": "text"])
        #expect(try other.read("x/y.md") == "text")
    }
}
