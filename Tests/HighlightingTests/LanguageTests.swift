import Bytes
import Testing

@testable import Highlighting

/// One piece of code of each language: every token that isn't plain, as its class and its text.
@Suite struct LanguageTests {
    private func pieces(_ code: String, _ language: String) -> [String] {
        let bytes = Array(code.utf8)
        var start = 0
        return CodeHighlighting.tokens(of: bytes, 0..<bytes.count, language: ArraySlice(language.utf8)).compactMap {
            token in
            defer { start = token.end }
            guard let css = token.tokenClass.cssClass else { return nil }
            return "\(Character(Unicode.Scalar(css))) \(String(decoding: bytes[start..<token.end], as: UTF8.self))"
        }
    }

    @Test(
        arguments: [
            (
                "python", "import os  # why\nx = f\"{n} a\\n\" + 'b' * 0x1F\n",
                ["k import", "c # why", "s f\"", "e {", "e }", "s  a", "e \\n", "s \"", "s 'b'", "n 0x1F"]
            ),
            (
                "javascript", "const f = async () => `${a}`; // x\nlet n = 1e3;\n",
                ["k const", "k async", "s `", "e ${", "e }", "s `", "c // x", "k let", "n 1e3"]
            ),
            (
                "typescript", "interface A { b: string }\n",
                ["k interface", "t A", "t string"]
            ),
            (
                "json", "{\"a\": [1.5e3, true, \"\\u00e9\"]}\n",
                ["g \"a\"", "n 1.5e3", "k true", "s \"\\u00e9\""]
            ),
            (
                "yaml", "# why\na: \"b\"\nc: 12\nd: &x text\n",
                ["c # why", "g a", "s \"b\"", "g c", "n 12", "g d", "v &x"]
            ),
            (
                "go", "package main\nfunc f(a int) string { return \"x\\n\" /* y */ }\n",
                ["k package", "k func", "f f", "t int", "t string", "k return", "s \"x", "e \\n", "s \"", "c /* y */"]
            ),
            (
                "swift", "let a: Int = 0x1F // x\nfunc f() -> String { \"\\(a)\" }\n",
                [
                    "k let", "v a", "b Int", "n 0x1F", "c // x", "k func", "f f", "b String", "s \"", "e \\(", "e )",
                    "s \"",
                ]
            ),
            (
                "http", "GET /v1/models HTTP/1.1\nHost: a.example\n\n{\"a\": 1}\n",
                ["f GET", "k HTTP", "n 1.1", "a Host", "s a.example"]
            ),
            (
                "html", "<!doctype html><a href=\"/x\">&amp;</a><!-- c -->\n",
                ["m <!doctype html>", "g a", "a href", "s \"/x\"", "e &amp;", "g a", "c <!-- c -->"]
            ),
            (
                "bash", "export A=1\ncurl -s \"$A/x\" | head -n 2 # c\n",
                ["b export", "v A", "n 1", "a -s", "s \"", "v $A", "s /x\"", "a -n", "n 2", "c # c"]
            ),
            (
                "console", "$ echo hi\nhi\n",
                ["m $", "b echo"]
            ),
            (
                "css", "a { color: #fff; /* c */ }\n",
                ["g a", "a color", "n #fff", "c /* c */"]
            ),
        ] as [(String, String, [String])])
    func piecesHaveTheirClass(_ language: String, _ code: String, _ expected: [String]) {
        #expect(pieces(code, language) == expected)
    }

    @Test func namesAreTakenInAnyCaseAndByAlias() {
        #expect(pieces("true", "JSON") == ["k true"])
        #expect(pieces("if x: pass", "py") == pieces("if x: pass", "python"))
    }

    @Test(arguments: ["", "brainfuck", "a-name-of-more-than-16-bytes", "中文"])
    func unknownLanguagesStayPlain(_ language: String) {
        #expect(pieces("if \"x\" < 1", language) == [])
        #expect(CodeHighlighting.html(of: "if \"x\" < 1", language: language) == Array("if &quot;x&quot; &lt; 1".utf8))
        #expect(CodeHighlighting.html(of: "", language: language) == [])
    }
}
