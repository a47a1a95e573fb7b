import Diagnostics
import Outputs

/// What scorers look for in the HTML of a page. Sources: a14y 0.2.0; Agent-Friendly Documentation Spec 0.5.0; geo-optimizer 4.19.
enum MarkupCriteria {
    private static let glossaryWords = [FoldedWord("glossary"), FoldedWord("terminology"), FoldedWord("术语")]

    static let all: [PageCriterion] = [
        PageCriterion("index-pointer", .high, en: "the page points to llms.txt", zh: "网页正文指向 llms.txt") { page in
            let link = page.html.links.first { $0.target.hasSuffix("llms.txt") && $0.isInMain }
            guard let link else {
                return .fail(Message(en: "no visible link to llms.txt", zh: "正文里没有指向 llms.txt 的可见链接"))
            }
            let place = page.mainSkeleton.range(of: TextSkeleton(link.text))?.lowerBound ?? 0
            return .limit(
                place * 100 / max(page.mainSkeleton.bytes.count, 1), 50, 100,
                en: "the link to llms.txt stands in the second half",
                zh: "指向 llms.txt 的链接在后半部分")
        },
        PageCriterion("rendered-on-server", .critical, en: "the text needs no script", zh: "不执行脚本也有正文") { page in
            let words = page.measure.words
            return .when(
                words >= (page.isList ? 10 : 50), en: "\(words) words without scripts", zh: "不执行脚本时只有约 \(words) 个词")
        },
        PageCriterion("page-size-html", .high, en: "the page's text is short enough", zh: "网页文字长度合适") { page in
            let count = page.measure.characters
            return .limit(count, 50_000, 100_000, en: "\(count) characters of text", zh: "正文有 \(count) 个字符")
        },
        PageCriterion("page-size-transfer", .low, en: "the file is small", zh: "文件不大") { page in
            .limit(
                page.html.size / 1024, 512, 1024, en: "\(page.html.size / 1024) KiB", zh: "\(page.html.size / 1024) KiB"
            )
        },
        PageCriterion("content-start", .medium, en: "content begins early", zh: "正文出现得早") { page in
            let before = page.html.main.lowerBound * 100 / max(page.html.text.count, 1)
            return .limit(
                before, 10, 50, en: "\(before) % of the text stands before ‘main’", zh: "main 之前已有 \(before)% 的文字")
        },
        PageCriterion("text-ratio", .medium, en: "enough of the file is text", zh: "文件中文字占比足够") { page in
            let percent = page.html.text.count * 100 / max(page.html.size, 1)
            return .when(percent > 15, en: "\(percent) % of the HTML is visible text", zh: "可见文字只占 HTML 的 \(percent)%")
        },
        PageCriterion("canonical", .high, en: "an absolute canonical address", zh: "绝对的规范地址") { page in
            .when(
                page.html.canonical?.hasPrefix("https://") ?? false, en: "no absolute canonical address",
                zh: "没有绝对的 canonical")
        },
        PageCriterion("description", .medium, en: "a description of 50 characters", zh: "描述长度足够") { page in
            let text = page.html.meta["description"] ?? ""
            // A Han character says as much as two letters.
            let length = text.count + TextMeasure(text).han
            return .when(length >= 50, en: "the description counts \(length) characters", zh: "描述折合 \(length) 个字符")
        },
        PageCriterion("open-graph", .low, en: "og:title and og:description", zh: "og:title 与 og:description") { page in
            .when(
                page.html.meta["og:title"] != nil && page.html.meta["og:description"] != nil, en: "one is missing",
                zh: "缺少其一")
        },
        PageCriterion("language", .medium, en: "a language", zh: "标明语言") { page in
            .when(!(page.html.language ?? "").isEmpty, en: "html has no lang", zh: "html 没有 lang")
        },
        PageCriterion("viewport", .low, en: "a viewport", zh: "viewport") { page in
            .when(page.html.meta["viewport"] != nil, en: "no viewport", zh: "没有 viewport")
        },
        PageCriterion("one-h1", .medium, en: "exactly one h1", zh: "只有一个 h1") { page in
            let count = page.html.headings.count { $0.level == 1 }
            return .when(count == 1, en: "\(count) h1", zh: "有 \(count) 个 h1")
        },
        PageCriterion("headings", .medium, en: "three headings without gaps", zh: "至少三个标题，层级不跳") { page in
            let levels = page.html.headings.map(\.level)
            if zip(levels, levels.dropFirst()).contains(where: { $1 > $0 + 1 }) {
                return .fail(Message(en: "a heading skips a level", zh: "标题层级有跳跃"))
            }
            return .when(levels.count { $0 <= 3 } >= 3, en: "\(levels.count) headings", zh: "只有 \(levels.count) 个标题")
        },
        PageCriterion("alternatives", .medium, en: "images have alternatives", zh: "图片有替代文字") { page in
            page.html.alternatives.isEmpty
                ? .notApplicable
                : .when(!page.html.alternatives.contains(nil), en: "an image has no alt", zh: "有图片缺少 alt")
        },
        PageCriterion("code-language", .low, en: "code names its language", zh: "代码块标明语言") { page in
            page.html.codeClasses.isEmpty
                ? .notApplicable
                : .when(
                    page.html.codeClasses.allSatisfy { $0.contains("language-") }, en: "a code block names no language",
                    zh: "有代码块没有标明语言")
        },
        PageCriterion("twin-link", .high, en: "the head links the twin", zh: "head 中链接了 Markdown 版本") { page in
            .when(
                page.html.headLinks.contains { $0.relation == "alternate" && $0.type == "text/markdown" },
                en: "no link rel=alternate type=text/markdown", zh: "没有 rel=alternate type=text/markdown 的链接")
        },
        PageCriterion("glossary-link", .low, en: "a link to the glossary", zh: "有指向术语表的链接") { page in
            let hasLink = page.html.links.contains { link in glossaryWords.contains { $0.stands(in: link.text) } }
            return .when(hasLink, en: "no link says ‘glossary’", zh: "没有写明“术语表”的链接")
        },
        PageCriterion("indexable", .high, en: "the page may be indexed", zh: "允许收录") { page in
            let words = (page.html.meta["robots"] ?? "").lowercased()
            let bad = ["noindex", "nosnippet", "noai", "noimageai", "none", "max-snippet:0", "noarchive"].first {
                words.contains($0)
            }
            return .when(bad == nil, en: "robots says \(bad ?? "")", zh: "robots 写了 \(bad ?? "")")
        },
    ]
}
