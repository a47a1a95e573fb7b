package import Diagnostics
import SiteModel

/// Pages whose day of review has passed.
package enum ReviewDue: PageCheck {
    package static let code = DiagnosticCode(
        "review/due", .warning,
        en: "The day in `review_by` has passed: nobody vouches for the page any more until somebody looks at it again.",
        zh: "review_by 的日期已过：在重新审核之前，没有人为这一页的内容负责。",
        wrong: "review_by: 2026-01-01   # today is 2026-11-28", right: "reviewed: 2026-11-28\nreview_by: 2027-05-28")

    package static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic] {
        mistake(on: page, in: ground).map { [$0] } ?? []
    }

    private static func mistake(on page: CheckedPage, in ground: CheckGround) -> Diagnostic? {
        guard let due = page.header.reviewBy, due.seconds < ground.now.seconds else { return nil }
        return Diagnostic(
            code, at: page.place(ofField: "review_by"), message(due, (ground.now.seconds - due.seconds) / 86_400),
            hint: Message(
                en: "review the page, then set ‘reviewed’ and ‘review_by’", zh: "请审核后更新 reviewed 和 review_by"))
    }

    private static func message(_ due: Moment, _ days: Int) -> Message {
        days == 0
            ? Message(en: "the review is due today, \(due.day)", zh: "今天（\(due.day)）应当审核")
            : Message(
                en: "the review was due on \(due.day), \(days) day\(days == 1 ? "" : "s") ago",
                zh: "应在 \(due.day) 之前审核，已过 \(days) 天")
    }

    /// When the check says something else than now.
    static func moments(in site: Site) -> [Int] {
        site.headers.compactMap { $0.sourcePath == nil ? nil : $0.reviewBy.map { $0.seconds + 1 } }
    }
}
