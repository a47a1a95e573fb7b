import Diagnostics
import Testing

@testable import YAML

@Suite struct SyntaxTests {
    @Test(arguments: [
        ("标题: 价格: 多少\n", "1:7+1", "a value without quotes can't contain ‘: ’", "put the value in quotes"),
        ("a: [1, 2\nb: 3\n", "1:4+1", "this ‘[’ is never closed", "add ‘]’"),
        ("a: {b: c\n", "1:4+1", "this ‘{’ is never closed", "add ‘}’"),
        ("a: {b: [c\n", "1:8+1", "this ‘[’ is never closed", "add ‘]’"),
        ("a: 1\n你: \"x\n", "2:4+1", "this quote is never closed", "close it on the same line"),
        ("a: 'x\nb: y\n", "1:4+1", "this quote is not closed on its line", nil),
        ("a:\n  b: 'x\n   c\n", "2:6+1", "this quote is never closed", "close it on the same line"),
        (
            "标题：你好\ndate: 2024\n", "1:1+5", "this line is not ‘key: value’",
            "‘：’ is the full-width colon; use ‘:’ and a space"
        ),
        (
            "date: 2024\n标题：你好\n", "2:1+5", "this line is not ‘key: value’",
            "‘：’ is the full-width colon; use ‘:’ and a space"
        ),
        ("date: 2024\ntitle:你好\n", "2:1+8", "this line is not ‘key: value’", "put a space after the colon"),
        ("a: b\n c: d\n", "2:2+4", "this line is indented under a key that already has a value", nil),
        ("  a: b\n c: d\n", "2:2+1", "the indentation of this line fits no line above it", nil),
        ("a: 好 # 😀\nb: @x\n", "2:4+1", "a value can't start with ‘@’", "put the value in quotes"),
        ("a: `x`\n", "1:4+1", "a value can't start with ‘`’", "put the value in quotes"),
        ("a: \"好\\q\"\n", "1:6+2", "‘\\q’ is not an escape that YAML knows", nil),
        ("a: \"it said \"hi\" to\"\n", "1:14+1", "there is text after the closing quote", nil),
        ("a: - b\n", "1:4+1", "a list can't start on the line of its key", nil),
        ("a: b\n- c\n", "2:1+1", "a list item can't stand between ‘key: value’ lines", nil),
        ("- a\nb: c\n", "2:1+1", "the indentation of this line fits no line above it", nil),
        ("a:\n-\n- b\n", "3:1+1", "the list item before this one is empty", nil),
        ("a: [b]]\n", "1:7+1", "this bracket closes nothing", nil),
        ("a: [b}\n", "1:6+1", "this bracket does not match the one that is open", nil),
        ("a: [,]\n", "1:5+1", "this comma has no item before it", nil),
        ("a: \"b\" #c\nd: [e]#f\n", "2:7+1", "a comment needs a space before ‘#’", nil),
        ("a: \"b\nc\"\n", "1:4+1", "this quote is not closed on its line", nil),
    ])
    func syntaxErrorsHaveClearWordsAndPlaces(_ text: String, _ place: String, _ message: String, _ hint: String?) {
        for ending in ["\n", "\r\n"] {
            let bytes = Array(
                text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending).utf8)
            let (root, found) = YAMLParser.parse(SourceFile(path: "a.yaml", bytes: bytes))
            #expect(root == nil)
            #expect(found.count == 1)
            let lines = Outline.mistakes(found)
            #expect(lines.first.map { $0.hasPrefix("\(place) ") && $0.hasSuffix(": \(message)") } == true, "\(lines)")
            if let hint { #expect(found.first?.hint?.english == hint) }
            #expect(found.allSatisfy { $0.message.chinese != $0.message.english })
        }
    }

    @Test func mistakesBeforeASyntaxErrorAreKept() {
        #expect(
            Outline.mistakes("a: &x 1\na: 2\nb: c: d\ne: *x\n") == [
                "1:4+2 yaml/anchor: the anchor ‘&x’ is not allowed",
                "2:1+1 yaml/duplicate-key: ‘a’ stands twice in this mapping",
                "3:5+1 yaml/syntax: a value without quotes can't contain ‘: ’",
            ])
    }

    @Test func placesCountTheByteOrderMarkAsNothing() {
        #expect(
            Outline.mistakes("\u{FEFF}a: b: c\n")
                == ["1:5+1 yaml/syntax: a value without quotes can't contain ‘: ’"])
    }
}
