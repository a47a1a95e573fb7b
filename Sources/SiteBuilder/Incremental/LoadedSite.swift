import Bytes
import ContentLoading
import Diagnostics
import Outputs
import SiteModel

/// A site with what is wrong with its sources.
struct LoadedSite: Sendable {
    let sources: SiteSources
    let site: Site
    let theme: Theme
    let diagnostics: [Diagnostic]
    /// The page files, with what loading gave for each.
    let cache: LoadCache
    /// What everything depends on.
    let frame: Fingerprint
    /// Of the files that the catalog is read from.
    let catalog: Fingerprint
    /// Whether nothing but what stands on pages alone changed since the record.
    let hasSameFaces: Bool
    /// Whether any page came from its file and not from the record.
    var hasNewPages: Bool { cache.entries.contains { $0.record.isEmpty } }
    /// Of everything but page files, as the file system sees it, where that is known to be as it was.
    let others: Fingerprint?

    static func load(_ sources: SiteSources, _ options: BuildOptions) async -> LoadedSite {
        await load(sources, options, since: nil, beside: {}).0
    }

    /// - Parameters:
    ///   - record: of an earlier build; what it loaded is taken over where settings and program are the same.
    ///   - other: done by the side.
    static func load<Other: Sendable>(
        _ sources: SiteSources, _ options: BuildOptions, since record: BuildRecord?,
        beside other: @escaping @Sendable () async -> Other
    ) async -> (LoadedSite, Other) {
        let ground = sources.ground
        let frame = ground.fingerprint(for: options)
        var loading = SiteLoader.Options(now: options.now)
        loading.includesDrafts = options.includesDrafts
        loading.baseURL = options.baseURL
        loading.precompresses = options.precompresses
        loading.jobs = options.jobs
        if let limit = options.heldLimit { loading.heldLimit = limit }
        loading.scratch = options.scratchFolder ?? options.siteRoot
        let loader = SiteLoader(files: sources.files, settings: ground.settings, options: loading)
        let cache = record.flatMap { $0.frame == frame ? $0.load : nil } ?? LoadCache(bytes: [], entries: [])
        let known = record.flatMap { $0.frame == frame ? $0 : nil }
        let isKnownGood = known.map { $0.isKnownGood(for: sources, options) } ?? false
        let (loaded, beside) = await loader.load(
            phrases: ground.phrases, listing: sources.content, cache: cache, isKnownGood: isKnownGood, beside: other)
        let site = LoadedSite(
            sources: sources, site: loaded.site, theme: ground.theme,
            diagnostics: ground.diagnostics + loaded.diagnostics,
            cache: loaded.cache, frame: frame,
            catalog: isKnownGood ? known?.catalog ?? sources.catalogFingerprint() : sources.catalogFingerprint(),
            hasSameFaces: loaded.hasSameFaces, others: loaded.hasSameFaces ? known?.others : nil)
        return (site, beside)
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
