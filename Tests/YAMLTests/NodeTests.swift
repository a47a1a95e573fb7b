import Diagnostics
import Testing

@testable import YAML

@Suite struct NodeTests {
    @Test(arguments: [
        ("a: b\n", "{a@0-1: p\"b\"@3-4}@0-4"),
        ("title: 你好 # c\n", "{title@0-5: p\"你好\"@7-13}@0-13"),
        ("a: \"x\\n好\"", "{a@0-1: q\"x\n好\"!@3-11(4-10)}@0-11"),
        ("a: 'it''s'", "{a@0-1: q\"it's\"!@3-10(4-9)}@0-10"),
        ("a: 'b'", "{a@0-1: q\"b\"@3-6(4-5)}@0-6"),
        ("'a b': c", "{a b@0-5: p\"c\"@7-8}@0-8"),
        ("a:\n- b\n- c\n", "{a@0-1: [p\"b\"@5-6, p\"c\"@9-10]@3-10}@0-10"),
        ("a:\n  b:\n    c: d\n", "{a@0-1: {b@5-6: {c@12-13: p\"d\"@15-16}@12-16}@5-16}@0-16"),
        ("a: [b, \"c\", {d: e}]\n", "{a@0-1: [p\"b\"@4-5, q\"c\"@7-10(8-9), {d@13-14: p\"e\"@16-17}@12-18]@3-19}@0-19"),
        ("a: []\nb: {}\n", "{a@0-1: []@3-5, b@6-7: {}@9-11}@0-11"),
        ("a: [b: c]\n", "{a@0-1: [{b@4-5: p\"c\"@7-8}@4-8]@3-9}@0-9"),
        ("a:\nb: ~\n\"c\":", "{a@0-1: p\"\"@1-1, b@3-4: p\"~\"@6-7, c@8-11: p\"\"@11-11}@0-11"),
        ("- a\n- # c\n- b\n", "[p\"a\"@2-3, p\"\"@5-5, p\"b\"@12-13]@0-13"),
        ("- - a\n  -\n- b\n", "[[p\"a\"@4-5, p\"\"@9-9]@2-9, p\"b\"@12-13]@0-13"),
        ("a: |\n  x\n  y\nb: 1\n", "{a@0-1: b\"x\ny\n\"!@3-13(5-13), b@13-14: p\"1\"@16-17}@0-17"),
        ("a: >- # c\n  x\n  y\n", "{a@0-1: b\"x y\"!@3-18(10-18)}@0-18"),
        ("- |\n  x\n", "[b\"x\n\"!@2-8(4-8)]@0-8"),
        ("a: one\n  two\n", "{a@0-1: p\"one two\"!@3-12}@0-12"),
        ("a: b\r\nc:\r\n- d\r\n", "{a@0-1: p\"b\"@3-4, c@6-7: [p\"d\"@12-13]@10-13}@0-13"),
        ("\u{FEFF}a: b\n", "{a@3-4: p\"b\"@6-7}@3-7"),
        ("a: b\rc: d\r", "{a@0-1: p\"b\"@3-4, c@5-6: p\"d\"@8-9}@0-9"),
        ("---\na: b\n", "{a@4-5: p\"b\"@7-8}@4-8"),
        ("? a\n: b\n", "{a@2-3: p\"b\"@6-7}@0-7"),
        ("hello\n", "p\"hello\"@0-5"),
        ("a: \"\\ud83d\\ude00\\x41\\u4f60\"\n", "{a@0-1: q\"😀A你\"!@3-27(4-26)}@0-27"),
        (
            "models:\n  gpt-4o: {in: 2.50}\n",
            "{models@0-6: {gpt-4o@10-16: {in@19-21: p\"2.50\"@23-27}@18-28}@10-28}@0-28"
        ),
        ("", "nothing"), ("\n\n", "nothing"), ("# c\n", "nothing"), ("\u{FEFF}", "nothing"),
    ])
    func nodesCarryTextStyleAndPlace(_ text: String, _ expected: String) {
        #expect(Outline.of(text) == expected)
    }

    @Test func nothingIsGuessed() throws {
        let text = "a: no\nb: 1.10\nc: 2026-01-02\nd: 0x1F\ne: 1_000\nf: 12:30:45\ng: .inf\nh: yes\n"
        let root = YAMLParser.parse(SourceFile(path: "a", bytes: Array(text.utf8))).root
        let texts = root?.entries?.compactMap { $0.value.scalar?.text }
        #expect(texts == ["no", "1.10", "2026-01-02", "0x1F", "1_000", "12:30:45", ".inf", "yes"])
        #expect(root?.entries?.allSatisfy { !$0.value.isNull } == true)
    }

    @Test func nullsArePlainOnly() {
        let text = "a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: \"\"\ng: 'null'\nh: nUll\ni: [null, '~']\n"
        let root = YAMLParser.parse(SourceFile(path: "a", bytes: Array(text.utf8))).root
        #expect(root?.entries?.map { $0.value.isNull } == [true, true, true, true, true, false, false, false, false])
        #expect(root?.entry("i")?.value.items?.map(\.isNull) == [true, false])
    }

    @Test func onlyTheGivenBytesAreRead() {
        let text = "---\ntitle: 你好\n---\n# *body\n"
        let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
        let (root, diagnostics) = YAMLParser.parse(file, range: 4..<18)
        #expect(diagnostics.isEmpty)
        #expect(root.map(Outline.of) == "{title@4-9: p\"你好\"@11-17}@4-17")
        let wrong = SourceFile(path: "a.md", bytes: Array("---\nx: 1\n标题: 你好: 😀: y\n---\n".utf8))
        #expect(
            Outline.mistakes(YAMLParser.parse(wrong, range: 4..<33).diagnostics)
                == ["3:7+1 yaml/syntax: a value without quotes can't contain ‘: ’"])
    }

    @Test func rangesPastTheFileAreCut() {
        let file = SourceFile(path: "a", bytes: Array("a: b".utf8))
        #expect(YAMLParser.parse(file, range: 3..<400).root.map(Outline.of) == "p\"b\"@3-4")
        #expect(YAMLParser.parse(file, range: 90..<400).root == nil)
    }

    @Test func offsetsInTextBecomeOffsetsInTheFile() throws {
        let file = SourceFile(path: "a", bytes: Array("a: \"你好吗\"\nb: \"x\\ty\"\n".utf8))
        let entries = try #require(YAMLParser.parse(file).root?.entries)
        #expect(entries.first?.value.scalar?.fileRange(ofTextOffsets: 3..<6) == 7..<10)
        #expect(entries.first?.value.scalar?.fileRange(ofTextOffsets: 3..<60) == 7..<13)
        #expect(entries.last?.value.scalar?.fileRange(ofTextOffsets: 1..<2) == 19..<23)
    }

    @Test func theLibraryTellsItsVersion() {
        #expect(YAMLParser.libraryVersion.hasPrefix("0."))
    }
}
