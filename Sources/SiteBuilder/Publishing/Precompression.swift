import Bytes
import CTransfer
import Glibc
import Outputs
import Parallel

/// Texts packed ahead of time, as `.gz` and `.br` beside the files, for servers that send them as they are. Only what gets smaller
/// is written, and what did not change is not packed again.
struct Precompression: Sendable {
    /// A published file, and what was made of it; nothing when packing makes it no smaller.
    struct Entry: Sendable, Hashable {
        let source: OutputFile
        let files: [OutputFile]
    }

    private let stage: OutputStage
    private let jobs: Int
    /// By path of the source.
    private let known: [String: Entry]

    /// - Parameter known: what the published tree holds.
    init(_ stage: OutputStage, since known: [Entry], jobs: Int) {
        self.stage = stage
        self.jobs = jobs
        self.known = Dictionary(known.map { ($0.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter files: what stands in the stage.
    func entries(for files: [OutputFile]) async throws(OutputTree.Problem) -> [Entry] {
        let taken = Set(files.lazy.map(\.path).filter { $0.hasSuffix(".gz") || $0.hasSuffix(".br") })
        let texts = files.filter { file in
            HostHeaders.type(of: "/" + file.path).contains("charset=")
                && !HostHeaders.unserved.contains { ("/" + file.path).hasPrefix($0) }
        }
        let results = await ParallelWork(jobs: jobs, chunk: 16).results(of: texts.count) { range in
            var buffer = ByteBuffer(capacity: 65_536)
            return range.map { position -> Result<Entry, OutputTree.Problem> in
                do throws(OutputTree.Problem) {
                    return .success(try entry(for: texts[position], taken, &buffer))
                } catch {
                    return .failure(error)
                }
            }
        }
        var entries: [Entry] = []
        for result in results.joined() { entries.append(try result.get()) }
        return entries
    }

    private func entry(
        for file: OutputFile, _ taken: Set<String>, _ buffer: inout ByteBuffer
    ) throws(OutputTree.Problem) -> Entry {
        // A file that is the same file still was packed into these.
        if let old = known[file.path], old.source == file, old.files.allSatisfy({ stage.holds($0.path) }) { return old }
        buffer.truncate(to: 0)
        try stage.append(file.path, 0..<file.size, to: &buffer)
        var files: [OutputFile] = []
        for method in PackingMethod.allCases where !taken.contains(file.path + method.suffix) {
            let packed = try method.pack(buffer)
            guard packed.count < buffer.count else { continue }
            files.append(try stage.write(packed, to: file.path + method.suffix).file)
        }
        return Entry(source: file, files: files)
    }
}

/// A way to pack bytes that browsers understand.
enum PackingMethod: CaseIterable {
    case gzip, brotli

    var suffix: String { self == .gzip ? ".gz" : ".br" }

    func pack(_ bytes: borrowing ByteBuffer) throws(OutputTree.Problem) -> [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        let result = bytes.withUnsafeBytes { span in
            let start = span.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return self == .gzip
                ? citable_gzip(start, span.count, &out, &length) : citable_brotli(start, span.count, &out, &length)
        }
        // Without the library the tree would be another one.
        guard result != 1 else { throw .failed(path: "libbrotlienc.so.1", code: ENOENT) }
        guard result == 0, let out else { throw .failed(path: suffix, code: ENOMEM) }
        defer { citable_free(out) }
        return Array(UnsafeBufferPointer(start: out, count: length))
    }
}
