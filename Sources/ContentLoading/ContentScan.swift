import Diagnostics
import PageKinds
import SiteModel

/// What stands where in `Content/`. Every file has a purpose or is reported: nothing vanishes silently.
struct ContentScan: Sendable {
    struct PageFile: Sendable {
        let path: String
        let language: Language
        let place: PagePlace
        let signature: FileSignature
    }

    var pages: [PageFile] = []
    var sharedTexts: [(path: String, language: Language)] = []
    var staticFiles: [StaticFile] = []
    var diagnostics: [Diagnostic] = []

    private static let settingsFiles = ["site.yaml", "people.yaml", "topics.yaml", "redirects.yaml", CrawlerList.path]

    /// - Parameter listing: of `Content/`.
    init(_ listing: SourceListing, _ settings: SiteSettings) {
        if let problem = listing.problem {
            diagnostics = [SourceReading.diagnostic(problem, listing.folder)]
            return
        }
        for entry in listing.entries {
            if Self.isLeftByEditor(entry.path) { continue }
            if let problem = entry.problem {
                diagnostics.append(SourceReading.diagnostic(problem, entry.path))
                continue
            }
            if let page = sibling(entry) { pages.append(page) } else { add(entry, settings) }
        }
    }

    /// Whether an editor program left a copy of a file there: `page.md~`, `#page.md#`.
    private static func isLeftByEditor(_ path: String) -> Bool {
        let bytes = path.utf8
        switch bytes.last {
        case 0x7E: return true
        case 0x23: return bytes[(bytes.lastIndex(of: 0x2F) ?? bytes.startIndex)...].dropFirst().first == 0x23
        default: return false
        }
    }

    /// The page in a file that stands in the same folder as the one before, which most do.
    private func sibling(_ entry: SiteFiles.Entry) -> PageFile? {
        guard let before = pages.last, let name = Self.name(of: entry.path, beside: before.path),
            let place = before.place.sibling(name.utf8)
        else { return nil }
        return PageFile(path: entry.path, language: before.language, place: place, signature: entry.signature)
    }

    /// The name of a file that stands in the same folder as another; nil when it doesn't.
    private static func name(of path: String, beside other: String) -> Substring? {
        var (path, other) = (path, other)
        let start = path.withUTF8 { path in
            other.withUTF8 { other -> Int? in
                guard let cut = other.lastIndex(of: 0x2F), cut < path.count,
                    path[...cut].elementsEqual(other[...cut]), !path[(cut + 1)...].contains(0x2F)
                else { return nil }
                return cut + 1
            }
        }
        return start.map { path[path.utf8.index(path.startIndex, offsetBy: $0)...] }
    }

    private mutating func add(_ entry: SiteFiles.Entry, _ settings: SiteSettings) {
        let path = entry.path
        let segments = path.utf8.split(separator: 0x2F).dropFirst().map { String(Substring($0)) }
        guard let first = segments.first else { return }
        if segments.count == 1 {
            if !Self.settingsFiles.contains(first) { report(path, near: first, among: Self.settingsFiles) }
        } else if first == "static" {
            staticFiles.append(StaticFile(path: segments.dropFirst().joined(separator: "/"), origin: .file(path)))
        } else if first == "shared" {
            addShared(path, segments, settings)
        } else if first == "catalog" {
            return
        } else if let language = settings.language(first) {
            addPage(entry, segments.dropFirst(), language)
        } else if !settings.languages.isEmpty {
            // Without settings nobody knows which folders are languages.
            report(path, near: first, among: settings.languages.map(\.code) + ["shared", "static", "catalog"])
        }
    }

    private mutating func addShared(_ path: String, _ segments: [String], _ settings: SiteSettings) {
        guard segments.count == 3, path.hasSuffix(".md"), let language = settings.language(segments[1]) else {
            report(path, near: segments[1], among: settings.languages.map(\.code))
            return
        }
        sharedTexts.append((path, language))
    }

    private mutating func addPage(_ entry: SiteFiles.Entry, _ segments: ArraySlice<String>, _ language: Language) {
        let path = entry.path
        guard let place = PagePlace(segments) else {
            report(path, near: segments.first ?? "", among: PageKindRegistry.folders)
            return
        }
        pages.append(PageFile(path: path, language: language, place: place, signature: entry.signature))
    }

    private mutating func report(_ path: String, near name: String, among names: [String]) {
        let kinds = names.joined(separator: ", ")
        diagnostics.append(
            Diagnostic(
                .misplacedFile, at: SourceLocation(file: path),
                Message(
                    en: "no page, setting or static file is expected here, so this file would vanish",
                    zh: "这里不该有页面、设置或静态文件，这个文件会悄悄消失"),
                hint: NearName.hint(for: name, among: names)
                    ?? Message(
                        en: "expected here: \(kinds); other files belong in Content/static/",
                        zh: "此处可以有：\(kinds)；其他文件请放到 Content/static/")))
    }
}
