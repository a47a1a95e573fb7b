import Diagnostics
import JSON

/// The title, the address and the language of a page.
enum TitleAgreement: PageAgreement {
    private static let title = Message(en: "title", zh: "标题")
    private static let address = Message(en: "address", zh: "地址")
    private static let language = Message(en: "language", zh: "语言")
    private static let description = Message(en: "description", zh: "描述")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        guard let heading = page.html.heading else {
            return [page.differ(title, "HTML h1", nil, "twin", page.twin.heading)]
        }
        if let script = page.html.structuredData.first, page.data == nil {
            return [
                page.differ(
                    Message(en: "structured data", zh: "结构化数据"), "HTML h1", heading, "JSON-LD",
                    String(decoding: script, as: UTF8.self))
            ]
        }
        let web = page.data?.webPage(at: page.html.canonical)
        var titles: [(String, String?)] = [
            ("twin", page.twin.heading), ("twin title", page.twin.fields["title"]),
            ("og:title", page.html.meta["og:title"]),
            ("JSON-LD name", web?.member("name")?.stringValue),
        ]
        for node in page.data?.nodes ?? [] {
            if let headline = node.member("headline")?.stringValue { titles.append(("JSON-LD headline", headline)) }
        }
        var found = titles.flatMap { page.compare(title, "HTML h1", heading, $0.0, $0.1) }
        if let head = page.html.title, !TextSkeleton(head).contains(TextSkeleton(heading)) {
            found.append(page.differ(title, "HTML h1", heading, "HTML title", head))
        }
        let addresses = [
            ("twin canonical", page.twin.fields["canonical"]), ("og:url", page.html.meta["og:url"]),
            ("JSON-LD url", web?.member("url")?.stringValue),
        ]
        found += addresses.filter { $0.1 != nil && $0.1 != page.html.canonical }
            .map { page.differ(address, "HTML canonical", page.html.canonical, $0.0, $0.1) }
        found += page.compare(language, "HTML lang", page.html.language, "twin language", page.twin.fields["language"])
        for node in page.data?.nodes ?? [] where isOwn(node, page) {
            found += page.compare(
                language, "HTML lang", page.html.language, "JSON-LD inLanguage",
                node.member("inLanguage")?.stringValue)
        }
        for (name, text) in [
            ("og:description", page.html.meta["og:description"]),
            ("JSON-LD description", web?.member("description")?.stringValue),
        ] {
            found += page.compare(description, "HTML description", page.html.meta["description"], name, text)
        }
        // The twin's may be cut shorter.
        if let stated = page.twin.fields["description"], let whole = page.html.meta["description"] {
            let cut = TextSkeleton(stated.hasSuffix("…") ? String(stated.dropLast()) : stated)
            if !TextSkeleton(whole).bytes.starts(with: cut.bytes) {
                found.append(page.differ(description, "HTML description", whole, "twin description", stated))
            }
        }
        return found
    }

    /// Whether a node is a part of the page, and not of the site.
    private static func isOwn(_ node: JSONValue, _ page: PageProjections) -> Bool {
        guard let id = node.member("@id")?.stringValue, let canonical = page.html.canonical else { return false }
        return id.hasPrefix(canonical + "#")
    }
}
