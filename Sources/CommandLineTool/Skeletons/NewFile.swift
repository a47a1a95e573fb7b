import Glibc

/// Writes files that must not be there yet.
enum NewFile {
    /// Makes the folders on the way.
    /// - Returns: the errno of what failed; `EEXIST` when the file is there.
    static func write(_ text: String, to path: String) -> Int32? { write(Array(text.utf8), to: path) }

    static func write(_ bytes: [UInt8], to path: String) -> Int32? {
        var end = path.startIndex
        while let slash = path[end...].dropFirst().firstIndex(of: "/") {
            let folder = String(path[..<slash])
            guard folder.isEmpty || mkdir(folder, 0o755) == 0 || errno == EEXIST else { return errno }
            end = slash
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return errno }
        if let code = FileWriting.write(bytes, to: descriptor) {
            close(descriptor)
            unlink(path)
            return code
        }
        return close(descriptor) == 0 ? nil : errno
    }
}
