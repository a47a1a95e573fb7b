import Diagnostics
import JSON
import SiteModel

/// Feeds: title, date and text of each entry.
enum FeedAgreement: SiteAgreement {
    static let formats = ["feeds"]

    private struct Entry {
        var url = ""
        /// Where it leads, when that is said beside its name.
        var link = ""
        var title = ""
        var updated = ""
        var text = ""
    }

    static func disagreements(_ files: [(path: String, bytes: [UInt8])], _ site: SiteSummaries) -> [Disagreement] {
        files.flatMap { file in
            let entries = file.path.hasSuffix(".json") ? json(file.bytes, file.path) : atom(file.bytes)
            return entries.flatMap { check($0, file.path, site) }
        }
    }

    private static func check(_ entry: Entry, _ file: String, _ site: SiteSummaries) -> [Disagreement] {
        let parts = entry.url.split(separator: "#", maxSplits: 1)
        if parts.count == 2, parts[1].hasPrefix(PageChange.idStart) {
            return site.page(at: String(parts[0])).map { check(entry, change: String(parts[1]), of: $0, file) } ?? []
        }
        guard let page = site.page(at: entry.url) else { return site.stranger(entry.url, in: file) }
        var found: [Disagreement] = []
        if !entry.link.isEmpty, entry.link != entry.url {
            found.append(
                Disagreement(on: page.path, Message(en: "link", zh: "链接"), "HTML", entry.url, file, entry.link))
        }
        if TextSkeleton(entry.title) != TextSkeleton(page.title) {
            found.append(
                Disagreement(on: page.path, Message(en: "title", zh: "标题"), "HTML h1", page.title, file, entry.title))
        }
        if let modified = page.modified, entry.updated.prefix(10) != modified.prefix(10) {
            found.append(
                Disagreement(
                    on: page.path, Message(en: "date of the last change", zh: "更新日期"), "twin updated", modified, file,
                    entry.updated))
        }
        if let answer = page.answer, TextSkeleton(entry.text) != TextSkeleton(answer) {
            found.append(
                Disagreement(
                    on: page.path, Message(en: "short answer", zh: "简短回答"), "HTML #answer", answer, file, entry.text))
        }
        return found
    }

    /// An entry that tells of a change: the page shows it, with that date.
    private static func check(_ entry: Entry, change: String, of page: PageSummary, _ file: String) -> [Disagreement] {
        let shown = page.changes[change]
        let isAlike = shown.map {
            TextSkeleton($0).contains(TextSkeleton(entry.text)) && $0.hasPrefix(entry.updated.prefix(10))
        }
        if isAlike == true { return [] }
        return [
            Disagreement(
                on: page.path, Message(en: "what changed", zh: "更新记录"), "HTML #" + change, shown, file,
                entry.updated.prefix(10) + " " + entry.text)
        ]
    }

    private static func json(_ bytes: [UInt8], _ path: String) -> [Entry] {
        let root = JSONParser.parse(SourceFile(path: path, bytes: bytes)).root
        return (root?.member("items")?.elements ?? []).map { item in
            Entry(
                url: item.member("id")?.stringValue ?? "", link: item.member("url")?.stringValue ?? "",
                title: item.member("title")?.stringValue ?? "",
                updated: item.member("date_modified")?.stringValue ?? "",
                text: item.member("content_text")?.stringValue ?? "")
        }
    }

    private static func atom(_ bytes: [UInt8]) -> [Entry] {
        var scanner = MarkupScanner(bytes)
        var entries: [Entry] = []
        var entry: Entry?
        var text = ""
        while let event = scanner.next() {
            switch event {
            case .start(let tag):
                if tag.name == entryName { entry = Entry() }
                if tag.name == linkName, let target = scanner.attribute("href", of: tag) { entry?.link = target }
                text = ""
            case .text(let range): text += scanner.decoded(range)
            case .end(let name):
                switch name {
                case entryName:
                    if let entry { entries.append(entry) }
                    entry = nil
                case idName: entry?.url = text
                case MarkupNames.title: entry?.title = text
                case updatedName: entry?.updated = text
                case summaryName: entry?.text = text
                default: break
                }
                text = ""
            }
        }
        return entries
    }

    private static let entryName = TagName("entry")
    private static let idName = TagName("id")
    private static let updatedName = TagName("updated")
    private static let linkName = TagName("link")
    private static let summaryName = TagName("summary")
}
