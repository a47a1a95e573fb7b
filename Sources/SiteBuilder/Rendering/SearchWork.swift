import Bytes
import Incremental
import Outputs
import Parallel
import SiteModel

/// Works out the search index: from the pairs of all pages, or, where few pages changed, from the published files.
struct SearchWork: Sendable {
    private let plan: SearchPlan
    private let stage: OutputStage?
    private let jobs: Int
    /// By number of the document: its HTML file.
    private let files: [String]

    /// Changed pages above which all files are made anew: an edit of so many touches most of them.
    private static let most = 64

    /// - Parameters:
    ///   - view: one that notes nothing.
    ///   - stage: where the pages are; nil when nothing is written, and all of them were rendered.
    init(_ view: SiteView, _ plan: SearchPlan, _ stage: OutputStage?, jobs: Int) {
        self.plan = plan
        self.stage = stage
        self.jobs = jobs
        files = plan.documents.map { view.header($0).address.htmlFile }
    }

    /// - Parameters:
    ///   - pages: those that were rendered.
    ///   - record: of what is published.
    func index(
        _ pages: [RenderedPage], since record: BuildRecord?
    ) async throws(OutputTree.Problem) -> SearchIndex {
        var rendered = [PagePairs?](repeating: nil, count: plan.documents.count)
        var numbers: [PageIndex: Int] = [:]
        if pages.count > Self.most {
            for (number, page) in plan.documents.enumerated() { numbers[page] = number }
        }
        for page in pages where page.search != nil {
            guard let number = numbers[page.page] ?? plan.documents.firstIndex(of: page.page) else { continue }
            rendered[number] = page.search
        }
        if let record, let stage, let known = known(record), let index = try update(known, rendered, in: stage) {
            return index
        }
        return SearchIndex(plan, files: await allFiles(try await missing(rendered)))
    }

    /// What tells the published files of pairs from others; nil when the index was cut in another way.
    private func known(_ record: BuildRecord) -> [Fingerprint]? {
        var replies: [String: Fingerprint] = [:]
        for entry in record.questions.entries where entry.kind == SiteQuestion.Kind.search.rawValue {
            replies[entry.key] = entry.reply
        }
        guard replies[SearchReplies.shapeKey] == plan.fingerprint else { return nil }
        let known = (0..<plan.shardCount).compactMap { replies[SearchPlan.shardPath($0)] }
        return known.count == plan.shardCount ? known : nil
    }

    /// - Parameter rendered: the pairs of the pages that may be different now.
    private func update(
        _ known: [Fingerprint], _ rendered: [PagePairs?], in stage: OutputStage
    ) throws(OutputTree.Problem) -> SearchIndex? {
        let numbers = rendered.indices.filter { rendered[$0] != nil }
        guard numbers.count <= Self.most else { return nil }
        var reader = PagePairsReader()
        var changed: [ChangedPairs] = []
        for number in numbers {
            guard let new = rendered[number] else { continue }
            let old = reader.pairs(ofPage: try stage.published(files[number]))
            if old != new { changed.append(ChangedPairs(document: number, from: old, to: new, plan)) }
        }
        var made = [[UInt8]?](repeating: nil, count: plan.shardCount)
        var fingerprints = known
        for number in ChangedPairs.shards(of: changed) {
            let old = try stage.published(SearchPlan.shardPath(number)).bytes
            guard let file = ChangedPairs.file(number, from: old, changed, plan) else { return nil }
            made[number] = file
            fingerprints[number] = SearchIndex.fingerprint(file)
        }
        return SearchIndex(plan, files: made, fingerprints: fingerprints)
    }

    /// The pairs of all pages; of those that were not rendered as they are published.
    private func missing(_ rendered: [PagePairs?]) async throws(OutputTree.Problem) -> [PagePairs] {
        guard let stage, rendered.contains(where: { $0 == nil }) else { return rendered.map { $0 ?? .none } }
        let files = files
        let results = await ParallelWork(jobs: jobs, chunk: 32).results(of: files.count) { range in
            var reader = PagePairsReader()
            return range.map { number -> Result<PagePairs, OutputTree.Problem> in
                if let pairs = rendered[number] { return .success(pairs) }
                do throws(OutputTree.Problem) {
                    return .success(reader.pairs(ofPage: try stage.published(files[number])))
                } catch {
                    return .failure(error)
                }
            }
        }
        var pairs: [PagePairs] = []
        pairs.reserveCapacity(files.count)
        for result in results.joined() { pairs.append(try result.get()) }
        return pairs
    }

    private func allFiles(_ pairs: [PagePairs]) async -> [[UInt8]] {
        let plan = plan
        let parts = await ParallelWork(jobs: jobs, chunk: SearchPart.size).results(of: pairs.count) { range in
            SearchPart(pairs[range], bits: plan.bits)
        }
        return await ParallelWork(jobs: jobs, chunk: 16).results(of: plan.shardCount) { range in
            var sort = PostingSort(parts, plan)
            return range.map { sort.file($0) }
        }.flatMap { $0 }
    }
}
