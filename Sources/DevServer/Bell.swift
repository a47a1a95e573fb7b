import Glibc

/// Wakes who waits for descriptors. Source: pipe(7).
final class Bell: Sendable {
    /// Readable once somebody rang; -1 when the system has no more descriptors, and then nobody is woken.
    let descriptor: Int32
    private let entrance: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        if unsafe pipe(&ends) != 0 { ends = [-1, -1] }
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (descriptor, entrance) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(entrance)
    }

    func ring() {
        var byte: UInt8 = 1
        _ = unsafe write(entrance, &byte, 1)
    }

    /// Whether somebody rang since the last time.
    func isRung() -> Bool {
        var (byte, isRung): (UInt8, Bool) = (0, false)
        while unsafe read(descriptor, &byte, 1) == 1 { isRung = true }
        return isRung
    }
}
