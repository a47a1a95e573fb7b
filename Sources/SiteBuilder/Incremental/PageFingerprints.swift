import Bytes
import ContentLoading
import Diagnostics
import Outputs
import Parallel
import SiteModel

/// What tells the pages of one build from those of another.
struct PageFingerprints: Sendable {
    /// By page position: language and id.
    let names: [String]
    /// By page position: of the page's own file, path and bytes, since its folder says something of it; the same for all
    /// generated pages, whose header and facets are their face.
    let sources: [Fingerprint]
    /// By page position: of what lists and links show.
    let faces: [Fingerprint]
    /// By page position: stands for the date that the page shows.
    let dates: [Int]
    /// Of everything beside the pages that questions are about: people, topics, shared texts, redirects, the catalog, time.
    let companions: Fingerprint

    init(_ loaded: LoadedSite, _ view: SiteView, _ options: BuildOptions, since record: BuildRecord?) async {
        let count = view.pageCount
        // Nothing but what stands on single pages changed.
        if loaded.hasSameFaces, let record, record.pages.count == count {
            names = record.pages.map(\.name)
            faces = record.pages.map(\.face)
            dates = record.pages.map(\.modified)
            companions = record.companions
            sources = Self.sources(loaded, since: record)
            return
        }
        let names = (0..<count).map { view.name(of: PageIndex($0)) }
        let replies = SiteReplies(view, catalog: loaded.catalog)
        self.names = names
        dates = (0..<count).map { replies.modified(PageIndex($0)) }
        let sources = Self.sources(loaded, view)
        self.sources = sources
        let known = record.flatMap { $0.pages.count == count ? $0.pages : nil }
        let faces = await ParallelWork(jobs: options.jobs, chunk: 512).results(of: count) { range in
            var writer = RecordWriter()
            return range.map { position -> Fingerprint in
                let page = PageIndex(position)
                // Nothing but its own file makes the face of a page that lists no others.
                if let entry = known?[position], entry.name == names[position], entry.source == sources[position],
                    view.hasFaceOfItsOwn(page)
                {
                    return entry.face
                }
                return replies.face(page, with: &writer)
            }
        }
        self.faces = faces.flatMap { $0 }
        companions = Self.companions(loaded, view, replies)
    }

    /// The same pages in the same order, of which those that were not loaded have the same files.
    private static func sources(_ loaded: LoadedSite, since record: BuildRecord) -> [Fingerprint] {
        var new: [String: Fingerprint] = [:]
        var writer = RecordWriter()
        for file in loaded.cache.entries where file.record.isEmpty {
            new[file.path] = fingerprint(of: file, with: &writer)
        }
        return record.pages.map { page in page.sourcePath.flatMap { new.isEmpty ? nil : new[$0] } ?? page.source }
    }

    private static func fingerprint(of file: LoadCache.Entry, with writer: inout RecordWriter) -> Fingerprint {
        writer.removeAll()
        writer.write(file.path)
        writer.write(file.fingerprint)
        return writer.fingerprint()
    }

    private static func sources(_ loaded: LoadedSite, _ view: SiteView) -> [Fingerprint] {
        let none = Fingerprint(of: [])
        var byPath = [String: Fingerprint](minimumCapacity: loaded.cache.entries.count)
        var writer = RecordWriter()
        for file in loaded.cache.entries { byPath[file.path] = fingerprint(of: file, with: &writer) }
        return (0..<view.pageCount).map { position in
            view.header(PageIndex(position)).sourcePath.flatMap { byPath[$0] } ?? none
        }
    }

    private static func companions(_ loaded: LoadedSite, _ view: SiteView, _ replies: SiteReplies) -> Fingerprint {
        var writer = RecordWriter()
        var all = RecordWriter()
        let site = loaded.site
        let questions =
            [.topics, .withheld, .redirects, .staticFiles, .catalog, .catalogState].map { SiteQuestion($0) }
            + site.people.map { SiteQuestion(.person, $0.id) }
            + site.sharedTexts.map { SiteQuestion(.sharedText, $0.language + "/" + $0.id) }
        for question in questions {
            all.write(question.key)
            all.write(replies.reply(question, with: &writer))
        }
        for page in site.withheld.all { all.write(page.path) }
        // Review dates of pages, and the like, are compared with the time.
        for header in site.headers { if let due = header.reviewBy { all.write(view.isPast(due)) } }
        for source in loaded.theme.sources { all.write(Fingerprint(of: source.file.bytes)) }
        return all.fingerprint()
    }

    /// Where the pages of an earlier build stand now.
    func positions(of pages: [BuildRecord.PageEntry]) -> [Int?] {
        if pages.count == names.count, pages.indices.allSatisfy({ pages[$0].name == names[$0] }) {
            return Array(pages.indices)
        }
        var byName = [String: Int](minimumCapacity: names.count)
        for (position, name) in names.enumerated() { byName[name] = position }
        return pages.map { byName[$0.name] }
    }
}
