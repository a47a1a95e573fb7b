package import Diagnostics

/// Two projections of one page that don't say the same.
package struct Disagreement: Sendable, Hashable {
    /// Address of the page.
    package let page: String
    /// What it is about.
    package let fact: Message
    /// The files, or the parts of a file, as their readers call them.
    package let one: String
    package let other: String
    package let oneText: String
    package let otherText: String

    init(
        on page: String, _ fact: Message, _ one: String, _ oneText: String?, _ other: String, _ otherText: String?
    ) {
        self.page = page
        self.fact = fact
        self.one = one
        self.other = other
        self.oneText = Self.shown(oneText)
        self.otherText = Self.shown(otherText)
    }

    private static func shown(_ text: String?) -> String {
        guard let text else { return "—" }
        return text.count > 120 ? text.prefix(119) + "…" : text
    }

    /// - Parameter location: the source of the page, when it has one.
    package func diagnostic(at location: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .disagreement, at: location,
            Message(
                en: "\(page): \(fact.english): \(one) says ‘\(oneText)’, \(other) says ‘\(otherText)’",
                zh: "\(page)：\(fact.chinese)：\(one) 写的是“\(oneText)”，\(other) 写的是“\(otherText)”"))
    }
}

extension DiagnosticCode {
    package static let disagreement = DiagnosticCode(
        "output/disagreement",
        en:
            "Two files of the site say different things of one page: its HTML, its Markdown twin, its structured data, llms.txt, "
            + "a feed, the sitemap or the catalog. All are made from one source, so a template or an output is wrong.",
        zh: "同一页面的两个产物说法不一致：HTML、Markdown 版本、结构化数据、llms.txt、订阅源、站点地图或目录。它们出自同一来源，因此是模板或输出有误。",
        wrong: "<h1>{{ page.title }}!</h1>", right: "<h1>{{ page.title }}</h1>")
}

/// The codes that finished files can give.
package enum OutputCodes {
    package static let all: [DiagnosticCode] = [.disagreement]
}
