package import Bytes
import Diagnostics
package import SiteModel

/// Fingerprints of the site's replies to the questions that renderers asked. Two builds whose fingerprints agree would render
/// the same.
package struct SiteReplies: Sendable {
    let view: SiteView
    private let catalog: Fingerprint

    /// - Parameters:
    ///   - view: one that notes nothing.
    ///   - catalog: stands for all files that the catalog is read from.
    package init(_ view: SiteView, catalog: Fingerprint) {
        self.view = view
        self.catalog = catalog
    }

    /// The fingerprint of what lists and links show of a page.
    /// - Parameter writer: what is in it is lost.
    package func face(_ page: PageIndex, with writer: inout RecordWriter) -> Fingerprint {
        writer.removeAll()
        let header = view.header(page)
        PageRecord.face(header, view.face(page), into: &writer)
        return writer.fingerprint()
    }

    /// The reply to the question when a page changed last: a number that stands for the time and its zone.
    package func modified(_ page: PageIndex) -> Int {
        view.modified(of: page).map { $0.seconds &* 4096 &+ ($0.zoneMinutes ?? 2000) } ?? Int.min
    }

    /// The reply to the question which pages stand near a page: two lists, for a page that goes from one to the other changes both.
    package func near(
        _ related: [PageIndex], _ siblings: [PageIndex], with writer: inout RecordWriter
    ) -> Fingerprint {
        writer.removeAll()
        write(related, into: &writer)
        write(siblings, into: &writer)
        return writer.fingerprint()
    }

    /// The reply to any question but those about a page's face, source, note and twin, files, places in pages, templates, inline code, search and images, which
    /// are known to who builds.
    package func reply(_ question: SiteQuestion, with writer: inout RecordWriter) -> Fingerprint {
        writer.removeAll()
        switch question.kind {
        case .face, .source, .note, .twin, .modified, .file, .anchor, .template, .inlineCode, .search, .images: break
        case .near:
            guard let page = page(question.key) else { break }
            let related = view.related(to: page)
            return near(related, view.siblings(of: page, without: related), with: &writer)
        case .neighbours:
            writePage(question.key, into: &writer) { page in
                [-1, 1].map { view.neighbour(of: page, distance: $0) ?? page }
            }
        case .translations: writePage(question.key, into: &writer) { view.translations(of: $0) }
        case .page: write(page(question.key).map { [$0] } ?? [], into: &writer)
        case .modelPage:
            let (language, id) = Self.parts(of: question.key)
            write(view.unnotedPage(ofModel: PageID(id), in: language).map { [$0] } ?? [], into: &writer)
        case .address: write(view.page(at: question.key).map { [$0] } ?? [], into: &writer)
        case .link: writeLink(question.key, into: &writer)
        case .members:
            let (language, folder) = Self.parts(of: question.key)
            write(view.settings.language(language).map { view.members(of: folder, in: $0) } ?? [], into: &writer)
        case .part: if let page = page(question.key) { write(view.hubPart(page), into: &writer) }
        case .hasMembers:
            let (language, folder) = Self.parts(of: question.key)
            writer.write(view.hasMembers(folder, in: language))
        case .listed: write(view.listedPages(in: view.settings.language(question.key)), into: &writer)
        case .hidden: write(view.hiddenPages, into: &writer)
        case .sections:
            for (place, page) in view.hubs {
                writer.write(place)
                writer.write(view.name(of: page))
                writer.write(view.pagedHubs[place]?.count ?? 1)
            }
        case .mentions:
            let (language, model) = Self.parts(of: question.key)
            write(view.settings.language(language).map { view.pages(naming: model, in: $0) } ?? [], into: &writer)
        case .isPast: writer.write(view.isPast(Moment(seconds: Int(question.key) ?? 0, zoneMinutes: nil)))
        default: writeCompanion(question, into: &writer)
        }
        return writer.fingerprint()
    }
}

extension SiteReplies {
    static func parts(of key: String) -> (language: String, rest: String) {
        guard let slash = key.utf8.firstIndex(of: 0x2F) else { return (key, "") }
        return (String(key[..<slash]), String(key[key.utf8.index(after: slash)...]))
    }

    /// The page of a key; nil when it is gone.
    package func page(_ key: String) -> PageIndex? {
        let (language, id) = Self.parts(of: key)
        return view.page(PageID(id), in: language)
    }

    private func write(_ pages: [PageIndex], into writer: inout RecordWriter) {
        writer.write(pages) { $0.write(view.nameFingerprint(of: $1)) }
    }

    private func writePage(_ key: String, into writer: inout RecordWriter, _ list: (PageIndex) -> [PageIndex]) {
        write(page(key).map(list) ?? [], into: &writer)
    }

    private func write(_ part: HubPart?, into writer: inout RecordWriter) {
        writer.write(part?.groups ?? []) { writer, group in
            writer.write(group.title)
            writer.write(group.id)
            write(group.pages, into: &writer)
        }
        writer.write(part?.jumps ?? []) { writer, jump in
            writer.write(jump.title)
            writer.write(jump.id)
            writer.write(jump.part)
        }
    }

    private func writeLink(_ key: String, into writer: inout RecordWriter) {
        let cut = key.utf8.lastIndex(of: 0x0A)
        // An absolute destination is the same from every page; a site may have lost all of its pages.
        guard view.pageCount > 0 else { return }
        let base = cut.flatMap { page(String(key[key.utf8.index(after: $0)...])) } ?? PageIndex(0)
        let destination = cut.map { String(key[..<$0]) } ?? key
        switch view.resolve(destination, from: view.header(base)) {
        case .page(let page, let suffix):
            writer.write(UInt64(0))
            writer.write(view.header(page).address.path)
            writer.write(view.name(of: page))
            writer.write(suffix)
        case .samePage(let fragment):
            writer.write(UInt64(1))
            writer.write(fragment)
        case .withheld(let page):
            writer.write(UInt64(2))
            writer.write(page.path)
        case .file(let path, let suffix):
            writer.write(UInt64(3))
            writer.write(path)
            writer.write(suffix)
        case .external(let url):
            writer.write(UInt64(4))
            writer.write(url)
        case .unknown(let written):
            writer.write(UInt64(5))
            writer.write(written)
        }
    }

    /// What is said once for the whole site.
    private func writeCompanion(_ question: SiteQuestion, into writer: inout RecordWriter) {
        let (code, rest) = Self.parts(of: question.key)
        let language = view.settings.language(code)
        switch question.kind {
        case .person: writer.write(view.person(question.key)) { write($1, into: &$0) }
        case .topics:
            writer.write(view.topics) { writer, topic in
                writer.write(topic.id)
                write(topic.name, into: &writer)
                writer.write(topic.order ?? Int.min)
            }
        case .sharedText:
            writer.write(language.flatMap { view.sharedText(rest, in: $0) }) { writer, text in
                writer.write(text.title)
                // What stands in the file is all that the text depends on.
                writer.write(text.body.location.map { Fingerprint(of: $0.file.bytes) } ?? Fingerprint(of: []))
            }
        case .sharedTexts: writer.write(language.map { view.sharedTextIDs(in: $0) } ?? []) { $0.write($1) }
        case .term: write(language.flatMap { view.term(rest, in: $0) }.map { [$0] } ?? [], into: &writer)
        case .terms:
            guard let language else { return }
            for name in view.termNames(in: language) {
                writer.write(name)
                write(view.term(name, in: language).map { [$0] } ?? [], into: &writer)
            }
        case .termNames:
            writer.write(language.flatMap { view.glossaries[$0.code] }?.names ?? []) { writer, name in
                writer.write(name.name)
                writer.write(view.name(of: name.page))
            }
        case .catalog:
            writer.write(catalog)
            writeCatalogState(into: &writer)
        case .catalogState: writeCatalogState(into: &writer)
        case .uptime: writer.write(view.uptime.map { Fingerprint(of: $0.file) } ?? Fingerprint(of: []))
        case .redirects:
            writer.write(view.redirects) { writer, redirect in
                writer.write(redirect.from)
                writer.write(redirect.to)
                writer.write(redirect.status)
            }
        case .withheld:
            writer.write(view.withheldPages) { writer, page in
                writer.write(page.path)
                writer.write(page.isExpired)
            }
        case .staticFiles: writer.write(view.staticPaths) { $0.write($1) }
        default: writeCatalogPart(question, into: &writer)
        }
    }

    private func write(_ person: Person, into writer: inout RecordWriter) {
        write(person.name, into: &writer)
        writer.write(person.url)
        writer.write(person.role) { write($1, into: &$0) }
        writer.write(person.isOrganization)
    }

    func write(_ text: LocalizedText, into writer: inout RecordWriter) {
        for language in view.settings.languages { writer.write(text.text(in: language.code)) }
    }
}
