import Bytes
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
        /// The page files in the order of their paths.
        package let sources: [LoadedSource]
        /// Whether the same files are there as in the cache, and none shows other pages anything new.
        package let hasSameFaces: Bool
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
    ///
    /// - Parameters:
    ///   - listing: of `Content/`.
    ///   - cache: what an earlier build loaded with the same settings and phrases.
    ///   - isKnownGood: whether everything but page files is as it was when the cache was made, and nothing was wrong then.
    package func load(
        phrases: Phrases, listing: SourceListing, cache: LoadCache = LoadCache(bytes: [], entries: []),
        isKnownGood: Bool = false
    ) async -> Result {
        var settings = settings
        if let url = options.baseURL { settings.baseURL = url }
        let scan = ContentScan(listing, settings)
        let companions = SettingsLoader(files: files)
        let people = companions.people()
        let topics = companions.topics(in: settings.languages)
        let redirects = companions.redirects()
        let markdown = MarkdownReader(settings: settings, phrases: phrases)
        let loaded = await loadPages(
            scan.pages, PageLoader(settings: settings, files: files, markdown: markdown), cache)
        let catalog = CatalogReading.load(files: files, settings: settings, now: options.now)
        var diagnostics = scan.diagnostics + people.diagnostics + topics.diagnostics + redirects.diagnostics
        diagnostics += catalog.diagnostics
        var shared: [SharedText] = []
        for entry in scan.sharedTexts {
            let read = SharedTextLoader(files: files, markdown: markdown).load(entry.path, language: entry.language)
            diagnostics += read.diagnostics
            if let text = read.text { shared.append(text) }
        }
        diagnostics += loaded.diagnostics
        var assembler = SiteAssembler(settings: settings, phrases: phrases, options: options)
        assembler.catalog = catalog.catalog
        assembler.people = people.people
        assembler.topics = topics.topics
        assembler.sharedTexts = shared
        assembler.redirects = redirects.redirects
        assembler.staticFiles = scan.staticFiles
        assembler.unreadable = loaded.unreadable.map { WithheldPage(unreadable: $0, settings) }
        let hasSameFaces = loaded.hasSameFaces && loaded.sources.count == cache.entries.count
        let site = await assembler.assemble(
            loaded.pages, bodies: markdown, needsChecks: !(isKnownGood && hasSameFaces))
        return Result(
            site: site, diagnostics: diagnostics + assembler.diagnostics, sources: loaded.sources,
            hasSameFaces: isKnownGood && hasSameFaces)
    }
}

extension SiteLoader {
    /// The pages of a stretch of files, and what is wrong with any of them.
    private struct LoadedPages: Sendable {
        var pages: [any Page] = []
        /// Files that gave no page.
        var unreadable: [ContentScan.PageFile] = []
        var diagnostics: [Diagnostic] = []
        var sources: [LoadedSource] = []
        var hasSameFaces = true
    }

    /// Loads in a few long stretches, results in the order of the files.
    private func loadPages(
        _ files: [ContentScan.PageFile], _ loader: PageLoader, _ cache: LoadCache
    ) async -> LoadedPages {
        let stretches = max(1, min(options.jobs, files.count))
        return await withTaskGroup(of: (Int, LoadedPages).self) { group in
            for stretch in 0..<stretches {
                group.addTask {
                    let from = files.count * stretch / stretches
                    let to = files.count * (stretch + 1) / stretches
                    return (stretch, Self.load(files[from..<to], loader, cache))
                }
            }
            var results = [LoadedPages](repeating: LoadedPages(), count: stretches)
            for await (stretch, loaded) in group { results[stretch] = loaded }
            var all = LoadedPages()
            for result in results {
                all.pages += result.pages
                all.unreadable += result.unreadable
                all.diagnostics += result.diagnostics
                all.sources += result.sources
                all.hasSameFaces = all.hasSameFaces && result.hasSameFaces
            }
            return all
        }
    }
}

extension SiteLoader {
    /// The bytes of sources that stay in memory between loading and rendering; those of larger sites are read twice.
    private static let heldLimit = 96 * 1024 * 1024

    private static func load(
        _ files: ArraySlice<ContentScan.PageFile>, _ loader: PageLoader, _ cache: LoadCache
    ) -> LoadedPages {
        var own = LoadedPages()
        own.pages.reserveCapacity(files.count)
        own.sources.reserveCapacity(files.count)
        var hint = 0
        var held = 0
        cache.bytes.withUnsafeBytes { bytes in
            for file in files {
                let known = cache.entry(file.path, from: &hint)
                if let known, known.signature == file.signature, !known.record.isEmpty,
                    let page = loader.restore(known, from: bytes)
                {
                    own.pages.append(page)
                    own.sources.append(LoadedSource(known))
                    continue
                }
                let result = loader.load(file.path, language: file.language, place: file.place)
                let isClean = result.diagnostics.isEmpty
                if own.hasSameFaces {
                    own.hasSameFaces = isClean && hasSameFace(result.page, as: known, loader, bytes)
                }
                own.sources.append(
                    LoadedSource(
                        path: file.path, signature: file.signature, fingerprint: result.fingerprint, record: nil,
                        page: isClean ? result.page.map { ($0.header, $0.facets) } : nil))
                held += file.signature.size
                if held > heldLimit { result.page?.header.body?.file.release() }
                if let page = result.page { own.pages.append(page) } else { own.unreadable.append(file) }
                own.diagnostics += result.diagnostics
            }
        }
        return own
    }
}

extension SiteLoader {
    private static func hasSameFace(
        _ page: (any Page)?, as known: LoadCache.Entry?, _ loader: PageLoader, _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        guard let page, let known, !known.record.isEmpty, let old = loader.restore(known, from: bytes) else {
            return false
        }
        var one = RecordWriter()
        var other = RecordWriter()
        PageRecord.face(page.header, page.facets, into: &one)
        PageRecord.face(old.header, old.facets, into: &other)
        return one.bytes == other.bytes
    }
}

extension LoadedSource {
    fileprivate init(_ entry: LoadCache.Entry) {
        self.init(
            path: entry.path, signature: entry.signature, fingerprint: entry.fingerprint, record: entry.record,
            page: nil)
    }
}

extension WithheldPage {
    /// The page as its file's path describes it.
    fileprivate init(unreadable file: ContentScan.PageFile, _ settings: SiteSettings) {
        let slug = file.place.slug
        self.init(
            id: file.place.id(slug: slug), language: file.language.code,
            path: file.place.address(slug: slug, in: file.language, settings).path, source: file.path,
            reason: .unreadable)
    }
}
