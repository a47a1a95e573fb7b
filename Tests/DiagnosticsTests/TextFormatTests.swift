import Diagnostics
import Testing

/// What people read: place, message, source line, caret, hint.
@Suite struct TextFormatTests {
    @Test func aDiagnosticHasPlaceMessageCodeLineCaretNotesAndHint() {
        let text = "---\ntitel: x\n---\n"
        let note = DiagnosticNote(
            at: Samples.location(of: "---", in: text, file: "Content/zh/b.md"), Message(en: "first here", zh: "最初在此"))
        let diagnostic = Samples.diagnostic(
            at: "titel", in: text, hint: Message(en: "did you mean ‘title’?", zh: "是不是想写“title”？"), notes: [note])
        #expect(
            Samples.text([diagnostic]) == """
                Content/zh/a.md:2:1: error: something is wrong  [test/sample]
                    titel: x
                    ^^^^^
                Content/zh/b.md:1:1: note: first here
                hint: did you mean ‘title’?

                """)
        #expect(
            Samples.text([diagnostic], .chinese) == """
                Content/zh/a.md:2:1: error: 有错误  [test/sample]
                    titel: x
                    ^^^^^
                Content/zh/b.md:1:1: 另见: 最初在此
                hint: 是不是想写“title”？

                """)
    }

    @Test func withoutAPlaceTheProgramSpeaks() {
        let diagnostic = Diagnostic(Samples.lenient, at: nil, Samples.message)
        #expect(Samples.text([diagnostic]) == "citable: warning: something is wrong  [test/lenient]\n")
    }

    @Test func nothingToSayIsNoText() { #expect(Samples.text([]) == "") }

    /// The caret stands below the text although the terminal gives Chinese and emoji two cells and a mark none.
    @Test(arguments: [
        ("中文 bad", "bad", "         ^^^"[...]), ("ab中文", "中文", "      ^^^^"), ("，bad", "bad", "      ^^^"),
        ("😀✅ bad", "bad", "         ^^^"), ("e\u{301}bad", "bad", "     ^^^"), ("\tbad", "bad", "    \t^^^"),
        ("한글 bad", "bad", "         ^^^"), ("ｆｕ bad", "bad", "         ^^^"), ("bad", "bad", "    ^^^"),
    ])
    func theCaretCountsCells(_ line: String, _ part: String, _ caret: Substring) {
        let lines = Samples.text([Samples.diagnostic(at: part, in: line)]).split(separator: "\n")
        #expect(lines[1] == "    \(line)")
        #expect(lines[2] == caret)
    }

    @Test func hiddenCharactersAreNamedAndTheCaretFollows() {
        let diagnostic = Samples.diagnostic(at: "bad", in: "a\u{1B}[31m\u{202E}\u{200B}\u{2028}\u{E0041}bad")
        let lines = Samples.text([diagnostic]).split(separator: "\n")
        #expect(lines[1] == "    a<U+001B>[31m<U+202E><U+200B><U+2028><U+E0041>bad")
        #expect(lines[2] == String(repeating: " ", count: 4 + 1 + 8 + 4 + 8 + 8 + 8 + 9) + "^^^")
    }

    @Test func aHiddenCharacterIsMarkedInItsWholeName() {
        let lines = Samples.text([Samples.diagnostic(at: "\u{200B}", in: "a\u{200B}b")]).split(separator: "\n")
        #expect(lines[2] == "     ^^^^^^^^")
    }

    /// Messages, hints, notes and file names come from content as well.
    @Test func noPartOfAReportCanRewriteTheTerminal() {
        let evil = Message(en: "a\u{1B}[2Jb\u{202E}\nc", zh: "甲\u{1B}乙")
        let place = SourceLocation(file: "Content/\u{1B}]0;x\u{7}.md")
        let diagnostic = Diagnostic(
            Samples.code, at: place, evil, hint: evil, notes: [DiagnosticNote(at: place, evil)])
        for language in [MessageLanguage.english, .chinese] {
            let text = Samples.text([diagnostic], language)
            let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E }
            #expect(controls.isEmpty)
            #expect(text.split(separator: "\n").count == 3)
        }
    }

    @Test func aLongLineIsShownAroundThePlace() {
        let line = String(repeating: "x", count: 5000) + "bad" + String(repeating: "y", count: 5000)
        let lines = Samples.text([Samples.diagnostic(at: "bad", in: line)]).split(separator: "\n")
        #expect(lines[0].hasPrefix("Content/zh/a.md:1:5001: "))
        #expect(lines[1].utf8.count == 4 + 160)
        let start = lines[2].utf8.count - 3
        #expect(lines[2].hasSuffix("^^^"))
        #expect(lines[1].dropFirst(start).hasPrefix("bad"))
    }

    @Test func aRangeThatGoesOnPastTheLineIsMarkedToItsEnd() {
        let file = SourceFile(path: "a.md", bytes: Array("one two\nthree".utf8))
        let diagnostic = Diagnostic(Samples.code, at: file.location(of: 4..<12), Samples.message)
        #expect(Samples.text([diagnostic]).hasSuffix("    one two\n        ^^^\n"))
    }

    @Test func theEndOfALineAndOfAFileHaveACaretToo() {
        let file = SourceFile(path: "a.md", bytes: Array("one\n".utf8))
        let atBreak = Diagnostic(Samples.code, at: file.location(at: 3), Samples.message)
        #expect(Samples.text([atBreak]).hasSuffix("    one\n       ^\n"))
        let atEnd = Diagnostic(Samples.code, at: file.location(at: 99), Samples.message)
        #expect(Samples.text([atEnd]) == "a.md:2:1: error: something is wrong  [test/sample]\n")
    }

    @Test func colourOnlyWhenAskedFor() {
        let diagnostic = Samples.diagnostic(at: "bad", in: "bad")
        #expect(!Samples.text([diagnostic]).contains("\u{1B}"))
        let coloured = Samples.text([diagnostic], colour: true)
        #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m"))
        #expect(coloured.contains("\u{1B}[1;32m^^^\u{1B}[0m"))
    }
}
