import Bytes
import Glibc
import Incremental
import Parallel

/// Where the record of the last build to an output folder is kept: below `.citable/` of the site. Deleting it is always safe.
struct BuildStore: Sendable {
    private let folder: String
    private let path: String

    init(siteRoot: String, output: String) {
        folder = siteRoot + "/.citable"
        // Each output folder has a record of its own. The same folder under two names has two, of which one is then in doubt.
        path = folder + "/build-" + Fingerprint(of: Self.absolute(output)).hexadecimal.prefix(16) + ".cache"
    }

    /// The folder itself need not be there yet, those above it are.
    private static func absolute(_ path: String) -> String {
        let cut = path.lastIndex(of: "/")
        let above = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let resolved = realpath(above, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved) + "/" + (cut.map { String(path[path.index(after: $0)...]) } ?? path)
    }

    /// Nil when there is none, or any doubt about it.
    func load(jobs: Int) async -> BuildRecord? {
        guard
            let file = CacheFile(path, version: BuildRecord.version, sections: BuildRecord.Section.allCases.count)
        else { return nil }
        return await BuildRecord(file, jobs: jobs)
    }

    /// Without a record the next build makes everything anew, so a failure is no mistake.
    func save(_ record: BuildRecord, jobs: Int) async {
        mkdir(folder, 0o755)
        if await !isSaved(record, jobs: jobs) { remove() }
    }

    private func isSaved(_ record: BuildRecord, jobs: Int) async -> Bool {
        let count = BuildRecord.Section.allCases.count
        guard var file = CacheFileWriter(path, version: BuildRecord.version, sections: count) else { return false }
        await record.write(to: &file, jobs: jobs)
        return file.finish() == nil
    }

    func remove() { unlink(path) }
}

/// Tells whether two builds were asked the same.
enum OptionsFingerprint {
    static func of(_ options: BuildOptions) -> Fingerprint {
        var writer = RecordWriter()
        writer.write(ProgramFingerprint.own)
        writer.write(options.baseURL)
        writer.write(options.includesDrafts)
        writer.write(options.precompresses)
        return writer.fingerprint()
    }
}

extension BuildRecord {
    /// Whether the published tree is as the build left it, file by file.
    func isAsLeft(in published: Int32, jobs: Int) async -> Bool {
        guard folders.areAsLeft(in: published) else { return false }
        let results = await ParallelWork(jobs: jobs, chunk: 1024).results(of: pages.count) { range in
            range.allSatisfy { pages[$0].files.allSatisfy { $0.isAsLeft(in: published) } }
        }
        return results.allSatisfy { $0 } && tasks.allSatisfy { $0.file.isAsLeft(in: published) }
            && copies.allSatisfy { $0.file.isAsLeft(in: published) }
            && packed.allSatisfy { $0.files.allSatisfy { $0.isAsLeft(in: published) } }
    }

    /// The folders of a stage that was brought up to date and then changed; nil when there was no such stage.
    func spareFolderNames(with changes: [String]) -> [String]? {
        let names = Set(OutputFolders.holding(publishedFiles) + changes.flatMap { OutputFolders.above($0) })
        return names.sorted()
    }
}
