import Diagnostics

/// `llms.txt` and `llms-full.txt`: titles, notes and dates of pages.
enum IndexAgreement: SiteAgreement {
    static let formats = ["llms", "llms-full"]

    private static let title = Message(en: "title", zh: "标题")
    private static let note = Message(en: "note", zh: "说明")
    private static let date = Message(en: "date of the last change", zh: "更新日期")

    static func disagreements(_ files: [(path: String, bytes: [UInt8])], _ site: SiteSummaries) -> [Disagreement] {
        files.flatMap { file -> [Disagreement] in
            let isFull = file.path.split(separator: "/").last?.hasPrefix("llms-full") ?? false
            guard isFull else { return IndexItem.items(of: file.bytes).flatMap { item($0, file.path, site) } }
            let lines = String(decoding: file.bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            return full(lines, file.path, site)
        }
    }

    /// `- [title](url): note`.
    private static func item(_ item: IndexItem, _ file: String, _ site: SiteSummaries) -> [Disagreement] {
        let target = String(decoding: item.target, as: UTF8.self)
        guard let page = site.page(ofTwin: target) else {
            // Other indexes are no pages.
            let isIndex = target.hasSuffix(".txt") || target.split(separator: "/").last?.hasPrefix("sitemap") ?? false
            return isIndex ? [] : site.stranger(target, in: file)
        }
        var found: [Disagreement] = []
        if TextSkeleton(item.title) != TextSkeleton(page.title) {
            let stated = String(decoding: item.title, as: UTF8.self)
            if TextSkeleton(unbracketed(stated)) != TextSkeleton(page.title) {
                found.append(Disagreement(on: page.path, title, "HTML h1", page.title, file, stated))
            }
        }
        let stump = String(decoding: item.note, as: UTF8.self)
        if !isExcerpt(stump, of: page) {
            found.append(Disagreement(on: page.path, note, "HTML", page.answer ?? page.description, file, stump))
        }
        return found
    }

    /// A note and the answer or the description begin alike, or it says the date.
    private static func isExcerpt(_ note: String, of page: PageSummary) -> Bool {
        let cut = TextSkeleton(note.hasSuffix("…") ? String(note.dropLast()) : note)
        // Most notes are the beginning of the answer or the description.
        for source in [page.answer, page.description] {
            if let source, !cut.isEmpty, TextSkeleton(source).bytes.starts(with: cut.bytes) { return true }
        }
        if let modified = page.modified, note.contains(modified.prefix(10)) { return true }
        // A description may begin with the title.
        let isTitled = page.description.hasPrefix(page.title)
        let rest = page.description.dropFirst(isTitled ? page.title.count : 0).drop { !$0.isLetter && !$0.isNumber }
        let sources = [page.answer, page.description, page.title, String(rest)].compactMap { $0 }
        // Of a text of signs alone nothing is left to compare.
        if cut.isEmpty { return sources.contains { TextSkeleton($0).isEmpty } }
        return sources.contains { source in
            let whole = TextSkeleton(source.hasSuffix("…") ? String(source.dropLast()) : source).bytes
            let length = min(whole.count, cut.bytes.count)
            return length > 0 && whole.prefix(length) == cut.bytes.prefix(length)
        }
    }

    /// `# title`, `Source: url`, `Updated: date`.
    private static func full(_ lines: [Substring], _ file: String, _ site: SiteSummaries) -> [Disagreement] {
        var found: [Disagreement] = []
        for (number, line) in lines.enumerated() where line.hasPrefix("Source: ") && number > 0 {
            let url = String(line.dropFirst(8))
            guard let page = site.page(at: url) else {
                // A text may have such a line of its own.
                if lines[number - 1].isEmpty, number > 1, lines[number - 2].hasPrefix("# ") {
                    found += site.stranger(url, in: file)
                }
                continue
            }
            let heading = lines[..<number].last { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
            if let heading, TextSkeleton(heading) != TextSkeleton(page.title) {
                found.append(Disagreement(on: page.path, title, "HTML h1", page.title, file, heading))
            }
            let next = number + 1 < lines.count ? lines[number + 1] : ""
            if next.hasPrefix("Updated: "), let modified = page.modified, next.dropFirst(9) != modified {
                found.append(
                    Disagreement(on: page.path, date, "twin updated", modified, file, String(next.dropFirst(9))))
            }
        }
        return found
    }

    /// Brackets of titles are written full width, which no text otherwise needs.
    private static func unbracketed(_ title: String) -> String {
        title.replacing("［", with: "[").replacing("］", with: "]")
    }
}
