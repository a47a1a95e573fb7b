import Bytes
import CLinux
import Glibc
import Synchronization

/// The hidden folder beside the published one into which a build writes. Tasks may write to it at the same time.
///
/// Files that are already published with the same bytes are not written again: they keep inode and times.
final class OutputStage: Sendable {
    let path: String
    /// Open for the time of the build, so that no call has to find its way to the folder.
    let folder: Int32
    /// The published folder, open; nil when there is none.
    private let published: Int32?
    /// Whether the stage holds what is published, so that only changes are written.
    private let isUpdate: Bool
    /// The files written or removed.
    private let touched = Mutex<[String]>([])
    private let written = Atomic(0)
    /// Files that are there only while they are written, unless something fails.
    private let drafts = Mutex<[String]>([])

    /// Bytes of a file written in pieces that are held at most; a piece may be larger.
    private static let heldLimit = 262_144

    /// Opens a folder that exists.
    init(path: String, published: Int32?, isUpdate: Bool) throws(OutputTree.Problem) {
        self.path = path
        self.published = published
        self.isUpdate = isUpdate
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard folder >= 0 else { throw .failed(path: path, code: errno) }
    }

    /// Nothing can be written after it.
    func close() { _ = Glibc.close(folder) }

    func remove() { _ = citable_remove_tree(path) }

    /// Takes out what a failure left half-written.
    func removeDrafts() {
        for draft in drafts.withLock({ $0 }) { _ = unlinkat(folder, draft, 0) }
    }

    /// How many files were written that are not published with the same bytes.
    var changedCount: Int { written.load(ordering: .relaxed) }

    /// The files that are not as they are published, in any order. Noted for a stage that was brought up to date.
    var changes: [String] { touched.withLock { $0 } }

    struct Written {
        let file: OutputFile
        /// False for a file that is published with the same bytes.
        let isChanged: Bool
    }

    /// - Parameter name: path inside the folder; missing folders on the way are made.
    func write(_ bytes: borrowing ByteBuffer, to name: String) throws(OutputTree.Problem) -> Written {
        try bytes.withUnsafeBytes { span throws(OutputTree.Problem) in try write(span, to: name) }
    }

    func write(_ bytes: [UInt8], to name: String) throws(OutputTree.Problem) -> Written {
        var buffer = ByteBuffer(capacity: max(bytes.count, 64))
        buffer.append(bytes)
        return try write(buffer, to: name)
    }

    /// Writes an empty file that is no part of the site.
    func mark(_ name: String) throws(OutputTree.Problem) {
        guard Glibc.close(try create(name)) == 0 else { throw failure(name) }
    }

    /// Copies a file, which is no symbolic link.
    func copy(_ source: String, to name: String) throws(OutputTree.Problem) -> Written {
        let from = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard from >= 0 else { throw .failed(path: source, code: errno) }
        defer { _ = Glibc.close(from) }
        var status = stat()
        guard fstat(from, &status) == 0 else { throw .failed(path: source, code: errno) }
        if let published, let file = FileBytes.file(name, in: published, equalsFile: source, in: AT_FDCWD),
            isUpdate || link(name, published)
        {
            return Written(file: file, isChanged: false)
        }
        let size = Int(status.st_size)
        let pieces = stride(from: 0, to: size, by: Self.heldLimit).map { $0..<min($0 + Self.heldLimit, size) }
        var buffer = ByteBuffer(capacity: min(size, Self.heldLimit))
        return try write(pieces, to: name, through: &buffer) { piece, buffer throws(OutputTree.Problem) in
            guard FileBytes.append(from, piece, to: &buffer) else { throw .failed(path: source, code: errno) }
        }
    }

    /// Appends a part of a file.
    func append(_ name: String, _ part: Range<Int>, to buffer: inout ByteBuffer) throws(OutputTree.Problem) {
        let descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(name) }
        defer { _ = Glibc.close(descriptor) }
        guard FileBytes.append(descriptor, part, to: &buffer) else { throw failure(name) }
    }

    /// A file as it is published.
    func published(_ name: String) throws(OutputTree.Problem) -> ByteBuffer {
        let descriptor = openat(published ?? folder, name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(name) }
        defer { _ = Glibc.close(descriptor) }
        var whole = ByteBuffer(capacity: 65_536)
        guard FileBytes.append(descriptor, to: &whole) else { throw failure(name) }
        return whole
    }

    /// Writes a file piece by piece, so that only a little of it is in memory.
    /// - Parameters:
    ///   - buffer: room for the pieces; what is in it is lost.
    ///   - append: appends the bytes of a piece.
    func write<Piece>(
        _ pieces: [Piece], to name: String, through buffer: inout ByteBuffer,
        _ append: (Piece, inout ByteBuffer) throws(OutputTree.Problem) -> Void
    ) throws(OutputTree.Problem) -> Written {
        buffer.truncate(to: 0)
        var next = 0
        while next < pieces.count, buffer.count < Self.heldLimit {
            try append(pieces[next], &buffer)
            next += 1
        }
        // Most files are small.
        if next == pieces.count { return try write(buffer, to: name) }
        let draft = name + ".draft"
        drafts.withLock { $0.append(draft) }
        let descriptor = try create(draft)
        do throws(OutputTree.Problem) {
            while true {
                try buffer.withUnsafeBytes { span throws(OutputTree.Problem) in try write(span, descriptor, draft) }
                buffer.truncate(to: 0)
                if next == pieces.count { break }
                while next < pieces.count, buffer.count < Self.heldLimit {
                    try append(pieces[next], &buffer)
                    next += 1
                }
            }
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        return try adopt(draft, descriptor, as: name)
    }

    /// Takes a file out, and the folders that are empty then.
    func remove(_ name: String) throws(OutputTree.Problem) {
        touched.withLock { $0.append(name) }
        guard unlinkat(folder, name, 0) == 0 || errno == ENOENT else { throw failure(name) }
        var path = name[...]
        while let slash = path.lastIndex(of: "/") {
            path = path[..<slash]
            guard unlinkat(folder, String(path), AT_REMOVEDIR) == 0 else { return }
        }
    }

    /// Whether a published file stands in the stage, or can be taken over as it is.
    func holds(_ name: String) -> Bool { isUpdate || takeOver(name) }

    /// Makes a file the same as the published one, which may be missing, too.
    /// - Returns: false when the file system can't do it.
    func takeOver(_ name: String) -> Bool {
        guard let published else { return false }
        guard unlinkat(folder, name, 0) == 0 || errno == ENOENT else { return false }
        if linkat(published, name, folder, name, 0) == 0 { return true }
        guard errno == ENOENT else { return false }
        if faccessat(published, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 {
            return (try? remove(name)) != nil
        }
        return (try? makeFolders(of: name)) != nil && linkat(published, name, folder, name, 0) == 0
    }
}

extension OutputStage {
    private func failure(_ name: String) -> OutputTree.Problem {
        let code = errno
        return .failed(path: path + "/" + name, code: code)
    }

    private func write(_ bytes: UnsafeRawBufferPointer, to name: String) throws(OutputTree.Problem) -> Written {
        if let file = kept(name, bytes) { return Written(file: file, isChanged: false) }
        touch(name)
        if isUpdate {
            guard unlinkat(folder, name, 0) == 0 || errno == ENOENT else { throw failure(name) }
        }
        let descriptor = try create(name)
        var status = stat()
        do throws(OutputTree.Problem) {
            try write(bytes, descriptor, name)
            guard fstat(descriptor, &status) == 0 else { throw failure(name) }
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        guard Glibc.close(descriptor) == 0 else { throw failure(name) }
        written.add(1, ordering: .relaxed)
        return Written(file: OutputFile(name, status), isChanged: true)
    }

    /// Notes a file before anything is done to it: what fails half-way is a change, too.
    private func touch(_ name: String) {
        if isUpdate { touched.withLock { $0.append(name) } }
    }

    /// The published file, when it has these bytes; it is then in the stage, too.
    private func kept(_ name: String, _ bytes: UnsafeRawBufferPointer) -> OutputFile? {
        guard let published, let file = FileBytes.file(name, in: published, equals: bytes) else { return nil }
        return isUpdate || link(name, published) ? file : nil
    }

    private func link(_ name: String, _ published: Int32) -> Bool {
        if linkat(published, name, folder, name, 0) == 0 { return true }
        return errno == ENOENT && (try? makeFolders(of: name)) != nil && linkat(published, name, folder, name, 0) == 0
    }

    /// Gives a file that was written piece by piece its name, unless the published one is the same.
    private func adopt(
        _ draft: String, _ descriptor: Int32, as name: String
    ) throws(OutputTree.Problem) -> Written {
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        guard Glibc.close(descriptor) == 0, isKnown else { throw failure(draft) }
        if let published, let file = FileBytes.file(name, in: published, equalsFile: draft, in: folder),
            isUpdate || link(name, published)
        {
            guard unlinkat(folder, draft, 0) == 0 else { throw failure(draft) }
            return Written(file: file, isChanged: false)
        }
        touch(name)
        guard renameat(folder, draft, folder, name) == 0 else { throw failure(name) }
        written.add(1, ordering: .relaxed)
        return Written(file: OutputFile(name, status), isChanged: true)
    }

    private func write(
        _ bytes: UnsafeRawBufferPointer, _ descriptor: Int32, _ name: String
    ) throws(OutputTree.Problem) {
        var offset = 0
        while offset < bytes.count {
            let written = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
            if written >= 0 { offset += written } else if errno != EINTR { throw failure(name) }
        }
    }

    /// A new file, never an old one: that may be a published file by another name.
    private func create(_ name: String) throws(OutputTree.Problem) -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        var descriptor = openat(folder, name, flags, 0o644)
        if descriptor < 0, errno == ENOENT {
            try makeFolders(of: name)
            descriptor = openat(folder, name, flags, 0o644)
        }
        guard descriptor >= 0 else { throw failure(name) }
        return descriptor
    }

    private func makeFolders(of name: String) throws(OutputTree.Problem) {
        var made = ""
        for part in name.split(separator: "/").dropLast() {
            made += (made.isEmpty ? "" : "/") + part
            guard mkdirat(folder, made, 0o755) == 0 || errno == EEXIST else { throw failure(made) }
        }
    }
}
