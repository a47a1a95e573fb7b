import Bytes
import Diagnostics
import Jinja
import Outputs
import SiteModel

/// Every file of a site: pages in parallel, then the files that are made of them. What is done is written at once, so that
/// no more than a few pages are in memory.
struct SiteRendering: Sendable {
    struct Result: Sendable {
        var files = 0
        var diagnostics: [Diagnostic] = []
        /// The first system call that failed; nothing may be published then.
        var problem: OutputTree.Problem?
    }

    /// What a chunk of pages leaves behind.
    private struct Chunk: Sendable {
        var files = 0
        var twins: [PageProducts.Twin?] = []
        var findings: [PageFindings] = []
        var inlineCode = InlineCode()
        var diagnostics: [Diagnostic] = []
        var problem: OutputTree.Problem?
    }

    let view: SiteView
    let pages: HTMLPages
    let assets: [(path: String, bytes: [UInt8])]
    /// Whether a template holds scripts or styles of its own.
    private let hasInlineCode: Bool

    private init(copying other: SiteRendering, _ view: SiteView, _ pages: HTMLPages) {
        self.view = view
        self.pages = pages
        assets = other.assets
        hasInlineCode = other.hasInlineCode
    }

    init(_ site: Site, _ theme: Theme, now: Moment) {
        view = SiteView(site, now: now)
        let named = theme.assets.map { asset in (asset.path, HashedName.of(asset.path, asset.bytes), asset.bytes) }
        assets = named.map { (path: "assets/" + $0.1, bytes: $0.2) }
        let paths = named.map { (name: HashedName.variable($0.0), path: "/assets/" + $0.1) }
        let globals = SiteGlobals(
            view,
            assets: SiteGlobals.Assets(
                stylesheet: paths.first { $0.name == "site_css" }?.path ?? "",
                script: paths.first { $0.name == "site_js" }?.path, paths: paths))
        let library = TemplateLibrary(files: theme.templates.map(\.file))
        pages = HTMLPages(library, view, globals: globals)
        hasInlineCode = theme.templates.contains { InlineCode.mayCome(from: $0.file.bytes) }
    }

    /// - Parameter stage: where to write; nil to only find what is wrong.
    func run(jobs: Int, to stage: OutputStage?) async -> Result {
        let chunks = await ParallelWork(jobs: jobs, chunk: 64)
            .results(of: view.pageCount, with: { ownCopy() }) { $0.render($1, to: stage) }
        let inlineCode = chunks.reduce(into: InlineCode()) { $0.formUnion($1.inlineCode) }
        let products = PageProducts(twins: chunks.flatMap(\.twins), inlineCode: inlineCode)
        let tasks = siteTasks(products)
        var result = Result(diagnostics: pages.diagnostics)
        for chunk in chunks {
            result.files += chunk.files
            result.diagnostics += chunk.diagnostics
            result.problem = result.problem ?? chunk.problem
        }
        let paths = { tasks.map(\.task.path) + assets.map(\.path) }
        result.diagnostics += LinkFindings.broken(chunks.flatMap(\.findings), view, otherFiles: paths, html: html)
        result.diagnostics += OutputCollisions.among(paths(), view)
        result.diagnostics += sharedTextMistakes() + SecurityExpiry.mistakes(in: view)
        guard let stage, result.problem == nil else { return result }
        await writeSiteFiles(tasks, products, to: stage, jobs: jobs, &result)
        return result
    }
}

extension SiteRendering {
    /// The same with objects of its own, for one task.
    private func ownCopy() -> SiteRendering {
        let view = view.copy()
        return SiteRendering(copying: self, view, pages.copy(with: view))
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
            try pages.render(PageTexts(of: page, in: view), view, into: &buffer)
            return buffer.count == 0 ? nil : buffer.bytes
        } catch {
            return nil
        }
    }

    private func render(_ range: Range<Int>, to stage: OutputStage?) -> Chunk {
        var chunk = Chunk()
        var buffer = ByteBuffer(capacity: 65_536)
        do throws(OutputTree.Problem) {
            for position in range { try render(PageIndex(position), to: stage, &chunk, &buffer) }
        } catch {
            chunk.problem = error
        }
        return chunk
    }

    private func render(
        _ page: PageIndex, to stage: OutputStage?, _ chunk: inout Chunk, _ buffer: inout ByteBuffer
    ) throws(OutputTree.Problem) {
        let header = view.header(page)
        let texts = PageTexts(of: page, in: view)
        let body = texts.body
        if let body { chunk.diagnostics += body.diagnostics }
        chunk.findings.append(PageFindings(page, header, body, view))
        buffer.truncate(to: 0)
        do throws(Failure) {
            try pages.render(texts, view, into: &buffer)
        } catch {
            chunk.diagnostics += error.diagnostics
        }
        if hasInlineCode { chunk.inlineCode.add(html: buffer) }
        try stage?.write(buffer, to: header.address.htmlFile)
        chunk.files += 1
        guard header.kind != "not-found" else {
            chunk.twins.append(nil)
            return
        }
        buffer.truncate(to: 0)
        chunk.twins.append(MarkdownTwin.render(texts, view, into: &buffer))
        try stage?.write(buffer, to: header.address.twinFile)
        chunk.files += 1
    }
}

/// The files that are made of the whole site.
extension SiteRendering {
    private struct SiteTask: Sendable {
        let format: any SiteFormat.Type
        let task: OutputTask
    }

    private func siteTasks(_ products: PageProducts) -> [SiteTask] {
        OutputRegistry.siteFormats.filter { view.settings.wants(output: $0.name) }.flatMap { format in
            format.tasks(view, products).map { SiteTask(format: format, task: $0) }
        }
    }

    private func writeSiteFiles(
        _ tasks: [SiteTask], _ products: PageProducts, to stage: OutputStage, jobs: Int, _ result: inout Result
    ) async {
        var products = products
        let last = tasks.filter { $0.format.describesFiles }
        for group in [tasks.filter { !$0.format.describesFiles }, last] where result.problem == nil {
            products.files += await write(group, products, to: stage, jobs: jobs, &result)
        }
        result.files += tasks.count + assets.count
        do throws(OutputTree.Problem) {
            for asset in assets { try stage.write(asset.bytes, to: asset.path) }
        } catch {
            result.problem = result.problem ?? error
        }
    }

    /// - Returns: the files that are written.
    private func write(
        _ tasks: [SiteTask], _ products: PageProducts, to stage: OutputStage, jobs: Int, _ result: inout Result
    ) async -> [PageProducts.File] {
        let done = await ParallelWork(jobs: jobs, chunk: 1).results(of: tasks.count) { range in
            var buffer = ByteBuffer(capacity: 65_536)
            var files: [PageProducts.File] = []
            do throws(OutputTree.Problem) {
                for number in range { files.append(try write(tasks[number], products, to: stage, &buffer)) }
                return (files: files, problem: nil as OutputTree.Problem?)
            } catch {
                return (files: files, problem: error)
            }
        }
        result.problem = done.lazy.compactMap(\.problem).first
        return done.flatMap(\.files)
    }

    private func write(
        _ task: SiteTask, _ products: PageProducts, to stage: OutputStage, _ buffer: inout ByteBuffer
    ) throws(OutputTree.Problem) -> PageProducts.File {
        let pieces = task.format.render(task.task, view, products)
        let length = try stage.write(pieces, to: task.task.path, through: &buffer) {
            (piece, buffer: inout ByteBuffer) throws(OutputTree.Problem) in
            switch piece {
            case .bytes(let bytes): buffer.append(bytes)
            case .twinContent(let page):
                guard let twin = products.twin(page) else { return }
                try stage.append(view.header(page).address.twinFile, twin.contentStart..<twin.length, to: &buffer)
            }
        }
        return PageProducts.File(task.task, format: task.format.name, length: length, view)
    }
}
