/// What stands around a figure or a superlative: advice, conditions and examples claim nothing about the world.
enum ClaimContext {
    private static let chinese = [
        "如果", "假如", "倘若", "一旦", "建议", "例如", "比如", "假设", "设为", "设成", "设置为", "调到", "控制在", "应当", "应该", "以免",
    ]
    private static let anywhere: Set<String> = [
        "if", "when", "unless", "suppose", "assume", "example", "should", "please", "once", "target", "goal",
    ]
    private static let first: Set<String> = [
        "set", "lower", "raise", "reduce", "increase", "limit", "keep", "try", "retry", "use", "start", "stop",
        "switch", "cut",
        "add", "expect", "allow", "plan", "wait",
    ]
    /// A comparison within the text itself.
    private static let ownMatters = [
        "区别", "差别", "差异", "不同", "问题", "好处", "坏处", "优点", "缺点", "优势", "劣势", "风险", "挑战", "原因", "障碍", "变化", "误区", "字段", "值",
        "一项", "一个", "一条", "那个",
    ]
    private static let copulas = ["is ", "are ", "was ", "were ", "remains ", "became ", "as "]
    private static let reach = 160

    /// Whether what is said up to a place is advice, a condition or an example.
    static func isAdvice(_ prose: [UInt8], before place: Int, in block: Range<Int>) -> Bool {
        let start = startOfSentence(prose, place, block)
        let text = String(decoding: prose[start..<place].filter { $0 > CheckedText.unseen }, as: UTF8.self)
        if chinese.contains(where: { text.contains($0) }) || asks(text) { return true }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return words.first.map(first.contains) ?? false || words.contains(where: anywhere.contains)
    }

    /// “请”, but not “请求”, and “若” where a clause begins.
    private static func asks(_ text: String) -> Bool {
        let clauses = text.split { "，；：,;:".contains($0) }.map { $0.drop { $0 == " " } }
        return clauses.contains { $0.hasPrefix("若") && !$0.hasPrefix("若干") }
            || text.replacing("请求", with: "").replacing("申请", with: "").contains("请")
    }

    /// Whether a superlative compares things of the text: “最大的区别”, “the largest field”.
    static func isOwnMatter(_ prose: [UInt8], _ phrase: Range<Int>, in block: Range<Int>) -> Bool {
        let after = String(
            decoding: prose[phrase.upperBound..<min(block.upperBound, phrase.upperBound + 12)], as: UTF8.self)
        if prose[phrase.lowerBound] >= 0x80 { return ownMatters.contains { after.hasPrefix($0) } }
        let before = String(
            decoding: prose[max(block.lowerBound, phrase.lowerBound - 10)..<phrase.lowerBound], as: UTF8.self)
        return !copulas.contains { before.lowercased().hasSuffix($0) }
    }

    private static func startOfSentence(_ prose: [UInt8], _ place: Int, _ block: Range<Int>) -> Int {
        var start = place
        while start > block.lowerBound, place - start < reach {
            let byte = prose[start - 1]
            if byte == 0x0A || byte == 0x21 || byte == 0x3F { break }
            if byte == 0x2E, start < prose.count, prose[start] == 0x20 { break }
            // 。 ！ ？
            if start - 3 >= block.lowerBound, prose[start - 3] == 0xE3, prose[start - 2] == 0x80, byte == 0x82 { break }
            if start - 3 >= block.lowerBound, prose[start - 3] == 0xEF, prose[start - 2] == 0xBC,
                byte == 0x81 || byte == 0x9F
            {
                break
            }
            start -= 1
        }
        while start < place, prose[start] & 0xC0 == 0x80 { start += 1 }
        return start
    }
}
