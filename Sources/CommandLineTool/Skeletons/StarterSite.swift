/// The content of a new site: little, but of each sort something, so that an editor has an example to change.
struct StarterSite {
    enum Language: String {
        case zh, en
    }

    let language: Language
    /// `YYYY-MM-DD`.
    let day: String

    /// Path in the site and text.
    var files: [(path: String, text: String)] {
        let pages = language == .zh ? chinese : english
        return [(".gitignore", "Output/\n.Output.*\n.citable/\n"), ("Content/site.yaml", settings)]
            + [("Content/people.yaml", people)]
            + pages.map { ("Content/\(language.rawValue)/\($0.path).md", $0.text) }
    }

    private var settings: String {
        let isChinese = language == .zh
        let tag = isChinese ? "zh: {tag: zh-Hans, name: 中文}" : "en: {tag: en, name: English}"
        return """
            # \(isChinese ? "全部设置见" : "All settings:") citable fields site
            name: \(isChinese ? "答案站" : "Answers")
            description: \(isChinese ? "可核对的答案，每条写明日期和来源。" : "Answers that can be checked, each with its date and sources.")
            base_url: https://example.org
            default_language: \(language.rawValue)
            languages:
              \(tag)
            organization: {name: \(isChinese ? "示例团队" : "Example team"), url: https://example.org}
            navigation: [answers, glossary, trust/about]
            link_terms: true

            """
    }

    private var people: String {
        language == .zh
            ? "editors: {name: 编辑部, organization: true}\n" : "editors: {name: The editors, organization: true}\n"
    }
}

extension StarterSite {
    private var chinese: [(path: String, text: String)] {
        [
            (
                "answers/how-to-write-an-answer",
                """
                ---
                title: 怎样写一条能被引用的答案？
                description: 一条好答案先给结论，再给依据、步骤和适用边界。
                question: 怎样写一条能被搜索引擎和答案引擎引用的答案？
                short_answer: 一条能被引用的答案，先用两三句话直接回答问题，脱离上下文也能读懂；再列出可以核对的依据，写明适用边界、来源和日期。读者先看到结论，想核实时能顺着依据查下去，引用的人也知道它截至哪一天有效。
                date: \(day)
                author: editors
                evidence:
                  - 直接回答放在最前面，搜索结果和答案引擎常常只取这一段。
                  - 没有来源和日期的说法无从核对，引用的人会避开它。
                next_steps:
                  - 写下读者会输入的原问题。
                  - 用两三句话回答它，不依赖标题和上文。
                  - 为每个判断补上依据、来源和日期。
                faq:
                  - question: 答案写多长合适？
                    answer: 直接回答大约 80 到 300 个汉字，细节放在正文里。
                related: [glossary/short-answer]
                sources:
                  - title: llms.txt 提案
                    url: https://llmstxt.org/
                    accessed: \(day)
                ---

                ## 先回答，再解释

                读者带着问题来。第一段就应给出结论，解释和例子放在后面。

                ## 写明边界

                说清楚答案在什么条件下成立、截至哪一天有效，引用它的人才能放心。

                """
            ),
            (
                "glossary/short-answer",
                """
                ---
                title: 直接回答
                term: 直接回答
                definition: 放在页面最前面、单独拿出来也能读懂的两三句结论。
                sort_key: zhijiehuida
                date: \(day)
                author: editors
                related: [answers/how-to-write-an-answer]
                ---

                直接回答同时用于页面摘要、Markdown 副本和结构化数据，因此只写一次。

                """
            ),
            (
                "trust/about",
                """
                ---
                title: 关于本站
                description: 本站由谁维护、怎样更新。
                date: \(day)
                author: editors
                ---

                在这里说明谁在维护本站、内容怎样审核，以及怎样联系你们。

                """
            ),
        ]
    }

    private var english: [(path: String, text: String)] {
        [
            (
                "answers/how-to-write-an-answer",
                """
                ---
                title: How do you write an answer that can be quoted?
                description: A good answer begins with the conclusion, then gives grounds, steps and limits.
                question: How do you write an answer that search engines and answer engines can quote?
                short_answer: An answer that can be quoted gives its conclusion first, in two or three sentences that make sense on their own. Grounds that can be checked, limits, sources and a date follow, so that whoever quotes it knows why it holds and until when it was true.
                date: \(day)
                author: editors
                evidence:
                  - Search results and answer engines often take the first paragraph and nothing else.
                  - A claim without a source or a date can't be checked, so careful readers leave it out.
                next_steps:
                  - Write down the question as readers would type it.
                  - Answer it in two or three sentences that need no title and no context.
                  - Give grounds, a source and a date for each judgement.
                faq:
                  - question: How long should the short answer be?
                    answer: About 40 to 120 words; details belong in the text.
                related: [glossary/short-answer]
                sources:
                  - title: The llms.txt proposal
                    url: https://llmstxt.org/
                    accessed: \(day)
                ---

                ## Answer first, explain later

                Readers come with a question. The first paragraph should settle it; explanations and examples follow.

                ## Say where it ends

                Say under which conditions the answer holds and as of which day.

                """
            ),
            (
                "glossary/short-answer",
                """
                ---
                title: Short answer
                term: Short answer
                definition: Two or three sentences at the top of a page that make sense on their own.
                date: \(day)
                author: editors
                related: [answers/how-to-write-an-answer]
                ---

                The short answer also serves as the page's summary, so it is written once.

                """
            ),
            (
                "trust/about",
                """
                ---
                title: About this site
                description: Who keeps this site, and how it is updated.
                date: \(day)
                author: editors
                ---

                Say here who keeps the site, how its content is reviewed, and how to reach you.

                """
            ),
        ]
    }
}
