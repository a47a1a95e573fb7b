package import Bytes
internal import Glibc

/// One file of sections with checksums, written beside its place and renamed. Whatever is wrong with it, reading gives nil: a
/// cache in doubt is no cache.
package struct CacheFile: Sendable {
    /// The whole file.
    package let bytes: [UInt8]
    /// Where the sections stand in it.
    package let sections: [Range<Int>]

    private static let magic = Array("citable cache\n".utf8)

    /// Magic and version, then length and fingerprint of each section.
    static func headLength(sections count: Int) -> Int { magic.count + 8 + count * 24 }

    /// - Parameters:
    ///   - version: of the form of the contents; a file of another one is not read.
    ///   - count: how many sections it has.
    package init?(_ path: String, version: UInt64, sections count: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        var start = Self.headLength(sections: count)
        guard size >= start, let bytes = Self.bytes(of: descriptor, count: size) else { return nil }
        self.bytes = bytes
        var sections: [Range<Int>] = []
        var words = [version]
        for index in 0..<count {
            let place = Self.headLength(sections: index)
            let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
            guard length <= UInt64(size - start) else { return nil }
            let section = start..<start + Int(length)
            let fingerprint = bytes.withUnsafeBytes { Fingerprint(of: UnsafeRawBufferPointer(rebasing: $0[section])) }
            words += [length, fingerprint.high, fingerprint.low]
            sections.append(section)
            start = section.upperBound
        }
        self.sections = sections
        guard start == size, bytes.starts(with: Self.head(words)) else { return nil }
    }

    /// - Parameter words: the version, then length and fingerprint of each section.
    static func head(_ words: [UInt64]) -> [UInt8] {
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
}
