import Diagnostics
import Testing

@testable import JSON

@Suite struct ValueTests {
    @Test(arguments: [
        ("{\"a\": [1, true, null]}", "{a@1-4: [1@7-8, true@10-14, null@16-20]@6-21}@0-22"),
        (" \"你好\" ", "\"你好\"@1-9"), ("[]", "[]@0-2"), ("{ }", "{}@0-3"), ("[ [ ] , { } ]", "[[]@2-5, {}@8-11]@0-13"),
        ("\u{FEFF}{\"a\":1}", "{a@4-7: 1@8-9}@3-10"), ("[\r\n1,\r\n2]\r\n", "[1@3-4, 2@7-8]@0-9"),
        ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\"\\/␈␌\n\r\t\"@0-18"), ("\"\\u4f60\\u597D\"", "\"你好\"@0-14"),
        ("\"x\\ud83d\\ude00y\"", "\"x😀y\"@0-16"), ("\"\\u0000\"", "\"␀\"@0-8"),
        ("\"\u{7F}\u{2028}\"", "\"\u{7F}\u{2028}\"@0-6"),
        ("{\"\": {\"\": 1}}", "{@1-3: {@6-8: 1@10-11}@5-12}@0-13"), ("false", "false@0-5"),
    ])
    func valuesCarryPlaces(_ text: String, _ expected: String) {
        #expect(JSONOutline.of(text) == JSONOutline.withControls(expected))
    }

    @Test(arguments: [
        "0", "-0", "10", "1.50", "0.00000250", "1e9", "1E+9", "2.5e-06", "123456789012345678901234567890.1",
        "-1.0e-400",
    ])
    func numbersKeepTheirText(_ text: String) {
        #expect(JSONOutline.parse(Array(text.utf8)).root?.numberText == text)
    }

    @Test func accessorsAnswerForTheirKindOnly() throws {
        let root = try #require(
            JSONOutline.parse(Array(#"{"s":"x","n":12,"f":1.0,"b":false,"z":null,"a":[1],"o":{}}"#.utf8)).root)
        #expect(root.members?.map(\.key) == ["s", "n", "f", "b", "z", "a", "o"])
        #expect(root.member("s")?.stringValue == "x")
        #expect(root.member("n")?.integerValue == 12)
        #expect(root.member("f")?.integerValue == nil)
        #expect(root.member("f")?.numberText == "1.0")
        #expect(root.member("b")?.boolValue == false)
        #expect(root.member("z")?.isNull == true)
        #expect(root.member("a")?.elements?.count == 1)
        #expect(root.member("o")?.members?.isEmpty == true)
        #expect(root.member("s")?.numberText == nil)
        #expect(root.member("missing") == nil)
        #expect(root.stringValue == nil && root.elements == nil && root.boolValue == nil && !root.isNull)
        #expect(root.member("s")?.member("x") == nil)
        #expect(root.members?.map { $0.value.kindName.chinese } == ["字符串", "数字", "数字", "布尔值", "null", "数组", "对象"])
    }

    @Test func largeObjectsKeepOrderAndFindDuplicates() {
        let members = (0..<5000).map { "\"k\($0)\":\($0)" }
        let (root, found) = JSONOutline.parse(Array("{\((members + ["\"k4321\":0"]).joined(separator: ",\n"))}".utf8))
        #expect(root?.members?.count == 5000)
        #expect(root?.members?.last?.key == "k4999")
        #expect(JSONOutline.mistakes(found) == ["5001:1+7 json/duplicate-key: ‘k4321’ stands twice in this object"])
        #expect(found.first?.notes.first?.location?.line == 4322)
    }
}
