internal import Synchronization

/// Work over many positions on a few tasks: each takes the next chunk when it is done with one, so a slow page holds nobody up.
package struct ParallelWork: Sendable {
    /// The chunks that one task has first claim to: neighbours, which have most in common. Who is done with its own helps the
    /// others.
    private final class Share: Sendable {
        private let next: Atomic<Int>
        private let end: Int

        init(_ chunks: Range<Int>) {
            next = Atomic(chunks.lowerBound)
            end = chunks.upperBound
        }

        func take() -> Int? {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return number < end ? number : nil
        }
    }

    /// How many tasks there are at most.
    package let jobs: Int
    /// How many positions a task takes at once.
    package let chunk: Int

    package init(jobs: Int, chunk: Int) {
        self.jobs = jobs
        self.chunk = chunk
    }

    /// How many tasks share so much work.
    package func taskCount(for count: Int) -> Int { max(1, min(jobs, (count + chunk - 1) / chunk)) }

    /// The results of `work` in the order of the positions, whoever did them.
    package func results<Result: Sendable>(
        of count: Int, _ work: @escaping @Sendable (Range<Int>) -> Result
    ) async -> [Result] {
        await results(of: count, with: {}, { work($1) })
    }

    /// - Parameter tool: makes what one task works with. What all tasks refer to a thousand times should be in it: counting
    ///   references to one object from two processors is slow.
    package func results<Tool, Result: Sendable>(
        of count: Int, with tool: @escaping @Sendable () -> Tool,
        _ work: @escaping @Sendable (Tool, Range<Int>) -> Result
    ) async -> [Result] {
        let chunks = (count + chunk - 1) / chunk
        let chunk = self.chunk
        let tasks = taskCount(for: count)
        let shares = (0..<tasks).map { Share(chunks * $0 / tasks..<chunks * ($0 + 1) / tasks) }
        let done = await withTaskGroup(of: [(Int, Result)].self) { group in
            for task in 0..<tasks {
                group.addTask {
                    let tool = tool()
                    var own: [(Int, Result)] = []
                    for share in shares[task...] + shares[..<task] {
                        while let number = share.take() {
                            own.append((number, work(tool, number * chunk..<min(count, (number + 1) * chunk))))
                        }
                    }
                    return own
                }
            }
            var all: [(Int, Result)] = []
            for await own in group { all += own }
            return all
        }
        return done.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
