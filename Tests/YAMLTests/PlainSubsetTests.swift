import Diagnostics
import TestSupport
import Testing

@testable import YAML

/// The fast reader must give libfyaml's nodes or give up.
@Suite struct PlainSubsetTests {
    /// Both ways over one text; the fast one's root, which is nil when it gave up.
    @discardableResult
    static func compare(_ text: String, prefix: String = "") -> YAMLNode? {
        let bytes = Array((prefix + text + "\n---\nbody: [\n").utf8)
        let range = prefix.utf8.count..<prefix.utf8.count + text.utf8.count
        let fast = PlainSubsetReader.read(bytes, range: range, depthLimit: 16)
        let (slow, found) = YAMLParser.parseWithLibrary(
            SourceFile(path: "a", bytes: bytes), range: range, limits: .settings)
        if let fast {
            #expect(found.isEmpty, "\(text.debugDescription) \(Outline.mistakes(found))")
            let (one, other) = (Outline.of(fast), slow.map(Outline.of) ?? "nothing")
            #expect(fast == slow, "\(text.debugDescription)\nfast \(one)\nslow \(other)")
        }
        return fast
    }

    @Test(arguments: [
        "a: b", "a: b\n", "a: b\r\nc: d\r\n", "# c\n\na: b # d\n  # e\nc: d#e\n", "a:\nb:\n", "a: # c\nb:   \n",
        "标题: 你好，世界\n", "title: What is a relay? 中转 😀\n", "url: https://a.example/b?c=d&e#f\n", "a: b   \nc:  d\n",
        "a:\n  b: c\n  d:\n    e: f\ng: h\n", "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\nd: e\n",
        "- a\n- b: c\n  d: e\n- - f\n  - g\n",
        "a:\n  - b: c\n    d:\n      - e\n      - f: g\n  - h: i\n", "a: [b, c]\nd: {e: f, g: [h, \"i\"]}\n",
        "a: []\nb: {}\nc: [ ]\n",
        "a: \"b\"\nc: 'd'\ne: \"\"\nf: ''\n", "a: 'it''s'\nb: \"say \\\"hi\\\"\\n\\t\\\\\\/\"\n",
        "a: \"b\" # c\nd: [e] # f\n",
        "  a: b\n  c: d\n", "a:\n      b: c\n      d: e\nf:\n - g\n", "date: 2026-01-02\nn: -5\nv: 1.10\nt: 12:30:45\n",
        "a: ~\nb: null\nc: no\n", "a: b [c] {d}, e\n", "a: it's \"so\" & * ! | > % @ `\n", "a: \"# not: a comment\"\n",
        "faq:\n  - question: 为什么?\n    answer: \"因为：这样\"\n\n  - question: b\n    answer: c\n",
        "a: (b)\nc: $d\ne: +1\nf: /g\n",
        "a: [1, -2, 3.5, b c , 你好]\n", "a: [https://a.example/b, c:d]\n", "a b: c d\ne-f.g_h/i: j\n",
        "a:\n  -   b: c\n      d: e\n",
        "a: \u{A0}b\n\u{3000}c: d\u{3000}\n", "a: “b”：c\n", "a: -b c\n",
        "a:\n  b:\n  c:\ne: f\n",
    ])
    func theSubsetIsReadAndEqual(_ text: String) {
        #expect(Self.compare(text) != nil, "not in the subset: \(text.debugDescription)")
        Self.compare(text, prefix: "---\n标题 😀\n")
    }

    @Test(arguments: [
        "", "\n", "# c\n", "hello\n", "a: b: c\n", "a: b\n c: d\n", "a: b\n  c\n", "a: |\n  b\n", "a: >\n  b\n",
        "a: &b c\n", "a: *b\n",
        "a: !b c\n", "<<: a\n", "a: b\na: c\n", "a: [b\n]\n", "a: [b, ]\n", "a: [b c: d]\n", "a: {b}\n", "a: {b: }\n",
        "a: {b: c, b: d}\n",
        "a: \"b\nc\"\n", "a: \"b\" c\n", "a: \"\\u4f60\"\n", "a: \"\\q\"\n", "a: 'b\n", "a: @b\n", "a: `b\n", "a: %b\n",
        "a: - b\n",
        "a: ? b\n", "? a\n: b\n", "a:\tb\n", "a:\n\tb: c\n", "a: b\tc\n", "a: b\rc: d\r", "\u{FEFF}a: b\n",
        "a: \u{85}b\n", "a: b\u{2028}\n",
        "---\na: b\n", "a: b\n---\n", "a: b\n...\n", "%YAML 1.2\n", "- a\nb: c\n", "a: b\n- c\n", "a:\n  b: c\n d: e\n",
        "-\n- a\n", "- \n",
        "- # c\n", "a: ,b\n", "a: ]\n", "a: \"b\": c\n", "\"a\": b\n", "a : b\n", "a:b\n", "a：b\n", "a: [b: c]\n",
        "a: {b:c}\n", "a: [#b]\n",
        "a: [\"b\"#c]\n", "a: [b]#c\n", "a: \"b\"#c\n", "a: b:\n", "a: :b\n", "a: [b,]\n", "a: #␇\n", "a: ␇\n",
        "a:\n  - b\n - c\n",
    ])
    func everythingElseIsLeftToTheLibrary(_ text: String) {
        #expect(Self.compare(Outline.withControls(text)) == nil, "\(text.debugDescription)")
    }

    @Test func depthIsCountedAlike() {
        for depth in 1...20 {
            let flow = "a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect((Self.compare(flow) != nil) == (depth < 16))
            let block = (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
            #expect((Self.compare(block) != nil) == (depth <= 16))
        }
    }

    @Test func generatedDocumentsAreEqual() {
        var writer = DocumentWriter(seed: 7)
        var read = 0
        for _ in 0..<3000 {
            let text = writer.document()
            if Self.compare(text, prefix: "---\n") != nil { read += 1 }
        }
        #expect(read > 2000, "\(read)")
    }

    @Test func damagedDocumentsAreEqualOrLeft() {
        var writer = DocumentWriter(seed: 8)
        var read = 0
        for _ in 0..<5000 {
            let text = writer.damaged(writer.document())
            if Self.compare(text) != nil { read += 1 }
        }
        #expect(read > 1000 && read < 4700, "\(read)")
    }

    @Test func soupOfSignsIsEqualOrLeft() {
        var random = SplitMix(state: 9)
        let pieces = [
            "a", "b: ", "c: ", "k", ":", " ", "  ", "\n", "\n", "\n  ", "\n    ", "- ", "-", "[", "]", "{", "}", ", ",
            ",", " #c", "#",
            "'", "\"", "\\n", "\\", "''", "你", "：", "1.0", "~", "\r\n", "?", "? ", "&a", "!", "|", "e: f\n", "\n- ",
            "\u{A0}",
        ]
        for _ in 0..<15_000 {
            var text = "x: "
            for _ in 0..<Int(random.next() % 16) { text += pieces[Int(random.next() % UInt64(pieces.count))] }
            Self.compare(text)
        }
    }

    @Test func onlyUTF8IsRead() {
        let tails: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        var wrong: [[UInt8]] = []
        for lead in UInt8(0x80)...0xFF {
            for second in tails {
                for rest in [[], [0x41], [0x80], [0xBF], [0xC0], [0x80, 0x41], [0x80, 0x80], [0xBF, 0xBF]] as [[UInt8]]
                {
                    for place in ["a: x", "a: \"", "a: '", "# ", "a"] {
                        let text = Array(place.utf8) + [lead, second] + rest
                        let bytes =
                            text
                            + Array((place == "a: \"" ? "\"" : place == "a: '" ? "'" : place == "a" ? ": b" : "").utf8)
                        let isValid = String(validating: bytes, as: UTF8.self) != nil
                        let root = PlainSubsetReader.read(bytes + [0x0A], range: 0..<bytes.count, depthLimit: 16)
                        if root != nil, !isValid { wrong.append(bytes) }
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }
}
