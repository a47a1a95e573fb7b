import ContentLoading
import Diagnostics
import Outputs
import SiteModel

/// Pages whose content changed since it was published while the date that they show stayed: an editor forgot `updated`.
enum UnmovedDates {
    private static let ledger = ".citable/published.json"
    private static let sizeLimit = 64 * 1024 * 1024

    static func mistakes(in site: Site, _ options: BuildOptions) -> [Diagnostic] {
        let files = SiteFiles(root: options.siteRoot)
        guard let bytes = try? files.read(ledger, limit: sizeLimit),
            let published = ContentManifest(SourceFile(path: ledger, bytes: bytes))
        else { return [] }
        let current = VisibleContent(site, now: options.now).manifest()
        return ContentChange.between(published, current).compactMap { change in
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
    static let updatedNotMoved = DiagnosticCode(
        "dates/updated-not-moved", .warning,
        en:
            "The visible content of a page changed since it was published, but `updated` did not; engines trust dates that keep true.",
        zh: "页面的可见内容在发布之后有变化，但 updated 没有改。日期可信，引擎才会采信。",
        wrong: "updated: 2026-11-01   # the text was changed later", right: "updated: 2026-11-28")
}
