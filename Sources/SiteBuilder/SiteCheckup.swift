import ContentLoading
package import Diagnostics
package import SiteModel

/// Loads a site and says everything that is wrong with it. Writes nothing.
package struct SiteCheckup: Sendable {
    package struct Result: Sendable {
        package let site: Site
        /// Sorted, with the levels that settings give.
        package let diagnostics: [Diagnostic]
    }

    /// A site with what is wrong with its sources.
    struct Loaded: Sendable {
        let site: Site
        let theme: Theme
        let diagnostics: [Diagnostic]
    }

    let options: BuildOptions

    package init(_ options: BuildOptions) { self.options = options }

    package func run() async -> Result {
        let loaded = await load()
        let rendering = await SiteRendering(loaded.site, loaded.theme, now: options.now)
            .run(jobs: options.jobs, to: nil)
        var collector = DiagnosticCollector()
        collector.add(contentsOf: loaded.diagnostics)
        collector.add(contentsOf: rendering.diagnostics)
        return Result(
            site: loaded.site,
            diagnostics: CheckLevels.applied(
                to: collector.sorted(), loaded.site.settings, isStrict: options.isStrict))
    }

    /// The site alone, whatever is wrong with it.
    package func site() async -> Site { await load().site }

    /// The site and what is wrong with its sources.
    func load() async -> Loaded {
        let files = SiteFiles(root: options.siteRoot)
        let settings = SettingsLoader(files: files).settings()
        let theme = Theme(files: files)
        let phrases = PhrasesLoader.load(theme.phrases, settings: settings.settings)
        var loading = SiteLoader.Options(now: options.now)
        loading.includesDrafts = options.includesDrafts
        loading.baseURL = options.baseURL
        loading.jobs = options.jobs
        let loader = SiteLoader(files: files, settings: settings.settings, options: loading)
        let loaded = await loader.load(phrases: phrases.phrases, themeFiles: [])
        return Loaded(
            site: loaded.site, theme: theme,
            diagnostics: settings.diagnostics + theme.diagnostics + phrases.diagnostics + loaded.diagnostics)
    }
}
