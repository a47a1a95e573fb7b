package import Diagnostics
import Outputs
import SiteModel

/// Addresses that were published and would answer 404 now: somebody has them in bookmarks, links and answers. A page, an alias, a
/// redirect or an entry of status 410 answers; so does the host for a page that expired.
enum VanishedAddresses {
    static func mistakes(
        _ published: ContentManifest, _ current: ContentManifest, _ site: Site
    ) -> [Diagnostic] {
        var answered = Set(site.headers.map(\.address.key))
        for redirect in site.redirects { answered.insert(SiteAddress(redirect.from).key) }
        for page in site.withheld.all where page.isExpired { answered.insert(SiteAddress(page.path).key) }
        for file in site.staticFiles { answered.insert(SiteAddress("/" + file.path).key) }
        let known = Set(published.entries.map(\.url))
        // A page with the same words that was not there before is most likely the same page.
        var successors: [String: String] = [:]
        for entry in current.entries where !known.contains(entry.url) { successors[entry.hash] = path(of: entry.url) }
        let old = published.entries.map { (url: $0.url, successor: successors[$0.hash]) }
        let former = published.former.map { (url: $0, successor: String?.none) }
        return (old + former).compactMap { address in
            let path = path(of: address.url)
            guard !answered.contains(SiteAddress(path).key), !isPart(path, of: site) else { return nil }
            return diagnostic(path, successor: address.successor, site.withheld.page(at: path))
        }
    }

    /// Whether it was a further part of a hub that is still there: lists grow and shrink.
    private static func isPart(_ path: String, of site: Site) -> Bool {
        guard let cut = path.firstRange(of: "/page/"), path[cut.upperBound...].allSatisfy({ $0.isNumber || $0 == "/" })
        else { return false }
        return site.index.page(at: path[..<cut.lowerBound] + "/").map { site.headers[$0.position].kind == "hub" }
            ?? false
    }

    private static func diagnostic(_ path: String, successor: String?, _ withheld: WithheldPage?) -> Diagnostic {
        let place = SourceLocation(file: withheld?.source ?? "Content/redirects.yaml")
        let reason = withheld?.message.map {
            Message(en: ": \($0.english)", zh: "：\($0.chinese)")
        }
        let target = successor ?? "/…"
        return Diagnostic(
            .vanishedAddress, at: place,
            Message(
                en: "\(path) was published and would answer 404 now\(reason?.english ?? "")",
                zh: "\(path) 曾经发布，现在会返回 404\(reason?.chinese ?? "")"),
            hint: Message(
                en: "say what became of it in Content/redirects.yaml: ‘- {from: \(path), to: \(target)}’, or "
                    + "‘- {from: \(path), status: 410, reason: …}’ when nothing takes its place",
                zh: "请在 Content/redirects.yaml 中说明去向：- {from: \(path), to: \(target)}；"
                    + "如果没有替代页面，写 - {from: \(path), status: 410, reason: …}"))
    }

    /// The site may have moved to another host since.
    private static func path(of url: String) -> String {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.count > 3 ? "/" + parts[3] : "/"
    }
}

extension DiagnosticCode {
    package static let vanishedAddress = DiagnosticCode(
        "address/vanished",
        en:
            "An address that was published, as .citable/published.json remembers, would answer 404 now. Links, bookmarks and "
            + "answers still name it: let a redirect or an alias lead on, or say by an entry of status 410 that it was withdrawn, and why.",
        zh: "曾经发布的地址（记录在 .citable/published.json 中）现在会返回 404。链接、书签和引擎的回答仍在使用它：请用重定向或别名指向新地址，或用状态码 410 的条目说明已撤下及原因。",
        wrong: "git rm Content/zh/guides/old.md",
        right: "- {from: /guides/old, to: /guides/new}\n- {from: /guides/past, status: 410, reason: the service ended}")
}
