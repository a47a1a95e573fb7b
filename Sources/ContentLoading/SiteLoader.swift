package import Diagnostics
import PageKinds
package import SiteModel

/// A folder to a `Site`: settings, pages, catalog, shared texts, and everything that follows from them.
package struct SiteLoader: Sendable {
    package struct Options: Sendable {
        /// Decides about drafts in time and the age of the catalog.
        package var now: Moment
        package var includesDrafts = false
        /// Stands in for `base_url`.
        package var baseURL: String?
        /// How many tasks load pages.
        package var jobs = 1

        package init(now: Moment) { self.now = now }
    }

    package struct Result: Sendable {
        package let site: Site
        package let diagnostics: [Diagnostic]
    }

    let files: SiteFiles
    let settings: SiteSettings
    let options: Options

    /// - Parameter settings: as `SettingsLoader` read them.
    package init(files: SiteFiles, settings: SiteSettings, options: Options) {
        self.files = files
        self.settings = settings
        self.options = options
    }

    /// Loads everything. A site comes out in any case; what is wrong with it stands in the diagnostics.
    package func load(phrases: Phrases, themeFiles: [StaticFile]) async -> Result {
        var settings = settings
        if let url = options.baseURL { settings.baseURL = url }
        let scan = ContentScan(files, settings)
        let companions = SettingsLoader(files: files)
        let people = companions.people()
        let topics = companions.topics(in: settings.languages)
        let redirects = companions.redirects()
        let markdown = MarkdownReader(settings: settings, phrases: phrases)
        let loaded = await loadPages(scan.pages, PageLoader(settings: settings, files: files, markdown: markdown))
        let catalog = CatalogReading.load(files: files, settings: settings, now: options.now)
        var diagnostics = scan.diagnostics + people.diagnostics + topics.diagnostics + redirects.diagnostics
        diagnostics += catalog.diagnostics
        var shared: [SharedText] = []
        for entry in scan.sharedTexts {
            let read = SharedTextLoader(files: files, markdown: markdown).load(entry.path, language: entry.language)
            diagnostics += read.diagnostics
            if let text = read.text { shared.append(text) }
        }
        for result in loaded { diagnostics += result.diagnostics }
        var assembler = SiteAssembler(settings: settings, phrases: phrases, options: options)
        assembler.catalog = catalog.catalog
        assembler.people = people.people
        assembler.topics = topics.topics
        assembler.sharedTexts = shared
        assembler.redirects = redirects.redirects
        assembler.staticFiles = scan.staticFiles + themeFiles
        let site = await assembler.assemble(loaded.compactMap(\.page), bodies: markdown)
        return Result(site: site, diagnostics: diagnostics + assembler.diagnostics)
    }
}

extension SiteLoader {
    /// Loads in a few long stretches, results in the order of the files.
    private func loadPages(_ pages: [ContentScan.PageFile], _ loader: PageLoader) async -> [PageLoader.Result] {
        let stretches = max(1, min(options.jobs, pages.count))
        return await withTaskGroup(of: (Int, [PageLoader.Result]).self) { group in
            for stretch in 0..<stretches {
                group.addTask {
                    let from = pages.count * stretch / stretches
                    let to = pages.count * (stretch + 1) / stretches
                    return (
                        stretch, pages[from..<to].map { loader.load($0.path, language: $0.language, place: $0.place) }
                    )
                }
            }
            var results = [[PageLoader.Result]](repeating: [], count: stretches)
            for await (stretch, loaded) in group { results[stretch] = loaded }
            return results.flatMap { $0 }
        }
    }
}
