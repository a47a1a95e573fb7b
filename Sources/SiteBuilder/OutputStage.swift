import Bytes
import CLinux
import Glibc

/// The hidden folder beside the published one into which a build writes. Tasks may write to it at the same time.
struct OutputStage: Sendable {
    let path: String

    /// Makes the folder, empty.
    init(path: String) throws(OutputTree.Problem) {
        self.path = path
        _ = citable_remove_tree(path)
        try Self.makeFolder(path)
    }

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
        defer { close(from) }
        var whole = ByteBuffer(capacity: 65_536)
        guard Self.read(from, into: &whole) else { throw .failed(path: source, code: errno) }
        try write(whole, to: name)
    }

    /// Appends what stands in a file from `offset` on.
    func append(_ name: String, from offset: Int, to buffer: inout ByteBuffer) throws(OutputTree.Problem) {
        let descriptor = open(path + "/" + name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(path: path + "/" + name, code: errno) }
        defer { close(descriptor) }
        guard lseek(descriptor, offset, SEEK_SET) >= 0, Self.read(descriptor, into: &buffer) else {
            throw .failed(path: path + "/" + name, code: errno)
        }
    }
}

extension OutputStage {
    private func write(_ bytes: UnsafeRawBufferPointer, to name: String) throws(OutputTree.Problem) {
        let file = path + "/" + name
        let descriptor = try create(file, name)
        var offset = 0
        while offset < bytes.count {
            let written = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
            if written >= 0 {
                offset += written
            } else if errno != EINTR {
                let code = errno
                close(descriptor)
                throw .failed(path: file, code: code)
            }
        }
        guard close(descriptor) == 0 else { throw .failed(path: file, code: errno) }
    }

    /// Everything up to the end of the file; false after a failed call, with `errno`.
    private static func read(_ descriptor: Int32, into buffer: inout ByteBuffer) -> Bool {
        while true {
            let got = buffer.append(upTo: 32_768) { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if got == 0 { return true }
            if got < 0, errno != EINTR { return false }
        }
    }

    private func create(_ file: String, _ name: String) throws(OutputTree.Problem) -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        var descriptor = open(file, flags, 0o644)
        if descriptor < 0, errno == ENOENT {
            try makeFolders(of: name)
            descriptor = open(file, flags, 0o644)
        }
        guard descriptor >= 0 else { throw .failed(path: file, code: errno) }
        return descriptor
    }

    private func makeFolders(of name: String) throws(OutputTree.Problem) {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            try Self.makeFolder(folder)
        }
    }

    private static func makeFolder(_ path: String) throws(OutputTree.Problem) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .failed(path: path, code: errno) }
    }
}
