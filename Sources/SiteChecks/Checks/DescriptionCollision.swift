package import Diagnostics
import SiteModel

/// Pages of one language with the same description.
package enum DescriptionCollision: WholeSiteCheck {
    package static let code = DiagnosticCode(
        "description/duplicate", .warning,
        en: "Two pages of one language have the same description, so it describes neither.",
        zh: "同一语言的两个页面 description 相同，等于都没有说明。",
        wrong: "description: 关于计费的说明。   # on two pages", right: "description: 失败的请求是否扣费，以及怎样核对。")

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        Collision.mistakes(
            code, .description, Message(en: "another page has this description too", zh: "另一个页面的 description 与此相同"),
            in: site
        ) { $0.header.description }
    }
}
