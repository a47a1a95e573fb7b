import Bytes
import Glibc

/// Waits until something below the folders of a site may have changed. What changed is the build's business; so nothing is lost
/// when the system drops events. Source: inotify(7).
struct FileWatcher: ~Copyable {
    enum Wake: Sendable {
        case changed
        case stopped
        /// Somebody rang.
        case rung
    }

    private let root: String
    private let roots: [String]
    /// -1 when the folders are looked at in intervals.
    private var descriptor: Int32
    private var fingerprint: Fingerprint?

    /// Milliseconds without another event after which a change is taken as whole: editors save in several steps.
    private static let quiet: Int32 = 20
    /// Milliseconds after which one is taken in any case.
    private static let patience = 400
    /// Milliseconds between two looks.
    private static let interval = 500

    private static let events = [
        IN_CLOSE_WRITE, IN_MODIFY, IN_ATTRIB, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE_SELF,
        IN_MOVE_SELF,
    ].reduce(UInt32(IN_ONLYDIR)) { $0 | UInt32($1) }

    /// - Parameter polls: for file systems that tell no events, such as network folders.
    init(siteRoot: String, polls: Bool) {
        root = siteRoot
        roots = [siteRoot + "/Content", siteRoot + "/Templates"]
        descriptor = polls ? -1 : inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    var polls: Bool { descriptor < 0 }

    /// Watches the folders that are there now; to be called before each build. A folder is watched before it is read, so what
    /// comes into it later is told.
    /// - Returns: false when the system allows no more watches; from then on folders are looked at in intervals.
    mutating func renew() -> Bool {
        guard descriptor >= 0 else {
            fingerprint = FolderScan(roots, fingerprints: true).fingerprint
            return true
        }
        let own = [IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO].reduce(UInt32(IN_ONLYDIR)) { $0 | UInt32($1) }
        _ = unsafe inotify_add_watch(descriptor, root, own)
        var known: Set<String> = []
        while true {
            let new = FolderScan(roots).folders.filter { !known.contains($0) }
            if new.isEmpty { return true }
            for folder in new {
                known.insert(folder)
                if unsafe inotify_add_watch(descriptor, folder, Self.events) >= 0 || errno != ENOSPC { continue }
                close(descriptor)
                descriptor = -1
                fingerprint = FolderScan(roots, fingerprints: true).fingerprint
                return false
            }
        }
    }

    /// - Parameters:
    ///   - stop: readable when it is time to end.
    ///   - bell: readable when there is something to tell.
    ///   - moment: the second from which on the same files give another site; nil for none.
    ///   - tick: called about once a second.
    mutating func wait(stop: Int32, bell: Int32, until moment: Int?, tick: () -> Void) -> Wake {
        while true {
            let readable = Self.readable([stop, descriptor, bell], polls ? Int32(Self.interval) : 1000)
            tick()
            if readable[0] { return .stopped }
            if let moment, time(nil) >= moment { return .changed }
            if polls {
                if FolderScan(roots, fingerprints: true).fingerprint != fingerprint { return .changed }
            } else if readable[1] {
                drain()
                return settle(stop)
            }
            if readable[2] { return .rung }
        }
    }

    private mutating func settle(_ stop: Int32) -> Wake {
        let start = Self.milliseconds()
        while Self.milliseconds() - start < Self.patience {
            let readable = Self.readable([stop, descriptor], Self.quiet)
            if readable[0] { return .stopped }
            if !readable[1] { break }
            drain()
        }
        return .changed
    }

    private func drain() {
        unsafe withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 16) { room in
            while unsafe read(descriptor, room.baseAddress, room.count) > 0 {}
        }
    }

    /// Which descriptors can be read; negative ones never can.
    private static func readable(_ descriptors: [Int32], _ timeout: Int32) -> [Bool] {
        var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let count = unsafe poll(&polled, nfds_t(polled.count), timeout)
        return polled.map { count > 0 && $0.revents != 0 }
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
