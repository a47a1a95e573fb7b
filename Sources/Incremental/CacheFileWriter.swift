package import Bytes
internal import Glibc

/// Writes a cache file part by part, so that it never stands in memory as a whole. The old file is there until `finish`.
package struct CacheFileWriter: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private let sectionCount: Int
    /// The version, then length and fingerprint of each section that is whole.
    private var words: [UInt64]
    private var stream = FingerprintStream()
    /// Short parts, put together.
    private var gathered = ByteBuffer(capacity: 2 * wholePart)
    /// The errno of the first call that failed.
    private var failure: Int32 = 0
    private var isFinished = false

    /// Parts that are written one by one.
    private static let wholePart = 1 << 15

    /// - Parameters:
    ///   - version: of the form of the contents.
    ///   - count: how many sections there will be.
    package init?(_ path: String, version: UInt64, sections count: Int) {
        descriptor = open(Self.beside(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return nil }
        self.path = path
        sectionCount = count
        words = [version]
        // The head stands before the sections, and is known when they are written.
        let length = off_t(CacheFile.headLength(sections: count))
        if lseek(descriptor, length, SEEK_SET) != length { failure = errno }
    }

    deinit {
        guard !isFinished else { return }
        close(descriptor)
        unlink(Self.beside(path))
    }

    private static func beside(_ path: String) -> String { path + ".new" }

    package mutating func append(_ part: [UInt8]) { part.withUnsafeBytes { append($0) } }

    package mutating func append(_ part: ArraySlice<UInt8>) { part.withUnsafeBytes { append($0) } }

    /// Writes what a writer holds, which then forgets it.
    package mutating func append(from writer: inout RecordWriter) {
        writer.buffer.withUnsafeBytes { append($0) }
        writer.removeAll()
    }

    private mutating func append(_ part: UnsafeRawBufferPointer) {
        stream.append(part)
        if part.count < Self.wholePart {
            gathered.append(part)
            if gathered.count >= Self.wholePart { flush() }
        } else {
            flush()
            write(part)
        }
    }

    package mutating func endSection() {
        flush()
        words += [UInt64(stream.count), stream.fingerprint.high, stream.fingerprint.low]
        stream = FingerprintStream()
    }

    /// Puts the file in its place.
    /// - Returns: the errno of the call that failed; the old file is then still there.
    package mutating func finish() -> Int32? {
        precondition(words.count == 1 + 3 * sectionCount, "a section is missing")
        if failure == 0, lseek(descriptor, 0, SEEK_SET) != 0 { failure = errno }
        CacheFile.head(words).withUnsafeBytes { write($0) }
        isFinished = true
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(Self.beside(path), path) != 0 { failure = errno }
        guard failure != 0 else { return nil }
        unlink(Self.beside(path))
        return failure
    }

    private mutating func flush() {
        let code = failure == 0 ? gathered.withUnsafeBytes { Self.write($0, to: descriptor) } : failure
        failure = code
        gathered.truncate(to: 0)
    }

    private mutating func write(_ span: UnsafeRawBufferPointer) {
        if failure == 0 { failure = Self.write(span, to: descriptor) }
    }

    /// - Returns: the errno of the call that failed, else 0.
    private static func write(_ span: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var offset = 0
        while offset < span.count {
            let written = Glibc.write(descriptor, span.baseAddress.map { $0 + offset }, span.count - offset)
            if written >= 0 { offset += written } else if errno != EINTR { return errno }
        }
        return 0
    }
}
