import Bytes
import Diagnostics
import Incremental
import Outputs
import Parallel
import Readiness
import SiteChecks
import SiteModel

/// Renders what has to be rendered of a loaded site, and finds what is wrong with it.
struct RenderRun: Sendable {
    struct Result: Sendable {
        var diagnostics: [Diagnostic] = []
        /// The first system call that failed; nothing may be published then.
        var problem: OutputTree.Problem?
        var renderedPages = 0
        var renderedFiles = 0
        /// What the next build needs to know; nil when nothing was written.
        var record: BuildRecord?
        /// Files that were published before and are not part of the site any more.
        var removed: [String] = []
        var isChanged = false
        /// Whether the same files are published as before.
        var isSameFiles = false
        /// Nil unless asked for.
        var readiness: ReadinessReport.Evidence?
        /// Nil unless asked for.
        var hosts: HostPlan?
    }

    let loaded: LoadedSite
    let options: BuildOptions
    let record: BuildRecord?
    /// What the published tree holds packed, whatever else changed.
    let packed: [Precompression.Entry]
    /// Why everything is rendered, when there is no record.
    let whole: RenderCause.Reason
    let rendering: SiteRendering
    let facts: PageFingerprints
    let replies: SiteReplies

    var view: SiteView { rendering.view }

    /// Only who waits for it asks to be told.
    var nextMoment: Int? {
        options.tellsHosting ? SiteMoments.next(in: loaded.site, after: options.now) : nil
    }

    /// Of so many pages, what others show of them takes 40 megabytes.
    private static let mostCards = 50_000

    /// - Parameter record: of an earlier build with the same frame; nil to render everything.
    init(
        _ loaded: LoadedSite, _ options: BuildOptions, since record: BuildRecord?,
        whole: RenderCause.Reason = .first, packed: [Precompression.Entry] = []
    ) async {
        self.packed = packed
        self.whole = whole
        self.loaded = loaded
        self.options = options
        self.record = record
        // What others show of a page is worked out ahead, unless few pages are rendered or there is too much of it.
        let hasCards = record == nil && loaded.site.headers.count <= Self.mostCards
        let view = await SiteView(loaded.site, now: options.now, forManyPages: hasCards, jobs: options.jobs)
        // The longest of them begins first.
        async let prepared: Void? = record == nil || loaded.hasNewPages ? view.prepareRelated() : nil
        async let facts = PageFingerprints(loaded, view, options, since: record)
        var cards: [CardValue] = []
        if hasCards {
            cards = await ParallelWork(jobs: options.jobs, chunk: 512).results(of: view.pageCount) {
                SiteGlobals.cards(of: $0, view)
            }.flatMap { $0 }
        }
        let kinds = Set(loaded.site.headers.map(\.kind))
        rendering = SiteRendering(view, loaded.theme, kinds: kinds, cards: cards, options)
        replies = SiteReplies(view.copy(reads: nil), catalog: loaded.catalog)
        self.facts = await facts
        await prepared
    }

    /// - Parameter stage: where to write; nil to only find what is wrong.
    func run(to stage: OutputStage?) async -> Result {
        var plan = makePlan()
        var result = Result(diagnostics: rendering.pages.diagnostics)
        var waves = [await rendering.render(plan.wanted, to: stage)]
        result.problem = waves[0].problem
        let products: PageProducts
        do throws(OutputTree.Problem) {
            products = try await self.products(plan, waves, to: stage)
        } catch {
            result.problem = result.problem ?? error
            return result
        }
        let productReplies = ProductReplies(view, products)
        noteProducts(waves[0].pages, productReplies, &plan)
        let tasks = await SiteTasks(view, products, productReplies, since: record, plan, jobs: options.jobs)
        let paths = tasks.paths + rendering.assets.map(\.path)
        // Links to places and files that are gone: their pages are rendered again, to say where the links stand.
        let disappointed = disappointed(&plan, waves[0].findings, paths)
        if !disappointed.isEmpty {
            waves.append(await rendering.render(disappointed, to: stage))
            result.problem = result.problem ?? waves[1].problem
        }
        view.forgetRelated()
        let pages = waves.flatMap(\.pages)
        result.diagnostics += linkMistakes(&waves, paths)
        result.renderedPages = pages.count
        for page in pages { result.diagnostics += page.diagnostics }
        result.diagnostics += OutputCollisions.among(paths, view)
        // A checkup runs all of them.
        if !options.judgesReadiness {
            let checks = SiteCheckRegistry.asked(by: view.settings)
            result.diagnostics += await SiteCheckRegistry.mistakes(
                checks, in: loaded.site, now: options.now, jobs: options.jobs)
        }
        if options.verifies { result.diagnostics += disagreements(pages, tasks) }
        if let folder = options.finishedFolder {
            let others = tasks.files(of: AgreementRegistry.formats)
            result.diagnostics += await FinishedFiles(folder, view).disagreements(others, jobs: options.jobs)
        }
        if options.tellsHosting { result.hosts = HostPlan(view, products) }
        if options.judgesReadiness {
            result.readiness = readiness(pages, tasks, paths)
            let indexes = tasks.ownBytes(of: ["llms"]).map { (path: $0.path, bytes: $0.bytes) }
            result.diagnostics +=
                TokenBudgets.mistakes(view, products, indexes: indexes) + CrowdedFeeds.mistakes(in: view)
        }
        result.diagnostics += rendering.sharedTextMistakes() + SecurityExpiry.mistakes(in: view)
        guard let stage, result.problem == nil else { return result }
        await write(tasks, plan, &waves, to: stage, &result)
        return result
    }

    /// What the files of the whole site say of pages, compared with what the pages say.
    private func disagreements(_ pages: [RenderedPage], _ tasks: SiteTasks) -> [Diagnostic] {
        let files = tasks.ownBytes(of: AgreementRegistry.formats)
        let summaries = pages.compactMap(\.comparison?.summary)
        return AgreementRegistry.disagreements(files, summaries, baseURL: view.settings.baseURL)
            .map { $0.diagnostic(at: nil) }
    }

    private func readiness(_ pages: [RenderedPage], _ tasks: SiteTasks, _ paths: [String])
        -> ReadinessReport.Evidence
    {
        let all = (0..<view.pageCount).map { PageIndex($0) }
        let site = SiteUnderTest(
            settings: view.settings, now: options.now,
            pages: all.map { page in
                SiteUnderTest.Page(
                    url: view.canonical(page), title: view.title(of: page),
                    language: view.header(page).languageCode, twinURL: view.twinURL(page),
                    isListed: view.isListed(page), isInIndex: view.isInIndex(page), modified: view.modified(of: page))
            },
            files: tasks.ownBytes(of: ["llms", "sitemap", "sitemap-md", "robots"])
                .map { (path: $0.path, bytes: $0.bytes) },
            otherPaths: paths + view.staticFiles.map(\.path)
                + all.flatMap {
                    [view.header($0).address.htmlFile, String(view.header($0).address.twinPath.dropFirst())]
                },
            redirectTargets: view.redirects.filter { $0.status != 410 }.map(\.to))
        return ReadinessReport.Evidence(pages.compactMap(\.comparison?.readiness), site)
    }

    private func makePlan() -> RenderPlan {
        let generation = (record?.generation ?? 0) + 1
        guard let record else { return RenderPlan(facts, cause: RenderCause(whole, generation: generation)) }
        var writer = RecordWriter()
        return RenderPlan(facts, since: record, generation: generation) { question in
            reply(question, with: &writer)
        }
    }

    /// Judges the links of all rendered pages, and lets go of what is known of them: it is large.
    private func linkMistakes(_ waves: inout [SiteRendering.Wave], _ paths: [String]) -> [Diagnostic] {
        var links = LinkFindings(
            waves.flatMap(\.findings), view, otherFiles: { paths }, html: rendering.html)
        for index in waves.indices { waves[index].findings = [] }
        return links.diagnostics()
    }

    /// - Parameter products: known once everything is rendered.
    func reply(
        _ question: SiteQuestion, _ products: ProductReplies? = nil, with writer: inout RecordWriter
    ) -> Fingerprint {
        switch question.kind {
        case .template: templateReply(question.key)
        case .inlineCode, .search, .images: products?.reply(question) ?? Fingerprint(of: [])
        default: replies.reply(question, with: &writer)
        }
    }

    private func templateReply(_ kind: String) -> Fingerprint {
        let closure = Set(rendering.pages.closure(of: kind) ?? [])
        var writer = RecordWriter()
        for source in loaded.theme.templates where closure.contains(source.path) {
            writer.write(source.path)
            writer.write(source.file.bytes)
        }
        return writer.fingerprint()
    }

    /// What rendering left behind of each page, now or in an earlier build.
    private func products(
        _ plan: RenderPlan, _ waves: [SiteRendering.Wave], to stage: OutputStage?
    ) async throws(OutputTree.Problem) -> PageProducts {
        let kept = plan.kept.map { old in old.flatMap { record?.pages[$0] } }
        var twins = kept.map { $0?.twin }
        var images = kept.map { $0?.images ?? [] }
        var inlineCode = InlineCode()
        for entry in kept { if let entry, !entry.inlineCode.isEmpty { inlineCode.formUnion(entry.inlineCode) } }
        for wave in waves {
            for page in wave.pages {
                twins[page.page.position] = page.twin
                images[page.page.position] = page.images
                inlineCode.formUnion(page.inlineCode)
            }
        }
        if images.allSatisfy(\.isEmpty) { images = [] }
        var index: SearchIndex?
        // What failed to be written can't be read for the index, and is what went wrong.
        if view.settings.wants(output: Search.name), waves.allSatisfy({ $0.problem == nil }) {
            let length = twins.reduce(0) { $0 + ($1?.length ?? 0) }
            let plan = SearchPlan(view.copy(reads: nil), length: length)
            let work = SearchWork(view, plan, stage, jobs: options.jobs)
            index = try await work.index(waves.flatMap(\.pages), since: record)
        }
        return PageProducts(twins: twins, inlineCode: inlineCode, searchIndex: index, images: images)
    }

    /// The kept pages that link to a place or a file which is not there any more.
    private func disappointed(
        _ plan: inout RenderPlan, _ rendered: [PageFindings], _ paths: [String]
    ) -> [PageIndex] {
        guard let record, rendered.count < view.pageCount else { return [] }
        let isRendered = plan.kept.map { $0 == nil }
        let asksForFiles = record.questions.entries.contains { $0.kind == SiteQuestion.Kind.file.rawValue }
        var links = LinkFindings(
            rendered, view, otherFiles: { paths }, html: rendering.html, needsFiles: asksForFiles)
        for (number, entry) in record.questions.entries.enumerated() {
            switch SiteQuestion.Kind(rawValue: entry.kind) {
            case .file?: if !links.hasFile(entry.key) { plan.changed.note(question: number) }
            case .anchor?:
                guard let cut = entry.key.utf8.lastIndex(of: 0x0A),
                    let page = replies.page(String(entry.key[..<cut]))
                else {
                    plan.changed.note(question: number)
                    continue
                }
                let fragment = String(entry.key[entry.key.utf8.index(after: cut)...])
                if isRendered[page.position], !links.has(fragment, on: page) { plan.changed.note(question: number) }
            default: break
            }
        }
        var found: [PageIndex] = []
        for (position, old) in plan.kept.enumerated() {
            guard let old, let cause = plan.changed.cause(in: record.pages[old].trace) else { continue }
            plan.kept[position] = nil
            plan.causes[position] = plan.cause(cause, record)
            found.append(PageIndex(position))
        }
        return found
    }
}
