import Diagnostics
import JSON

/// The dates that a page shows, and those that programs read.
enum DateAgreement: PageAgreement {
    private static let updated = Message(en: "date of the last change", zh: "更新日期")
    private static let published = Message(en: "date of publication", zh: "发布日期")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        let nodes = page.data?.nodes ?? []
        let twin = page.twin.fields["updated"]
        var found: [Disagreement] = []
        for node in nodes where isDocument(node.member("@id")?.stringValue, page) {
            let modified = node.member("dateModified")?.stringValue
            if let modified, let twin, modified != twin {
                found.append(page.differ(updated, "twin updated", twin, "JSON-LD dateModified", modified))
            }
            found += visible(updated, "JSON-LD dateModified", modified, page)
            found += visible(published, "JSON-LD datePublished", node.member("datePublished")?.stringValue, page)
        }
        found += strangers(page, nodes)
        if nodes.isEmpty { found += visible(updated, "twin updated", twin, page) }
        let isShown = !page.html.times.isEmpty
        if let meta = page.html.meta["article:modified_time"], let twin, meta != twin, isShown {
            found.append(page.differ(updated, "twin updated", twin, "article:modified_time", meta))
        }
        return found
    }

    private static func isDocument(_ id: String?, _ page: PageProjections) -> Bool {
        guard let id, let canonical = page.html.canonical else { return false }
        return id == canonical + "#webpage" || id == canonical + "#article"
    }

    /// A date that programs read must stand on the page.
    private static func visible(_ fact: Message, _ name: String, _ date: String?, _ page: PageProjections)
        -> [Disagreement]
    {
        let opening = page.html.openingTimes
        let shown = opening.isEmpty ? page.html.times : opening
        guard let date, !shown.contains(date) else { return [] }
        return [page.differ(fact, "HTML time", shown.joined(separator: ", "), name, date)]
    }

    /// Dates at the beginning of a page that neither structured data nor the twin know.
    private static func strangers(_ page: PageProjections, _ nodes: [JSONValue]) -> [Disagreement] {
        let keys = ["datePublished", "dateModified", "lastReviewed"]
        let stated = nodes.flatMap { node in keys.compactMap { node.member($0)?.stringValue } }
        guard !stated.isEmpty else { return [] }
        return page.html.openingTimes.compactMap { time in
            let day = TextSkeleton(String(time.prefix(10)))
            guard !stated.contains(time), !page.twinText.contains(day) else { return nil }
            return page.differ(updated, "HTML time", time, "JSON-LD", stated.joined(separator: ", "))
        }
    }
}
