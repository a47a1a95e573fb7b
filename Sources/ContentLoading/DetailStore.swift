import Bytes
import CLinux
import Diagnostics
import Glibc
import SiteModel
import Synchronization

/// Details of more pages than are held in memory, in a file without a name that is gone when the build ends. What can't be written
/// or read is read from the page's file again, so no failure is a mistake.
final class DetailStore: Sendable {
    private let descriptor: Int32
    private let end = Atomic(0)

    /// - Parameter folder: on whose file system the file is made; nothing of it is seen there.
    init?(in folder: String) {
        descriptor = citable_open_unnamed(folder)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// - Returns: where the bytes begin; nil when they were not written.
    func add(_ writer: borrowing RecordWriter) -> Int? {
        let bytes = writer.bytes
        let start = end.wrappingAdd(bytes.count, ordering: .relaxed).oldValue
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written, off_t(start + written))
            }
            guard count > 0 || count < 0 && errno == EINTR else { return nil }
            written += max(count, 0)
        }
        return start
    }

    func details(at place: Range<Int>, of file: SourceFile?) -> PageDetails? {
        let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { buffer, filled in
            while filled < place.count {
                let count = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, place.count - filled,
                    off_t(place.lowerBound + filled))
                guard count > 0 || count < 0 && errno == EINTR else { return }
                filled += max(count, 0)
            }
        }
        guard bytes.count == place.count else { return nil }
        return bytes.withUnsafeBytes { bytes in
            var reader = RecordReader(bytes, at: 0)
            let details = PageDetails(&reader, file: file)
            return reader.isBroken || !reader.isAtEnd ? nil : details
        }
    }
}
