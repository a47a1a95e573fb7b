import Diagnostics
import Testing

@testable import JSON

@Suite struct MistakeTests {
    @Test(arguments: [
        ("", "1:1+1 json/syntax: the file is empty; a JSON value was expected"),
        ("\u{FEFF} \n", "2:1+1 json/syntax: the file is empty; a JSON value was expected"),
        ("{\"价\": 1,\n \"格\": }", "2:7+1 json/syntax: a value is missing before this bracket"),
        ("{\"😀\": @}", "1:7+1 json/syntax: a value was expected here"),
        ("[1, 2,]", "1:6+1 json/syntax: a comma can't stand after the last value"),
        ("{\"a\": 1,\r\n}", "1:8+1 json/syntax: a comma can't stand after the last value"),
        ("[,1]", "1:2+1 json/syntax: a value is missing before this comma"),
        ("[1 2]", "1:4+1 json/syntax: a comma is missing before this"),
        ("{\"a\" 1}", "1:2+3 json/syntax: a colon is missing after this key"),
        ("{a: 1}", "1:2+1 json/syntax: a key in double quotes was expected here"),
        ("{'a': 1}", "1:2+1 json/syntax: JSON strings take straight double quotes"),
        ("{“a”: 1}", "1:2+1 json/syntax: JSON strings take straight double quotes"),
        ("{\"a\"：1}", "1:5+1 json/syntax: ‘：’ is a full-width sign"),
        ("[1，2]", "1:3+1 json/syntax: ‘，’ is a full-width sign"),
        ("[1] // x", "1:5+1 json/syntax: JSON has no comments"),
        ("{\n# x\n}", "2:1+1 json/syntax: JSON has no comments"),
        ("[True]", "1:2+4 json/syntax: ‘True’ is not a JSON value"),
        ("[truex]", "1:2+5 json/syntax: ‘truex’ is not a JSON value"),
        ("[1}", "1:3+1 json/syntax: ‘}’ does not close ‘[’"),
        ("{\"a\":1]", "1:7+1 json/syntax: ‘]’ does not close ‘{’"),
        ("[NaN]", "1:2+3 json/not-a-number: ‘NaN’ is not a JSON value"),
        ("[Infinity]", "1:2+8 json/not-a-number: ‘Infinity’ is not a JSON value"),
        ("[-Infinity]", "1:2+9 json/not-a-number: ‘-Infinity’ is not a JSON value"),
        ("[01]", "1:2+2 json/number: ‘01’ is not a JSON number"),
        ("[+1]", "1:2+2 json/number: ‘+1’ is not a JSON number"),
        ("[.5]", "1:2+2 json/number: ‘.5’ is not a JSON number"),
        ("[1.]", "1:2+2 json/number: ‘1.’ is not a JSON number"),
        ("[1e]", "1:2+2 json/number: ‘1e’ is not a JSON number"),
        ("[-]", "1:2+1 json/number: ‘-’ is not a JSON number"),
        ("[0x1F]", "1:2+4 json/number: ‘0x1F’ is not a JSON number"),
        ("[1_000]", "1:2+5 json/number: ‘1_000’ is not a JSON number"),
        ("{\"a\": [1, 2", "1:7+1 json/unclosed: this ‘[’ is never closed"),
        ("{\"a\": ", "1:1+1 json/unclosed: this ‘{’ is never closed"),
        ("{", "1:1+1 json/unclosed: this ‘{’ is never closed"),
        ("{\"a\"", "1:1+1 json/unclosed: this ‘{’ is never closed"),
        ("[\"你好", "1:2+1 json/unclosed: this string is not closed on its line"),
        ("[\"a\nb\"]", "1:2+1 json/unclosed: this string is not closed on its line"),
        ("[\"a\\", "1:2+1 json/unclosed: this string is not closed on its line"),
        ("{} {}", "1:4+2 json/trailing-content: there is more text after the end of the JSON value"),
        ("1 ]", "1:3+1 json/trailing-content: there is more text after the end of the JSON value"),
        ("{\n<<<<<<< HEAD\n\"a\": 1\n", "2:1+7 json/conflict-marker: this is the marker of an unfinished git merge"),
        ("{\"a\": 1\n=======\n", "2:1+7 json/conflict-marker: this is the marker of an unfinished git merge"),
        ("{\"a\": 1}\n>>>>>>> main\n", "2:1+7 json/conflict-marker: this is the marker of an unfinished git merge"),
        ("␀", "1:1+1 json/syntax: a value was expected here"),
        ("[1]␀", "1:4+1 json/trailing-content: there is more text after the end of the JSON value"),
    ])
    func structureIsStrict(_ text: String, _ expected: String) {
        let (root, found) = JSONOutline.parse(Array(JSONOutline.withControls(text).utf8))
        #expect(root == nil)
        #expect(JSONOutline.mistakes(found) == [expected])
        #expect(found.allSatisfy { $0.message.chinese != $0.message.english })
    }

    @Test func mistakesInStringsAndDuplicatesAreAllReported() {
        let text = "{\"a\": \"\\q 你 \\ud83d \\udc00x \\u12\",\n \"a\": \"b\tc\\好\", \"\\u0061\": \"\\ud83d\\u0041\"}"
        let (root, found) = JSONOutline.parse(Array(text.utf8))
        #expect(
            JSONOutline.mistakes(found) == [
                "1:8+2 json/escape: ‘\\q’ is not a JSON escape",
                "1:13+6 json/lone-surrogate: ‘\\ud83d’ is half of a character",
                "1:20+6 json/lone-surrogate: ‘\\udc00’ is half of a character",
                "1:28+2 json/escape: ‘\\u’ is not a JSON escape",
                "2:2+3 json/duplicate-key: ‘a’ stands twice in this object",
                "2:9+1 json/escape: the control character U+0009 must be escaped",
                "2:11+2 json/escape: ‘\\好’ is not a JSON escape",
                "2:16+8 json/duplicate-key: ‘a’ stands twice in this object",
                "2:27+6 json/lone-surrogate: ‘\\ud83d’ is half of a character",
            ])
        #expect(root?.members?.map(\.key) == ["a"])
        #expect(found.first { $0.code == JSONCodes.duplicateKey }?.notes.first?.location?.column == 2)
    }

    @Test func hintsSuggest() {
        #expect(JSONOutline.parse(Array("[True]".utf8)).diagnostics.first?.hint?.english == "did you mean ‘true’?")
        #expect(JSONOutline.parse(Array("[foo]".utf8)).diagnostics.first?.hint?.english == "put text in double quotes")
        #expect(JSONOutline.parse(Array("[1，2]".utf8)).diagnostics.first?.hint?.chinese == "请改用半角“,”")
    }

    @Test func otherEncodingsAreNamed() {
        let utf16: [[UInt8]] = [
            [0xFF, 0xFE, 0x7B, 0x00], [0xFE, 0xFF, 0x00, 0x7B], [0x7B, 0x00, 0x7D, 0x00], [0x00, 0x7B, 0x00, 0x7D],
        ]
        for bytes in utf16 {
            let found = JSONOutline.parse(bytes).diagnostics
            #expect(JSONOutline.mistakes(found) == ["1:1+1 json/not-utf8: this file is UTF-16, not UTF-8"])
            #expect(found.first?.location?.lineText == "")
        }
        let gbk = Array("{\"a\":\n \"你".utf8) + [0xC4, 0xE3, 0x22, 0x7D]
        #expect(
            JSONOutline.mistakes(JSONOutline.parse(gbk).diagnostics) == [
                "2:4+1 json/not-utf8: these bytes are not UTF-8"
            ])
        #expect(!JSONOutline.parse([0x22, 0xED, 0xA0, 0x80, 0x22]).diagnostics.isEmpty)
    }

    @Test func depthSizeAndCountAreLimited() {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(JSONOutline.mistakes(nested(64)).isEmpty)
        #expect(
            JSONOutline.mistakes(nested(65)) == [
                "1:65+1 json/too-deep: more than 64 objects and arrays inside one another"
            ])
        #expect(JSONOutline.mistakes(nested(512), limits: JSONLimits(depth: 100_000)).isEmpty)
        #expect(JSONOutline.mistakes(nested(513), limits: JSONLimits(depth: 100_000)).count == 1)
        #expect(JSONOutline.mistakes(String(repeating: "[", count: 1_000_000)).count == 1)
        #expect(JSONOutline.mistakes(String(repeating: "{\"a\":", count: 1_000_000)).count == 1)
        #expect(
            JSONOutline.mistakes("[1234]", limits: JSONLimits(bytes: 5))
                == ["1:1+1 json/too-large: this file has 6 bytes, more than the 5 allowed"])
        let many = JSONOutline.mistakes("[" + Array(repeating: "\"\\q\"", count: 500).joined(separator: ",") + "]")
        #expect(many.count == 101)
        #expect(many.last?.contains("json/too-many-mistakes: more than 100 mistakes") == true)
    }

    /// Every text cut short anywhere, and every byte changed, is either read or refused with a place inside it.
    @Test func damageIsSurvived() {
        let text = Array(
            "{\"名\": [1.5e3, -0, \"a\\n\\ud83d\\ude00\"], \"b\": {\"c\": null, \"d\": [true, false, {}]}}".utf8)
        var wrong = 0
        for end in 0..<text.count where JSONOutline.parse(Array(text[..<end])).diagnostics.isEmpty { wrong += 1 }
        #expect(wrong == 0)
        for place in text.indices {
            for byte: UInt8 in [
                0x00, 0x0A, 0x22, 0x2C, 0x3A, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x30, 0x61, 0x75, 0x80, 0xE4, 0xFF,
            ] {
                var other = text
                other[place] = byte
                let (root, found) = JSONOutline.parse(other)
                if root == nil && found.isEmpty { wrong += 1 }
                if found.contains(where: { ($0.location?.column ?? 0) < 1 }) { wrong += 1 }
            }
        }
        #expect(wrong == 0)
    }

    /// What is too long to be shown, or no text, is described.
    private static let described: Set = [
        "json/not-utf8", "json/too-deep", "json/too-large", "json/too-many-mistakes",
    ]

    @Test func codesAreListedOnceWithTrueExamples() {
        #expect(Set(JSONCodes.all.map(\.id)).count == JSONCodes.all.count)
        for code in JSONCodes.all {
            #expect(code.id.hasPrefix("json/"))
            #expect(!code.explanation.english.isEmpty && !code.explanation.chinese.isEmpty)
            if !Self.described.contains(code.id) {
                #expect(JSONOutline.mistakes(code.wrong).contains { $0.contains(code.id + ":") }, "\(code.id)")
                #expect(JSONOutline.mistakes(code.right).isEmpty, "\(code.id)")
            }
        }
    }
}
