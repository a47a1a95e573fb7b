package import Diagnostics
import SiteModel

/// Translations that are older than what they translate.
package enum OutdatedTranslation: WholeSiteCheck {
    package static let code = DiagnosticCode(
        "translation/outdated", .warning,
        en:
            "The page in the site's main language was updated after its translation: the two may say different things. Once the translation agrees, set its `updated`.",
        zh: "主语言的页面在译文之后更新过，两者可能说法不一。核对译文之后，请修改译文的 updated。",
        wrong: "zh: updated: 2026-11-28\nen: updated: 2026-10-01",
        right: "zh: updated: 2026-11-28\nen: updated: 2026-11-28")

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        let main = site.site.settings.defaultLanguage.code
        return site.pages.compactMap { page in
            // A hub speaks of its own list, which is another one in each language.
            guard page.header.languageCode != main, page.header.kind != "hub",
                let index = site.site.index.page(page.header.id, in: main), let own = page.header.modified
            else { return nil }
            let source = site.site.headers[index.position]
            guard let body = source.body, let other = source.modified, other.day > own.day else { return nil }
            return Diagnostic(
                code, at: page.place(ofField: page.header.published == own ? "date" : "updated"),
                Message(
                    en: "the translation is of \(own.day), its source was updated on \(other.day)",
                    zh: "译文的日期是 \(own.day)，原文在 \(other.day) 更新过"),
                notes: [DiagnosticNote(at: body.file.wholeFile, Message(en: "the source", zh: "原文"))])
        }
    }
}
