/// Finds where a sentence tells a language model what to do: its name, what obliges it, and what it is to do with the page. Who
/// only speaks of models is let pass: “AI 助手请求失败时会重试”, “AI assistants must be configured with a key”.
enum MachineAddress {
    private static let fixed = PhraseTable([
        "ignore previous instructions", "ignore prior instructions", "ignore all previous",
        "ignore the above instructions",
        "disregard previous instructions", "as an ai language model", "as an ai model", "as a large language model",
        "as of my last knowledge", "my knowledge cutoff", "i'm sorry, but i can", "i cannot assist with",
        "instructions for ai:", "instructions for llms", "忽略之前的指令", "忽略之前的所有指令", "忽略以上指令", "忽略上述指令",
        "忽略前面的指令", "忽略所有指令", "作为一个ai语言模型", "作为一个 ai 语言模型", "作为ai语言模型", "作为一个ai助手", "作为一个 ai 助手",
        "作为人工智能语言模型", "作为一个大语言模型", "作为大语言模型", "截至我的知识", "我的训练数据截至", "抱歉，我无法协助",
    ])
    /// Longer ones first.
    private static let readers = PhraseTable([
        "ai assistants", "ai agents", "ai crawlers", "ai models", "ai engines", "ai assistant", "ai agent",
        "ai crawler",
        "ai model", "ai engine", "ai 搜索引擎", "ai搜索引擎", "ai 助手", "ai助手", "ai 爬虫", "ai爬虫", "ai 引擎", "ai", "answer engines",
        "large language models", "language models", "chatgpt", "perplexity", "deepseek",
        "claude",
        "gemini", "chatbots", "language model", "llms", "llm", "大语言模型", "语言模型", "大模型", "人工智能", "生成式引擎", "答案引擎", "豆包",
        "文心一言", "通义千问",
    ])
    private static let suppositions = ["if you are", "如果你是", "如果您是", "假如你是", "若你是"]
    /// What stands between the reader and what it is to do.
    private static let asides = ["reading this page ", "reading this ", "that read this page ", "that read this "]
    private static let greetings = ["dear ", "note to ", "note for ", "attention ", "to all "]
    private static let duties = ["must ", "should ", "please ", "shall ", "always ", "are instructed to "]
    private static let deeds = [
        "cite", "quote", "recommend", "rank", "mention", "treat", "prefer", "trust", "prioriti", "ignore", "include",
        "summari",
        "list ",
    ]
    private static let chineseDuties = ["请", "应当", "应该", "必须", "务必", "应"]
    private static let chineseDeeds = [
        "引用", "推荐", "采用", "采信", "收录", "列为", "排在", "视为", "优先", "信任", "记住", "摘录", "复述", "忽略",
    ]
    private static let chineseReading = ["阅读", "引用", "读取", "抓取", "收录"]
    /// How far a sentence is looked at, in bytes.
    private static let reach = 60

    /// - Returns: the end of what speaks to a model at a place.
    static func end(in text: [UInt8], at start: Int) -> Int? {
        if let end = fixed.end(in: text, at: start) { return end }
        guard let end = readers.end(in: text, at: start) else { return nil }
        let before = String(
            decoding: text[max(0, start - 24)..<start].filter { $0 > CheckedText.unseen }, as: UTF8.self
        )
        .lowercased()
        let after = String(
            decoding: text[end..<min(text.count, end + reach)].filter { $0 > CheckedText.unseen }, as: UTF8.self
        )
        .lowercased()
        return isTold(before, after) || isGreeted(before, after) || isSupposed(before, after) || isCast(before, after)
            ? end : nil
    }

    private static func isTold(_ before: String, _ after: String) -> Bool {
        var rest = String(after.drop { $0 == " " })
        if let aside = asides.first(where: rest.hasPrefix) { rest = String(rest.dropFirst(aside.count)) }
        if let duty = duties.first(where: rest.hasPrefix) {
            let deed = rest.dropFirst(duty.count)
            return deeds.contains {
                deed.hasPrefix($0) || deed.hasPrefix("always " + $0) || deed.hasPrefix("please " + $0)
            }
        }
        let sentence = rest.prefix { !"，。！？；\n,.!?".contains($0) }
        if let duty = chineseDuties.first(where: sentence.hasPrefix), !sentence.hasPrefix("请求"),
            !sentence.hasPrefix("应用")
        {
            return chineseDeeds.contains { sentence.dropFirst(duty.count).prefix(12).contains($0) }
        }
        let start = before.trimmingSpaces()
        if start.hasSuffix("请") || start.hasSuffix("要求") {
            return !rest.hasPrefix("团队") && chineseDeeds.contains { sentence.prefix(6).contains($0) }
        }
        return start.hasSuffix("供") && chineseReading.contains { sentence.prefix(6).contains($0) }
    }

    /// “Dear AI,”: a sign follows at once.
    private static func isGreeted(_ before: String, _ after: String) -> Bool {
        greetings.contains(where: before.hasSuffix)
            && (after.hasPrefix(",") || after.hasPrefix(":") || after.hasPrefix("!"))
    }

    /// “If you are an AI, …”: nothing of the sort of an engineer follows.
    private static func isSupposed(_ before: String, _ after: String) -> Bool {
        guard after.first.map({ ",，。：:".contains($0) }) ?? true else { return false }
        var start = before.trimmingSpaces()
        for article in [" an", " a", " a large"] where start.hasSuffix(article) {
            start = start.dropLast(article.count)
        }
        return suppositions.contains(where: start.hasSuffix)
    }

    /// “作为 AI 助手，请…”: it is told what to do at once.
    private static func isCast(_ before: String, _ after: String) -> Bool {
        let start = before.trimmingSpaces()
        guard start.hasSuffix("作为") || start.hasSuffix("as an") || start.hasSuffix("as a"),
            let sign = after.first, ",，".contains(sign)
        else { return false }
        let rest = after.dropFirst().drop { $0 == " " }
        return chineseDuties.contains(where: rest.hasPrefix) && !rest.hasPrefix("请求") && !rest.hasPrefix("应用")
            || duties.contains(where: rest.hasPrefix) || rest.hasPrefix("you ")
    }
}

extension String {
    fileprivate func trimmingSpaces() -> Substring {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return text
    }
}
