import Testing

@testable import Outputs

/// Where lines of a title may end, besides at spaces and behind punctuation.
@Suite struct TitleHeadingTests {
    private static func text(_ title: String) -> String {
        TitleHeading.html(of: title).map { String(decoding: $0, as: UTF8.self) } ?? title
    }

    @Test(
        "a long row of Han characters may end where a word does, nearest to its middle",
        arguments: [
            ("用价格快照估算一次调用的费用", "用价格快照估算一次调用的<wbr>费用"),
            ("流式输出怎么接，怎样判断的结果应该是完整可靠的", "流式输出怎么接，怎样判断的结果<wbr>应该是完整可靠的"),
            ("base URL 填对了，自建的网关转发请求失败怎么查？", "base URL 填对了，自建的<wbr>网关转发请求失败怎么查？"),
        ])
    func marksEndsOfWords(title: String, heading: String) {
        #expect(Self.text(title) == heading)
    }

    @Test(
        "a word with hyphens stays whole, with its brackets and what ends the clause",
        arguments: [
            ("低成本对比：gpt-4o-mini 与 qwen", "低成本对比：<span class=\"unbroken\">gpt-4o-mini</span> 与 qwen"),
            ("自建网关（new-api）？好", "自建网关<span class=\"unbroken\">（new-api）？</span>好"),
            ("a-b、c-d", "<span class=\"unbroken\">a-b、</span><span class=\"unbroken\">c-d</span>"),
            ("<x-y> & 甲", "<span class=\"unbroken\">&lt;x-y&gt;</span> &amp; 甲"),
        ])
    func keepsWordsWhole(title: String, heading: String) {
        #expect(Self.text(title) == heading)
    }

    @Test(
        "what has no sure end of a word, is short, or has spaces needs no mark",
        arguments: [
            "付费前用一小时核验一个中转站", "国内大模型 API 中转站适合哪些场景？", "429 一直出现，怎样判断是限流？",
            "How do relays and platforms differ?", "的的的的的的", "a - b", "-", "", "-a b-", "<b>",
        ])
    func leavesOthers(title: String) {
        #expect(TitleHeading.html(of: title) == nil)
    }

    @Test("the text is the title, whatever it is")
    func losesNothing() {
        for title in [
            "我们需要以及或者应该还是是否如何😀的的的的的的的的的的的的的的的的的", "한국어 제목은-여기에서 이렇게 씁니다",
            "的\u{0301}中中中中中中中中中中中中的 a-b的的的的的的的的的的的的c-d", "“a-b”。”c-",
        ] {
            #expect(Self.text(title).replacing(#/<[^>]*>/#, with: "") == title)
        }
    }
}
