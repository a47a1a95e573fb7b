import Bytes
import Diagnostics
import Jinja
import Outputs
import SiteModel

/// Every file of a site as bytes: pages in parallel, then the files that are made of them.
struct SiteRendering: Sendable {
    struct File: Sendable {
        let path: String
        let bytes: [UInt8]
    }

    struct Result: Sendable {
        var files: [File] = []
        var diagnostics: [Diagnostic] = []
    }

    private struct Stretch: Sendable {
        var files: [File] = []
        var twins: [(page: PageIndex, twin: PageProducts.Twin, bytes: [UInt8])] = []
        var findings: [PageFindings] = []
        var diagnostics: [Diagnostic] = []
    }

    let view: SiteView
    let pages: HTMLPages
    let assets: [File]

    init(_ site: Site, _ theme: Theme, now: Moment) {
        view = SiteView(site, now: now)
        let named = theme.assets.map { asset in (asset.path, HashedName.of(asset.path, asset.bytes), asset.bytes) }
        assets = named.map { File(path: "assets/" + $0.1, bytes: $0.2) }
        let paths = named.map { (name: HashedName.variable($0.0), path: "/assets/" + $0.1) }
        let globals = SiteGlobals(
            view,
            assets: SiteGlobals.Assets(
                stylesheet: paths.first { $0.name == "site_css" }?.path ?? "",
                script: paths.first { $0.name == "site_js" }?.path, paths: paths))
        let library = TemplateLibrary(files: theme.templates.map(\.file))
        pages = HTMLPages(library, view, globals: globals)
    }

    func run(jobs: Int) async -> Result {
        var result = Result(files: assets, diagnostics: pages.diagnostics)
        let count = view.pageCount
        let stretches = max(1, min(jobs, count))
        var rendered = [Stretch](repeating: Stretch(), count: stretches)
        await withTaskGroup(of: (Int, Stretch).self) { group in
            for number in 0..<stretches {
                group.addTask {
                    (number, render(count * number / stretches..<count * (number + 1) / stretches))
                }
            }
            for await (number, stretch) in group { rendered[number] = stretch }
        }
        var twins = [PageProducts.Twin?](repeating: nil, count: count)
        var twinBytes = [[UInt8]](repeating: [], count: count)
        for stretch in rendered {
            result.files += stretch.files
            result.diagnostics += stretch.diagnostics
            for entry in stretch.twins {
                twins[entry.page.position] = entry.twin
                twinBytes[entry.page.position] = entry.bytes
            }
        }
        siteFiles(PageProducts(twins: twins), twinBytes, &result)
        let known = Set(result.files.map { "/" + $0.path } + view.staticPaths)
        let findings = rendered.flatMap(\.findings)
        var links = LinkFindings(findings, view, files: known, html: html)
        result.diagnostics += links.broken(findings)
        result.diagnostics += OutputCollisions.among(result.files.map(\.path), view.staticFiles)
        result.diagnostics += sharedTextMistakes()
        return result
    }

    /// Shared texts are checked once, as the home page of their language sees them.
    private func sharedTextMistakes() -> [Diagnostic] {
        view.settings.languages.flatMap { language -> [Diagnostic] in
            guard let home = view.page(.home, in: language) else { return [] }
            let writer = RichTextWriter(view, for: view.header(home))
            return view.sharedTextIDs(in: language).compactMap { view.sharedText($0, in: language) }
                .flatMap { writer.mistakes(in: $0.body) }
        }
    }

    /// One page alone, for what a check wants to know of it; nil when its template is wrong.
    private func html(_ page: PageIndex) -> [UInt8]? {
        var buffer = ByteBuffer(capacity: 65_536)
        do throws(Failure) {
            try pages.render(page, view, body: view.body(of: page), into: &buffer)
            return buffer.count == 0 ? nil : buffer.bytes
        } catch {
            return nil
        }
    }

    private func render(_ range: Range<Int>) -> Stretch {
        var stretch = Stretch()
        var buffer = ByteBuffer(capacity: 65_536)
        for position in range {
            let page = PageIndex(position)
            let header = view.header(page)
            let body = view.body(of: page)
            if let body { stretch.diagnostics += body.diagnostics }
            stretch.findings.append(PageFindings(page, header, body, view))
            buffer.truncate(to: 0)
            do throws(Failure) {
                try pages.render(page, view, body: body, into: &buffer)
            } catch {
                stretch.diagnostics += error.diagnostics
            }
            stretch.files.append(File(path: header.address.htmlFile, bytes: buffer.bytes))
            guard header.kind != "not-found" else { continue }
            buffer.truncate(to: 0)
            let twin = MarkdownTwin.render(page, view, body: body?.text, into: &buffer)
            let bytes = buffer.bytes
            stretch.files.append(File(path: header.address.twinFile, bytes: bytes))
            stretch.twins.append((page, twin, bytes))
        }
        return stretch
    }

    private func siteFiles(_ products: PageProducts, _ twinBytes: [[UInt8]], _ result: inout Result) {
        for format in OutputRegistry.siteFormats where view.settings.wants(output: format.name) {
            for task in format.tasks(view, products) {
                var buffer = ByteBuffer(capacity: 65_536)
                for piece in format.render(task, view, products) {
                    switch piece {
                    case .bytes(let bytes): buffer.append(bytes)
                    case .twinContent(let page):
                        guard let twin = products.twin(page) else { continue }
                        buffer.append(twinBytes[page.position][twin.contentStart...])
                    }
                }
                result.files.append(File(path: task.path, bytes: buffer.bytes))
            }
        }
    }
}

/// Names of the theme's files, with a hash of their content so that they can be cached for ever.
enum HashedName {
    static func of(_ path: String, _ bytes: [UInt8]) -> String {
        let hash = Fingerprint(of: bytes).hexadecimal.prefix(10)
        guard let dot = path.lastIndex(of: ".") else { return path + "-" + hash }
        return path[..<dot] + "-" + hash + path[dot...]
    }

    /// `images/favicon.svg` as templates call it: `favicon_svg`.
    static func variable(_ path: String) -> String {
        String((path.split(separator: "/").last ?? "").map { $0 == "." || $0 == "-" ? "_" : $0 })
    }
}
