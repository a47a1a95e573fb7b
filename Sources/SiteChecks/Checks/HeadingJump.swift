package import Diagnostics
import SiteModel

/// Headings that leave out a level. Source: WCAG 2.2, technique G141.
package enum HeadingJump: PageCheck {
    package static let code = DiagnosticCode(
        "heading/jump", .warning,
        en:
            "A heading is at most one level below the one before it. The title is level 1, so a body begins with level 2.",
        zh: "标题每次最多下降一级。页面标题是一级，正文从二级开始。",
        wrong: "## 价格\n\n#### 缓存", right: "## 价格\n\n### 缓存")

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        guard let body = page.texts.last, body.role == .body else { return [] }
        var level = 1
        var found = Repetition(in: ground)
        for block in body.blocks {
            guard case .heading(let next) = block.kind else { continue }
            let former = level
            level = next
            guard next > former + 1 else { continue }
            found.add {
                Diagnostic(
                    code, at: body.place(block.range),
                    Message(
                        en: "a heading of level \(next) follows one of level \(former)",
                        zh: "\(former) 级标题之后直接是 \(next) 级标题"),
                    hint: Message(en: "use level \(former + 1)", zh: "请改为 \(former + 1) 级"))
            }
        }
        return found.mistakes
    }
}
