import Bytes
import Glibc

/// Walks the folders that a site is made of.
struct FolderScan {
    /// The folders, each before those inside it.
    private(set) var folders: [String] = []
    /// Of all paths with what the file system says of each. Nil unless asked for.
    private(set) var fingerprint: Fingerprint?
    private let fingerprints: Bool

    /// - Parameter fingerprints: whether what the system says of each file is noted.
    init(_ roots: [String], fingerprints: Bool = false) {
        self.fingerprints = fingerprints
        var writer = RecordWriter(capacity: 1 << 16)
        for root in roots { walk(root, depth: 0, &writer) }
        fingerprint = fingerprints ? writer.fingerprint() : nil
    }

    private static let deepest = 64

    private mutating func walk(_ folder: String, depth: Int, _ writer: inout RecordWriter) {
        guard depth < Self.deepest, let stream = unsafe opendir(folder) else { return }
        defer { unsafe closedir(stream) }
        folders.append(folder)
        var inner: [String] = []
        while let entry = unsafe readdir(stream) {
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            // The entry ends with its name, wherever the type's array ends.
            let name = unsafe String(
                cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
            if name == "." || name == ".." { continue }
            let type = unsafe Int(entry.pointee.d_type)
            // Some file systems don't say what an entry is.
            let isKnown = type != Int(DT_UNKNOWN)
            if isKnown, type != Int(DT_DIR), !fingerprints { continue }
            let path = folder + "/" + name
            var status = stat()
            if !isKnown || fingerprints, unsafe lstat(path, &status) != 0 { continue }
            if isKnown ? type == Int(DT_DIR) : status.st_mode & S_IFMT == S_IFDIR { inner.append(path) }
            if fingerprints { Self.note(path, status, &writer) }
        }
        for path in inner.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            walk(path, depth: depth + 1, &writer)
        }
    }

    private static func note(_ path: String, _ status: stat, _ writer: inout RecordWriter) {
        writer.write(path)
        for number in [
            Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
            status.st_ctim.tv_nsec, Int(bitPattern: UInt(status.st_ino)),
        ] {
            writer.write(number)
        }
    }
}
