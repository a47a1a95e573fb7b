package import Diagnostics
import SiteModel

/// Images without an alternative text. Source: WCAG 2.2, criterion 1.1.1.
package enum MissingAlternative: PageCheck {
    package static let code = DiagnosticCode(
        "image/missing-alt", .warning,
        en:
            "An image needs a text that says the same: for people who don't see it, and for engines, which quote texts.",
        zh: "图片要有内容相同的替代文字：看不到图的读者需要它，引擎也只能引用文字。",
        wrong: "![](/images/flow.png)", right: "![请求经网关转发到上游的流程图](/images/flow.png)")

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        var found = Repetition(in: ground)
        for text in page.texts {
            for range in text.bareImages {
                found.add {
                    Diagnostic(
                        code, at: text.place(range),
                        Message(en: "the image has no alternative text", zh: "图片没有替代文字"),
                        hint: Message(en: "say between the brackets what it shows", zh: "请在方括号中写明图片内容"))
                }
            }
        }
        return found.mistakes
    }
}
