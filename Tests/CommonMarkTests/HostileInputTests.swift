import Bytes
import CommonMark
import Diagnostics
import Testing

/// Inputs that are made to hurt: they are refused with a place, or read without harm.
@Suite struct HostileInputTests {
    @Test(arguments: [
        (String(repeating: "> ", count: 101) + "a", "1:203+1"), (String(repeating: "- ", count: 101) + "a", "1:203+1"),
        ("a\n\n" + String(repeating: ">", count: 5000) + "a", ""),
        ((0..<120).map { String(repeating: "  ", count: $0) + "* a\n" }.joined(), "101:203+1"),
    ])
    func deepBlocks(_ source: String, _ place: String) {
        let content = read(source)
        #expect(content.diagnostics.map(\.code.id) == ["markdown/nesting"])
        #expect(content.html.isEmpty)
        #expect(content.problems.first?.hasPrefix(place) == true)
    }

    @Test func deepInlines() {
        let count = 3000
        let content = read(
            String(repeating: "*a **a ", count: count) + "b" + String(repeating: " a** a*", count: count))
        #expect(content.diagnostics.map(\.code.id) == ["markdown/nesting"])
        #expect(content.htmlText.utf8.count > count * 4)
    }

    @Test func longLine() {
        let content = read("a\n" + String(repeating: "b", count: 2000), options { $0.limits.lineLength = 1999 })
        #expect(content.problems == ["2:1+1 markdown/line-too-long: the line is longer than 1999 bytes"])
    }

    @Test func largeOutput() {
        let content = read(String(repeating: "<", count: 100), options { $0.limits.outputSize = 99 })
        #expect(content.diagnostics.map(\.code.id) == ["markdown/output-too-large"])
        #expect(content.html.isEmpty)
    }

    /// None of these may crash, hang or lose the marks' secret.
    @Test(arguments: [
        String(repeating: "[", count: 20000), String(repeating: "*a_ ", count: 20000),
        String(repeating: "|", count: 20000),
        String(repeating: "|a", count: 5000) + "\n" + String(repeating: "|-", count: 5000),
        String(repeating: "~a ~~b ", count: 10000),
        String(repeating: ":lang[", count: 10000), String(repeating: ":lang[a]{", count: 10000),
        String(repeating: ":lang[a]", count: 10000), String(repeating: "`a``b```", count: 5000),
        String(repeating: "[^1]", count: 10000) + "\n\n[^1]: x",
        String(repeating: "[^1]: x[^1]\n", count: 3000), String(repeating: ":::note\n", count: 3000),
        String(repeating: "a@b.c", count: 10000),
        String(repeating: "www.", count: 10000), String(repeating: "http://", count: 10000),
        String(repeating: "**中（**", count: 10000),
        String(repeating: "<a ", count: 10000), String(repeating: "&", count: 20000),
        String(repeating: "\\", count: 20001),
        String(repeating: "# a {#b}\n", count: 1000), String(repeating: "# a\n", count: 3000), "\u{FEFF}# a", "a\u{0}b",
        "\r\r\n\n\r",
        String(repeating: "![[]()", count: 2000), String(repeating: "> a\n", count: 5000),
        String(repeating: "a\n-\n", count: 5000),
        String(repeating: "[a](/b) [c][d] ", count: 3000) + "\n\n[d]: /e",
        "- \n\n" + String(repeating: "\n", count: 20000),
    ])
    func survives(_ source: String) {
        let content = read(source)
        #expect(!content.html.bytes.contains(0xF4))
        #expect(!content.twin.bytes.contains(0xF4))
    }

    @Test func illFormedBytes() {
        for bytes in [
            [0xF4], [0xF4, 0x80], [0x2A, 0x2A, 0xE4, 0x2A, 0x2A, 0xFF], [0xC0, 0x80, 0x7E, 0x7E, 0x80],
            [0x5C, 0xF4, 0x2A],
            [0x60, 0xF4, 0x80, 0x80, 0x80, 0x60], [0x7C, 0xF4, 0x7C, 0x0A, 0x7C, 0x2D, 0x7C],
        ] as [[UInt8]] {
            let file = SourceFile(path: "a.md", bytes: bytes)
            _ = MarkdownContent(MarkdownSource(file: file), options: options())
            _ = MarkdownContent.inline(MarkdownSource(file: file), options: options())
        }
    }

    /// Found by the fuzz targets.
    @Test(arguments: ["[^1]: \u{100000}ri␀!s", "```sh\n<<" + String(repeating: "␀", count: 43)])
    func outputsAreTextAndPlacesLieInTheSource(_ shown: String) {
        let source = shown.split(separator: "␀", omittingEmptySubsequences: false).joined(separator: "\u{0}")
        let content = read(
            source,
            options {
                $0.outputs = [.html, .twin, .plainText, .proseRuns]
                $0.directives = nil
            })
        for output in [content.html, content.twin, content.plainText] {
            #expect(String(validating: output.bytes, as: UTF8.self) != nil)
        }
        for place in content.links.map(\.place) + content.outline.map(\.place) + content.proseRuns.map(\.place) {
            #expect(place.lowerBound >= 0 && place.upperBound <= source.utf8.count, "\(place)")
        }
    }

    @Test func proseRuns() {
        let source = "中文,`x,y` 后\n\n| 甲,乙 |\n|---|\n"
        let content = read(source, options { $0.outputs = .proseRuns })
        let bytes = Array(source.utf8)
        #expect(content.proseRuns.map(\.text) == ["中文,", " 后", "甲,乙"])
        #expect(content.proseRuns.map { String(decoding: bytes[$0.place], as: UTF8.self) } == ["中文,", " 后", "甲,乙"])
        #expect(content.proseRuns[0].block == content.proseRuns[1].block)
        #expect(content.proseRuns[1].block != content.proseRuns[2].block)
    }
}
