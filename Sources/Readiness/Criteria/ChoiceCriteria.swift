import Diagnostics
import Outputs
import SiteModel

/// Where scorers contradict one another: settings decide, nothing is taken off here, and the report says what each choice costs
/// elsewhere. Sources: a14y 0.2.0; afdocs 0.22; Dualmark 1.0 and 1.1; agent-readiness-cli 0.1; geo-optimizer 4.19.
enum ChoiceCriteria {
    private static let trainers = ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended"]

    static let all: [SiteCriterion] = [
        SiteCriterion("robots-training", .medium, en: "crawlers that train", zh: "训练用爬虫") { site in
            let rules = RobotsText(site.text("robots.txt") ?? "")
            let refused = trainers.filter { !rules.decision(for: $0, path: "/").isAllowed }
            return refused.isEmpty
                ? .choice(
                    Message(
                        en:
                            "robots.training refuses none of \(trainers.joined(separator: ", ")): no scorer takes points; models may "
                            + "be trained on the texts",
                        zh: "robots.training 没有拒绝 \(trainers.joined(separator: "、"))：评分器不扣分，但内容可能被用于训练"))
                : .choice(
                    Message(
                        en: "robots.training refuses \(refused.joined(separator: ", ")): a14y takes a point for each, "
                            + "agent-readiness-cli for all; ‘allow’ costs none",
                        zh:
                            "robots.training 拒绝了 \(refused.joined(separator: "、"))：a14y 每个扣一分，agent-readiness-cli 也扣分；改为 "
                            + "allow 不扣分"))
        },
        SiteCriterion("twins-noindex", .low, en: "noindex on twins", zh: "Markdown 版本的 noindex") { site in
            site.settings.machines.hidesTwins
                ? .choice(
                    Message(
                        en:
                            "mirrors.noindex is true: a14y takes a point for the missing canonical header, and engines may skip the "
                            + "twins; Dualmark takes none",
                        zh: "mirrors.noindex 为 true：缺少 canonical 头，a14y 扣一分，引擎可能跳过 Markdown 版本；Dualmark 不扣分"))
                : .choice(
                    Message(
                        en:
                            "mirrors.noindex is false: twins have a canonical header and no noindex; Dualmark takes 10 of 100, a14y "
                            + "and afdocs none",
                        zh:
                            "mirrors.noindex 为 false：Markdown 版本带 canonical 头而不带 noindex；Dualmark 扣 10 分（满分 100），a14y 和 "
                            + "afdocs 不扣分"))
        },
        choice(
            "tokens-header", en: "X-Markdown-Tokens", zh: "X-Markdown-Tokens",
            costs:
                "no host here sends X-Markdown-Tokens: Dualmark takes 10 of 100; the estimate stands in the front matter",
            "主机不发送 X-Markdown-Tokens：Dualmark 扣 10 分；估计值写在 front matter 中"),
        choice(
            "markdown-for-bots", en: "Markdown by the name of a bot", zh: "按爬虫名称返回 Markdown",
            costs:
                "who says no more than its name gets HTML, as people do: Dualmark takes 10 of 100 (negotiation.botUa); another "
                + "answer by name is what search engines call cloaking",
            "只报名称的爬虫得到与读者相同的 HTML：Dualmark 扣 10 分（negotiation.botUa）；按名称给不同内容会被搜索引擎视为伪装"),
        choice(
            "not-acceptable", en: "406", zh: "406",
            costs:
                "who accepts neither HTML nor Markdown gets HTML: Dualmark takes 5 of 100, and 5 for its own version header",
            "既不接受 HTML 也不接受 Markdown 的请求得到 HTML：Dualmark 扣 5 分，另因没有它的版本头扣 5 分"),
        choice(
            "llms-txt-target", en: "what llms.txt links", zh: "llms.txt 链接的目标",
            costs:
                "llms.txt links twins, as llmstxt.org, a14y and afdocs ask; Dualmark 1.1 (draft) would have the HTML. Links to the "
                + "llms.txt of sections end in .txt, where a14y wants .md: one point, for files under 50,000 characters",
            "llms.txt 链接 Markdown 版本，符合 llmstxt.org、a14y 和 afdocs；Dualmark 1.1 草案要求 HTML。指向各栏目 llms.txt 的链接以 .txt 结尾，"
                + "a14y 要求 .md，扣一分；换来每个文件不超过 5 万字符"),
        choice(
            "front-matter-names", en: "names in front matter", zh: "front matter 的字段名",
            costs: "twins say ‘updated’; a14y also looks for ‘last_updated’ and ‘doc_version’: two points",
            "Markdown 版本用 updated；a14y 还要找 last_updated 和 doc_version，扣两分"),
        SiteCriterion("agents-file", .low, en: "AGENTS.md", zh: "AGENTS.md") { site in
            site.paths.contains("AGENTS.md")
                ? .pass
                : .choice(
                    Message(
                        en:
                            "no AGENTS.md: a14y takes two points; a site of answers has nothing to install. Content/static/AGENTS.md "
                            + "adds one",
                        zh: "没有 AGENTS.md：a14y 扣两分；答案站没有需要安装的东西。需要时放在 Content/static/AGENTS.md"))
        },
        choice(
            "faq-markup", en: "markup of questions", zh: "问答标记",
            costs:
                "follow-up questions have no FAQPage: geo-optimizer takes 2 of 100; Google shows none since May 2026, and one "
                + "question is no FAQ",
            "追问部分不写 FAQPage：geo-optimizer 扣 2 分；Google 自 2026 年 5 月起不再展示，单个问题也不是 FAQ"),
    ]

    private static func choice(
        _ id: String, en: String, zh: String, costs english: String, _ chinese: String
    ) -> SiteCriterion {
        SiteCriterion(id, .low, en: en, zh: zh) { _ in .choice(Message(en: english, zh: chinese)) }
    }
}
