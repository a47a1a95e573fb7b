import Bytes
import Glibc
import Parallel
import SiteModel

/// Listing folders.
extension SiteFiles {
    /// Everything below a folder, in the order of the bytes of the paths; what begins with a dot is left out.
    package func entries(below folder: String) throws(Problem) -> [Entry] {
        let opened = try openFolder(folder)
        defer { close(opened.descriptor) }
        var found: [Entry] = []
        for part in opened.parts(opened.names.indices) {
            switch part {
            case .folder(let path):
                do throws(Problem) {
                    found += try entries(below: path)
                } catch {
                    found += refused(path, error)
                }
            case .entry(let entry): found.append(entry)
            }
        }
        return found
    }

    /// The same; the files of a large folder are looked at by several tasks.
    package func entries(below folder: String, jobs: Int) async throws(Problem) -> [Entry] {
        let opened = try openFolder(folder)
        defer { close(opened.descriptor) }
        let parts = await ParallelWork(jobs: opened.names.count < 1024 ? 1 : jobs, chunk: 512)
            .results(of: opened.names.count) { opened.parts($0) }
        var found: [Entry] = []
        found.reserveCapacity(opened.names.count)
        for part in parts.joined() {
            switch part {
            case .folder(let path):
                do throws(Problem) {
                    found += try await entries(below: path, jobs: jobs)
                } catch {
                    found += refused(path, error)
                }
            case .entry(let entry): found.append(entry)
            }
        }
        return found
    }

    /// What stands for a folder that can't be listed; nothing for one that went while the others were.
    private func refused(_ path: String, _ problem: Problem) -> [Entry] {
        guard case .failed(let code) = problem else { return [] }
        return [Entry(path: path, kind: .refused(code: code), signature: .unknown)]
    }

    private func openFolder(_ path: String) throws(Problem) -> OpenFolder {
        let descriptor = open(root + "/" + path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw errno == ENOENT ? .notThere : .failed(code: errno) }
        guard let names = OpenFolder.names(in: descriptor) else {
            let code = errno
            close(descriptor)
            throw .failed(code: code)
        }
        return OpenFolder(path: path, descriptor: descriptor, names: names)
    }
}

/// A folder while it is listed. Whoever opened it closes it.
private struct OpenFolder: Sendable {
    struct Name: Sendable {
        let text: String
        /// The bytes of a name that is no text.
        let bytes: [CChar]?
        let isFolder: Bool
    }

    enum Part: Sendable {
        case folder(String)
        case entry(SiteFiles.Entry)
    }

    let path: String
    let descriptor: Int32
    /// In the order in which the paths below the folder stand.
    let names: [Name]

    /// Nil after a failed call, whose errno is there.
    static func names(in descriptor: Int32) -> [Name]? {
        // The stream closes what it reads from.
        guard let stream = fdopendir(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)) else { return nil }
        defer { closedir(stream) }
        // One behind the other. With the slash behind it, the name of a folder stands where the paths of what is in it stand.
        var keys: [UInt8] = []
        var found: [(key: Range<Int>, isFolder: Bool, isText: Bool)] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            let bytes = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            if bytes.pointee == 0x2E { continue }
            let start = keys.count
            keys.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: strlen(bytes)))
            let isText =
                UTF8Check.firstIllFormed(keys, from: start) == nil
                && !keys[start...].contains { $0 < 0x20 || $0 == 0x7F }
            let isFolder = isText && isFolder(Int(entry.pointee.d_type), bytes, in: descriptor)
            if isFolder { keys.append(0x2F) }
            found.append((start..<keys.count, isFolder, isText))
        }
        guard errno == 0 else { return nil }
        keys.withUnsafeBytes { keys in found.sort { precedes(keys[$0.key], keys[$1.key]) } }
        return found.map { name in
            let bytes = keys[name.isFolder ? name.key.dropLast() : name.key]
            return Name(
                text: String(decoding: bytes, as: UTF8.self),
                bytes: name.isText ? nil : bytes.map(CChar.init(bitPattern:)) + [0],
                isFolder: name.isFolder)
        }
    }

    private static func precedes(_ one: Slice<UnsafeRawBufferPointer>, _ other: Slice<UnsafeRawBufferPointer>) -> Bool {
        let (one, other) = (UnsafeRawBufferPointer(rebasing: one), UnsafeRawBufferPointer(rebasing: other))
        guard let first = one.baseAddress, let second = other.baseAddress else { return one.count < other.count }
        let order = memcmp(first, second, min(one.count, other.count))
        return order != 0 ? order < 0 : one.count < other.count
    }

    private static func isFolder(_ type: Int, _ name: UnsafePointer<CChar>, in folder: Int32) -> Bool {
        if type != Int(DT_UNKNOWN) { return type == Int(DT_DIR) }
        var status = stat()
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    func parts(_ range: Range<Int>) -> [Part] {
        range.compactMap { position in
            let name = names[position]
            let path = path.isEmpty ? name.text : path + "/" + name.text
            return name.isFolder ? .folder(path) : entry(name, path).map { .entry($0) }
        }
    }

    /// Nil for what went meanwhile: it was never there.
    private func entry(_ name: Name, _ path: String) -> SiteFiles.Entry? {
        var status = stat()
        let code =
            if let bytes = name.bytes {
                fstatat(descriptor, bytes, &status, AT_SYMLINK_NOFOLLOW)
            } else {
                fstatat(descriptor, name.text, &status, AT_SYMLINK_NOFOLLOW)
            }
        let kind: SiteFiles.Kind
        if code != 0 {
            if errno == ENOENT { return nil }
            kind = .refused(code: errno)
        } else {
            kind = name.bytes == nil ? Self.kind(of: status) : .misnamed
        }
        return SiteFiles.Entry(path: path, kind: kind, signature: FileSignature(status))
    }

    private static func kind(of status: stat) -> SiteFiles.Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }
}
