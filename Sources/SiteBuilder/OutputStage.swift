import Bytes
import CLinux
import Glibc

/// The hidden folder beside the published one into which a build writes. Tasks may write to it at the same time.
struct OutputStage: Sendable {
    let path: String
    /// Open for the time of the build, so that no call has to find its way to the folder.
    private let folder: Int32

    /// Bytes of a file written in pieces that are held at most; a piece may be larger.
    private static let heldLimit = 262_144

    /// Makes the folder, empty. `close` must follow.
    init(path: String) throws(OutputTree.Problem) {
        self.path = path
        _ = citable_remove_tree(path)
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .failed(path: path, code: errno) }
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard folder >= 0 else { throw .failed(path: path, code: errno) }
    }

    /// Nothing can be written after it.
    func close() { _ = Glibc.close(folder) }

    func remove() { _ = citable_remove_tree(path) }

    /// - Parameter name: path inside the folder; missing folders on the way are made.
    func write(_ bytes: borrowing ByteBuffer, to name: String) throws(OutputTree.Problem) {
        try bytes.withUnsafeBytes { span throws(OutputTree.Problem) in try write(span, to: name) }
    }

    func write(_ bytes: [UInt8], to name: String) throws(OutputTree.Problem) {
        var problem: OutputTree.Problem?
        bytes.withUnsafeBytes { span in
            do throws(OutputTree.Problem) { try write(span, to: name) } catch { problem = error }
        }
        if let problem { throw problem }
    }

    /// Copies a file, which is no symbolic link.
    func copy(_ source: String, to name: String) throws(OutputTree.Problem) {
        let from = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard from >= 0 else { throw .failed(path: source, code: errno) }
        defer { _ = Glibc.close(from) }
        var whole = ByteBuffer(capacity: 65_536)
        guard Self.read(from, into: &whole) else { throw .failed(path: source, code: errno) }
        try write(whole, to: name)
    }

    /// Appends a part of a file.
    func append(_ name: String, _ part: Range<Int>, to buffer: inout ByteBuffer) throws(OutputTree.Problem) {
        let descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(name) }
        defer { _ = Glibc.close(descriptor) }
        var offset = part.lowerBound
        while offset < part.upperBound {
            let got = buffer.append(upTo: part.upperBound - offset) {
                pread(descriptor, $0.baseAddress, $0.count, offset)
            }
            if got == 0 { return }
            if got > 0 { offset += got } else if errno != EINTR { throw failure(name) }
        }
    }

    /// Writes a file piece by piece, so that only a little of it is in memory.
    /// - Parameters:
    ///   - buffer: room for the pieces; what is in it is lost.
    ///   - append: appends the bytes of a piece.
    /// - Returns: the length of the file.
    func write<Piece>(
        _ pieces: [Piece], to name: String, through buffer: inout ByteBuffer,
        _ append: (Piece, inout ByteBuffer) throws(OutputTree.Problem) -> Void
    ) throws(OutputTree.Problem) -> Int {
        let descriptor = try create(name)
        var length = 0
        buffer.truncate(to: 0)
        do throws(OutputTree.Problem) {
            for piece in pieces {
                try append(piece, &buffer)
                guard buffer.count >= Self.heldLimit else { continue }
                try buffer.withUnsafeBytes { span throws(OutputTree.Problem) in try write(span, descriptor, name) }
                length += buffer.count
                buffer.truncate(to: 0)
            }
            try buffer.withUnsafeBytes { span throws(OutputTree.Problem) in try write(span, descriptor, name) }
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        guard Glibc.close(descriptor) == 0 else { throw failure(name) }
        return length + buffer.count
    }
}

extension OutputStage {
    private func failure(_ name: String) -> OutputTree.Problem {
        let code = errno
        return .failed(path: path + "/" + name, code: code)
    }

    private func write(_ bytes: UnsafeRawBufferPointer, to name: String) throws(OutputTree.Problem) {
        let descriptor = try create(name)
        do throws(OutputTree.Problem) {
            try write(bytes, descriptor, name)
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        guard Glibc.close(descriptor) == 0 else { throw failure(name) }
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

    /// Everything up to the end of the file; false after a failed call, with `errno`.
    private static func read(_ descriptor: Int32, into buffer: inout ByteBuffer) -> Bool {
        while true {
            let got = buffer.append(upTo: 32_768) { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if got == 0 { return true }
            if got < 0, errno != EINTR { return false }
        }
    }

    private func create(_ name: String) throws(OutputTree.Problem) -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
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
