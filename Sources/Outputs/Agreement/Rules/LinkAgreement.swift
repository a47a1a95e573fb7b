import Diagnostics

/// Links of the twin: each leads where a link of the page leads, in its text or in its head.
enum LinkAgreement: PageAgreement {
    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        let targets = page.html.links.map(\.target) + page.html.headLinks.map(\.target) + page.html.images
        let onPage = Set(targets.map { Self.key($0, page) })
        // A pointer for programs, as the one in robots.txt is.
        var seen: Set<String> = ["/sitemap"]
        return page.twin.links.compactMap { target in
            let key = Self.key(target, page)
            guard !onPage.contains(key), key != page.path, seen.insert(key).inserted else { return nil }
            return page.differ(Message(en: "link", zh: "链接"), "twin", target, "HTML", nil)
        }
    }

    /// A path of this site without its fragment, of a twin that of its page; any other URL as it is.
    static func key(_ target: String, _ page: PageProjections) -> String {
        var path = target[...]
        if target.hasPrefix(page.baseURL) { path = path.dropFirst(page.baseURL.count) }
        guard path.isEmpty || path.hasPrefix("/") else { return unescaped(target[...]) }
        path = path.prefix { $0 != "#" }
        let query = path.firstIndex(of: "?").map { path[$0...] } ?? ""
        path = path.dropLast(query.count)
        if path.hasSuffix("/index.md") {
            path = path.dropLast(8)
        } else if path.hasSuffix(".md") {
            path = path.dropLast(3)
        }
        return (path.isEmpty ? "/" : unescaped(path)) + query
    }

    /// Two projections need not escape the same characters.
    private static func unescaped(_ text: Substring) -> String {
        guard text.utf8.contains(0x25) else { return String(text) }
        let bytes = Array(text.utf8)
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
