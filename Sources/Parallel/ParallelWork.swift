internal import Synchronization

/// Work over many positions on a few tasks: each takes the next chunk when it is done with one, so a slow page holds nobody up.
package struct ParallelWork: Sendable {
    /// Taken by each task in turn; a class, because tasks share it.
    private final class Counter: Sendable {
        let next = Atomic(0)
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
        let counter = Counter()
        let chunk = self.chunk
        let done = await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<taskCount(for: count) {
                group.addTask {
                    let tool = tool()
                    var own: [(Int, Result)] = []
                    while true {
                        let number = counter.next.wrappingAdd(1, ordering: .relaxed).oldValue
                        if number >= chunks { return own }
                        own.append((number, work(tool, number * chunk..<min(count, (number + 1) * chunk))))
                    }
                }
            }
            var all: [(Int, Result)] = []
            for await own in group { all += own }
            return all
        }
        return done.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
