import Bytes
import Glibc
import SiteModel
import Synchronization

/// Reads files below one folder: regular files only, never through a symbolic link, never more than a limit.
package struct SiteFiles: Sendable {
    /// What an entry of a folder is.
    package enum Kind: Sendable, Hashable {
        case file, folder, link, other
        /// Its name is not UTF-8, or holds a control character.
        case misnamed
        /// The system won't tell, or won't list a folder; the errno.
        case refused(code: Int32)
    }

    package struct Entry: Sendable {
        /// Path inside the root, with `/`.
        package let path: String
        package let kind: Kind
        package let signature: FileSignature

        /// Why it can't be read; nil for a file.
        package var problem: Problem? {
            switch kind {
            case .file: nil
            case .folder, .link, .other: .notRegular
            case .misnamed: .misnamed
            case .refused(let code): .failed(code: code)
            }
        }
    }

    /// Why a file can't be read.
    package enum Problem: Error, Sendable, Hashable {
        case notThere
        case notRegular
        case tooLarge(limit: Int)
        case misnamed
        /// A failed system call, with its errno.
        case failed(code: Int32)
    }

    /// Path of the folder on this machine; it stands in no output and in no diagnostic.
    let root: String

    /// Whether a file was found to have changed since it was read first.
    private final class Unsteadiness: Sendable { let wasSeen = Atomic(false) }

    private let unsteadiness = Unsteadiness()

    package init(root: String) { self.root = root }

    /// Whether a file changed while the build went on, so that what was made of it may be of two minds.
    package var areUnsteady: Bool { unsteadiness.wasSeen.load(ordering: .relaxed) }

    /// The bytes of a file that was read before. When they are not what they were, as many blanks, so that places in the file
    /// stay places: what is made of them goes nowhere.
    func readAgain(_ path: String, expecting fingerprint: Fingerprint, size: Int) -> [UInt8] {
        let descriptor = open(root + "/" + path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if descriptor >= 0 {
            defer { close(descriptor) }
            // One byte more than there was tells a file that grew.
            if let bytes = try? bytes(from: descriptor, size: size + 1), Fingerprint(of: bytes) == fingerprint {
                return bytes
            }
        }
        unsteadiness.wasSeen.store(true, ordering: .relaxed)
        return [UInt8](repeating: 0x20, count: size)
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
        // All empty arrays share one place, which nobody may write to.
        guard size > 0 else { return [] }
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
}
