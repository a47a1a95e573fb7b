import Diagnostics
import Glibc
import SiteBuilder
internal import Synchronization

/// Reads the texts of a site as an editor would, on a thread of its own and behind everything else: pages never wait for it.
final class ReviewThread: Sendable {
    private let review: EditorialReview
    private let take: @Sendable ([Diagnostic]) -> Void
    private let isCalledOff = Atomic(false)
    /// It is waited for, so that two never work at once.
    private let former: Mutex<ReviewThread?>
    private let thread = Mutex<pthread_t?>(nil)

    /// Microseconds without another edit, and how many more for each page: who writes sees the page first, and what takes seconds
    /// is not begun between two edits.
    private static let quiet = 300_000
    private static let quietPerPage = 200
    private static let niceness: Int32 = 10

    /// - Parameters:
    ///   - former: the one before, called off already.
    ///   - take: called on the thread with what was found, unless it was called off.
    init(_ review: EditorialReview, after former: ReviewThread?, _ take: @escaping @Sendable ([Diagnostic]) -> Void) {
        self.review = review
        self.former = Mutex(former)
        self.take = take
    }

    func start() {
        let context = unsafe Unmanaged.passRetained(self).toOpaque()
        thread.withLock { thread in
            var started = pthread_t()
            let status = unsafe pthread_create(
                &started, nil,
                { context in
                    guard let context = unsafe context else { return nil }
                    unsafe Unmanaged<ReviewThread>.fromOpaque(context).takeRetainedValue().run()
                    return nil
                }, context)
            if status == 0 { thread = started } else { unsafe Unmanaged<ReviewThread>.fromOpaque(context).release() }
        }
    }

    func callOff() { isCalledOff.store(true, ordering: .relaxed) }

    private var isOff: Bool { isCalledOff.load(ordering: .relaxed) }

    private func run() {
        // On Linux this is the thread's own.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
        // Let go of, or each would hold all before it.
        let before = former.withLock { former in
            defer { former = nil }
            return former
        }
        before?.join()
        // Of edits in quick succession only the last is waited for.
        if isOff { return }
        usleep(UInt32(Self.quiet + Self.quietPerPage * min(review.pageCount, 50_000)))
        guard !isOff, let found = review.mistakes(unless: { isOff }), !isOff else { return }
        take(found)
    }

    private func join() {
        guard let thread = thread.withLock({ $0 }) else { return }
        pthread_join(thread, nil)
    }
}
