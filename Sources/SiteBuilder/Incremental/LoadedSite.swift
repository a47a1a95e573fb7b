import Bytes
import ContentLoading
import Diagnostics
import Outputs
import Safety
import SiteModel

/// A site with what is wrong with its sources.
struct LoadedSite: Sendable {
    let sources: SiteSources
    let site: Site
    let theme: Theme
    let diagnostics: [Diagnostic]
    /// The page files in the order of their paths.
    let pageFiles: [LoadedSource]
    /// What everything depends on.
    let frame: Fingerprint
    /// Of the files that the catalog is read from.
    let catalog: Fingerprint
    /// Whether nothing but what stands on pages alone changed since the record.
    let hasSameFaces: Bool

    /// - Parameter record: of an earlier build; what it loaded is taken over where settings and program are the same.
    static func load(_ sources: SiteSources, _ options: BuildOptions, since record: BuildRecord? = nil) async
        -> LoadedSite
    {
        let files = sources.files
        let settings = SettingsLoader(files: files).settings()
        let theme = Theme(
            files: files, listing: sources.templates,
            SafetyScreen(allowing: settings.settings.allowances.map(\.fingerprint)))
        let phrases = PhrasesLoader.load(theme.phrases, settings: settings.settings)
        let frame = self.frame(sources, theme, options)
        var loading = SiteLoader.Options(now: options.now)
        loading.includesDrafts = options.includesDrafts
        loading.baseURL = options.baseURL
        loading.jobs = options.jobs
        let loader = SiteLoader(files: files, settings: settings.settings, options: loading)
        let cache = record.flatMap { $0.frame == frame ? $0.load : nil } ?? LoadCache(bytes: [], entries: [])
        let known = record.flatMap { $0.frame == frame ? $0 : nil }
        let isKnownGood = known.map { $0.isKnownGood(for: sources, options) } ?? false
        let loaded = await loader.load(
            phrases: phrases.phrases, listing: sources.content, cache: cache, isKnownGood: isKnownGood)
        return LoadedSite(
            sources: sources, site: loaded.site, theme: theme,
            diagnostics: settings.diagnostics + theme.diagnostics + phrases.diagnostics + loaded.diagnostics,
            pageFiles: loaded.sources, frame: frame,
            catalog: isKnownGood ? known?.catalog ?? sources.catalogFingerprint() : sources.catalogFingerprint(),
            hasSameFaces: loaded.hasSameFaces)
    }

    private static func frame(_ sources: SiteSources, _ theme: Theme, _ options: BuildOptions) -> Fingerprint {
        var writer = RecordWriter()
        writer.write(ProgramFingerprint.own)
        writer.write(options.baseURL)
        writer.write(options.includesDrafts)
        writer.write((try? sources.files.read("Content/site.yaml", limit: 1 << 24)) ?? [])
        for source in theme.sources where source.path.hasSuffix(".yaml") {
            writer.write(source.path)
            writer.write(source.file.bytes)
        }
        for asset in theme.named { writer.write(asset.name) }
        return writer.fingerprint()
    }
}

/// Tells one build of this program from another: what one wrote, the other does not read.
enum ProgramFingerprint {
    static let own: Fingerprint = {
        var writer = RecordWriter()
        writer.write(BuildRecord.version)
        writer.write(PageRecord.version)
        if let signature = FileSignature.ofProgram { signature.write(into: &writer) }
        return writer.fingerprint()
    }()
}
