import Testing

/// The reader of sources that the rules of the house rest on: a rule that cannot see would always hold.
@Suite struct SwiftCodeTests {
    @Test(arguments: [
        ("let a = 1 // x!", "let a = 1      "), ("a /* b /* c */ d */ e", "a                   e"),
        (#"f("x!")"#, #"f("  ")"#), (#"f("a\"b!")"#, ##"f("     ")"##), (##"f(#"a"b\n!"#)"##, ##"f(#"      "#)"##),
        (#"f("a\(b!)c")"#, #"f("  (b!) ")"#), (#"f("\(g("x!"))!")"#, #"f(" (g("  ")) ")"#),
        ("\"\"\"\n a \"b\" !\n \"\"\" + c!", "\"\"\"\n        \n \"\"\" + c!"),
        (##"f(#"\#(b!)\(c!)"#)"##, ##"f(#"  (b!)     "#)"##),
    ])
    func commentsAndTextsAreBlanked(_ source: String, _ code: String) { #expect(SwiftCode(source).text == code) }

    @Test(arguments: [
        ("let a = b!", [1]), ("a\ntry! b()", [2]), ("x as! Int", [1]), ("var a: Int!", [1]), ("b[0]!.c", [1]),
        ("f()!", [1]), (#""\(a!)""#, [1]), ("!a && !b", []), ("a != b", []), ("if !(a) {}", []), (#""a!" // b!"#, []),
        ("[!a]", []),
    ])
    func forceUnwrapsAreSeen(_ source: String, _ lines: [Int]) {
        #expect(SwiftCode(source).forceUnwrapLines() == lines)
    }

    @Test func functionsAreMeasuredFromKeywordToBrace() {
        let source = """
            protocol P {
                func asked() -> Int
                init(x: Int)
            }
            struct S<T: P>: P where T: Sendable {
                init(x: Int = { 3 }()) {
                    self.init()
                }

                func long(_ a: [Int: Int] = [:],
                    b: Int
                ) throws(E) -> (Int, Int) {
                    let text = "}"
                    return (1, 2)  // }
                }
                static func == (a: S, b: S) -> Bool { true }
                deinit { close() }
            }
            """
        let found = SwiftCode(source).functions().map { "\($0.name) \($0.line) \($0.lineCount)" }
        #expect(found == ["init 6 3", "long 10 6", "== 16 1", "deinit 17 1"])
    }

    @Test func typesAreFoundWithWhatTheyInherit() {
        let source = """
            package struct Answer: PageKind, Sendable {}
            enum Plain {}
            extension Answer: Equatable where Self: Hashable {}
            actor A { let x = B.self }
            """
        let found = SwiftCode(source).typeDeclarations().map { "\($0.keyword) \($0.name): \($0.inherited)" }
        #expect(
            found == [
                #"struct Answer: ["PageKind", "Sendable"]"#, "enum Plain: []", #"extension Answer: ["Equatable"]"#,
                "actor A: []",
            ])
    }

    @Test func callsAreFoundWithTheirArguments() throws {
        let source = """
            let x = Message(
                en: "a, b (c)", zh: "甲")
            """
        let file = House.File(path: "x.swift", text: source)
        let call = try #require(SwiftCode(source).calls().first { $0.name == "Message" })
        #expect(call.arguments.map(\.label) == ["en", "zh"])
        #expect(call.arguments.map { file.literal($0) } == ["a, b (c)", "甲"])
    }

    @Test func importsAreFoundInEveryForm() {
        let source = "import A\ninternal import B\n@testable import struct C.D\n// import E\nlet s = \"import F\""
        #expect(DoorsTests.imports(SwiftCode(source)).map(\.module) == ["A", "B", "C"])
    }

    @Test func theManifestIsRead() {
        let manifest = Manifest(
            """
            // What it is for.
            room("A"),
            room(
                "B", doors: ["A", "C"], settings: pointers),
            .target(name: "C"),
            tests("BTests", doors: ["B"]),
            """)
        #expect(manifest.targets.map(\.name) == ["A", "B", "C", "BTests"])
        #expect(manifest.target("B")?.doors == ["A", "C"])
        #expect(manifest.targets.map(\.hasPurpose) == [true, false, false, false])
        #expect(manifest.reachable(from: "BTests") == ["A", "B", "C"])
    }

    @Test(arguments: [
        ("see \u{2F}work/x", true), ("see https://a.example/work/x", false), ("\"\u{2F}tmp/x\"", true),
        ("a/tmp/b", false),
    ])
    func pathsOfAMachineAreSeen(_ text: String, _ isSeen: Bool) {
        #expect((PlacesTests.stands("\u{2F}work/", in: text) || PlacesTests.stands("\u{2F}tmp/", in: text)) == isSeen)
    }

    @Test func languagesAreTold() {
        #expect(Wording.isEnglishSentence("a list of names"))
        #expect(!Wording.isEnglishSentence("一个 list of names"))
        #expect(!Wording.isEnglishSentence(#"\(name) or \(other)"#))
    }
}
