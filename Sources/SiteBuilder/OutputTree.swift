import CLinux
import Glibc
import SiteModel

/// The folder that is published. Everything is written beside it and put in its place in one step.
package struct OutputTree: Sendable {
    package struct Summary: Sendable {
        package let files: Int
    }

    package enum Problem: Error, Sendable, Hashable {
        /// A failed system call: what was to be done with which path, and the errno.
        case failed(path: String, code: Int32)
        /// The folder holds something that no build of ours wrote.
        case notOurs(String)
        case locked
    }

    /// A build in progress.
    struct Opened: Sendable {
        let stage: OutputStage
        fileprivate let lock: Int32
    }

    /// The file that marks a folder as ours; it is not served.
    private static let marker = ".citable-output"

    let path: String

    /// - Parameter path: slashes at its end change nothing.
    package init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// Takes the lock and makes an empty stage. Exactly one of `publish` and `discard` must follow.
    func open() throws(Problem) -> Opened {
        try makeParents()
        let lock = try takeLock()
        do throws(Problem) {
            guard !isForeign else { throw .notOurs(path) }
            let stage = try OutputStage(path: beside("stage"))
            try stage.write([], to: Self.marker)
            return Opened(stage: stage, lock: lock)
        } catch {
            close(lock)
            throw error
        }
    }

    /// The old tree and the new one change places in one step; a reader sees one of them whole.
    func publish(_ opened: Opened) throws(Problem) {
        opened.stage.close()
        defer { close(opened.lock) }
        guard access(path, F_OK) == 0 else {
            guard rename(opened.stage.path, path) == 0 else { throw .failed(path: path, code: errno) }
            return
        }
        guard citable_exchange(opened.stage.path, path) == 0 else { throw .failed(path: path, code: errno) }
        opened.stage.remove()
    }

    /// Leaves the published folder as it was.
    func discard(_ opened: Opened) {
        opened.stage.close()
        opened.stage.remove()
        close(opened.lock)
    }
}

extension OutputTree {
    /// A hidden neighbour of the folder, on the same file system.
    private func beside(_ suffix: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return ".\(path).\(suffix)" }
        return "\(path[...slash]).\(path[path.index(after: slash)...]).\(suffix)"
    }

    /// The folders above it, for a path that is new.
    private func makeParents() throws(Problem) {
        var end = path.startIndex
        while let slash = path[end...].dropFirst().firstIndex(of: "/") {
            let folder = String(path[..<slash])
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw .failed(path: folder, code: errno) }
            end = slash
        }
    }

    private func takeLock() throws(Problem) -> Int32 {
        let name = beside("lock")
        let descriptor = Glibc.open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .failed(path: name, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .locked
        }
        return descriptor
    }

    /// Not empty, and without our marker.
    private var isForeign: Bool {
        guard let stream = opendir(path) else { return false }
        defer { closedir(stream) }
        var entries = 0
        while readdir(stream) != nil { entries += 1 }
        return entries > 2 && access(path + "/" + Self.marker, F_OK) != 0
    }
}
