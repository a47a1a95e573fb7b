import Diagnostics
import JSON

/// The related pages: what JSON-LD names, page and twin link.
enum RelatedAgreement: PageAgreement {
    private static let fact = Message(en: "related page", zh: "相关页面")

    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        let named = page.data?.webPage(at: page.html.canonical)?.member("relatedLink")?.elements ?? []
        guard !named.isEmpty else { return [] }
        let inTwin = Set(page.twinLinkKeys)
        return named.compactMap(\.stringValue).flatMap { url -> [Disagreement] in
            let key = LinkAgreement.key(url, page)
            var found: [Disagreement] = []
            if !page.linkKeys.contains(key) { found.append(page.differ(fact, "JSON-LD relatedLink", url, "HTML", nil)) }
            if !inTwin.contains(key) { found.append(page.differ(fact, "JSON-LD relatedLink", url, "twin", nil)) }
            return found
        }
    }
}
