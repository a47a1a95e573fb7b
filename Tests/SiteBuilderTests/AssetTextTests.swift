import Testing

@testable import SiteBuilder

/// What of a theme's scripts and stylesheets is published.
@Suite struct AssetTextTests {
    private static func published(_ path: String, _ text: String) -> String {
        String(decoding: AssetText.published(path, Array(text.utf8)), as: UTF8.self)
    }

    @Test func indentationAndLinesOfCommentsAreLeftOutAndLinesStayLines() {
        let script =
            "// What it is for.\n(function () {\n  \tvar a = 1; // kept\n    // a `word`\n  /* kept\n   // */ a();\n})();\n"
        #expect(
            Self.published("site.js", script)
                == "\n(function () {\nvar a = 1; // kept\n\n/* kept\n// */ a();\n})();\n")
        #expect(Self.published("site.css", "a {\n  b: c;\n}\n  //d\n") == "a {\nb: c;\n}\n//d\n")
    }

    @Test(
        "where white space may count nothing is left out",
        arguments: [
            ("a.js", "x = `\n  y`;\n  z();\n"), ("a.js", "x = 'a\\\n  b';\n"),
            ("a.css", "a::after { content: 'a\\\n  b'; }\n"),
            ("a.svg", "  <svg/>\n"), ("a.js", "//# sourceMappingURL=a.map\n//! licence\n"), ("a.js", ""),
        ])
    func staysAsItIs(path: String, text: String) {
        #expect(Self.published(path, text) == text)
    }
}
