/// Finds what asks for a source: shares, multiples and years, superlatives, and words that hide whom they quote.
enum ClaimScan {
    enum Claim: Equatable {
        /// One of the page's sources may well say it.
        case fact
        /// Names nobody, or compares with a whole market: the reader must be told at once who says so.
        case hearsay
    }

    private static let superlatives = PhraseTable([
        "最大的", "最快的", "最便宜的", "最安全的", "最稳定的", "最先进的", "最受欢迎的", "首家", "唯一一家", "the largest", "the biggest",
        "the fastest", "the cheapest", "the most popular", "the most widely used", "the most advanced",
    ])
    /// Shares in words.
    private static let shares = PhraseTable(
        [
            "超过一半", "一半以上", "过半数", "三分之一", "三分之二", "四分之三", "more than half", "over half", "two thirds", "two-thirds",
            "the majority of",
        ]
            + "一二三四五六七八九".flatMap { digit in
                ["成用户", "成以上", "成的", "成团队", "成企业", "成开发者", "成受访", "成左右", "成客户"].map { "\(digit)" + $0 }
            })
    private static let hearsay = PhraseTable(
        [
            "据统计", "据估计", "据报道", "据悉", "据了解", "研究表明", "研究显示", "有数据显示", "数据显示，", "数据显示：", "调查显示", "统计显示，", "有报告称",
            "业内人士",
            "专家认为",
            "全球最", "全国最", "国内最", "业内最", "业界最", "行业最", "全网最", "市场上最", "业界领先", "业内领先", "行业领先", "国内领先", "全球领先", "行业第一",
            "报告指出", "报告显示", "某机构", "有机构", "业内普遍", "全球第一", "国内第一", "全网第一", "全球首个", "国内首个", "业内首个", "遥遥领先", "首屈一指",
            "it is estimated", "it is said", "reportedly", "industry-leading", "market-leading",
            "best in class", "best-in-class", "number one in",
        ] + unnamedWitnesses + wholeMarkets)
    /// “Studies have shown”, “according to experts”.
    private static let unnamedWitnesses = ["studies", "surveys", "research", "experts", "analysts", "reports"].flatMap {
        who in
        ["according to \(who)"]
            + ["", "have ", "has "].flatMap { has in
                [
                    "show", "shown", "suggest", "suggested", "say", "said", "agree", "found", "indicate", "believe",
                    "recommend",
                ]
                .map { "\(who) \(has)\($0)" }
            }
    }
    /// “The world's fastest”.
    private static let wholeMarkets = ["world's", "industry's", "market's", "country's"].flatMap { market in
        ["fastest", "cheapest", "largest", "biggest", "safest", "best", "leading", "first", "most"].map {
            "\(market) \($0)"
        }
    }
    private static let times = ["倍", "％", "%"].map { Array($0.utf8) }
    private static let percent = Array("percent".utf8)
    private static let year = Array("年".utf8)

    /// The first claim of a stretch, hearsay before facts.
    static func first(in prose: [UInt8], _ range: Range<Int>) -> (claim: Claim, range: Range<Int>)? {
        var fact: Range<Int>?
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = prose[index]
            if (0x30...0x39).contains(byte) {
                let end = endOfNumber(prose, index, range.upperBound)
                if fact == nil, let found = figure(prose, index..<end, in: range),
                    !ClaimContext.isAdvice(prose, before: index, in: range)
                {
                    fact = found
                }
                index = end
                continue
            }
            if byte & 0xC0 != 0x80, byte > 0x20 {
                if let end = hearsay.end(in: prose, at: index), end <= range.upperBound,
                    !isQuoted(prose, index..<end)
                {
                    return (.hearsay, index..<end)
                }
                if fact == nil, let end = superlatives.end(in: prose, at: index), end <= range.upperBound,
                    !ClaimContext.isOwnMatter(prose, index..<end, in: range)
                {
                    fact = index..<end
                }
                if fact == nil, let end = shares.end(in: prose, at: index), end <= range.upperBound,
                    !ClaimContext.isAdvice(prose, before: index, in: range)
                {
                    fact = index..<end
                }
            }
            index += 1
        }
        return fact.map { (.fact, $0) }
    }

    private static let quotes = [("“", "”"), ("「", "」"), ("\"", "\""), ("‘", "’")].map {
        (Array($0.utf8), Array($1.utf8))
    }

    /// Words between quotation marks of their own are spoken of, not said.
    private static func isQuoted(_ prose: [UInt8], _ words: Range<Int>) -> Bool {
        quotes.contains { open, close in
            words.lowerBound >= open.count
                && prose[words.lowerBound - open.count..<words.lowerBound].elementsEqual(open)
                && prose[words.upperBound...].starts(with: close)
        }
    }

    private static func endOfNumber(_ prose: [UInt8], _ start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit, (0x30...0x39).contains(prose[end]) || isPoint(prose, end, limit) { end += 1 }
        return end
    }

    /// A point or a comma between two digits.
    private static func isPoint(_ prose: [UInt8], _ index: Int, _ limit: Int) -> Bool {
        (prose[index] == 0x2E || prose[index] == 0x2C) && index + 1 < limit && (0x30...0x39).contains(prose[index + 1])
    }

    /// A number with a sign of a share or a multiple, or a year of today's world.
    private static func figure(_ prose: [UInt8], _ number: Range<Int>, in range: Range<Int>) -> Range<Int>? {
        // A part of a name, such as `v2` or `gpt-4`.
        if number.lowerBound > range.lowerBound {
            let before = prose[number.lowerBound - 1]
            if Letters.isWord(before) || before == 0x2D || before == 0x2E { return nil }
        }
        var next = number.upperBound
        while next < range.upperBound, prose[next] == 0x20 || prose[next] == CheckedText.unseen { next += 1 }
        let rest = prose[next..<range.upperBound]
        for sign in times where rest.starts(with: sign) { return number.lowerBound..<next + sign.count }
        if PhraseTable.matches(percent, prose, next) { return number.lowerBound..<next + percent.count }
        guard number.count == 4, isYear(prose[number]) else { return nil }
        // A day is when something was or is to be, as a text about versions and prices must say.
        let isMonth =
            rest.count > 2 && rest.first == 0x2D && rest.dropFirst().prefix(2).allSatisfy { (0x30...0x39).contains($0) }
            && rest.dropFirst(3).first != 0x2D
        let words = prose[range.lowerBound..<number.lowerBound].suffix(6).map { Letters.lower($0) }
        let isNamed = ["in ", "since ", "by "].contains { words.reversed().starts(with: $0.utf8.reversed()) }
        return rest.starts(with: year) || isMonth || isNamed ? number : nil
    }

    private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8)
    }
}
