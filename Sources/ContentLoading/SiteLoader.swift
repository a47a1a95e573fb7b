import Bytes
package import Diagnostics
import PageKinds
import Parallel
import Safety
package import SiteModel

/// A folder to a `Site`: settings, pages, catalog, shared texts, and everything that follows from them.
package struct SiteLoader: Sendable {
    package struct Options: Sendable {
        /// Decides about drafts in time and the age of the catalog.
        package var now: Moment
        package var includesDrafts = false
        /// Stands in for `base_url`.
        package var baseURL: String?
        /// Stands in for `precompress`.
        package var precompresses = false
        /// Bytes of sources above which the details of pages are not held in memory.
        package var heldLimit = 64 << 20
        /// Where a file may be made for those that are not; nil: nowhere.
        package var scratch: String?
        /// How many tasks load pages.
        package var jobs = 1

        package init(now: Moment) { self.now = now }
    }

    package struct Result: Sendable {
        package let site: Site
        package let diagnostics: [Diagnostic]
        /// What the next build need not load again.
        package let cache: LoadCache
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
    ///   - other: done by the side once the pages are read, since one task puts them together.
    package func load<Other: Sendable>(
        phrases: Phrases, listing: SourceListing, cache: LoadCache, isKnownGood: Bool,
        beside other: @escaping @Sendable () async -> Other
    ) async -> (Result, Other) {
        var settings = settings
        if let url = options.baseURL { settings.baseURL = url }
        if options.precompresses { settings.machines.isPrecompressed = true }
        let scan = ContentScan(listing, settings)
        let safety = SafetyScreen(allowing: settings.allowances.map(\.fingerprint))
        let companions = SettingsLoader(files: files, safety: safety)
        let people = companions.people()
        let topics = companions.topics(in: settings.languages)
        let redirects = companions.redirects()
        let markdown = MarkdownReader(settings: settings, phrases: phrases)
        let loader = PageLoader(settings: settings, files: files, markdown: markdown, safety: safety)
        let held = Held(scan.pages, limit: options.heldLimit)
        let store = held.hasDetails ? nil : options.scratch.flatMap { DetailStore(in: $0) }
        let loaded = await loadPages(scan.pages, loader, cache, held, store)
        async let beside = other()
        let catalog = CatalogReading.load(files: files, settings: settings, now: options.now, safety)
        var diagnostics = scan.diagnostics + people.diagnostics + topics.diagnostics + redirects.diagnostics
        diagnostics += catalog.diagnostics
        if !isKnownGood { diagnostics += StaticScreening.mistakes(in: scan.staticFiles, files, safety) }
        var shared: [SharedText] = []
        for entry in scan.sharedTexts {
            let read = SharedTextLoader(files: files, markdown: markdown, safety: safety).load(
                entry.path, language: entry.language)
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
            loaded.pages, reading: PageRereading(loader: loader, store: store),
            needsChecks: !(isKnownGood && hasSameFaces))
        let result = Result(
            site: site, diagnostics: diagnostics + assembler.diagnostics,
            cache: LoadCache(bytes: cache.bytes, entries: loaded.sources),
            hasSameFaces: isKnownGood && hasSameFaces)
        return (result, await beside)
    }
}

extension SiteLoader {
    /// The pages of a stretch of files, and what is wrong with any of them.
    private struct LoadedPages: Sendable {
        var pages: [any Page] = []
        /// Files that gave no page.
        var unreadable: [ContentScan.PageFile] = []
        var diagnostics: [Diagnostic] = []
        var sources: [LoadCache.Entry] = []
        var hasSameFaces = true
    }

    private func loadPages(
        _ files: [ContentScan.PageFile], _ loader: PageLoader, _ cache: LoadCache, _ held: Held, _ store: DetailStore?
    ) async -> LoadedPages {
        let chunks = await ParallelWork(jobs: options.jobs, chunk: 64).results(of: files.count) { range in
            Self.load(files[range], loader, cache, held, store)
        }
        var all = LoadedPages()
        all.pages.reserveCapacity(files.count)
        all.sources.reserveCapacity(files.count)
        for chunk in chunks {
            all.pages += chunk.pages
            all.unreadable += chunk.unreadable
            all.diagnostics += chunk.diagnostics
            all.sources += chunk.sources
            all.hasSameFaces = all.hasSameFaces && chunk.hasSameFaces
        }
        return all
    }
}

extension SiteLoader {
    /// What of the files stays in memory between loading and rendering.
    private struct Held {
        /// How many of the first files keep their bytes; the others are read again, which takes a few microseconds.
        let bytes: Int
        /// Whether the details of pages stay: all or none.
        let hasDetails: Bool

        init(_ files: [ContentScan.PageFile], limit: Int) {
            bytes = Self.count(files, upTo: 2 << 20)
            hasDetails = Self.count(files, upTo: limit) == files.count
        }

        private static func count(_ files: [ContentScan.PageFile], upTo limit: Int) -> Int {
            var size = 0
            return files.firstIndex { file in
                size += file.signature.size
                return size > limit
            } ?? files.count
        }
    }

    private static func load(
        _ files: ArraySlice<ContentScan.PageFile>, _ loader: PageLoader, _ cache: LoadCache, _ held: Held,
        _ store: DetailStore?
    ) -> LoadedPages {
        var own = LoadedPages()
        own.pages.reserveCapacity(files.count)
        own.sources.reserveCapacity(files.count)
        var details = PackedDetails(store)
        var hint = files.first.map { cache.position(of: $0.path) } ?? 0
        cache.bytes.withUnsafeBytes { bytes in
            for (position, file) in zip(files.indices, files) {
                let known = cache.entry(file.path, from: &hint)
                if let known, known.signature == file.signature, !known.record.isEmpty,
                    let page = loader.restore(known, from: bytes)
                {
                    own.pages.append(page)
                    own.sources.append(known)
                    continue
                }
                let result = loader.load(file.path, language: file.language, place: file.place)
                let isClean = result.diagnostics.isEmpty
                if own.hasSameFaces {
                    own.hasSameFaces = isClean && hasSameFace(result.page, as: known, loader, bytes)
                }
                let page = isClean ? result.page.map { LoadedPage(header: $0.header, face: $0.face) } : nil
                own.sources.append(
                    LoadCache.Entry(
                        path: file.path, signature: file.signature, fingerprint: result.fingerprint, record: 0..<0,
                        page: page))
                if position >= held.bytes { result.page?.header.body?.file.release() }
                if let page = result.page {
                    own.pages.append(held.hasDetails ? page : details.pack(page, at: own.pages.count))
                } else {
                    own.unreadable.append(file)
                }
                own.diagnostics += result.diagnostics
            }
        }
        details.store(&own.pages)
        return own
    }
}

extension SiteLoader {
    /// The details of a stretch of pages, put away in one go.
    private struct PackedDetails: ~Copyable {
        private let store: DetailStore?
        private var writer = RecordWriter()
        private var pages: [(position: Int, page: RestoredPage, place: Range<Int>)] = []

        init(_ store: DetailStore?) { self.store = store }

        /// - Parameter position: where the page will stand among the others.
        /// - Returns: the page without its details.
        mutating func pack(_ page: any Page, at position: Int) -> any Page {
            let packed = RestoredPage(header: page.header, face: page.face)
            if store != nil, case .held(let details) = page.details {
                let start = writer.count
                details.write(into: &writer)
                pages.append((position, packed, start..<writer.count))
            }
            return packed
        }

        func store(_ all: inout [any Page]) {
            guard let store, !pages.isEmpty, let start = store.add(writer) else { return }
            for page in pages {
                var stored = page.page
                stored.details = .stored(start + page.place.lowerBound..<start + page.place.upperBound)
                all[page.position] = stored
            }
        }
    }

    private static func hasSameFace(
        _ page: (any Page)?, as known: LoadCache.Entry?, _ loader: PageLoader, _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        guard let page, let known, !known.record.isEmpty, let old = loader.restore(known, from: bytes) else {
            return false
        }
        var one = RecordWriter()
        var other = RecordWriter()
        PageRecord.face(page.header, page.face, into: &one)
        PageRecord.face(old.header, old.face, into: &other)
        return one.bytes == other.bytes
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
