package import Diagnostics
import SiteModel

/// Pages of one language with the same title.
package enum TitleCollision: WholeSiteCheck {
    package static let code = DiagnosticCode(
        "title/duplicate", .warning,
        en: "Two pages of one language have the same title, so lists, search and engines can't tell them apart.",
        zh: "同一语言的两个页面标题相同，列表、搜索和引擎都无法区分。",
        wrong: "title: 常见问题   # on two pages", right: "title: 计费常见问题")

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        Collision.mistakes(
            code, .title, Message(en: "another page has this title too", zh: "另一个页面的标题与此相同"), in: site
        ) { $0.header.title }
    }
}
