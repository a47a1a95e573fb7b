import CLinux
import Glibc
import SiteModel

/// The folder that is published. Everything is written beside it and put in its place in one step.
///
/// What was published before stays beside it as the *spare*: a tree that shares all unchanged files by hard links. The next build
/// brings it up to date by what changed since, and exchanges the two, so that publishing one page costs one page.
package struct OutputTree: Sendable {
    package struct Summary: Sendable {
        package let files: Int
        /// Written anew.
        package let changed: Int
        /// Published before, and not now.
        package let removed: Int
    }

    package enum Problem: Error, Sendable, Hashable {
        /// A failed system call: what was to be done with which path, and the errno.
        case failed(path: String, code: Int32)
        /// The folder holds something that no build of ours wrote.
        case notOurs(String)
        /// The folder is one that a build reads, or stands in it.
        case insideSources(String, folder: String)
        /// Another process holds the lock; its number, when it is known.
        case locked(process: Int?)
    }

    /// The file that marks a folder as ours; it is not served.
    static let marker = ".citable-output"

    let path: String

    /// - Parameter path: slashes at its end change nothing; a symbolic link to a folder means that folder.
    package init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let target = realpath(path, nil) {
            path = String(cString: target)
            free(target)
        }
        self.path = path
    }

    /// - Parameter folders: of the site, below its root: nothing may be published to what a build reads.
    func check(outside folders: [String], of root: String) throws(Problem) {
        let own = Self.resolved(path)
        for folder in folders {
            let other = Self.resolved(root + "/" + folder)
            if own == other || own.hasPrefix(other + "/") { throw .insideSources(path, folder: folder) }
        }
    }

    /// A path without links; those folders of it that are not there yet stay as they are written.
    private static func resolved(_ path: String) -> String {
        var (there, rest) = (path, "")
        while true {
            if let found = realpath(there.isEmpty ? "." : there, nil) {
                defer { free(found) }
                return String(cString: found) + rest
            }
            guard let slash = there.lastIndex(of: "/") else { return resolved(".") + "/" + there + rest }
            rest = there[slash...] + rest
            there = String(there[..<slash])
            if there.isEmpty { return rest }
        }
    }

    /// Keeps other builds out until the process ends or `unlock` is called.
    func lock() throws(Problem) -> Int32 {
        try makeParents()
        guard try !isForeign() else { throw .notOurs(path) }
        let name = beside("lock")
        let descriptor = Glibc.open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .failed(path: name, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(descriptor)
            close(descriptor)
            throw code == EWOULDBLOCK ? .locked(process: holder) : .failed(path: name, code: code)
        }
        Self.sign(descriptor)
        restore()
        return descriptor
    }

    func unlock(_ lock: Int32) { close(lock) }

    /// The published folder, open; nil when there is none. The caller closes it.
    func openPublished() -> Int32? {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        return descriptor >= 0 ? descriptor : nil
    }

    /// An empty stage.
    func freshStage(published: Int32?) throws(Problem) -> OutputStage {
        let name = beside("stage")
        _ = citable_remove_tree(beside("spare"))
        try makeEmptyFolder(name)
        let stage = try OutputStage(path: name, published: published, isUpdate: false)
        try stage.mark(Self.marker)
        return stage
    }

    /// A stage that holds what is published: the spare brought up to date, else a tree of links.
    ///
    /// - Parameters:
    ///   - spare: how the spare was left; nil when there is none.
    ///   - pending: the files in which the spare and the published tree differ.
    ///   - files: all published files, asked for when there is no spare.
    /// - Returns: nil when the file system can't do it.
    func updatedStage(
        published: Int32, spare: OutputFolders?, pending: [String], files: () -> [String]
    ) throws(Problem) -> OutputStage? {
        let name = beside("stage")
        _ = citable_remove_tree(name)
        if let spare, isAsLeft(spare), rename(beside("spare"), name) == 0 {
            let stage = try OutputStage(path: name, published: published, isUpdate: true)
            if pending.allSatisfy({ stage.takeOver($0) }) { return stage }
            stage.close()
            stage.remove()
        }
        _ = citable_remove_tree(beside("spare"))
        try makeEmptyFolder(name)
        let stage = try OutputStage(path: name, published: published, isUpdate: true)
        for file in [Self.marker] + files() where !stage.takeOver(file) {
            stage.close()
            stage.remove()
            return nil
        }
        return stage
    }

    /// What an earlier build left there must go: it would be published.
    private func makeEmptyFolder(_ path: String) throws(Problem) {
        let left = citable_remove_tree(path) == 0 ? 0 : errno
        guard mkdir(path, 0o755) == 0 else {
            let code = errno
            throw .failed(path: path, code: code == EEXIST && left != 0 ? left : code)
        }
    }

    /// The old tree and the new one change places in one step; a reader sees one of them whole.
    ///
    /// - Parameter keepsOld: whether the old tree becomes the spare.
    func publish(_ stage: OutputStage, keepsOld: Bool) throws(Problem) {
        guard access(path, F_OK) == 0 else {
            guard rename(stage.path, path) == 0 else { throw .failed(path: path, code: errno) }
            return
        }
        guard citable_exchange(stage.path, path) == 0 || Self.cannotExchange(errno) && replace(with: stage) else {
            throw .failed(path: path, code: errno)
        }
        if keepsOld { keep(stage) } else { stage.remove() }
    }

    /// What a file system says that knows no exchange, such as a network's or a virtual machine's.
    private static func cannotExchange(_ code: Int32) -> Bool { [EINVAL, ENOSYS, EOPNOTSUPP].contains(code) }

    /// The same in three steps. Between the first two there is no published folder for an instant; a build that finds none there puts
    /// the old one back.
    /// - Returns: false after a failed call, whose errno is there; the old folder is in its place.
    private func replace(with stage: OutputStage) -> Bool {
        let old = beside("old")
        _ = citable_remove_tree(old)
        guard rename(path, old) == 0 else { return false }
        guard rename(stage.path, path) == 0 else {
            let code = errno
            _ = rename(old, path)
            errno = code
            return false
        }
        if rename(old, stage.path) != 0 { _ = citable_remove_tree(old) }
        return true
    }

    /// Puts back what was published when a build ended in the middle of `replace`.
    private func restore() {
        if access(path, F_OK) != 0, access(beside("old") + "/" + Self.marker, F_OK) == 0 {
            _ = rename(beside("old"), path)
        }
    }

    /// Puts a stage aside as the spare.
    func keep(_ stage: OutputStage) {
        if rename(stage.path, beside("spare")) != 0 { stage.remove() }
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

    private func isAsLeft(_ spare: OutputFolders) -> Bool {
        let descriptor = open(beside("spare"), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return spare.areAsLeft(in: descriptor)
    }

    /// Says in the lock's file who holds it.
    private static func sign(_ lock: Int32) {
        let name = Array("\(getpid())\n".utf8)
        guard ftruncate(lock, 0) == 0 else { return }
        _ = name.withUnsafeBytes { pwrite(lock, $0.baseAddress, $0.count, 0) }
    }

    private static func holder(_ lock: Int32) -> Int? {
        var name = [UInt8](repeating: 0, count: 24)
        let count = name.withUnsafeMutableBytes { pread(lock, $0.baseAddress, $0.count, 0) }
        return count > 0 ? Int(String(decoding: name[..<count].prefix { $0 != 0x0A }, as: UTF8.self)) : nil
    }

    /// No folder, or a folder that is not empty and without our marker.
    private func isForeign() throws(Problem) -> Bool {
        guard let stream = opendir(path) else {
            switch errno {
            case ENOENT:
                // A link that leads nowhere is somebody's, too.
                var status = stat()
                return lstat(path, &status) == 0
            case ENOTDIR: return true
            case let code: throw .failed(path: path, code: code)
            }
        }
        defer { closedir(stream) }
        var entries = 0
        errno = 0
        while readdir(stream) != nil { entries += 1 }
        guard errno == 0 else { throw .failed(path: path, code: errno) }
        return entries > 2 && access(path + "/" + Self.marker, F_OK) != 0
    }
}
