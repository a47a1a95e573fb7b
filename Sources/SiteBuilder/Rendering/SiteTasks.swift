import Bytes
import Diagnostics
import Incremental
import Outputs
import Parallel
import SiteModel

/// The files that are made of the whole site.
struct SiteTasks: Sendable {
    struct Item: Sendable {
        let format: any SiteFormat.Type
        let task: OutputTask
        /// Of what is to be made: format, part, pages.
        let plan: Fingerprint
    }

    struct Rendered: Sendable {
        let number: Int
        let written: OutputFile
        let isChanged: Bool
        let trace: ReadTrace
        let questions: [SiteQuestion]
    }

    let items: [Item]
    private let view: SiteView
    private var products: PageProducts
    /// What the record keeps of the products.
    let replies: ProductReplies

    /// A format's files, with the questions that deciding about them asked; nil for one that was decided in an earlier build.
    struct Plan: Sendable {
        let format: String
        let trace: ReadTrace?
        let questions: [SiteQuestion]
    }

    let plans: [Plan]

    /// - Parameters:
    ///   - record: of an earlier build, whose decisions hold while what they asked is the same.
    ///   - plan: what changed since.
    init(
        _ view: SiteView, _ products: PageProducts, _ replies: ProductReplies, since record: BuildRecord?,
        _ plan: RenderPlan, jobs: Int
    ) async {
        self.view = view
        self.products = products
        self.replies = replies
        let formats = OutputRegistry.siteFormats.filter { view.settings.wants(output: $0.name) }
        let decided = await ParallelWork(jobs: jobs, chunk: 1).results(of: formats.count) { range in
            range.map { Self.decision(formats[$0], view, products, since: record, plan) }
        }.joined()
        items = decided.flatMap(\.items)
        plans = decided.map(\.plan)
    }

    private static func decision(
        _ format: any SiteFormat.Type, _ view: SiteView, _ products: PageProducts, since record: BuildRecord?,
        _ plan: RenderPlan
    ) -> (items: [Item], plan: Plan) {
        if let record, let kept = kept(format, view, record, plan) {
            return (kept, Plan(format: format.name, trace: nil, questions: []))
        }
        let reads = ReadRecorder(pageCount: view.pageCount)
        reads.begin()
        var writer = RecordWriter()
        let items = format.tasks(view.copy(reads: reads), products.noted(by: reads)).map { task in
            writer.removeAll()
            writer.write(format.name)
            task.write(view, into: &writer)
            return Item(format: format, task: task, plan: writer.fingerprint())
        }
        return (items, Plan(format: format.name, trace: reads.trace, questions: reads.questions))
    }

    /// The files of a format as an earlier build decided; nil when that may be different now.
    private static func kept(
        _ format: any SiteFormat.Type, _ view: SiteView, _ record: BuildRecord, _ plan: RenderPlan
    ) -> [Item]? {
        guard !plan.hasMoved, let known = record.plans.first(where: { $0.format == format.name }),
            plan.changed.cause(in: known.trace) == nil
        else { return nil }
        return record.tasks.filter { $0.format == format.name }.map { entry in
            let task = entry.task
            return Item(
                format: format,
                task: OutputTask(
                    path: task.path, language: entry.languageCode.flatMap { view.settings.language($0) },
                    folder: task.folder, part: task.part, parts: task.parts, pages: task.pages), plan: entry.plan)
        }
    }

    var paths: [String] { items.map(\.task.path) }

    func files(of formats: Set<String>) -> [(path: String, format: String)] {
        items.filter { formats.contains($0.format.name) }.map { ($0.task.path, $0.format.name) }
    }

    /// The files of some formats; of those that repeat twins only what is their own.
    func ownBytes(of formats: Set<String>) -> [(path: String, format: String, bytes: [UInt8])] {
        items.filter { formats.contains($0.format.name) }.map { item in
            let pieces = item.format.render(item.task, view, products)
            let bytes = pieces.flatMap { piece in if case .bytes(let bytes) = piece { bytes } else { [UInt8]() } }
            return (path: item.task.path, format: item.format.name, bytes: bytes)
        }
    }

    /// The same, where the files that tell of others know those that are made.
    func knowing(_ files: [OutputFile?]) -> SiteTasks {
        var tasks = self
        tasks.products.files = zip(items, files).compactMap { item, file in
            guard let file, !item.format.describesFiles else { return nil }
            return PageProducts.File(item.task, format: item.format.name, length: file.size, view)
        }
        return tasks
    }

    /// - Returns: what was written, in the order of `numbers`, and the first system call that failed.
    func render(
        _ numbers: [Int], to stage: OutputStage, jobs: Int
    ) async -> (rendered: [Rendered], problem: OutputTree.Problem?) {
        let products = products
        let results = await ParallelWork(jobs: jobs, chunk: 1).results(of: numbers.count) { range in
            var buffer = ByteBuffer(capacity: 65_536)
            return range.map { position -> Result<Rendered, OutputTree.Problem> in
                do throws(OutputTree.Problem) {
                    return .success(try render(numbers[position], products, to: stage, &buffer))
                } catch {
                    return .failure(error)
                }
            }
        }
        var rendered: [Rendered] = []
        for result in results.joined() {
            switch result {
            case .success(let file): rendered.append(file)
            case .failure(let problem): return ([], problem)
            }
        }
        return (rendered, nil)
    }

    private func render(
        _ number: Int, _ products: PageProducts, to stage: OutputStage, _ buffer: inout ByteBuffer
    ) throws(OutputTree.Problem) -> Rendered {
        let item = items[number]
        let reads = ReadRecorder(pageCount: view.pageCount)
        reads.begin()
        let noted = view.copy(reads: reads)
        let pieces = item.format.render(item.task, noted, products.noted(by: reads))
        let written = try stage.write(pieces, to: item.task.path, through: &buffer) {
            (piece, buffer: inout ByteBuffer) throws(OutputTree.Problem) in
            switch piece {
            case .bytes(let bytes): buffer.append(bytes)
            case .twinContent(let page):
                guard let twin = products.twin(page) else { return }
                reads.noteTwin(of: page)
                try stage.append(view.header(page).address.twinFile, twin.contentStart..<twin.length, to: &buffer)
            }
        }
        return Rendered(
            number: number, written: written.file, isChanged: written.isChanged, trace: reads.trace,
            questions: reads.questions)
    }
}

extension OutputTask {
    /// What tells one plan from another.
    fileprivate func write(_ view: SiteView, into writer: inout RecordWriter) {
        writer.write(path)
        writer.write(language?.code)
        writer.write(folder)
        writer.write(part)
        writer.write(parts)
        writer.write(pages) { $0.write(view.name(of: $1)) }
    }
}
