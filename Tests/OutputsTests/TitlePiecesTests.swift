import Testing

@testable import Outputs

/// Where the line of a title may end besides at spaces and punctuation.
@Suite struct TitlePiecesTests {
    @Test(
        "a long row of Han characters is cut once, where a word ends nearest to its middle",
        arguments: [
            ("用价格快照估算一次调用的费用", ["用价格快照估算一次调用的", "费用"]),
            ("流式输出怎么接，怎样判断的结果应该是完整可靠的", ["流式输出怎么接，怎样判断的结果", "应该是完整可靠的"]),
            ("base URL 填对了，自建的网关转发请求失败怎么查？", ["base URL 填对了，自建的", "网关转发请求失败怎么查？"]),
        ])
    func cutsLongRows(title: String, pieces: [String]) {
        #expect(TitlePieces.of(title) == pieces)
    }

    @Test(
        "what has no sure end of a word, is short, or has spaces stays whole",
        arguments: [
            "付费前用一小时核验一个中转站", "国内大模型 API 中转站适合哪些场景？", "429 一直出现，怎样判断是限流？",
            "How do relays and aggregation platforms differ?", "的的的的的的", "",
        ])
    func leavesOthers(title: String) {
        #expect(TitlePieces.of(title) == [title])
    }

    @Test("the pieces are the title, whatever it is")
    func losesNothing() {
        for title in ["我们需要以及或者应该还是是否如何😀的的的的的的的的的的的的的的的的的", "한국어 제목은 여기에서 이렇게 씁니다", "的\u{0301}中中中中中中中中中中中中的"] {
            #expect(TitlePieces.of(title).joined() == title)
        }
    }
}
