import Bytes
import Glibc
import SiteModel
import Synchronization

/// Reads files below one folder: regular files only, never through a symbolic link, never more than a limit.
package struct SiteFiles: Sendable {
    /// What an entry of a folder is.
    package enum Kind: Sendable {
        case file, folder, link, other
    }

    package struct Entry: Sendable {
        /// Path inside the root, with `/`.
        package let path: String
        package let kind: Kind
        package let signature: FileSignature
    }

    /// Why a file can't be read.
    package enum Problem: Error, Sendable, Hashable {
        case notThere
        case notRegular
        case tooLarge(limit: Int)
        /// A failed system call, with its errno.
        case failed(code: Int32)
    }

    /// Path of the folder on this machine; it stands in no output and in no diagnostic.
    private let root: String

    /// Whether a file was found to have changed since it was read first.
    private final class Unsteadiness: Sendable { let wasSeen = Atomic(false) }

    private let unsteadiness = Unsteadiness()

    package init(root: String) { self.root = root }

    /// Whether a file changed while the build went on, so that what was made of it may be of two minds.
    package var areUnsteady: Bool { unsteadiness.wasSeen.load(ordering: .relaxed) }

    /// The bytes of a file that was read before; empty when that fails now.
    func readAgain(_ path: String, expecting fingerprint: Fingerprint, limit: Int) -> [UInt8] {
        let bytes = (try? read(path, limit: limit)) ?? []
        if Fingerprint(of: bytes) != fingerprint { unsteadiness.wasSeen.store(true, ordering: .relaxed) }
        return bytes
    }

    /// Everything below a folder, in the order of the bytes of the paths; what begins with a dot is left out.
    package func entries(below folder: String) throws(Problem) -> [Entry] {
        var found: [Entry] = []
        var waiting = [folder]
        while let next = waiting.popLast() {
            for entry in try list(next) {
                if entry.kind == .folder { waiting.append(entry.path) } else { found.append(entry) }
            }
        }
        return found.sorted { $0.path.precedesByBytes($1.path) }
    }

    package func exists(_ path: String) -> Bool { access(root + "/" + path, F_OK) == 0 }

    /// The bytes of a file.
    package func read(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        let descriptor = open(root + "/" + path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw .notThere
            case ELOOP: throw .notRegular
            default: throw .failed(code: errno)
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed(code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(limit: limit) }
        return try bytes(from: descriptor, size: size)
    }
}

extension SiteFiles {
    /// Reads until the end, so that a file which shrinks or grows meanwhile gives what was there.
    private func bytes(from descriptor: Int32, size: Int) throws(Problem) -> [UInt8] {
        var failure: Int32 = 0
        let result = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if got > 0 {
                    count += got
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        guard failure == 0 else { throw .failed(code: failure) }
        return result
    }

    private func list(_ folder: String) throws(Problem) -> [Entry] {
        guard let stream = opendir(root + "/" + folder) else {
            throw errno == ENOENT ? .notThere : .failed(code: errno)
        }
        defer { closedir(stream) }
        var found: [Entry] = []
        while let entry = readdir(stream) {
            let name = Self.name(of: entry)
            if name.hasPrefix(".") { continue }
            let path = folder.isEmpty ? name : folder + "/" + name
            var status = stat()
            // What can't be looked at is reported when it is read; what went meanwhile was never there.
            let isKnown = Self.status(of: entry, in: dirfd(stream), &status)
            if !isKnown, errno == ENOENT { continue }
            found.append(
                Entry(
                    path: path, kind: isKnown ? Self.kind(of: status) : .other,
                    signature: FileSignature(status)))
        }
        return found
    }

    private static func status(
        of entry: UnsafeMutablePointer<dirent>, in folder: Int32, _ status: inout stat
    ) -> Bool {
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        return String(cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
    }

    private static func kind(of status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }
}
