import Bytes
import Diagnostics
import Incremental
import Outputs
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

    init(_ view: SiteView, _ products: PageProducts) {
        self.view = view
        self.products = products
        var items: [Item] = []
        var writer = RecordWriter()
        for format in OutputRegistry.siteFormats where view.settings.wants(output: format.name) {
            for task in format.tasks(view, products) {
                writer.removeAll()
                writer.write(format.name)
                task.write(view, into: &writer)
                items.append(Item(format: format, task: task, plan: writer.fingerprint()))
            }
        }
        self.items = items
    }

    var paths: [String] { items.map(\.task.path) }

    var inlineCode: InlineCode { products.inlineCode }

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
        let results = await ParallelWork(jobs: jobs, chunk: 1).results(of: numbers.count) { range in
            var buffer = ByteBuffer(capacity: 65_536)
            return range.map { position -> Result<Rendered, OutputTree.Problem> in
                do throws(OutputTree.Problem) {
                    return .success(try render(numbers[position], to: stage, &buffer))
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
        _ number: Int, to stage: OutputStage, _ buffer: inout ByteBuffer
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
