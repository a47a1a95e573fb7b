package import Bytes
package import Glibc

/// What the file system says of a file. While it stays the same, so do the file's bytes: whoever writes into a file moves its
/// change time, which no program can set.
package struct FileSignature: Sendable, Hashable {
    package let size: Int
    /// Nanoseconds since 1970.
    package let modified: Int
    /// Nanoseconds since 1970.
    package let changed: Int
    package let inode: UInt64

    package init(_ status: stat) {
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
        inode = UInt64(status.st_ino)
    }

    package init(_ reader: inout RecordReader) {
        (size, modified, changed) = (reader.integer(), reader.integer(), reader.integer())
        inode = reader.number()
    }

    package func write(into writer: inout RecordWriter) {
        writer.write(size)
        writer.write(modified)
        writer.write(changed)
        writer.write(inode)
    }

    /// Whether the file could change once more without its times showing it: clocks of file systems tick every few
    /// milliseconds, some every two seconds.
    ///
    /// - Parameter scan: nanoseconds since 1970, before the file was looked at.
    package func isTooYoung(at scan: Int) -> Bool {
        let ticks = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
        return changed > scan - ticks
    }
}

extension FileSignature {
    /// Of the program that runs; nil when the system doesn't tell.
    package static let ofProgram: FileSignature? = {
        var status = stat()
        return stat("/proc/self/exe", &status) == 0 ? FileSignature(status) : nil
    }()

    /// Like no file's: for files that may still change without a trace.
    package static let unknown: FileSignature = {
        var status = stat()
        status.st_size = -1
        return FileSignature(status)
    }()
}
