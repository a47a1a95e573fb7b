import ContentLoading
import SiteModel

/// The languages of a site, from its settings.
struct SiteLanguages {
    private let settings: SiteSettings

    init(root: String) { settings = SettingsLoader(files: SiteFiles(root: root)).settings().settings }

    var codes: [String] { settings.languages.map(\.code) }

    /// The default language.
    var usual: String { settings.defaultLanguage.code }

    func isChinese(_ code: String) -> Bool { settings.language(code)?.isChinese ?? false }
}
