internal import Synchronization

/// How far a build has come, for who waits for it.
package final class BuildProgress: Sendable {
    private let wantedPages = Atomic(0)
    private let donePages = Atomic(0)

    package init() {}

    /// Nil until it is known how many pages have to be rendered.
    package var pages: (done: Int, wanted: Int)? {
        let wanted = wantedPages.load(ordering: .relaxed)
        return wanted > 0 ? (donePages.load(ordering: .relaxed), wanted) : nil
    }

    func want(_ pages: Int) { wantedPages.add(pages, ordering: .relaxed) }

    func done(_ pages: Int) { donePages.add(pages, ordering: .relaxed) }
}
