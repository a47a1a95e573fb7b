import Diagnostics
import Outputs

/// What scorers look for in the Markdown of a page. Sources: Agent-Friendly Documentation Spec 0.5.0 and afdocs 0.22; a14y 0.2.0.
enum TwinCriteria {
    private static let firstFetch = 1000

    static let all: [PageCriterion] = [
        PageCriterion(
            "twin-pointer", .medium, en: "the twin points to its index", zh: "Markdown 版本指向索引"
        ) { page in
            guard let place = pointer(in: page.projections.twinBytes) else {
                return .fail(
                    Message(en: "no link to llms.txt in the twin", zh: "Markdown 版本里没有指向 llms.txt 的链接"))
            }
            let before = place * 100 / max(page.twin.size, 1)
            return .limit(
                before, 50, 100, en: "the link to llms.txt stands in the second half of the twin",
                zh: "Markdown 版本中指向 llms.txt 的链接在后半部分")
        },
        PageCriterion(
            "content-parity", .medium, en: "the twin says what the page says", zh: "Markdown 版本与网页内容一致"
        ) { page in
            let missing = missingPercent(page)
            return .limit(
                missing, 5, 20, en: "\(missing) % of the page's text blocks are not in the twin",
                zh: "网页中有 \(missing)% 的文字段落不在 Markdown 版本中")
        },
        PageCriterion(
            "link-portability", .medium, en: "links of the twin are absolute", zh: "Markdown 版本中的链接是绝对地址"
        ) { page in
            let bad = page.twin.links.filter {
                !$0.contains("://") && !$0.hasPrefix("mailto:") && !$0.hasPrefix("tel:")
            }
            guard let first = bad.first else { return .pass }
            let message = Message(en: "‘\(first)’ is relative", zh: "“\(first)”是相对地址")
            // One from the root of the site can still be followed by who knows the site.
            return bad.allSatisfy { $0.hasPrefix("/") } ? .warn(message) : .fail(message)
        },
        PageCriterion(
            "first-fetch", .medium, en: "title, address, date and answer come first", zh: "标题、地址、日期和回答在最前面"
        ) { page in
            let head = TextSkeleton(page.startOfTwin(firstFetch))
            let needed = [page.html.canonical, page.twin.fields["updated"], page.html.heading, page.html.answer]
            let missing = needed.compactMap { $0 }.first { !head.contains(TextSkeleton($0)) }
            return .when(
                missing == nil, en: "‘\(missing ?? "")’ is not within the first \(firstFetch) characters",
                zh: "“\(missing ?? "")”不在前 \(firstFetch) 个字符之内")
        },
        PageCriterion("code-fences", .medium, en: "code fences are closed", zh: "代码围栏都已闭合") { page in
            .when(!page.twin.hasOpenFence, en: "a code fence is open", zh: "有未闭合的代码围栏")
        },
        PageCriterion("page-size-markdown", .high, en: "the twin is short enough", zh: "Markdown 版本长度合适") { page in
            let count = page.twinLength
            return .limit(
                count, 50_000, 100_000, en: "the twin has \(count) characters", zh: "Markdown 版本有 \(count) 个字符")
        },
        PageCriterion("front-matter", .low, en: "front matter is complete", zh: "front matter 完整") { page in
            let missing = ["title", "description", "canonical", "updated"].first { page.twin.fields[$0] == nil }
            return .when(
                missing == nil, en: "the twin's front matter lacks ‘\(missing ?? "")’",
                zh: "Markdown 版本缺少 \(missing ?? "")")
        },
        PageCriterion("sitemap-heading", .low, en: "the twin has a Sitemap section", zh: "Markdown 版本有 Sitemap 一节") {
            page in
            .when(
                page.twin.blocks.contains { $0.level == 2 && $0.text.elementsEqual("Sitemap".utf8) },
                en: "no heading ‘Sitemap’", zh: "没有“Sitemap”小标题")
        },
        PageCriterion("twin-is-markdown", .medium, en: "the twin is Markdown", zh: "Markdown 版本里没有网页框架") { page in
            let found = markup(page)
            if let frame = found.frame {
                return .fail(Message(en: "the twin holds an element ‘\(frame)’", zh: "Markdown 版本里有 \(frame) 元素"))
            }
            return .limit(
                found.percent, 20, 50, en: "\(found.percent) % of the twin's lines are HTML",
                zh: "Markdown 版本有 \(found.percent)% 的行是 HTML")
        },
        PageCriterion("smaller-than-html", .low, en: "the twin is smaller than the page", zh: "Markdown 版本明显比网页小") {
            page in
            .when(
                page.twin.size * 10 <= page.html.size * 7, en: "the twin is not 30 % smaller than the HTML",
                zh: "Markdown 版本没有比 HTML 小 30%")
        },
    ]

    /// Where the first link to an index ends; nil without any.
    private static func pointer(in twin: [UInt8]) -> Int? {
        twin.indices.first { index in
            twin[index] == 0x29 && index > 8 && twin[(index - 8)..<index].elementsEqual("llms.txt".utf8)
        }
    }

    /// Elements that begin a line outside code: the frame of a page, which a twin does without, or a page that is still HTML.
    private static func markup(_ page: PageUnderTest) -> (frame: String?, percent: Int) {
        var (frame, lines, marked) = (String?.none, 0, 0)
        var fence: UInt8?
        for line in page.projections.twinBytes.split(separator: 0x0A) {
            let text = line.drop { $0 == 0x20 || $0 == 0x3E }
            if let mark = text.first, mark == 0x60 || mark == 0x7E, text.prefix(while: { $0 == mark }).count >= 3 {
                fence = fence == nil ? mark : fence == mark ? nil : fence
            }
            guard fence == nil else { continue }
            lines += 1
            guard text.first == 0x3C, !text.starts(with: "<http".utf8), !text.starts(with: "<mailto:".utf8) else {
                continue
            }
            marked += 1
            frame = frame ?? ["nav", "header", "footer", "aside"].first { text.starts(with: "<\($0)".utf8) }
        }
        return (frame, marked * 100 / max(lines, 1))
    }

    /// Blocks of sentences in `main` that the twin lacks, in percent of all. Labels and buttons are no sentences.
    private static func missingPercent(_ page: PageUnderTest) -> Int {
        let twin = page.projections.twinText
        var (all, missing, place) = (0, 0, 0)
        for line in page.html.text[page.html.main].split(separator: 0x0A) where endsSentence(line) {
            all += 1
            let skeleton = TextSkeleton(line)
            // Blocks follow each other as in the twin, mostly.
            if !twin.holds(skeleton, soonAfter: &place), !twin.contains(skeleton) { missing += 1 }
        }
        return all == 0 ? 0 : missing * 100 / all
    }

    private static let wideEnds = ["。", "！", "？"].map { Array($0.utf8) }

    private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
        switch line.last {
        case 0x2E, 0x21, 0x3F: true
        case let last? where last >= 0x80: wideEnds.contains { line.suffix(3).elementsEqual($0) }
        default: false
        }
    }
}
