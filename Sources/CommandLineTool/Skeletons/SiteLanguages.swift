import ContentLoading
import Diagnostics
import SiteModel

/// The languages of a site, from its settings.
struct SiteLanguages {
    private let settings: SiteSettings
    /// What is wrong with the settings.
    let diagnostics: [Diagnostic]

    init(root: String) {
        let read = SettingsLoader(files: SiteFiles(root: root)).settings()
        settings = read.settings
        diagnostics = read.diagnostics
    }

    var codes: [String] { settings.languages.map(\.code) }

    /// The default language.
    var usual: String { settings.defaultLanguage.code }

    func isChinese(_ code: String) -> Bool { settings.language(code)?.isChinese ?? false }
}
