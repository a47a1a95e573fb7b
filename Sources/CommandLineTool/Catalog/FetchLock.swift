import Glibc

/// Keeps a second fetch out of a site while one is under way: both would write the same files. The folder of the content itself is
/// locked, so nothing is left behind, whenever the program ends.
struct FetchLock {
    private let descriptor: Int32

    /// Nil while another fetch holds the lock. A file system without locks doesn't keep anybody out.
    init?(root: String) {
        descriptor = open(root + "/Content", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        close(descriptor)
        return nil
    }

    func unlock() { if descriptor >= 0 { close(descriptor) } }
}
