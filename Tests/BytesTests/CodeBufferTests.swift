import Bytes
import Testing

/// Text is read into codes whatever characters follow each other, and to the end and no further.
@Suite struct CodeBufferTests {
    /// Small letters for all, nothing for spaces; reading stops at `<` and `&`.
    private static func codes(_ text: [UInt8], from start: Int = 0) -> (codes: [UInt16], end: Int) {
        let table = CodeTable { byte in
            switch byte {
            case 0x20: CodeTable.nothing
            case 0x3C, 0x26: CodeTable.stop
            case 0x41...0x5A: UInt16(byte) + 0x20
            default: UInt16(max(byte, 3))
            }
        }
        var buffer = CodeBuffer()
        let end = buffer.append(text.span, from: start, by: table)
        return (buffer.withSpan(zeros: 0) { span in span.indices.map { span[$0] } }, end)
    }

    @Test(arguments: [
        ("A b C", "abc", 5), ("", "", 0), ("a<b", "a", 1), ("&", "", 0), ("网关 API，好", "网关api,好", 16), ("中é", "中", 3),
        ("、。\u{FEFE}", "、。\u{FEFE}", 9), ("甲\u{3000}乙", "甲", 3), ("甲＜", "甲", 3), ("甲＆", "甲", 3), ("\u{FEFF}", "", 0),
        ("가\u{FF00}", "가", 3), ("ＡＺａ！", "aza!", 12), ("甲\u{2000}", "甲", 3), ("😀", "", 0),
    ])
    func texts(_ text: String, _ expected: String, _ end: Int) {
        let found = Self.codes(Array(text.utf8))
        #expect(found.codes == Array(expected.utf16))
        #expect(found.end == end)
    }

    @Test func whatIsCutOffOrIllFormedIsLeftToOthers() {
        let han = Array("网关".utf8)
        for length in 0...6 { #expect(Self.codes(Array(han[..<length])).end == length / 3 * 3) }
        #expect(Self.codes(han + [0x80]).end == 6)
        #expect(Self.codes(han, from: 3).codes == Array("关".utf16))
        #expect(Self.codes(han, from: 6).codes == [])
    }

    @Test func codesOfManyTextsFollowEachOther() {
        let table = CodeTable { UInt16(max($0, 3)) }
        var buffer = CodeBuffer()
        for _ in 0..<100 {
            _ = buffer.append(Array("ab网".utf8).span, from: 0, by: table)
            buffer.append(7)
        }
        #expect(buffer.count == 400)
        let all = buffer.withSpan(zeros: 3) { span in span.indices.map { span[$0] } }
        #expect(all == [[UInt16]](repeating: [0x61, 0x62, 0x7F51, 7], count: 100).flatMap { $0 } + [0, 0, 0])
        buffer.removeAll()
        #expect(buffer.count == 0)
    }
}
