import Synchronization

/// What is worked out when it is wanted first: most builds after an edit never ask. Shared by all copies of a view.
final class LazyValue<Wanted: Sendable>: Sendable {
    private let known = Mutex<Wanted?>(nil)

    func value(_ make: () -> Wanted) -> Wanted {
        known.withLock { known in
            if let known { return known }
            let made = make()
            known = made
            return made
        }
    }

    /// Gives the memory back; who asks again waits for another one.
    func clear() { known.withLock { $0 = nil } }
}
