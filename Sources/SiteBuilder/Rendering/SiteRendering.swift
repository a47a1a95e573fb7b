import Bytes
import Diagnostics
import Incremental
import Jinja
import Outputs
import Parallel
import Safety
import SiteModel
import Synchronization

/// Renders pages in parallel, then the files that are made of them. What is done is written at once, so that no more than a few
/// pages are in memory.
struct SiteRendering: Sendable {
    /// Notes nothing.
    let view: SiteView
    let pages: HTMLPages
    let assets: [(path: String, bytes: [UInt8])]
    let jobs: Int
    private let progress: BuildProgress?
    /// Whether a template holds scripts or styles of its own.
    let hasInlineCode: Bool
    /// Whether finished files are read back and compared.
    let verifies: Bool
    let judgesReadiness: Bool
    /// Nil when texts can hold no markup.
    let hiding: HidingClasses?

    /// - Parameter kinds: those of the pages that are to be rendered.
    init(
        _ view: SiteView, _ theme: Theme, kinds: Set<String>, cards: [CardValue], _ options: BuildOptions
    ) {
        self.view = view
        jobs = options.jobs
        progress = options.progress
        verifies = options.verifies
        judgesReadiness = options.judgesReadiness
        hasInlineCode = theme.templates.contains { InlineCode.mayCome(from: $0.file.bytes) }
        assets = theme.named.map { (path: "assets/" + $0.name, bytes: $0.bytes) }
        let sheets = theme.assets.filter { $0.path.hasSuffix(".css") }.map(\.bytes)
        hiding = view.settings.allowedHTML.isEmpty ? nil : HidingClasses(in: sheets)
        let globals = SiteGlobals(view, assets: theme.paths, cards: cards)
        let library = TemplateLibrary(files: theme.templates.map(\.file))
        pages = HTMLPages(library, view, globals: globals, kinds: kinds)
    }

    /// What a wave of pages gave.
    struct Wave: Sendable {
        var pages: [RenderedPage] = []
        /// In the order of the pages, until links are judged.
        var findings: [PageFindings] = []
        /// By renderer: what the numbers in traces mean.
        var questions: [[SiteQuestion]] = []
        var globalsTrace = ReadTrace()
        /// The first system call that failed; nothing may be published then.
        var problem: OutputTree.Problem?
    }

    private struct Chunk: Sendable {
        var pages: [RenderedPage] = []
        var findings: [PageFindings] = []
        var problem: OutputTree.Problem?
    }

    /// - Parameter stage: where to write; nil to only find what is wrong.
    func render(_ wanted: [PageIndex], to stage: OutputStage?) async -> Wave {
        guard !wanted.isEmpty else { return Wave() }
        let work = ParallelWork(jobs: jobs, chunk: 64)
        progress?.want(wanted.count)
        let taskCount = work.taskCount(for: wanted.count)
        let renderers = (0..<taskCount).map { PageRenderer(number: $0, self, forMany: taskCount > 1) }
        let next = RendererCounter()
        let chunks = await work.results(of: wanted.count, with: { renderers[next.take()] }) { renderer, range in
            var chunk = Chunk()
            chunk.pages.reserveCapacity(range.count)
            chunk.findings.reserveCapacity(range.count)
            var room = PageRenderer.Room()
            do throws(OutputTree.Problem) {
                for position in range {
                    let rendered = try renderer.render(wanted[position], to: stage, &room)
                    chunk.pages.append(rendered.page)
                    chunk.findings.append(rendered.findings)
                }
            } catch {
                chunk.problem = error
            }
            progress?.done(range.count)
            return chunk
        }
        var wave = Wave(questions: renderers.map(\.reads.questions), globalsTrace: renderers[0].globalsTrace)
        wave.pages.reserveCapacity(wanted.count)
        wave.findings.reserveCapacity(wanted.count)
        for chunk in chunks {
            wave.pages += chunk.pages
            wave.findings += chunk.findings
            wave.problem = wave.problem ?? chunk.problem
        }
        return wave
    }

    /// Hands out the renderers, one to each task.
    private final class RendererCounter: Sendable {
        private let next = Atomic(0)

        func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
    }

    /// One page alone, for what a check wants to know of it; nil when its template is wrong.
    func html(_ page: PageIndex) -> [UInt8]? {
        var buffer = ByteBuffer(capacity: 65_536)
        do throws(Failure) {
            try pages.render(PageTexts(of: page, in: view), view, into: &buffer)
            return buffer.count == 0 ? nil : buffer.bytes
        } catch {
            return nil
        }
    }

    /// Shared texts are checked once, as the home page of their language sees them.
    func sharedTextMistakes() -> [Diagnostic] {
        view.settings.languages.flatMap { language -> [Diagnostic] in
            guard let home = view.page(.home, in: language) else { return [] }
            let writer = RichTextWriter(view, for: view.header(home))
            return view.sharedTextIDs(in: language).compactMap { view.sharedText($0, in: language) }
                .flatMap { writer.mistakes(in: $0.body) }
        }
    }
}
