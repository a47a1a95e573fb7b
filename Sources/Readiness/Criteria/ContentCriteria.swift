import Diagnostics
import JSON
import Outputs

/// What scorers look for in the text itself. Sources: geo-optimizer 4.19; citation-ready; mujin-airready 0.1.1.
enum ContentCriteria {
    static let all: [PageCriterion] = [
        PageCriterion("length", .medium, en: "enough text", zh: "正文篇幅足够") { page in
            if page.isList || page.kind == "glossary-term" || page.kind == "trust" { return .notApplicable }
            let words = page.measure.words
            return .limit(-words, -300, -100, en: "about \(words) words", zh: "约 \(words) 个词")
        },
        PageCriterion("answer-first", .high, en: "the answer comes first", zh: "先给出回答") { page in
            guard let answer = page.html.answer else {
                return page.kind == "answer"
                    ? .fail(Message(en: "no element #answer", zh: "没有 #answer 元素")) : .notApplicable
            }
            let text = page.mainSkeleton
            let place =
                (text.range(of: TextSkeleton(answer))?.lowerBound ?? text.bytes.count) * 100 / max(text.bytes.count, 1)
            return .when(place <= 30, en: "the answer begins after \(place) % of the text", zh: "回答出现在正文 \(place)% 之后")
        },
        PageCriterion("answer-length", .medium, en: "an answer that can be quoted", zh: "回答适合引用") { page in
            guard let answer = page.html.answer, page.kind == "answer" else { return .notApplicable }
            let measure = TextMeasure(answer)
            let isGood = measure.han > 40 ? (80...300).contains(measure.han) : (40...120).contains(measure.latinWords)
            return isGood
                ? .pass
                : .warn(
                    Message(
                        en:
                            "\(measure.han) Han characters, \(measure.latinWords) words; 80 to 300, or 40 to 120, are quoted best",
                        zh: "\(measure.han) 个汉字、\(measure.latinWords) 个词；80 到 300 字或 40 到 120 词最便于引用"))
        },
        PageCriterion("numbers", .low, en: "figures", zh: "有数字") { page in
            page.isList
                ? .notApplicable
                : .when(
                    page.mainText.utf8.count { (0x30...0x39).contains($0) } >= 10, en: "hardly a figure",
                    zh: "几乎没有数字")
        },
        PageCriterion("lists-or-tables", .low, en: "a list or a table", zh: "有列表或表格") { page in
            if page.isList { return .notApplicable }
            let hasTable = page.twin.blocks.contains { !$0.isCode && $0.text.starts(with: "| ---".utf8) }
            return .when(
                hasTable || page.html.lists.contains { $0.count > 1 }, en: "neither list nor table", zh: "没有列表，也没有表格")
        },
        PageCriterion("keyword-density", .low, en: "no word is said too often", zh: "没有堆砌词语") { page in
            guard !page.isList, let most = WordCount(page.mainText).most else { return .notApplicable }
            return .limit(
                most.permille, 25, 50, en: "‘\(most.word)’ is \(most.permille / 10) % of the words",
                zh: "“\(most.word)”占全部单词的 \(most.permille / 10)%")
        },
        PageCriterion("links-inside", .low, en: "a link to another page of the site", zh: "链接到站内其他页面") { page in
            let base = page.projections.baseAddress
            return .when(
                page.html.links.contains { link in
                    link.isInMain && (link.target.hasPrefix("/") || link.target.hasPrefix(base))
                        && !link.target.hasSuffix(".txt") && !link.target.hasSuffix(".md")
                }, en: "no link leads to another page", zh: "没有指向站内其他页面的链接")
        },
        PageCriterion("byline", .medium, en: "a visible author", zh: "可见的作者") { page in
            let nodes = page.projections.data?.nodes ?? []
            let names = nodes.compactMap { $0.member("author") ?? $0.member("publisher") }.compactMap { value in
                (page.projections.data?.resolved(value) ?? value).member("name")?.stringValue
            }
            guard !names.isEmpty else { return .notApplicable }
            let text = TextSkeleton(page.html.text)
            return .when(
                names.contains { text.contains(TextSkeleton($0)) }, en: "the page does not show who wrote it",
                zh: "页面上没有写出作者")
        },
        PageCriterion("sources", .medium, en: "links to sources", zh: "链接到来源") { page in
            guard ["answer", "guide", "comparison"].contains(page.kind) else { return .notApplicable }
            let base = page.projections.baseAddress
            return .when(
                page.html.links.contains { $0.isInMain && $0.target.hasPrefix("http") && !$0.target.hasPrefix(base) },
                en: "no link leads to another site", zh: "没有指向其他网站的链接")
        },
        PageCriterion("visible-date", .high, en: "a visible date", zh: "可见的日期") { page in
            .when(page.html.times.contains { !$0.isEmpty }, en: "no time element", zh: "没有 time 元素")
        },
    ]
}
