import Diagnostics
import JSON

/// The visible breadcrumb and the one of structured data.
enum BreadcrumbAgreement: PageAgreement {
    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        (page.data?.all("BreadcrumbList") ?? []).flatMap { list -> [Disagreement] in
            let items = list.member("itemListElement")?.elements ?? []
            let names = items.compactMap { $0.member("name")?.stringValue }
            guard names.map({ TextSkeleton($0) }) != page.html.breadcrumb.map({ TextSkeleton($0) }) else {
                return targets(items.compactMap { $0.member("item")?.stringValue }, page)
            }
            return [
                page.differ(
                    Message(en: "breadcrumb", zh: "面包屑"), "HTML nav", page.html.breadcrumb.joined(separator: " / "),
                    "JSON-LD", names.joined(separator: " / "))
            ]
        }
    }

    /// The last item is the page itself, which needs no link.
    private static func targets(_ urls: [String], _ page: PageProjections) -> [Disagreement] {
        let stated = urls.map { LinkAgreement.key($0, page) }
        var shown = page.html.breadcrumbTargets.map { LinkAgreement.key($0, page) }
        if shown.count + 1 == stated.count { shown.append(page.path) }
        guard !stated.isEmpty, stated != shown else { return [] }
        return [
            page.differ(
                Message(en: "breadcrumb", zh: "面包屑"), "HTML nav", shown.joined(separator: " / "), "JSON-LD",
                stated.joined(separator: " / "))
        ]
    }
}
