import Bytes
import TestSupport
import Testing

@testable import Outputs

/// One line, excerpts, escaping and the estimate of tokens.
@Suite struct WritingTests {
    @Test func linesBecomeOne() {
        #expect(OneLine.text("two\nlines") == "two lines")
        #expect(OneLine.text("中文\n换行") == "中文换行")
        #expect(OneLine.text("中文 空格") == "中文 空格")
        #expect(OneLine.text("中文\nEnglish") == "中文 English")
        #expect(OneLine.text("  a \t b\u{2028}c\u{0085}d  ") == "a b c d")
        #expect(OneLine.text("“引号” – dash") == "“引号” – dash")
        #expect(OneLine.text("") == "")
    }

    @Test func excerptsEndWithSentences() {
        #expect(Excerpt.cut("One. Two. Three is long.", columns: 12, least: 30) == "One. Two.")
        #expect(Excerpt.cut("一句。两句。三句很长很长。", columns: 14, least: 30) == "一句。两句。")
        #expect(Excerpt.cut("他说“好。”然后走了很远很远", columns: 16, least: 30) == "他说“好。”")
        #expect(Excerpt.cut("Version 4.1 is out now and more", columns: 16, least: 30) == "Version 4.1 is…")
        #expect(Excerpt.cut("只有逗号，没有句号的一句长话", columns: 16, least: 30) == "只有逗号…")
        #expect(Excerpt.cut("Short.", columns: 16, least: 30) == "Short.")
        #expect(Excerpt.cut("A. " + String(repeating: "b", count: 40), columns: 20, least: 30) == "A.…")
    }

    /// A cut text is a beginning of the whole, and never wider than asked for.
    @Test func excerptsAreBeginnings() {
        var random = SplitMix(state: 7)
        let pieces = ["a", "中", "。", ". ", "，", " ", "”", "é", "👩", "word ", "！", "x?", "\n"]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            let columns = Int.random(in: 4...40, using: &random)
            let cut = Excerpt.cut(text, columns: columns, least: 30)
            let kept = cut.hasSuffix("…") ? String(cut.dropLast()) : cut
            #expect(OneLine.text(text).hasPrefix(kept))
            #expect(width(kept) <= columns)
        }
    }

    private func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x800 ? 2 : 1) } }

    @Test func plainTextReadsAsItselfInMarkdown() {
        func escaped(_ text: String) -> String {
            var buffer = ByteBuffer(capacity: 64)
            buffer.append(markdownText: text)
            return buffer.text
        }
        #expect(escaped("base_url and _em_") == "base_url and \\_em\\_")
        #expect(escaped("*a* `b` [c](d)") == "\\*a\\* \\`b\\` \\[c\\](d)")
        #expect(escaped("a < b <i> &amp; AT&T") == "a < b \\<i> \\&amp; AT\\&T")
        #expect(escaped("C# and #tail ##") == "C# and #tail \\##")
        #expect(escaped("C:\\path \\* end\\") == "C:\\path \\\\\\* end\\\\")
        #expect(escaped("中文（注）：没有变化。") == "中文（注）：没有变化。")
    }

    @Test func cellsEscapeBars() {
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(tableCell: "a|b\nc")
        #expect(buffer.text == "a\\|b c")
    }

    /// Eight bytes at a time counts as one at a time does.
    @Test func lengthsAreCountedAtEveryOffset() {
        var random = SplitMix(state: 3)
        for _ in 0..<200 {
            let pieces = ["a", "é", "中", "👍", "\n"]
            let text = (0..<Int.random(in: 0...3000, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let lengths = Array(text.utf8).withUnsafeBytes { UTF8Lengths(of: $0) }
            #expect(lengths.characters == text.unicodeScalars.count)
            #expect(lengths.ascii == text.utf8.filter { $0 < 0x80 }.count)
            #expect(lengths.long == text.unicodeScalars.filter { $0.value >= 0x800 }.count)
        }
    }

    @Test func estimatesCountByLength() {
        func count(_ text: String) -> Int { Array(text.utf8).withUnsafeBytes { TokenEstimate.count($0) } }
        #expect(count("") == 0)
        #expect(count("abcd") == 1)
        #expect(count("abcde") == 2)
        #expect(count("中文") == 2)
        #expect(count("éé") == 1)
        #expect(count("👍") == 1)
    }

    /// Many bytes are looked at at once, so what is told of them is held against what is told character by character.
    @Test func manyBytesAtOnceAreTheSameAsOne() {
        let pieces = [
            "中", "a", "文字", "word", " ", " ", "\n", "\t", "\u{85}", "\u{2028}", "“", "”", "—", "é", "\u{7F}", "。", "，",
            "1",
            "😀", "x. ", "！",
        ]
        var state: UInt64 = 5
        for round in 0..<4000 {
            var text = ""
            for _ in 0..<round % 60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                // The last pieces are rarer in some texts than in others.
                text += pieces[Int(state >> 33) % (round % 3 == 0 ? 4 : pieces.count)]
            }
            let line = String(decoding: OneLine.bytes(text), as: UTF8.self)
            #expect(OneLine.text(text) == line, "\(text.debugDescription)")
            let lengths = text.utf8.withContiguousStorageIfAvailable { UTF8Lengths(of: UnsafeRawBufferPointer($0)) }
            let scalars = text.unicodeScalars
            #expect(lengths?.ascii == scalars.count { $0.value < 0x80 })
            #expect(lengths?.middle == scalars.count { (0x80..<0x800).contains($0.value) })
            #expect(lengths?.long == scalars.count { $0.value >= 0x800 })
        }
    }
}
