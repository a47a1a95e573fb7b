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

    /// The file that marks a folder as ours; it is not served.
    private static let marker = ".citable-output"

    let path: String

    /// - Parameter path: slashes at its end change nothing.
    package init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    func publish(
        _ files: [SiteRendering.File], copying statics: [StaticFile], from root: String, jobs: Int
    ) async throws(Problem) -> Summary {
        try makeParents()
        let lock = try takeLock()
        defer { close(lock) }
        guard !isForeign else { throw .notOurs(path) }
        let stage = beside("stage")
        Self.remove(stage)
        try Self.folder(stage)
        var folders: Set<String> = []
        try write([], to: stage + "/" + Self.marker)
        for file in files { try makeFolders(of: file.path, in: stage, &folders) }
        try await write(files, to: stage, jobs: jobs)
        for file in statics {
            try makeFolders(of: file.path, in: stage, &folders)
            switch file.origin {
            case .bytes(let bytes): try write(bytes, to: stage + "/" + file.path)
            case .file(let source): try copy(root + "/" + source, to: stage + "/" + file.path)
            }
        }
        try exchange(stage)
        return Summary(files: files.count + statics.count)
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
            try Self.folder(String(path[..<slash]))
            end = slash
        }
    }

    private func takeLock() throws(Problem) -> Int32 {
        let name = beside("lock")
        let descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
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

    /// Writes in a few long stretches; the folders are there. The first problem in the order of the files is the one told.
    private func write(_ files: [SiteRendering.File], to stage: String, jobs: Int) async throws(Problem) {
        let stretches = max(1, min(jobs, files.count))
        var problems = [Problem?](repeating: nil, count: stretches)
        await withTaskGroup(of: (Int, Problem?).self) { group in
            for number in 0..<stretches {
                group.addTask {
                    do throws(Problem) {
                        for file in files[files.count * number / stretches..<files.count * (number + 1) / stretches] {
                            try write(file.bytes, to: stage + "/" + file.path)
                        }
                        return (number, nil)
                    } catch {
                        return (number, error)
                    }
                }
            }
            for await (number, problem) in group { problems[number] = problem }
        }
        if let problem = problems.lazy.compactMap({ $0 }).first { throw problem }
    }

    /// The old tree and the new one change places in one step; a reader sees one of them whole.
    private func exchange(_ stage: String) throws(Problem) {
        guard access(path, F_OK) == 0 else {
            guard rename(stage, path) == 0 else { throw .failed(path: path, code: errno) }
            return
        }
        guard citable_exchange(stage, path) == 0 else { throw .failed(path: path, code: errno) }
        Self.remove(stage)
    }

    private func makeFolders(of file: String, in stage: String, _ known: inout Set<String>) throws(Problem) {
        var path = stage
        for part in file.split(separator: "/").dropLast() {
            path += "/" + part
            if known.insert(path).inserted { try Self.folder(path) }
        }
    }

    private static func folder(_ path: String) throws(Problem) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .failed(path: path, code: errno) }
    }

    private func write(_ bytes: [UInt8], to file: String) throws(Problem) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .failed(path: file, code: errno) }
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            }
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

    private func copy(_ source: String, to target: String) throws(Problem) {
        let from = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard from >= 0 else { throw .failed(path: source, code: errno) }
        defer { close(from) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        var whole: [UInt8] = []
        while true {
            let got = bytes.withUnsafeMutableBytes { read(from, $0.baseAddress, $0.count) }
            if got > 0 {
                whole.append(contentsOf: bytes[..<got])
            } else if got == 0 {
                break
            } else if errno != EINTR {
                throw .failed(path: source, code: errno)
            }
        }
        try write(whole, to: target)
    }

    /// Removes a tree of ours: files first, then the folders that held them.
    private static func remove(_ path: String) {
        _ = citable_remove_tree(path)
    }
}
