import Bytes
import ContentLoading
package import Diagnostics
import Glibc
import Incremental
import Outputs
import SiteModel

/// Loads, checks, renders, and publishes when nothing is wrong. What an earlier build left and still holds is not made again; the
/// result is the same, byte for byte.
package struct SiteBuild: Sendable {
    package struct Result: Sendable {
        package let pages: Int
        /// How many pages were rendered; the others were kept.
        package let renderedPages: Int
        /// Nil when nothing was published.
        package let published: OutputTree.Summary?
        package let diagnostics: [Diagnostic]
        /// Nil unless asked for, and when nothing was published.
        package let hosting: Hosting?
        /// From which second on another build would give something else of the same sources; nil unless hosting is asked for.
        package let nextMoment: Int?
        /// Nil unless hosting is asked for, and when nothing was published.
        package let review: EditorialReview?
        package let remains: Remains
    }

    /// What a build leaves in memory: a great many small blocks. A process that ends anyway need not free them one by one.
    package final class Remains: Sendable {
        private let run: RenderRun?
        private let record: BuildRecord?
        private let result: RenderRun.Result?

        init(_ run: RenderRun?, _ record: BuildRecord?, _ result: RenderRun.Result?) {
            self.run = run
            self.record = record
            self.result = result
        }

        /// Keeps everything until the process ends. Only for commands that build once.
        package func keepUntilExit() { _ = Unmanaged.passRetained(self) }
    }

    let options: BuildOptions
    let tree: OutputTree
    private let store: BuildStore

    /// - Parameter output: the folder to publish to.
    package init(_ options: BuildOptions, output: String) {
        self.options = options
        tree = OutputTree(path: output)
        store = BuildStore(siteRoot: options.siteRoot, output: tree.path)
    }

    package func run() async throws(OutputTree.Problem) -> Result {
        try tree.check(outside: ["Content", "Templates"], of: options.siteRoot)
        let lock = try tree.lock()
        defer { tree.unlock(lock) }
        var left = Self.attempts
        while true {
            left -= 1
            if let result = try await attempt(isLast: left == 0) { return result }
        }
    }

    /// How often a build begins again because sources changed under it.
    private static let attempts = 4

    /// - Returns: nil when sources changed while they were rendered, and this is not the last attempt.
    private func attempt(isLast: Bool) async throws(OutputTree.Problem) -> Result? {
        let published = tree.openPublished()
        defer { if let published { close(published) } }
        async let scanned = SiteSources(options)
        let known = options.isClean || options.verifies ? nil : await store.load(jobs: options.jobs)
        let sources = await scanned
        if let record = known, !options.tellsHosting, record.isSilent, record.clock.holds(at: options.now),
            let listing = sources.fingerprint(),
            listing == record.listing, record.options == OptionsFingerprint.of(options),
            await isAsLeft(known, published)
        {
            let files = record.fileCount
            return Result(
                pages: record.pages.count, renderedPages: 0,
                published: OutputTree.Summary(files: files, changed: 0, removed: 0), diagnostics: [],
                hosting: nil, nextMoment: nil, review: nil, remains: Remains(nil, record, nil))
        }
        let (loaded, isUntouched) = await LoadedSite.load(sources, options, since: known) {
            await isAsLeft(known, published)
        }
        guard isUntouched else {
            return try await run(loaded, since: nil, published, whole: known == nil ? .first : .touched, isLast: isLast)
        }
        return try await run(loaded, since: known, published, whole: .frame, isLast: isLast)
    }
}

extension SiteBuild {
    private func isAsLeft(_ record: BuildRecord?, _ published: Int32?) async -> Bool {
        guard let record, let published else { return false }
        return await record.isAsLeft(in: published, jobs: options.jobs)
    }

    private func run(
        _ loaded: LoadedSite, since known: BuildRecord?, _ published: Int32?, whole: RenderCause.Reason, isLast: Bool
    ) async throws(OutputTree.Problem) -> Result? {
        let sources = loaded.sources
        var record = known.flatMap { $0.frame == loaded.frame ? $0 : nil }
        // After a mistake nothing will be published: then pages are only rendered to find the other mistakes.
        let isPublishable = !diagnostics(loaded).contains { $0.severity == .error }
        var stage: OutputStage?
        if isPublishable {
            if let known = record, let published {
                stage = try tree.updatedStage(
                    published: published, spare: known.spare, pending: known.pending,
                    files: { known.publishedFiles.map(\.path) })
                if stage == nil { record = nil }
            }
            if stage == nil { stage = try tree.freshStage(published: published) }
        }
        let run = await RenderRun(loaded, options, since: record, whole: whole, packed: known?.packed ?? [])
        let result = await run.run(to: stage)
        if sources.files.areUnsteady, !isLast {
            if let stage { await drop(stage, record) }
            return nil
        }
        let diagnostics = diagnostics(loaded, result.diagnostics)
        let remains = Remains(run, record, result)
        guard let stage else { return Self.unpublished(run, result, diagnostics, remains) }
        if diagnostics.contains(where: { $0.severity == .error }) || result.problem != nil {
            await drop(stage, record)
            // A name that is taken can't be written to, and the diagnostics name both that want it.
            let isTaken = diagnostics.contains { $0.code == .outputCollision && $0.severity == .error }
            if let problem = result.problem, !isTaken { throw problem }
            return Self.unpublished(run, result, diagnostics, remains)
        }
        let changed = stage.changedCount
        let removed = record == nil ? removed(by: result, since: known, published) : result.removed.count
        do throws(OutputTree.Problem) {
            try await publish(stage, result, since: record, isSilent: diagnostics.isEmpty, sources)
        } catch {
            stage.close()
            stage.remove()
            throw error
        }
        let files = result.record?.fileCount ?? 0
        return Result(
            pages: run.view.pageCount, renderedPages: result.renderedPages,
            published: OutputTree.Summary(files: files, changed: changed, removed: removed),
            diagnostics: diagnostics,
            hosting: result.hosts.map { Hosting($0, result.record?.publishedFiles ?? [], run.view) },
            nextMoment: run.nextMoment,
            review: options.tellsHosting ? EditorialReview(loaded.site, now: options.now) : nil, remains: remains)
    }

    /// How many published files a tree that was made anew leaves out.
    private func removed(by result: RenderRun.Result, since known: BuildRecord?, _ published: Int32?) -> Int {
        guard published != nil, let record = result.record else { return 0 }
        let now = Set(record.publishedFiles.map(\.path))
        if let known { return known.publishedFiles.count { !now.contains($0.path) } }
        let there = (try? SiteFiles(root: tree.path).entries(below: "")) ?? []
        return there.count { !now.contains($0.path) }
    }

    private static func unpublished(
        _ run: RenderRun, _ result: RenderRun.Result, _ diagnostics: [Diagnostic], _ remains: Remains
    ) -> Result {
        Result(
            pages: run.view.pageCount, renderedPages: result.renderedPages, published: nil, diagnostics: diagnostics,
            hosting: nil, nextMoment: run.nextMoment, review: nil, remains: remains)
    }

    /// Leaves the published folder as it was. A stage that was made of the spare becomes it again.
    private func drop(_ stage: OutputStage, _ record: BuildRecord?) async {
        defer { stage.close() }
        stage.removeDrafts()
        guard var record, let names = record.spareFolderNames(with: stage.changes),
            let folders = OutputFolders(names, in: stage.folder)
        else { return stage.remove() }
        record.pending = Array(Set(stage.changes)).sorted()
        record.spare = folders
        tree.keep(stage)
        await store.save(record, jobs: options.jobs)
    }

    private func publish(
        _ stage: OutputStage, _ result: RenderRun.Result, since old: BuildRecord?, isSilent: Bool,
        _ sources: SiteSources
    ) async throws(OutputTree.Problem) {
        guard var record = result.record else { return }
        record.isSilent = isSilent
        record.options = OptionsFingerprint.of(options)
        let names =
            if let old, result.isSameFiles { old.folders.paths } else { OutputFolders.holding(record.publishedFiles) }
        if let old, !result.isChanged {
            // Nothing is to be exchanged: the stage is the same as what is published.
            record.folders = old.folders
            record.spare = OutputFolders(names, in: stage.folder)
            record.pending = []
            tree.keep(stage)
        } else {
            record.folders = OutputFolders(names, in: stage.folder) ?? OutputFolders()
            record.spare = old?.folders
            record.pending = old == nil ? [] : stage.changes
            try tree.publish(stage, keepsOld: old != nil)
        }
        stage.close()
        // A file that changed while the build went on may have been seen in two states.
        if sources.files.areUnsteady { store.remove() } else { await store.save(record, jobs: options.jobs) }
    }

    private func diagnostics(_ loaded: LoadedSite, _ others: [Diagnostic] = []) -> [Diagnostic] {
        var collector = DiagnosticCollector()
        collector.add(contentsOf: loaded.diagnostics)
        collector.add(contentsOf: others)
        return CheckLevels.applied(to: collector.sorted(), loaded.site.settings, isStrict: options.isStrict)
    }
}
