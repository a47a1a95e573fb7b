package import Diagnostics
import SiteModel

/// Paragraphs that stand on several pages word for word.
package enum BoilerplateText: WholeSiteCheck {
    package static let code = DiagnosticCode(
        "text/boilerplate", .warning,
        en:
            "A paragraph stands on several pages word for word. Said once in Content/shared and named by `notes`, it is mended in one place.",
        zh: "同一段文字原样出现在多个页面。写进 Content/shared 并用 notes 引用，以后只需改一处。",
        wrong: "本页内容由编辑部定期审核，……   # in the body of many pages",
        right: "notes: [review]   # Content/shared/zh/review.md")

    /// Fewer words are a turn of speech; a Han character counts as one.
    private static let leastLength = 40
    private static let leastPages = 3
    private static let shownPlaces = 3

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        site.site.settings.languages.flatMap { mistakes(among: site.pages(in: $0.code)) }
    }

    private static func mistakes(among pages: [CheckedPage]) -> [Diagnostic] {
        var places: [String: [(page: Int, text: CheckedText, block: CheckedText.Block)]] = [:]
        for (number, page) in pages.enumerated() {
            for text in page.texts {
                for block in text.blocks where block.kind != .row && block.range.count >= leastLength {
                    let count = Letters.count(text.prose, block.range)
                    guard count.han + count.words >= leastLength else { continue }
                    let key = text.words(block.range)
                    if places[key]?.last?.page != number { places[key, default: []].append((number, text, block)) }
                }
            }
        }
        let repeated = places.values.filter { $0.count >= leastPages }.sorted {
            ($0[0].page, $0[0].text.start, $0[0].block.range.lowerBound)
                < ($1[0].page, $1[0].text.start, $1[0].block.range.lowerBound)
        }
        return repeated.map { all in
            let rest = all.dropFirst().prefix(shownPlaces)
            return Diagnostic(
                code, at: all[0].text.place(start(all[0].block)),
                Message(en: "this paragraph stands on \(all.count) pages", zh: "这一段原样出现在 \(all.count) 个页面"),
                hint: Message(
                    en: "say it once in Content/shared and name it in ‘notes’", zh: "请写进 Content/shared，并在 notes 中引用"),
                notes: rest.map {
                    DiagnosticNote(at: $0.text.place(start($0.block)), Message(en: "here as well", zh: "这里也有"))
                })
        }
    }

    private static func start(_ block: CheckedText.Block) -> Range<Int> {
        block.range.lowerBound..<block.range.lowerBound + 1
    }
}
