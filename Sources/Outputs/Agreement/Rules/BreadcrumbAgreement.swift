import Diagnostics
import JSON

/// The visible breadcrumb and the one of structured data.
enum BreadcrumbAgreement: PageAgreement {
    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        (page.data?.all("BreadcrumbList") ?? []).flatMap { list -> [Disagreement] in
            let names = (list.member("itemListElement")?.elements ?? []).compactMap { $0.member("name")?.stringValue }
            guard names.map({ TextSkeleton($0) }) != page.html.breadcrumb.map({ TextSkeleton($0) }) else { return [] }
            return [
                page.differ(
                    Message(en: "breadcrumb", zh: "面包屑"), "HTML nav", page.html.breadcrumb.joined(separator: " / "),
                    "JSON-LD", names.joined(separator: " / "))
            ]
        }
    }
}
