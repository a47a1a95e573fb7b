import Bytes
import CommonMark
import Diagnostics
import Testing

@testable import ContentLoading

/// The glance at a field and the reading of it agree.
@Suite struct PlainWordsTests {
    @Test func whatLooksPlainReadsAsItself() {
        let pieces = [
            "中文，", "。“引号”", "word", " ", "  ", "\t", ".", "www.", "w", "!", "#", "\"", ">", "<", "&", "*", "_", "`",
            "[", "]",
            "~", ":", "@", "\\", "\n", "😀", "é", "-", "1. ", "|", "http://a", "\u{10FFFD}", "{", "}",
        ]
        var state: UInt64 = 20_261_124
        var plain = 0
        for _ in 0..<20_000 {
            var text = ""
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            for _ in 0..<Int(state >> 60) + 1 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            guard PlainWords.isPlain(text) else { continue }
            plain += 1
            let bytes = Array(text.utf8)
            let file = SourceFile(path: "a.md", bytes: bytes)
            let options = MarkdownOptions.page(directives: [], outputs: [.html, .twin, .plainText])
            let content = MarkdownContent.inline(
                MarkdownSource(file: file, text: text, place: 0..<bytes.count, isVerbatim: true), options: options)
            #expect(content.plainText.bytes == bytes && content.twin.bytes == bytes, "\(text.debugDescription)")
            #expect(content.insertions.isEmpty && content.diagnostics.isEmpty, "\(text.debugDescription)")
        }
        #expect(plain > 1_000)
    }
}
