import Bytes
import Glibc

/// A published file as a build left it. While the file system says the same, nobody wrote into it.
struct OutputFile: Sendable, Hashable {
    /// Below the published folder.
    let path: String
    let size: Int
    /// Nanoseconds since 1970.
    let modified: Int
    let inode: UInt64

    init(_ path: String, _ status: stat) {
        self.path = path
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        inode = UInt64(status.st_ino)
    }

    init(_ reader: inout RecordReader) {
        path = reader.text()
        (size, modified) = (reader.integer(), reader.integer())
        inode = reader.number()
    }

    func write(into writer: inout RecordWriter) {
        writer.write(path)
        writer.write(size)
        writer.write(modified)
        writer.write(inode)
    }

    /// Whether the file below an open folder is still this one.
    func isAsLeft(in folder: Int32) -> Bool {
        var status = stat()
        return fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 && OutputFile(path, status) == self
    }
}
