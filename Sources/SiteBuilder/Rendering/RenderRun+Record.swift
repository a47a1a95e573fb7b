import Bytes
import ContentLoading
import Incremental
import Outputs
import SiteChecks
import SiteModel

/// Writing the site-wide files, and what the next build has to know.
extension RenderRun {
    func write(
        _ tasks: SiteTasks, _ plan: RenderPlan, _ waves: inout [SiteRendering.Wave], to stage: OutputStage,
        _ result: inout Result
    ) async {
        let known = Dictionary(
            (record?.tasks ?? []).map { ($0.file.path, $0) }, uniquingKeysWith: { $1 })
        let causes = tasks.items.map { cause($0, known[$0.task.path], plan) }
        async let rendered = renderTasks(tasks, causes, known, to: stage)
        var questions = plan.questions
        var entries: [BuildRecord.TaskEntry?] = tasks.items.map { known[$0.task.path] }
        if record != nil {
            for index in entries.indices {
                entries[index] = entries[index].map { moved($0, plan) }
                entries[index]?.task = tasks.items[index].task
            }
        }
        var memo = ReplyMemo(questions)
        let offsets = waves.flatMap { wave in
            wave.questions.map { add($0, tasks.replies, to: &questions, &memo) }
        }
        let globals = globals(waves, offsets, plan)
        let pages = pageEntries(plan, &waves, offsets)
        let written = await rendered
        result.renderedFiles = written.rendered.count
        if let problem = written.problem {
            result.problem = problem
            return
        }
        for file in written.rendered {
            let offset = add(file.questions, tasks.replies, to: &questions, &memo)
            let item = tasks.items[file.number]
            entries[file.number] = BuildRecord.TaskEntry(
                plan: item.plan, format: item.format.name, languageCode: item.task.language?.code, task: item.task,
                file: file.written, trace: file.trace.shifted(by: offset),
                cause: causes[file.number] ?? RenderCause(.new, generation: plan.generation))
        }
        do throws(OutputTree.Problem) {
            let copies = try copies(to: stage)
            result.record = makeRecord(
                pages, entries.compactMap { $0 }, planEntries(tasks, &questions, &memo, plan), copies,
                globals, questions, plan)
            result.isSameFiles = isSameStructure(plan) && isSameFiles(tasks, copies)
            if !result.isSameFiles {
                try removeOld(result.record?.ownFiles ?? [], from: stage, &result)
            }
            if view.settings.machines.isPrecompressed { try await pack(to: stage, &result) }
        } catch {
            result.problem = error
        }
        result.isChanged = !stage.changes.isEmpty || record == nil
    }

    /// First the files that tell of pages, then those that tell of files.
    private func renderTasks(
        _ tasks: SiteTasks, _ causes: [RenderCause?], _ known: [String: BuildRecord.TaskEntry], to stage: OutputStage
    ) async -> (rendered: [SiteTasks.Rendered], problem: OutputTree.Problem?) {
        let numbers = tasks.items.indices
        let wanted = numbers.filter { causes[$0] != nil && !tasks.items[$0].format.describesFiles }
        let written = await tasks.render(wanted, to: stage, jobs: options.jobs)
        guard written.problem == nil else { return written }
        var files = tasks.items.map { known[$0.task.path]?.file }
        for file in written.rendered { files[file.number] = file.written }
        let last = await tasks.knowing(files)
            .render(numbers.filter { tasks.items[$0].format.describesFiles }, to: stage, jobs: options.jobs)
        return (written.rendered + last.rendered, last.problem)
    }

    private func cause(
        _ item: SiteTasks.Item, _ known: BuildRecord.TaskEntry?, _ plan: RenderPlan
    ) -> RenderCause? {
        guard let record else { return RenderCause(whole, generation: plan.generation) }
        guard let known else { return RenderCause(.new, generation: plan.generation) }
        if known.plan != item.plan { return RenderCause(.plan, generation: plan.generation) }
        return plan.changed.cause(in: known.trace).map { plan.cause($0, record) }
    }

    /// The entries of all pages.
    ///
    /// - Parameters:
    ///   - waves: afterwards without pages, each of which goes when its entry is made.
    ///   - offsets: by renderer of all waves: what the numbers of its questions begin with.
    private func pageEntries(
        _ plan: RenderPlan, _ waves: inout [SiteRendering.Wave], _ offsets: [Int]
    ) -> [BuildRecord.PageEntry?] {
        var entries = plan.kept.map { old in old.flatMap { record?.pages[$0] } }
        if plan.hasMoved {
            for position in entries.indices {
                entries[position] = entries[position].map { $0.with(moved($0.trace, plan)) }
            }
        }
        var olds = [Int?](repeating: nil, count: entries.count)
        for (old, new) in plan.positions.enumerated() { if let new { olds[new] = old } }
        var first = 0
        for index in waves.indices {
            while let page = waves[index].pages.popLast() {
                let position = page.page.position
                let old = olds[position].flatMap { record?.pages[$0] }
                let isSame = old.map { !page.isTwinChanged && $0.twin == page.twin } ?? false
                entries[position] = BuildRecord.PageEntry(
                    name: facts.names[position], sourcePath: view.header(page.page).sourcePath,
                    source: plan.sources[position], face: plan.faces[position], modified: facts.dates[position],
                    replies: page.replies, files: page.files, twin: page.twin, inlineCode: page.inlineCode,
                    images: page.images,
                    generation: isSame ? old?.generation ?? plan.generation : plan.generation,
                    trace: page.trace.shifted(by: offsets[first + page.renderer]),
                    isSilent: page.isSilent,
                    cause: plan.causes[position] ?? RenderCause(.new, generation: plan.generation))
            }
            first += waves[index].questions.count
        }
        return entries
    }

    /// Notes and twins that are not what they were.
    func noteProducts(_ pages: [RenderedPage], _ products: ProductReplies, _ plan: inout RenderPlan) {
        guard let record else { return }
        let kinds = [SiteQuestion.Kind.inlineCode, .search, .images].map(\.rawValue)
        for (number, entry) in record.questions.entries.enumerated() where kinds.contains(entry.kind) {
            guard let kind = SiteQuestion.Kind(rawValue: entry.kind),
                let reply = products.reply(SiteQuestion(kind, entry.key)), reply != entry.reply
            else { continue }
            plan.changed.note(question: number)
            plan.questions.set(number, reply: reply)
        }
        var olds = [Int?](repeating: nil, count: plan.kept.count)
        for (old, new) in plan.positions.enumerated() { if let new { olds[new] = old } }
        for page in pages {
            guard let old = olds[page.page.position] else { continue }
            let before = record.pages[old]
            if page.isTwinChanged || page.twin != before.twin {
                plan.changed.note(SiteQuestion.Kind.twin.rawValue, of: old)
            }
            if page.twin?.note != before.twin?.note || page.twin?.lineLength != before.twin?.lineLength {
                plan.changed.note(SiteQuestion.Kind.note.rawValue, of: old)
            }
        }
    }

    /// A trace of the record in today's numbers.
    private func moved(_ trace: ReadTrace, _ plan: RenderPlan) -> ReadTrace {
        guard plan.hasMoved else { return trace }
        var trace = trace
        trace.subjects = trace.subjects.compactMap { subject in
            plan.positions[ReadTrace.number(of: subject)].map {
                ReadTrace.subject(UInt8(ReadTrace.kind(of: subject)), $0)
            }
        }
        return trace
    }

    private func moved(_ task: BuildRecord.TaskEntry, _ plan: RenderPlan) -> BuildRecord.TaskEntry {
        var task = task
        task.trace = moved(task.trace, plan)
        return task
    }

    private func globals(_ waves: [SiteRendering.Wave], _ offsets: [Int], _ plan: RenderPlan) -> ReadTrace {
        if let wave = waves.first, !wave.pages.isEmpty { return wave.globalsTrace.shifted(by: offsets[0]) }
        return record.map { moved($0.globals, plan) } ?? ReadTrace()
    }

    /// - Returns: what the numbers of these questions begin with.
    private func add(
        _ new: [SiteQuestion], _ products: ProductReplies, to questions: inout QuestionTable, _ memo: inout ReplyMemo
    ) -> Int {
        let offset = questions.entries.count
        var writer = RecordWriter()
        for question in new {
            let reply = memo.reply(question) { self.reply(question, products, with: &writer) }
            questions.append(QuestionTable.Entry(kind: question.kind.rawValue, key: question.key, reply: reply))
        }
        return offset
    }

    private func planEntries(
        _ tasks: SiteTasks, _ questions: inout QuestionTable, _ memo: inout ReplyMemo, _ plan: RenderPlan
    ) -> [BuildRecord.PlanEntry] {
        var known: [String: BuildRecord.PlanEntry] = [:]
        for entry in record?.plans ?? [] { known[entry.format] = entry }
        return tasks.plans.map { made in
            guard let trace = made.trace else {
                let old = known[made.format]?.trace ?? ReadTrace()
                return BuildRecord.PlanEntry(format: made.format, trace: moved(old, plan))
            }
            let offset = add(made.questions, tasks.replies, to: &questions, &memo)
            return BuildRecord.PlanEntry(format: made.format, trace: trace.shifted(by: offset))
        }
    }

    /// Files whose sources are as they were are left where they are: nobody wants to read all images for each edit.
    private func copies(to stage: OutputStage) throws(OutputTree.Problem) -> [CopiedFile] {
        var copies: [CopiedFile] = []
        for asset in rendering.assets {
            copies.append(CopiedFile(try stage.write(asset.bytes, to: asset.path).file, from: .unknown))
        }
        let known = Dictionary((record?.copies ?? []).map { ($0.file.path, $0) }, uniquingKeysWith: { $1 })
        let signatures = loaded.sources.content.signatures(below: "Content/static/")
        for file in loaded.site.staticFiles {
            switch file.origin {
            case .bytes(let bytes):
                copies.append(CopiedFile(try stage.write(bytes, to: file.path).file, from: .unknown))
            case .file(let path):
                let signature = signatures[path] ?? .unknown
                if let old = known[file.path], old.isCopy(of: signature), stage.holds(file.path) {
                    copies.append(old)
                    continue
                }
                let copied = try stage.copy(options.siteRoot + "/" + path, to: file.path).file
                let isYoung = signature.isTooYoung(at: loaded.sources.scanned)
                copies.append(CopiedFile(copied, from: isYoung ? .unknown : signature))
            }
        }
        return copies
    }

    /// Whether the same pages stand in the same order.
    private func isSameStructure(_ plan: RenderPlan) -> Bool {
        record.map { $0.pages.count == plan.kept.count && !plan.hasMoved } ?? false
    }

    private func isSameFiles(_ tasks: SiteTasks, _ copies: [CopiedFile]) -> Bool {
        guard let record else { return false }
        return record.tasks.count == tasks.items.count
            && zip(record.tasks, tasks.items).allSatisfy { $0.file.path == $1.task.path }
            && record.copies.map(\.file.path) == copies.map(\.file.path)
    }

    /// Packs what is in the stage ahead of time, and takes out what was packed of files that are gone or get no smaller.
    private func pack(to stage: OutputStage, _ result: inout Result) async throws(OutputTree.Problem) {
        let files = result.record?.ownFiles ?? []
        let packed = try await Precompression(stage, since: packed, jobs: options.jobs).entries(for: files)
        result.record?.packed = packed
        guard let record else { return }
        let now = Set(packed.flatMap(\.files).map(\.path)).union(files.map(\.path))
        for file in record.packed.flatMap(\.files) where !now.contains(file.path) {
            try stage.remove(file.path)
            result.removed.append(file.path)
        }
    }

    /// Takes files out of the stage that are no part of the site any more.
    private func removeOld(
        _ files: [OutputFile], from stage: OutputStage, _ result: inout Result
    ) throws(OutputTree.Problem) {
        guard let record else { return }
        let old = record.ownFiles
        if old.count == files.count, zip(old, files).allSatisfy({ $0.path == $1.path }) { return }
        let now = Set(files.map(\.path))
        for file in old where !now.contains(file.path) {
            try stage.remove(file.path)
            result.removed.append(file.path)
        }
    }

    private func makeRecord(
        _ pages: [BuildRecord.PageEntry?], _ tasks: [BuildRecord.TaskEntry],
        _ plans: [BuildRecord.PlanEntry], _ copies: [CopiedFile], _ globals: ReadTrace, _ questions: QuestionTable,
        _ plan: RenderPlan
    ) -> BuildRecord {
        var record = BuildRecord(
            frame: loaded.frame, listing: loaded.sources.fingerprint() ?? Fingerprint(of: []),
            others: Fingerprint(of: []), catalog: loaded.catalog,
            companions: facts.companions, clock: clock(questions), isSilent: false,
            stored: self.record?.stored ?? [], load: loadCache(),
            pages: pages.compactMap { $0 }, globals: globals, tasks: tasks, plans: plans, copies: copies,
            questions: questions,
            generation: plan.generation, folders: OutputFolders(), spare: nil, pending: [])
        // While the same page files are there, so are the same others.
        record.others = loaded.others ?? loaded.sources.companions(beside: record.load) ?? Fingerprint(of: [])
        record.compactIfWorthwhile(since: self.record)
        return record
    }

    private func clock(_ questions: QuestionTable) -> BuildClock {
        // Each of these tells from which second on something is different.
        var moments: [Int] = []
        for entry in questions.entries where entry.kind == SiteQuestion.Kind.isPast.rawValue {
            if let second = Int(entry.key) { moments.append(second + 1) }
        }
        moments += SiteMoments.all(in: loaded.site) + SiteCheckRegistry.moments(in: loaded.site)
        return BuildClock(now: options.now, moments: moments)
    }

    /// What the next build need not load again.
    private func loadCache() -> LoadCache {
        let scanned = loaded.sources.scanned
        guard loaded.cache.entries.contains(where: { $0.signature.isTooYoung(at: scanned) }) else {
            return loaded.cache
        }
        return LoadCache(
            bytes: loaded.cache.bytes,
            entries: loaded.cache.entries.map { entry in
                entry.signature.isTooYoung(at: scanned) ? entry.with(.unknown) : entry
            })
    }
}

extension BuildRecord {
    /// Questions that nobody asks any more pile up when single pages are rendered again and again.
    fileprivate mutating func compactIfWorthwhile(since old: BuildRecord?) {
        guard let old, questions.entries.count > 2 * max(old.compactCount, 1024) else {
            compactCount = old?.compactCount ?? questions.entries.count
            return
        }
        var traces = pages.map(\.trace) + tasks.map(\.trace) + plans.map(\.trace) + [globals]
        questions.compact(&traces)
        for index in pages.indices { pages[index] = pages[index].with(traces[index]) }
        for index in tasks.indices { tasks[index].trace = traces[pages.count + index] }
        for index in plans.indices { plans[index].trace = traces[pages.count + tasks.count + index] }
        globals = traces[traces.count - 1]
        compactCount = questions.entries.count
    }
}
