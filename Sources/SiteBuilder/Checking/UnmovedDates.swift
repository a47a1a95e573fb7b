package import Diagnostics
import Outputs

/// Pages whose content changed since it was published while the date that they show stayed: an editor forgot `updated`.
enum UnmovedDates {
    static func mistakes(_ published: ContentManifest, _ current: ContentManifest) -> [Diagnostic] {
        ContentChange.between(published, current).compactMap { change in
            guard change.isDateUnmoved, let source = change.source else { return nil }
            return Diagnostic(
                .updatedNotMoved, at: SourceLocation(file: source),
                Message(
                    en: "what \(change.url) says has changed since it was published, its date has not",
                    zh: "\(change.url) 发布之后内容有变化，日期却没有变"),
                hint: Message(en: "set ‘updated’ to the day of the change", zh: "请把 updated 改为修改当天"))
        }
    }
}

extension DiagnosticCode {
    package static let updatedNotMoved = DiagnosticCode(
        "dates/updated-not-moved", .warning,
        en:
            "The visible content of a page changed since it was published, but `updated` did not; engines trust dates that keep true.",
        zh: "页面的可见内容在发布之后有变化，但 updated 没有改。日期可信，引擎才会采信。",
        wrong: "updated: 2026-11-01   # the text was changed later", right: "updated: 2026-11-28")
}
