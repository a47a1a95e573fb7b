import CommonMark
import Testing

/// Line breaks in Chinese make no space.
@Suite struct SoftBreakTests {
    @Test(arguments: [
        ("第一行\n第二行", "第一行第二行"),
        ("结束。\n开始", "结束。开始"),
        ("中文\nEnglish", "中文\nEnglish"),
        ("English\n中文", "English\n中文"),
        ("한국어\n문장", "한국어\n문장"),
        ("日本\nかな", "日本かな"),
        ("他说“\n你好”", "他说“你好”"),
        ("你好”\n他说", "你好”他说"),
        ("**重点**\n后文", "<strong>重点</strong>后文"),
        ("前[链](/x)\n后", "前<a href=\"/x\">链</a>后"),
        ("用 `代码`\n后", "用 <code>代码</code>后"),
        ("用 `code`\n后", "用 <code>code</code>\n后"),
        ("１２\n３", "１２３"),
        ("12\n中", "12\n中"),
        ("一  \n二", "一<br />\n二"),
        ("表情😀\n后", "表情😀\n后"),
        ("one\ntwo", "one\ntwo"),
        ("甲\r\n乙", "甲乙"),
    ])
    func html(_ source: String, _ expected: String) {
        #expect(paragraph(source) == expected)
    }

    @Test func otherOutputs() {
        let content = read("第一行\n第二行\nline\nmore")
        #expect(content.text == "第一行第二行 line more")
        #expect(content.twinText == "第一行第二行 line more\n")
    }

    @Test func plainCommonMarkKeepsThem() {
        #expect(read("一\n二", options(.commonMark)).htmlText == "<p>一\n二</p>\n")
    }
}
