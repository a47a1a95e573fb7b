import Diagnostics
import Outputs

/// What scorers look for in the build of a page. Sources: Agent-Friendly Documentation Spec 0.5.0; a14y 0.2.0; geo-optimizer 4.19.
enum ShapeCriteria {
    static let all: [PageCriterion] = [
        PageCriterion("tabs", .medium, en: "all variants in tabs can be read at once", zh: "选项卡内容可以一次读完") { page in
            guard page.html.hasTabs else { return .notApplicable }
            let count = page.twinLength
            return .limit(
                count, 50_000, 100_000, en: "with all tabs, the page has \(count) characters",
                zh: "展开全部选项卡后有 \(count) 个字符")
        },
        PageCriterion("section-headers", .medium, en: "headings tell sections apart", zh: "小标题能区分各节") { page in
            let texts = page.html.headings.filter { $0.level > 1 }.map(\.text)
            guard texts.count > 1 else { return .notApplicable }
            var seen: Set<String> = []
            let repeated = texts.filter { !seen.insert($0).inserted }
            return .share(
                repeated.count, of: texts.count, 25, 50,
                en: "\(repeated.count) of \(texts.count) headings repeat another, such as ‘\(repeated.first ?? "")’",
                zh: "\(texts.count) 个小标题中有 \(repeated.count) 个重复，例如“\(repeated.first ?? "")”")
        },
        PageCriterion("embedded-data", .low, en: "no bulk data inside the page", zh: "页面没有内嵌大量数据") { page in
            let images = page.html.images.filter { $0.hasPrefix("data:") }.reduce(0) { $0 + $1.utf8.count }
            let count = images + page.html.structuredData.reduce(0) { $0 + $1.count }
            return .limit(
                count, 50_000, 100_000, en: "\(count) bytes of data stand inside the page", zh: "页面内嵌了 \(count) 字节数据")
        },
        PageCriterion("charset", .medium, en: "UTF-8 is declared", zh: "声明 UTF-8") { page in
            .when(
                (page.html.meta["charset"] ?? "").lowercased() == "utf-8", en: "no meta charset", zh: "没有 meta charset")
        },
        PageCriterion("hreflang", .low, en: "language versions name each other", zh: "各语言版本互相标注") { page in
            let set = page.html.headLinks.filter { $0.relation == "alternate" && $0.type.isEmpty }.map(\.target)
            guard !set.isEmpty else { return .notApplicable }
            return .when(
                set.contains(page.html.canonical ?? ""), en: "the set of versions lacks the page itself",
                zh: "语言版本列表缺少页面自身")
        },
        PageCriterion("schema-link", .low, en: "a page of an API links its schema", zh: "接口页面链接到 schema") { page in
            let path = page.projections.path
            guard ["/api/", "/reference/"].contains(where: { path.contains($0) }), !page.isList else {
                return .notApplicable
            }
            let links = page.html.links.map { $0.target.lowercased() }
            return .when(
                links.contains { $0.contains("openapi") || $0.contains("swagger") || $0.contains("schema") },
                en: "no link to an OpenAPI or other schema", zh: "没有指向 OpenAPI 等 schema 的链接")
        },
    ]
}
