import Bytes
import Testing

@testable import Highlighting

/// Lines that an info string sets off.
@Suite struct MarkedLineTests {
    private func html(_ code: String, lines: String) -> String {
        let text = Array((code + lines).utf8)
        let end = code.utf8.count
        var buffer = ByteBuffer()
        CodeHighlighting.write(
            text, 0..<end, language: ArraySlice("json".utf8), lines: end..<text.count, into: &buffer)
        return buffer.text
    }

    @Test(arguments: [
        ("2", "a\n<mark>b\n</mark>c\n"), ("1-2", "<mark>a\nb\n</mark>c\n"), ("3-9", "a\nb\n<mark>c\n</mark>"),
        ("1,3", "<mark>a\n</mark>b\n<mark>c\n</mark>"), ("2,1-2", "<mark>a\nb\n</mark>c\n"), ("0", "a\nb\nc\n"),
        ("3-2", "a\nb\nc\n"), ("9", "a\nb\nc\n"), ("1-99999999999999999999999", "<mark>a\nb\nc\n</mark>"),
        (",-", "a\nb\nc\n"),
    ])
    func linesAreMarked(_ lines: String, _ expected: String) { #expect(html("a\nb\nc\n", lines: lines) == expected) }

    /// An element that goes on over the border of a marked line is closed and opened again.
    @Test func elementsDoNotCrossTheBorder() {
        let text = Array("\"\"\"a\nb\"\"\"\n2".utf8)
        var buffer = ByteBuffer()
        CodeHighlighting.write(
            text, 0..<text.count - 1, language: ArraySlice("python".utf8), lines: text.count - 1..<text.count,
            into: &buffer)
        #expect(
            buffer.text == """
                <span class="s">&quot;&quot;&quot;a
                </span><mark><span class="s">b&quot;&quot;&quot;</span>
                </mark>
                """)
    }
}
