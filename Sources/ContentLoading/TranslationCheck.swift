import Diagnostics
import SiteModel

/// Pages that lack a language. Not every site wants all pages in all languages, so it works when the settings give
/// `page/missing-translation` a level.
enum TranslationCheck {
    static func diagnostics(
        _ pages: [any Page], _ settings: SiteSettings, _ withheld: WithheldPages
    ) -> [Diagnostic] {
        let level = settings.checkLevels[DiagnosticCode.missingTranslation.id]
        guard settings.languages.count > 1, level != nil, level != .off else { return [] }
        let known = Set(pages.map { $0.header.language.code + "/" + $0.header.id.text })
        var found: [Diagnostic] = []
        for header in pages.map(\.header) where header.sourcePath != nil {
            for language in settings.languages where !known.contains(language.code + "/" + header.id.text) {
                let draft = withheld.page(header.id.text, in: language.code)
                if draft?.reason == .unreadable { continue }
                let end =
                    draft == nil
                    ? Message(en: "", zh: "")
                    : Message(en: "; it is there, but not published", zh: "；该页已存在，但尚未发布")
                found.append(
                    Diagnostic(
                        .missingTranslation, at: SourceLocation(file: header.sourcePath ?? ""),
                        Message(
                            en: "the page ‘\(header.id.text)’ is missing in \(language.name)\(end.english)",
                            zh: "页面“\(header.id.text)”缺少\(language.name)版本\(end.chinese)")))
            }
        }
        return found
    }
}
