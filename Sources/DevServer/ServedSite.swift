import Glibc
import Outputs
package import SiteBuilder

/// A published site as requests see it. It keeps hold of its folder, so that the next build doesn't change what a request reads.
package final class ServedSite: Sendable {
    let hosting: Hosting
    let routes: SiteRoutes
    let headers: AnswerHeaders
    /// Open for as long as the site is served.
    private let folder: Int32

    /// - Returns: nil when the folder can't be opened, with `errno`.
    package init?(_ hosting: Hosting, folder path: String) {
        folder = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard folder >= 0 else { return nil }
        self.hosting = hosting
        routes = SiteRoutes(hosting.plan, files: hosting.files)
        headers = AnswerHeaders(hosting.plan)
    }

    deinit { close(folder) }

    /// A file of the build, open, and what tells its bytes from others'. The caller closes it.
    func open(_ file: String) -> (descriptor: Int32, length: Int, tag: String)? {
        guard hosting.files.contains(file) else { return nil }
        let descriptor = unsafe openat(folder, file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        let time = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        let tag = "\"\(String(time, radix: 16))-\(String(status.st_size, radix: 16))\""
        return (descriptor, Int(status.st_size), tag)
    }

    /// The bytes of a file of the build.
    func bytes(of file: String) -> [UInt8]? {
        guard let found = open(file) else { return nil }
        defer { close(found.descriptor) }
        var bytes = [UInt8](repeating: 0, count: found.length)
        var offset = 0
        while offset < bytes.count {
            let got = unsafe bytes[offset...].withUnsafeMutableBytes {
                unsafe pread(found.descriptor, $0.baseAddress, $0.count, offset)
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            offset += got
        }
        return bytes
    }
}
