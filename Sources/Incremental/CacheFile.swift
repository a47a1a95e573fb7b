internal import Bytes
internal import Glibc

/// One file with a checksum, written beside its place and renamed. Whatever is wrong with it, reading gives nil: a cache in doubt
/// is no cache.
package enum CacheFile {
    private static let magic = Array("citable cache\n".utf8)
    /// Magic, then version, length and fingerprint.
    private static let headLength = 14 + 8 + 8 + 16

    /// - Parameter version: of the form of the contents; a file of another one is not read.
    package static func read(_ path: String, version: UInt64) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        guard size >= headLength, let head = bytes(of: descriptor, from: 0, count: headLength),
            let body = bytes(of: descriptor, from: headLength, count: size - headLength)
        else { return nil }
        return head == Self.head(of: body, version) ? body : nil
    }

    /// - Returns: the errno of the call that failed; the old file is then still there.
    package static func write(_ body: [UInt8], to path: String, version: UInt64) -> Int32? {
        let beside = path + ".new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return errno }
        let isWritten = write(head(of: body, version), descriptor) && write(body, descriptor)
        let code = errno
        guard close(descriptor) == 0, isWritten, rename(beside, path) == 0 else {
            let code = isWritten ? errno : code
            unlink(beside)
            return code
        }
        return nil
    }

    private static func head(of body: [UInt8], _ version: UInt64) -> [UInt8] {
        let fingerprint = Fingerprint(of: body)
        var head = magic
        for word in [version, UInt64(body.count), fingerprint.high, fingerprint.low] {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                head.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return head
    }

    private static func bytes(of descriptor: Int32, from start: Int, count: Int) -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, start + filled)
                if got > 0 { filled += got } else if got == 0 || errno != EINTR { break }
            }
            isWhole = filled == count
        }
        return isWhole ? bytes : nil
    }

    private static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { span in
            var offset = 0
            while offset < span.count {
                let written = Glibc.write(descriptor, span.baseAddress.map { $0 + offset }, span.count - offset)
                if written >= 0 { offset += written } else if errno != EINTR { return false }
            }
            return true
        }
    }
}
