import Diagnostics
import TestSupport
import Testing

/// From byte offsets to lines and columns that people and editors count the same way.
@Suite struct SourceFileTests {
    @Test(arguments: [
        "①a②b\n③c④\n⑤", "①中②文\r\n③第二④行\r\n", "①a\r②b\r③", "①\n②\n\r③x\n④", "①😀②é③e\u{301}④\n", "①\r\n②\r\n",
    ])
    func placesAreCountedInScalars(_ marked: String) {
        let text = MarkedText(marked)
        let file = SourceFile(path: "a.md", bytes: Array(text.text.utf8))
        for (number, place) in text.places {
            let location = file.location(at: place.offset)
            #expect("\(location.line):\(location.column)" == text.position(number), "mark \(number)")
        }
    }

    @Test func aByteOrderMarkIsNoColumn() {
        let file = SourceFile(path: "a.md", bytes: [0xEF, 0xBB, 0xBF] + Array("ab\ncd".utf8))
        #expect(file.location(at: 3).column == 1)
        #expect(file.location(at: 4).column == 2)
        #expect(file.location(at: 0).lineText == "ab")
        #expect(file.location(at: 0).column == 1)
        #expect(file.location(at: 6).line == 2)
        #expect(file.location(at: 6).column == 1)
    }

    @Test func anOffsetInsideASequenceStandsForIt() {
        let file = SourceFile(path: "a.md", bytes: Array("a中😀b".utf8))
        for offset in 1...3 { #expect(file.location(at: offset).column == 2) }
        for offset in 4...7 { #expect(file.location(at: offset).column == 3) }
        #expect(file.location(at: 8).column == 4)
    }

    @Test func theLengthIsInScalarsAndStaysOnTheLine() {
        let file = SourceFile(path: "a.md", bytes: Array("中文字\n下一行".utf8))
        #expect(file.location(of: 0..<6).length == 2)
        #expect(file.location(of: 3..<100).length == 2)
        #expect(file.location(of: 3..<3).length == 1)
        #expect(file.location(of: 9..<10).length == 1)
    }

    @Test func everyRangeOfEveryShortFileHasAPlace() {
        let pieces: [[UInt8]] = [
            [0x0A], [0x0D], [0x61], [0xE4, 0xB8, 0xAD], [0x80], [0xE4], [0xEF, 0xBB, 0xBF], [0xF0],
        ]
        for one in pieces {
            for two in pieces {
                for three in pieces {
                    let file = SourceFile(path: "a", bytes: one + two + three)
                    for start in -1...file.bytes.count + 1 {
                        let location = file.location(of: start..<start + 2)
                        #expect(location.line >= 1 && location.column >= 1 && location.length >= 1)
                    }
                }
            }
        }
    }

    @Test func aFileAsAWhole() {
        let location = SourceFile(path: "a.md", bytes: Array("text".utf8)).wholeFile
        #expect(location == SourceLocation(file: "a.md"))
        #expect(location.lineText == "")
    }

    /// Marks are kept every few thousand bytes; a place does not depend on them, on the order of asking, or on the line's length.
    @Test func placesInLongFilesAndLinesAreThoseOfACount() {
        let lines = [String(repeating: "中a", count: 4000), "x", String(repeating: "😀", count: 3000), "", "b\r", "c"]
        let text = lines.joined(separator: "\n") + String(repeating: "\nline", count: 2000)
        let bytes = Array(text.utf8)
        let file = SourceFile(path: "a.md", bytes: bytes)
        let offsets = Array(stride(from: 0, to: bytes.count, by: 997))
        for offset in offsets.reversed() + offsets.map({ $0 + 1 }) {
            let before = bytes[..<offset]
            let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let isInside = bytes[offset] & 0xC0 == 0x80
            let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + (isInside ? 0 : 1)
            let location = file.location(at: offset)
            #expect(location.line == before.count { $0 == 0x0A } + 1)
            #expect(location.column == column)
            #expect(location.textStart < location.column)
        }
    }
}
