import Diagnostics

/// Links of the twin: each leads where a link of the page leads, in its text or in its head.
enum LinkAgreement: PageAgreement {
    private static let fact = Message(en: "link", zh: "链接")

    static func disagreements(_ page: PageProjections) -> [Disagreement] { ofTwin(page) + ofPage(page) }

    /// The other way round: a link of the page that the twin has under the same words, but that leads elsewhere. Pages have links
    /// of their own for people.
    private static func ofPage(_ page: PageProjections) -> [Disagreement] {
        let known = Set(page.twinLinkKeys)
        return zip(page.html.links, page.linkKeys).compactMap { link, key in
            guard link.isInMain, link.target.utf8.first != 0x23, !known.contains(key) else { return nil }
            let text = TextSkeleton(link.text)
            guard !text.isEmpty, let position = page.twin.linkTexts.firstIndex(of: text) else { return nil }
            return page.differ(fact, "HTML", link.target, "twin", page.twin.links[position])
        }
    }

    private static func ofTwin(_ page: PageProjections) -> [Disagreement] {
        let others = page.html.headLinks.map(\.target) + page.html.images
        let onPage = Set(page.linkKeys)
        let besideText = Set(others.map { Self.key($0, page) })
        // A pointer for programs, as the one in robots.txt is.
        var seen: Set<String> = ["/sitemap"]
        return zip(page.twin.links, page.twinLinkKeys).compactMap { target, key in
            guard !onPage.contains(key), !besideText.contains(key), key != page.path, seen.insert(key).inserted
            else { return nil }
            return page.differ(fact, "twin", target, "HTML", nil)
        }
    }

    /// A path of this site without its fragment, of a twin that of its page; any other URL as it is.
    static func key(_ target: String, _ page: PageProjections) -> String { key(target, page.baseURL) }

    static func key(_ target: String, _ baseURL: String) -> String {
        var path = target.utf8[...]
        if path.starts(with: baseURL.utf8) { path = path.dropFirst(baseURL.utf8.count) }
        guard path.first == nil || path.first == 0x2F else { return unescaped(target.utf8[...]) }
        if let fragment = path.firstIndex(of: 0x23) { path = path[..<fragment] }
        let queryStart = path.firstIndex(of: 0x3F) ?? path.endIndex
        let query = path[queryStart...]
        path = path[..<queryStart]
        if path.suffix(3).elementsEqual(".md".utf8) {
            path = path.suffix(9).elementsEqual("/index.md".utf8) ? path.dropLast(8) : path.dropLast(3)
        }
        let plain = path.isEmpty ? "/" : unescaped(path)
        return query.isEmpty ? plain : plain + String(Substring(query))
    }

    /// Two projections need not escape the same characters.
    private static func unescaped(_ text: Substring.UTF8View) -> String {
        guard text.contains(0x25) else { return String(Substring(text)) }
        let bytes = Array(text)
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let digits = bytes[index] == 0x25 && index + 2 < bytes.count ? bytes[index + 1...index + 2] : []
            if let byte = digits.isEmpty ? nil : UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
                plain.append(byte)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
