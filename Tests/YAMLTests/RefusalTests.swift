import Diagnostics
import Testing

@testable import YAML

@Suite struct RefusalTests {
    @Test func everythingRefusedIsReportedInOneRun() {
        let text = """
            a: &x 你好
            b: *x
            c: !!str 1
            d: !x {e: 1, "e": 2}
            <<: *x
            a: 😀
            ? [k]
            : v
            g: {: v}
            h: &l [1]

            """
        #expect(
            Outline.mistakes(text) == [
                "1:4+2 yaml/anchor: the anchor ‘&x’ is not allowed",
                "2:4+2 yaml/alias: the alias ‘*x’ is not allowed",
                "3:4+5 yaml/tag: the tag ‘!!str’ is not allowed",
                "4:4+2 yaml/tag: the tag ‘!x’ is not allowed",
                "4:14+3 yaml/duplicate-key: ‘e’ stands twice in this mapping",
                "5:1+2 yaml/merge-key: the merge key ‘<<’ is not allowed",
                "5:5+2 yaml/alias: the alias ‘*x’ is not allowed",
                "6:1+1 yaml/duplicate-key: ‘a’ stands twice in this mapping",
                "7:3+1 yaml/complex-key: a list or mapping can't be a key",
                "9:5+1 yaml/missing-key: there is no key before this colon",
                "10:4+2 yaml/anchor: the anchor ‘&l’ is not allowed",
            ])
    }

    @Test func whatIsLeftAfterRefusalsIsGiven() {
        let file = SourceFile(path: "a", bytes: Array("a: &x 1\nb: *x\n<<: *x\na: 2\n? [k]\n: v\nc: 3\n".utf8))
        let (root, diagnostics) = YAMLParser.parse(file)
        #expect(diagnostics.count == 6)
        #expect(root?.entries?.map(\.key) == ["a", "b", "c"])
        #expect(root?.entries?.map { $0.value.scalar?.text } == ["1", "*x", "3"])
    }

    @Test func duplicateKeysNameTheFirstOne() throws {
        let file = SourceFile(path: "a.md", bytes: Array("标题: 甲\n中: 乙\n  \n\"标题\": 丙\n".utf8))
        let one = try #require(YAMLParser.parse(file).diagnostics.first)
        #expect(one.location?.line == 4)
        #expect(one.location?.column == 1)
        #expect(one.message.chinese == "“标题”在这个映射里出现了两次")
        #expect(one.hint?.english == "remove one of the two")
        let note = try #require(one.notes.first)
        #expect(note.location?.line == 1)
        #expect(note.message.english == "‘标题’ is first written here")
    }

    @Test func keysAreComparedByteByByteInLargeMappingsToo() {
        let lines = (0..<300).map { "k\($0): v\n" }.joined()
        #expect(Outline.mistakes(lines + "e\u{301}: 1\n\u{E9}: 2\n").isEmpty)
        #expect(
            Outline.mistakes(lines + "k7: x\nk299: y\n") == [
                "301:1+2 yaml/duplicate-key: ‘k7’ stands twice in this mapping",
                "302:1+4 yaml/duplicate-key: ‘k299’ stands twice in this mapping",
            ])
    }

    @Test func aQuotedMergeKeyIsText() {
        #expect(Outline.of("\"<<\": a\n") == "{<<@0-4: p\"a\"@6-7}@0-7")
    }

    @Test(arguments: [
        ("a: b\n---\nc: d\n", "2:1+3 yaml/several-documents: this line ends the YAML document; only one is allowed"),
        ("a: b\n...\n", "2:1+3 yaml/several-documents: this line ends the YAML document; only one is allowed"),
        ("---\na: b\n--- x\n", "3:1+3 yaml/several-documents: this line ends the YAML document; only one is allowed"),
        ("a: |\n  x\n---\n", "3:1+3 yaml/several-documents: this line ends the YAML document; only one is allowed"),
        ("%YAML 1.1\n---\na: b\n", "1:1+9 yaml/directive: a line can't start with ‘%’ (a YAML directive)"),
        ("a: b\n%%%%%%\n", "2:1+6 yaml/directive: a line can't start with ‘%’ (a YAML directive)"),
        ("a: 好␀b\nc: d\n", "1:5+1 yaml/control-character: the invisible character U+0000 is not allowed here"),
        ("a: \u{85}\n", "1:4+1 yaml/control-character: the invisible character U+0085 is not allowed here"),
        ("a: b\n# ␛[2J\n", "2:3+1 yaml/control-character: the invisible character U+001B is not allowed here"),
        ("a: b\u{FEFF}\n", "1:5+1 yaml/control-character: the invisible character U+FEFF is not allowed here"),
        ("\ta: b\n", "1:1+1 yaml/tab: a tab can't be used here"),
        ("a:\n\tb: c\n", "2:1+1 yaml/tab: a tab can't be used here"),
        ("a: b\n\tc: d\n", "2:1+1 yaml/tab: a tab can't be used here"),
        ("a:\n  b: c\n \td: e\n", "3:2+1 yaml/tab: a tab can't be used here"),
        ("a:\n  - b\n\t- c\n", "3:1+1 yaml/tab: a tab can't be used here"),
        ("? a: \t|\n x\n", "1:6+1 yaml/tab: a tab can't be used here"),
    ])
    func textsThatYAMLWouldTake(_ text: String, _ expected: String) {
        #expect(Outline.mistakes(Outline.withControls(text)) == [expected])
    }

    @Test func tabsAreFineInsideText() {
        #expect(
            Outline.of("a: |\n  x\ty\nb: c\td\t# e\n")
                == "{a@0-1: b\"x\ty\n\"!@3-11(5-11), b@11-12: p\"c\td\"@14-17}@0-17")
    }

    @Test func invalidUTF8IsPlaced() {
        let bytes = Array("a: 你好\nb: ".utf8) + [0xC4, 0xE3, 0x0A]
        #expect(Outline.mistakes(bytes) == ["2:4+1 yaml/invalid-utf8: these bytes are not UTF-8"])
    }

    @Test func sizeAndDepthAreLimited() {
        let limits = YAMLLimits(bytes: 20, depth: 3)
        #expect(
            Outline.mistakes("a: 0123456789abcdefgh\n", limits: limits)
                == ["1:1+1 yaml/too-large: this YAML has 22 bytes, more than the 20 allowed"])
        #expect(Outline.mistakes("a: [[b]]\n", limits: limits).isEmpty)
        #expect(
            Outline.mistakes("a: [[[b]]]\n", limits: limits)
                == ["1:6+1 yaml/too-deep: more than 3 lists and mappings inside one another"])
        #expect(
            Outline.mistakes("a:\n b:\n  c:\n   d: e", limits: limits)
                == ["4:4+1 yaml/too-deep: more than 3 lists and mappings inside one another"])
        #expect(Outline.mistakes("a: " + String(repeating: "x", count: 65533)).isEmpty)
        #expect(Outline.mistakes("a: " + String(repeating: "x", count: 65534)).count == 1)
        #expect(Outline.mistakes("a: " + String(repeating: "x", count: 65534), limits: .settings).isEmpty)
    }

    @Test func tooManyMistakesAreCut() {
        let found = Outline.mistakes((0..<500).map { "k\($0): &a v\n" }.joined())
        #expect(found.count == 101)
        #expect(found.last == "101:7+2 yaml/too-many-mistakes: more than 100 mistakes; the rest is not shown")
    }

    /// What is too long to be shown, or no text, is described.
    private static let described: Set = [
        "yaml/control-character", "yaml/invalid-utf8", "yaml/too-deep", "yaml/too-large", "yaml/too-many-mistakes",
    ]

    @Test func codesAreListedOnce() {
        #expect(Set(YAMLCodes.all.map(\.id)).count == YAMLCodes.all.count)
        for code in YAMLCodes.all {
            #expect(code.id.hasPrefix("yaml/"))
            #expect(!code.explanation.english.isEmpty && !code.explanation.chinese.isEmpty)
            if !Self.described.contains(code.id) {
                #expect(Outline.mistakes(code.wrong).contains { $0.contains(code.id + ":") }, "\(code.id)")
                #expect(Outline.mistakes(code.right).isEmpty, "\(code.id)")
            }
        }
    }
}
