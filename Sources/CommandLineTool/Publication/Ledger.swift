import Diagnostics
import Glibc
import Outputs

/// The manifest of what was published or submitted last: a file below `.citable/` that a pipeline carries along.
struct Ledger {
    enum Problem: Error, Sendable {
        case failed(path: String, code: Int32)
        case malformed(path: String)

        var message: Message {
            switch self {
            case .failed(let path, let code):
                let reason = String(cString: strerror(code))
                return Message(en: "\(path): \(reason)", zh: "\(path)：\(reason)")
            case .malformed(let path):
                return Message(en: "\(path) is no manifest of this program", zh: "\(path) 不是本程序的清单文件")
            }
        }
    }

    let path: String

    /// - Parameter name: such as `published`.
    init(_ name: String, root: String) { path = root + "/.citable/\(name).json" }

    init(path: String) { self.path = path }

    /// Nil when there is none yet.
    func read() throws(Problem) -> ContentManifest? {
        guard access(path, F_OK) == 0 else { return nil }
        let bytes: [UInt8]
        do throws(InputFile.Problem) {
            bytes = try InputFile.read(path)
        } catch {
            throw .failed(path: path, code: EIO)
        }
        guard let manifest = ContentManifest(SourceFile(path: path, bytes: bytes)) else {
            throw .malformed(path: path)
        }
        return manifest
    }

    /// A reader sees the old file or the new one whole.
    func write(_ manifest: ContentManifest) throws(Problem) {
        if let slash = path.lastIndex(of: "/") { mkdir(String(path[..<slash]), 0o755) }
        let new = path + ".new"
        guard let file = fopen(new, "we") else { throw .failed(path: new, code: errno) }
        let bytes = manifest.file
        let written = fwrite(bytes, 1, bytes.count, file)
        guard written == bytes.count, fflush(file) == 0, fsync(fileno(file)) == 0 else {
            let code = errno
            fclose(file)
            throw .failed(path: new, code: code)
        }
        fclose(file)
        guard rename(new, path) == 0 else { throw .failed(path: path, code: errno) }
    }
}
