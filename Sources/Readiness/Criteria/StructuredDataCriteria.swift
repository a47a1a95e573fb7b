import Diagnostics
import JSON
import Outputs
import SiteModel

/// What scorers look for in structured data. Sources: a14y 0.2.0; geo-optimizer 4.19; citation-ready.
enum StructuredDataCriteria {
    static let all: [PageCriterion] = [
        PageCriterion("json-ld", .high, en: "JSON-LD that parses", zh: "JSON-LD 可以解析") { page in
            .when(page.projections.data != nil, en: "no JSON-LD that parses", zh: "没有可以解析的 JSON-LD")
        },
        PageCriterion("rich-types", .medium, en: "a type with five properties", zh: "有属性不少于五个的类型") { page in
            .when(
                nodes(page).contains { ($0.members?.count ?? 0) >= 7 }, en: "no node has five properties",
                zh: "没有节点有五个属性")
        },
        PageCriterion("organization", .medium, en: "Organization and WebSite", zh: "Organization 与 WebSite") { page in
            let data = page.projections.data
            return .when(
                data?.all("Organization").isEmpty == false && data?.all("WebSite").isEmpty == false,
                en: "one is missing",
                zh: "缺少其一")
        },
        PageCriterion("date-modified", .high, en: "a date of the last change", zh: "有最后修改日期") { page in
            let date = nodes(page).compactMap { $0.member("dateModified")?.stringValue }.first
            guard let date else { return .fail(Message(en: "no dateModified", zh: "没有 dateModified")) }
            return .when(Moment(date) != nil, en: "‘\(date)’ is no date", zh: "“\(date)”不是日期")
        },
        PageCriterion("author", .medium, en: "an author", zh: "有作者") { page in
            .when(
                nodes(page).contains { $0.member("author") != nil || $0.member("publisher") != nil },
                en: "nobody is named",
                zh: "没有写明作者")
        },
        PageCriterion("breadcrumb", .medium, en: "a breadcrumb", zh: "有面包屑") { page in
            if page.kind == "home" || page.kind == "not-found" { return .notApplicable }
            return .when(
                page.projections.data?.all("BreadcrumbList").isEmpty == false, en: "no BreadcrumbList",
                zh: "没有 BreadcrumbList")
        },
        PageCriterion("references", .medium, en: "references resolve", zh: "引用都能解析") { page in
            guard let data = page.projections.data else { return .notApplicable }
            let open = data.openReferences.first
            return .when(open == nil, en: "\(open ?? "") is not on the page", zh: "页面上没有 \(open ?? "")")
        },
    ]

    private static func nodes(_ page: PageUnderTest) -> [JSONValue] { page.projections.data?.nodes ?? [] }
}
