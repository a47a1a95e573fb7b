import Diagnostics

/// What search shows of a page: title and short answer as on the page.
enum SearchAgreement: SiteAgreement {
    static let formats = ["search"]

    static func disagreements(_ files: [(path: String, bytes: [UInt8])], _ site: SiteSummaries) -> [Disagreement] {
        let byPath = Dictionary(site.pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        return files.filter { $0.path.hasPrefix("search/text/") }.flatMap { file in
            file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).split(separator: []).flatMap {
                lines -> [Disagreement] in
                let head = (lines.first ?? []).split(separator: 0x09, maxSplits: 1)
                guard head.count == 2, let page = byPath[String(decoding: head[0], as: UTF8.self)] else { return [] }
                return check(page, title: head[1], lines.dropFirst(), file.path)
            }
        }
    }

    private static func check(
        _ page: PageSummary, title: ArraySlice<UInt8>, _ lines: ArraySlice<ArraySlice<UInt8>>, _ file: String
    ) -> [Disagreement] {
        var found: [Disagreement] = []
        if TextSkeleton(title) != TextSkeleton(page.title) {
            found.append(
                Disagreement(
                    on: page.path, Message(en: "title", zh: "标题"), "HTML h1", page.title, file,
                    String(decoding: title, as: UTF8.self)))
        }
        let answers = lines.filter { $0.first == SearchDocument.Rank.answer.digit }.map { $0.dropFirst() }
        if let answer = page.answer, !answers.contains(where: { TextSkeleton($0) == TextSkeleton(answer) }) {
            found.append(
                Disagreement(
                    on: page.path, Message(en: "short answer", zh: "简短回答"), "HTML #answer", answer, file,
                    answers.first.map { String(decoding: $0, as: UTF8.self) }))
        }
        return found
    }
}
