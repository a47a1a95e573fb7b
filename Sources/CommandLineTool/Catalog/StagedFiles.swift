import Glibc

/// Files that take the place of others together. All of them are written before the first is renamed, so a full disk or a
/// folder that can't be written changes none; each is wholly the old one or wholly the new one, whenever the program ends.
struct StagedFiles {
    private let root: String
    private var paths: [String] = []

    init(root: String) { self.root = root }

    /// What stands beside a file until it takes its place.
    static func staged(_ path: String) -> String { path + ".new" }

    mutating func add(_ path: String, _ bytes: [UInt8]) throws(CatalogFolder.Failure) {
        paths.append(path)
        let new = root + "/" + Self.staged(path)
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw failed(path, errno) }
        var code = FileWriting.write(bytes, to: descriptor)
        if code == nil, fsync(descriptor) != 0 { code = errno }
        close(descriptor)
        if let code { throw failed(path, code) }
    }

    /// Renames the files in the order in which they were added.
    func commit() throws(CatalogFolder.Failure) {
        for path in paths {
            guard rename(root + "/" + Self.staged(path), root + "/" + path) == 0 else { throw failed(path, errno) }
        }
    }

    private func failed(_ path: String, _ code: Int32) -> CatalogFolder.Failure {
        for path in paths { unlink(root + "/" + Self.staged(path)) }
        return CatalogFolder.Failure(path: path, code: code)
    }
}
