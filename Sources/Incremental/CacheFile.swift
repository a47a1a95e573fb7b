package import Bytes
internal import Glibc

/// One file of two sections with checksums, written beside its place and renamed. Whatever is wrong with it, reading gives nil: a
/// cache in doubt is no cache.
package struct CacheFile: Sendable {
    /// The whole file.
    package let bytes: [UInt8]
    /// Where the sections stand in it.
    package let first: Range<Int>
    package let second: Range<Int>

    private static let magic = Array("citable cache\n".utf8)
    /// Magic and version, then length and fingerprint of each section.
    private static let headLength = 14 + 8 + 2 * 24

    /// - Parameter version: of the form of the contents; a file of another one is not read.
    package init?(_ path: String, version: UInt64) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        guard size >= Self.headLength, let bytes = Self.bytes(of: descriptor, count: size) else { return nil }
        self.bytes = bytes
        let start = Self.headLength
        // The length of the first section stands behind magic and version.
        let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[22 + $1]) << UInt64(8 * $1) }
        guard length <= UInt64(size - start) else { return nil }
        first = start..<start + Int(length)
        second = first.upperBound..<size
        let head = bytes.withUnsafeBytes { span in
            Self.head(
                UnsafeRawBufferPointer(rebasing: span[first]), UnsafeRawBufferPointer(rebasing: span[second]), version)
        }
        guard bytes.starts(with: head) else { return nil }
    }

    /// - Returns: the errno of the call that failed; the old file is then still there.
    package static func write(
        _ first: borrowing ByteBuffer, _ second: [UInt8], to path: String, version: UInt64
    ) -> Int32? {
        let beside = path + ".new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return errno }
        let isWritten = first.withUnsafeBytes { one in
            second.withUnsafeBytes { other in
                head(one, other, version).withUnsafeBytes { write($0, descriptor) } && write(one, descriptor)
                    && write(other, descriptor)
            }
        }
        let code = errno
        guard close(descriptor) == 0, isWritten, rename(beside, path) == 0 else {
            let code = isWritten ? errno : code
            unlink(beside)
            return code
        }
        return nil
    }

    private static func head(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, _ version: UInt64
    ) -> [UInt8] {
        var words = [version]
        for section in [first, second] {
            let fingerprint = Fingerprint(of: section)
            words += [UInt64(section.count), fingerprint.high, fingerprint.low]
        }
        var head = magic
        for word in words {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                head.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return head
    }

    private static func bytes(of descriptor: Int32, count: Int) -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got > 0 { filled += got } else if got == 0 || errno != EINTR { break }
            }
            isWhole = filled == count
        }
        return isWhole ? bytes : nil
    }

    private static func write(_ span: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
        var offset = 0
        while offset < span.count {
            let written = Glibc.write(descriptor, span.baseAddress.map { $0 + offset }, span.count - offset)
            if written >= 0 { offset += written } else if errno != EINTR { return false }
        }
        return true
    }
}
