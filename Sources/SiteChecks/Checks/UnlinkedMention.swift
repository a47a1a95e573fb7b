package import Diagnostics
import SiteModel

/// Titles of other pages that stand in a text without a link to the page.
package enum UnlinkedMention: SiteCheck {
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

    private struct Name {
        let bytes: [UInt8]
        let page: PageIndex
    }

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        site.site.settings.languages.flatMap { language -> [Diagnostic] in
            let names = names(in: site.site, language.code)
            guard !names.isEmpty else { return [] }
            return site.pages(in: language.code).flatMap { mistakes(on: $0, names, site.site) }
        }
    }

    /// By the hash of their first four bytes.
    private static func names(in site: Site, _ language: String) -> [[Name]] {
        var names: [Name] = []
        for (position, header) in site.headers.enumerated() where header.languageCode == language {
            let page = PageIndex(position)
            let title = header.title.trimmingEnd()
            if title.utf8.count >= leastBytes, title.contains(where: { $0 == " " || !$0.isASCII }) {
                names.append(Name(bytes: Array(title.utf8), page: page))
            }
            for (kind, phrases) in ownPages where header.kind == kind {
                names += phrases.map { Name(bytes: Array($0.utf8), page: page) }
            }
        }
        guard !names.isEmpty else { return [] }
        var table = [[Name]](repeating: [], count: 65_536)
        for name in names { table[hash(name.bytes, 0)].append(name) }
        return table
    }

    private static func hash(_ bytes: [UInt8], _ start: Int) -> Int {
        var value: UInt32 = 0
        for offset in 0..<4 { value = value << 8 | UInt32(Letters.lower(bytes[start + offset])) }
        return Int((value &* 2_654_435_761) >> 16)
    }

    private static func mistakes(on page: CheckedPage, _ names: [[Name]], _ site: Site) -> [Diagnostic] {
        var known: Set<PageIndex>?
        var found: [Diagnostic] = []
        for text in page.texts where text.role != .title && text.role != .question && text.role != .description {
            let prose = text.prose
            var index = 0
            while index + 4 <= prose.count {
                defer { index += 1 }
                guard prose[index] > CheckedText.unseen, prose[index] & 0xC0 != 0x80 else { continue }
                let candidates = names[hash(prose, index)]
                guard !candidates.isEmpty, let name = candidates.first(where: { matches($0.bytes, prose, index) })
                else {
                    continue
                }
                if known == nil { known = Set(Connections.targets(of: page, in: site) + [page.index]) }
                guard known?.insert(name.page).inserted == true else { continue }
                let range = index..<index + name.bytes.count
                let address = site.headers[name.page.position].address.path
                found.append(
                    Diagnostic(
                        code, at: text.place(range),
                        Message(
                            en: "‘\(text.words(range))’ names a page without a link",
                            zh: "“\(text.words(range))”提到了另一个页面，没有链接"),
                        hint: Message(en: "link to \(address)", zh: "请链接到 \(address)")))
            }
        }
        return found
    }

    private static func matches(_ name: [UInt8], _ prose: [UInt8], _ start: Int) -> Bool {
        let end = start + name.count
        guard end <= prose.count else { return false }
        for offset in name.indices where Letters.lower(prose[start + offset]) != Letters.lower(name[offset]) {
            return false
        }
        if start > 0, Letters.isWord(prose[start - 1]), Letters.isWord(prose[start]) { return false }
        return end == prose.count || !(Letters.isWord(prose[end]) && Letters.isWord(prose[end - 1]))
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
