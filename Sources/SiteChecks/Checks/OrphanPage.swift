package import Diagnostics
import SiteModel

/// Pages that only lists lead to: nobody who reads another page learns of them.
package enum OrphanPage: WholeSiteCheck {
    package static let code = DiagnosticCode(
        "page/orphan", .warning,
        en:
            "No other page links to this one or names it in `related`, and it belongs to no topic: only the list of its section leads there.",
        zh: "没有其他页面链接到这一页，也没有页面把它列入 related，它又不属于任何主题：只有栏目列表能找到它。",
        wrong: "related: []   # on every page", right: "related: [guides/start]   # on a page about the same")

    /// Found by lists, navigation or automatic links.
    private static let free: Set<String> = [
        "home", "hub", "trust", "glossary-term", "model", "prices", "status", "not-found",
    ]

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        let reached = reached(site)
        return site.pages.compactMap { page in
            let header = page.header
            guard !free.contains(header.kind), header.topic == nil, !header.isHiddenFromMachines,
                !reached[page.index.position]
            else { return nil }
            return Diagnostic(
                code, at: page.place(.title),
                Message(en: "no other page leads to ‘\(header.id.text)’", zh: "没有其他页面通向“\(header.id.text)”"),
                hint: Message(
                    en: "link to it, add it to ‘related’ of a page, or give it a topic",
                    zh: "请在其他页面链接它、列入 related，或为它设置 topic"))
        }
    }

    private static func reached(_ site: CheckedSite) -> [Bool] {
        var reached = [Bool](repeating: false, count: site.site.headers.count)
        for page in site.pages {
            for target in Connections.targets(of: page, in: site.site) where target != page.index {
                reached[target.position] = true
            }
        }
        return reached
    }
}
