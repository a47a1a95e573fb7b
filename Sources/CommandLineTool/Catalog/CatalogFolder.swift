import ContentLoading
import Diagnostics
import Gateway
import Glibc
import JSON
import SiteModel

/// The files of one source in `Content/catalog/`: read with their checks, written in one step each.
struct CatalogFolder {
    /// What is on disk for a source.
    struct State {
        let snapshot: CatalogSnapshot
        let fetchedAt: Moment
        let lock: [UInt8]
        /// What the gateway said of its reply.
        let etag: String?
        let lastModified: String?
    }

    let root: String
    let source: String
    private let files: SiteFiles

    /// Large histories of large catalogs.
    private static let sizeLimit = 256 * 1024 * 1024
    private static let folder = "Content/catalog/"

    init(root: String, source: String) {
        self.root = root
        self.source = source
        files = SiteFiles(root: root)
    }

    var lockPath: String { Self.folder + source + ".lock.json" }
    var metaPath: String { Self.folder + source + ".meta.json" }
    var historyPath: String { "\(Self.folder)history/\(source).jsonl" }

    /// The last good snapshot; nil when there is none, or it isn't good, which the diagnostics say.
    func state() -> (state: State?, diagnostics: [Diagnostic]) {
        guard files.exists(lockPath) else { return (nil, []) }
        let lockFile = SourceReading.read(lockPath, from: files, limit: Self.sizeLimit)
        guard let file = lockFile.file else { return (nil, lockFile.diagnostics) }
        let read = CatalogSnapshot.read(file, source: source)
        let metaFile = files.exists(metaPath) ? SourceReading.read(metaPath, from: files, limit: 1 << 20).file : nil
        var meta = SnapshotMeta.read(metaFile, source: source, folder: Self.folder)
        if metaFile == nil, let snapshot = read.snapshot {
            // The first fetch was killed before it wrote the file, or it was thought not worth keeping.
            meta = (snapshot.newestDate, nil, [])
        }
        guard let snapshot = read.snapshot, let fetchedAt = meta.fetchedAt, read.diagnostics.isEmpty else {
            return (nil, read.diagnostics + meta.diagnostics)
        }
        let root = metaFile.flatMap { JSONParser.parse($0).root }
        func header(_ name: String) -> String? {
            let text = root?.member(name)?.stringValue
            return text.flatMap { $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? $0 : nil }
        }
        let state = State(
            snapshot: snapshot, fetchedAt: fetchedAt, lock: file.bytes, etag: header("etag"),
            lastModified: header("last_modified"))
        return (state, [])
    }

    /// Every event of the source, oldest first.
    func history() -> (events: [CatalogEvent], diagnostics: [Diagnostic]) {
        guard files.exists(historyPath) else { return ([], []) }
        let read = SourceReading.read(historyPath, from: files, limit: Self.sizeLimit)
        guard let file = read.file else { return ([], read.diagnostics) }
        return HistoryReading.read(file, source: source)
    }

    /// Writes what a fetch found, all or nothing: what must never be lost takes its place first, what says that all is there last.
    /// - Throws: the path and the error number of what failed.
    func write(_ update: SnapshotUpdate, over state: State?, meta: [UInt8]) throws(Failure) {
        try makeFolders()
        let lock = update.snapshot.lockFile()
        let unfinished = UnfinishedFetch(in: history().events, after: state?.fetchedAt)
        let events = unfinished.missing(of: update.events)
        var staged = StagedFiles(root: root)
        if !events.isEmpty {
            var lines: [UInt8] = []
            if files.exists(historyPath) {
                do throws(SiteFiles.Problem) {
                    lines = try files.read(historyPath, limit: Self.sizeLimit)
                } catch {
                    throw Failure(path: historyPath, code: EIO)
                }
            }
            if let last = lines.last, last != 0x0A { lines.append(0x0A) }
            for event in events { lines += event.line + [0x0A] }
            try staged.add(historyPath, lines)
        }
        if lock != state?.lock { try staged.add(lockPath, lock) }
        try staged.add(metaPath, meta)
        try staged.commit()
    }

    /// Ends what a fetch began that was killed between its first rename and its last: the history tells of what the lock doesn't
    /// hold yet. Anything else that it left behind is written over.
    func finishInterrupted() {
        let (lock, meta) = (StagedFiles.staged(lockPath), StagedFiles.staged(metaPath))
        guard files.exists(lock), files.exists(meta), !files.exists(StagedFiles.staged(historyPath)),
            let lockFile = SourceReading.read(lock, from: files, limit: Self.sizeLimit).file,
            let metaFile = SourceReading.read(meta, from: files, limit: 1 << 20).file,
            CatalogSnapshot.read(lockFile, source: source).diagnostics.isEmpty,
            let fetchedAt = SnapshotMeta.read(metaFile, source: source, folder: Self.folder).fetchedAt,
            history().events.last?.at == fetchedAt
        else { return }
        for path in [lockPath, metaPath] { rename(root + "/" + StagedFiles.staged(path), root + "/" + path) }
    }

    /// Notes that the last snapshot is still right.
    /// - Throws: the path and the error number of what failed.
    func write(meta: [UInt8]) throws(Failure) { try replace(metaPath, meta) }

    /// Writes the record of the status page.
    func write(status: UptimeSnapshot) throws(Failure) {
        try makeFolders()
        try replace(UptimeSnapshot.path, status.file)
    }

    static func message(of failure: Failure) -> Message {
        let reason = String(cString: strerror(failure.code))
        return Message(en: "\(failure.path): \(reason)", zh: "\(failure.path)：\(reason)")
    }

    struct Failure: Error {
        let path: String
        let code: Int32
    }
}

extension CatalogFolder {
    private func makeFolders() throws(Failure) {
        for folder in ["Content/catalog", "Content/catalog/history"]
        where mkdir(root + "/" + folder, 0o777) != 0 && errno != EEXIST {
            throw Failure(path: folder, code: errno)
        }
    }

    private func replace(_ path: String, _ bytes: [UInt8]) throws(Failure) {
        var staged = StagedFiles(root: root)
        try staged.add(path, bytes)
        try staged.commit()
    }
}

extension CatalogSnapshot {
    /// The newest of the dates in it: when it was fetched, or before.
    var newestDate: Moment {
        let dates = models.compactMap(\.lastChanged) + withdrawn.compactMap(\.lastSeen)
        return dates.max() ?? Moment(seconds: 0, zoneMinutes: 0)
    }
}
