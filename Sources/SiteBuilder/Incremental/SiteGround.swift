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

    /// - Parameter templates: the listing of `Templates/`.
    init(_ files: SiteFiles, templates: SourceListing) {
        // Before they are read for good: settings that are saved in between must not look like those of this build.
        settingsBytes = (try? files.read("Content/site.yaml", limit: 1 << 24)) ?? []
        let loaded = SettingsLoader(files: files).settings()
        settings = loaded.settings
        theme = Theme(
            files: files, listing: templates,
            SafetyScreen(allowing: settings.allowances.map(\.fingerprint)))
        let read = PhrasesLoader.load(theme.phrases, settings: settings)
        phrases = read.phrases
        diagnostics = loaded.diagnostics + theme.diagnostics + read.diagnostics
    }

    /// Of everything here that loading pages rests on, the program and its options included.
    func fingerprint(for options: BuildOptions) -> Fingerprint {
        var writer = RecordWriter()
        writer.write(OptionsFingerprint.of(options))
        writer.write(settingsBytes)
        for source in theme.sources where source.path.hasSuffix(".yaml") {
            writer.write(source.path)
            writer.write(source.file.bytes)
        }
        for asset in theme.named { writer.write(asset.name) }
        return writer.fingerprint()
    }
}
