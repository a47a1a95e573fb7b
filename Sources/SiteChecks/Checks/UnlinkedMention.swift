package import Diagnostics
import SiteModel

/// Titles of other pages that stand in a text without a link to the page.
package enum UnlinkedMention: WholeSiteCheck {
    package static let code = DiagnosticCode(
        "link/unlinked-mention", .warning,
        en:
            "A text names another page by its title, or the site's own price or status page, but nothing on the page leads there.",
        zh: "正文写出了另一个页面的标题，或提到本站的价格页、状态页，但页面上没有通向它的链接。",
        wrong: "详见《怎样选择中转站》。", right: "详见[怎样选择中转站](/answers/how-to-choose-a-relay)。")

    /// A shorter title may well be a plain word.
    private static let leastBytes = 21
    private static let ownPages = [
        ("prices", ["本站价格页", "本站的价格页", "我们的价格页", "our price page", "our pricing page"]),
        ("status", ["本站状态页", "本站的状态页", "我们的状态页", "our status page"]),
    ]

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        site.site.settings.languages.flatMap { language -> [Diagnostic] in
            let names = names(in: site.site, language.code)
            guard !names.isEmpty else { return [] }
            return site.pages(in: language.code).flatMap {
                Repetition.bounded(mistakes(on: $0, names, site.site), in: site.ground)
            }
        }
    }

    private static func names(in site: Site, _ language: String) -> NameTable {
        var names = NameTable()
        for (position, header) in site.headers.enumerated() where header.languageCode == language {
            let page = PageIndex(position)
            let title = header.title.trimmingEnd()
            if title.utf8.count >= leastBytes, title.contains(where: { $0 == " " || !$0.isASCII }) {
                names.add(title, of: page)
            }
            for (kind, phrases) in ownPages where header.kind == kind {
                for phrase in phrases { names.add(phrase, of: page) }
            }
        }
        return names
    }

    private static func mistakes(on page: CheckedPage, _ names: NameTable, _ site: Site) -> [Diagnostic] {
        var known: Set<PageIndex>?
        var found: [Diagnostic] = []
        for text in page.texts where text.role != .title && text.role != .question && text.role != .description {
            let prose = text.prose
            for index in prose.indices where prose[index] > CheckedText.unseen && prose[index] & 0xC0 != 0x80 {
                guard let name = names.name(in: prose, at: index) else { continue }
                if known == nil { known = Set(Connections.targets(of: page, in: site) + [page.index]) }
                guard known?.insert(name.page).inserted == true else { continue }
                let words = text.words(index..<name.end)
                let address = site.headers[name.page.position].address.path
                found.append(
                    Diagnostic(
                        code, at: text.place(index..<name.end),
                        Message(en: "‘\(words)’ names a page without a link", zh: "“\(words)”提到了另一个页面，没有链接"),
                        hint: Message(en: "link to \(address)", zh: "请链接到 \(address)")))
            }
        }
        return found
    }
}

extension String {
    /// Without the signs that end a title.
    fileprivate func trimmingEnd() -> String {
        var text = self[...]
        while let last = text.last, last == "?" || last == "？" || last == " " || last == "!" || last == "！" {
            text = text.dropLast()
        }
        return String(text)
    }
}
