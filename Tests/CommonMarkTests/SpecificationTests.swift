import CommonMark
import Diagnostics
import Foundation
import Testing

/// What must hold for every example of the specifications and for every text of a corpus, the folders of which the environment names
/// (`.ci/checks/commonmark`); see `.ci/spec-suites` for the expected HTML of each example.
@Suite struct SpecificationTests {
    private static let bareAddresses = [
        "http://example.com\n", "foo@bar.example.com\n", "<http://foo.bar/baz bim>\n", "<foo\\+@bar.example.com>\n",
        "< http://foo.bar >\n",
    ]

    private struct Example {
        let line: Int
        var source = ""
        var html = ""
    }

    @Test(.enabled(if: path("MARKDOWN_SPECIFICATIONS") != nil))
    func commonMark() throws {
        let examples = try Self.examples("commonmark.txt")
        #expect(examples.count > 600)
        for example in examples {
            let html = read(example.source, options(.commonMark)).htmlText
            #expect(html == example.html, "line \(example.line)")
        }
    }

    /// In the extended dialect, too, an example without extensions and raw HTML comes out as the specification says. The exceptions
    /// show that a bare address is no link, which it is in the extension.
    @Test(.enabled(if: path("MARKDOWN_SPECIFICATIONS") != nil))
    func extendedLeavesExamplesUnchanged() throws {
        let extended = options { $0.gfmAttributes = true }
        var compared = 0
        for example in try Self.examples("commonmark.txt") {
            if Self.dropsHTML(example.source) || Self.bareAddresses.contains(example.source) { continue }
            compared += 1
            #expect(read(example.source, extended).htmlText == example.html, "line \(example.line)")
        }
        #expect(compared >= 570)
    }

    @Test(.enabled(if: path("MARKDOWN_SPECIFICATIONS") != nil))
    func twinsOfExamplesSayTheSame() throws {
        var count = 0
        for name in ["commonmark.txt", "gfm.txt", "extensions.txt", "regression.txt"] {
            for example in try Self.examples(name) {
                count += 1
                Self.expectSameText(example.source, "\(name), line \(example.line)")
            }
        }
        #expect(count > 1300)
    }

    @Test(.enabled(if: path("MARKDOWN_CORPUS") != nil))
    func twinsOfACorpusSayTheSame() throws { try Self.expectSameTexts(below: try #require(path("MARKDOWN_CORPUS"))) }

    @Test func twinsOfTheContentSayTheSame() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try Self.expectSameTexts(below: root.appendingPathComponent("Content").path)
    }

    /// Some raw HTML was left out.
    private static func dropsHTML(_ source: String) -> Bool {
        // Comments and their like are left out without a word.
        source.contains("<!") || source.contains("<?")
            || read(source).diagnostics.contains { $0.code.id == "markdown/raw-html" }
    }

    private static func expectSameTexts(below folder: String) throws {
        var count = 0
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where path.hasSuffix(".md") {
            let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
            guard let fence = text.range(of: "\n---\n") else { continue }
            count += 1
            expectSameText(String(text[fence.upperBound...]), path)
        }
        #expect(count > 0)
    }

    /// Read again, a twin has the words of the page: white space aside, for a twin has a line where the page has soft breaks.
    private static func expectSameText(_ source: String, _ name: String) {
        let plain = options { $0.directives = nil }
        let first = read(source, plain)
        let twin = read(first.twinText, plain)
        #expect(words(of: twin.text) == words(of: first.text), "\(name)")
    }

    private static func words(of text: String) -> [Substring] { text.split { $0.isWhitespace } }

    private static func examples(_ name: String) throws -> [Example] {
        let folder = try #require(path("MARKDOWN_SPECIFICATIONS"))
        let fence = String(repeating: "`", count: 32)
        var result: [Example] = []
        var current: Example?
        var inHTML = false
        let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        for (index, line) in text.lines.enumerated() {
            let shown = String(line.map { $0 == "→" ? "\t" : $0 }) + "\n"
            if current == nil {
                if line.hasPrefix(fence + " example") { current = Example(line: index + 1) }
            } else if line == fence {
                if let done = current { result.append(done) }
                (current, inHTML) = (nil, false)
            } else if line == ".", !inHTML {
                inHTML = true
            } else if inHTML {
                current?.html += shown
            } else {
                current?.source += shown
            }
        }
        return result
    }
}

private func path(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
