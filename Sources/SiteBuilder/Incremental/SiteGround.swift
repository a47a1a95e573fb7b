import Bytes
import ContentLoading
import Diagnostics
import Safety
import SiteModel

/// What all pages of a site stand on: settings, theme and phrases.
struct SiteGround: Sendable {
    let settings: SiteSettings
    let theme: Theme
    let phrases: Phrases
    let diagnostics: [Diagnostic]
    private let settingsBytes: [UInt8]
    private let crawlerBytes: [UInt8]

    /// - Parameter templates: the listing of `Templates/`.
    init(_ files: SiteFiles, templates: SourceListing) {
        // Before they are read for good: settings that are saved in between must not look like those of this build.
        settingsBytes = (try? files.read("Content/site.yaml", limit: 1 << 24)) ?? []
        let loaded = SettingsLoader(files: files).settings()
        var settings = loaded.settings
        let safety = SafetyScreen(allowing: settings.allowances.map(\.fingerprint))
        theme = Theme(files: files, listing: templates, safety)
        let ownCrawlers = SettingsLoader(files: files, safety: safety).crawlers()
        crawlerBytes = ownCrawlers.file?.bytes ?? []
        let crawlers = CrawlerList.load([theme.crawlers, ownCrawlers.file].compactMap { $0 })
        settings.crawlers = crawlers.crawlers
        self.settings = settings
        let read = PhrasesLoader.load(theme.phrases, settings: settings)
        phrases = read.phrases
        diagnostics =
            loaded.diagnostics + theme.diagnostics + read.diagnostics + ownCrawlers.diagnostics + crawlers.diagnostics
    }

    /// Of everything here that loading pages rests on, the program and its options included.
    func fingerprint(for options: BuildOptions) -> Fingerprint {
        var writer = RecordWriter()
        writer.write(OptionsFingerprint.of(options))
        writer.write(settingsBytes)
        writer.write(crawlerBytes)
        for source in theme.sources where source.path.hasSuffix(".yaml") {
            writer.write(source.path)
            writer.write(source.file.bytes)
        }
        for asset in theme.named { writer.write(asset.name) }
        return writer.fingerprint()
    }
}
