import Diagnostics
import Gateway
import JSON
import SiteModel

/// Where a fetch gets a catalog from: a file, or the gateway itself.
struct CatalogSupply {
    /// A catalog with where it is from.
    struct Catalog {
        let content: CatalogReply.Content
        /// Without query; `file:<name>` for a file.
        let url: String
        var etag: String?
        var date: String?
    }

    /// Why there is no catalog.
    struct Problem: Error {
        let exitCode: ExitCode
        var message: Message?
        var diagnostics: [Diagnostic] = []
    }

    private let source: CatalogSettings.Source
    private let adapter: String
    private let file: String?

    init(_ source: CatalogSettings.Source, _ invocation: Invocation) {
        self.source = source
        adapter = invocation.arguments.values["--adapter"] ?? source.adapter
        file = invocation.arguments.values["--from-file"]
    }

    func catalog() throws(Problem) -> Catalog {
        guard let file else {
            throw Problem(exitCode: .inputOutput, message: Message(en: "no network", zh: "没有网络"))
        }
        return try catalog(from: file)
    }
}

extension CatalogSupply {
    private func catalog(from path: String) throws(Problem) -> Catalog {
        let name = String(path.split(separator: "/").last ?? "")
        let reply = SourceFile(path: "file:" + name, bytes: try bytes(of: path))
        let parsed = CatalogReply.parse(reply)
        guard let root = parsed.root else { throw Self.unsound(parsed.diagnostics) }
        guard let adapter = CatalogReply.adapter(named: adapter, for: root) else {
            throw Self.unsound([CatalogReply.unknown(reply)])
        }
        if adapter.nextLink(root) != nil {
            throw Self.unsound([CatalogReply.unfollowed(reply, Message(en: "a file is not followed", zh: "文件中的链接不会跟随"))]
            )
        }
        let read = CatalogReply.read(pages: [(reply, root)], status: nil, with: adapter, of: source)
        guard let content = read.content else { throw Self.unsound(read.diagnostics) }
        return Catalog(content: content, url: reply.path)
    }

    private func bytes(of path: String) throws(Problem) -> [UInt8] {
        let bytes: [UInt8]
        do throws(InputFile.Problem) {
            bytes = try InputFile.read(path)
        } catch {
            throw Problem(exitCode: .inputOutput, message: error.message)
        }
        guard path.hasSuffix(".gz") else { return bytes }
        do throws(Gzip.Problem) {
            return try Gzip.unpack(bytes, limit: CatalogReply.byteLimit)
        } catch {
            switch error {
            case .unsound:
                throw Problem(
                    exitCode: .mistakes,
                    message: Message(en: "\(path) is no sound gzip file", zh: "\(path) 不是完好的 gzip 文件"))
            case .tooLarge:
                throw Problem(
                    exitCode: .refused,
                    message: Message(
                        en: "\(path) unpacks to more than \(CatalogReply.byteLimit) bytes",
                        zh: "\(path) 解压后超过 \(CatalogReply.byteLimit) 字节"))
            }
        }
    }

    /// Limits are rules; everything else is a catalog that isn't sound.
    private static func unsound(_ diagnostics: [Diagnostic]) -> Problem {
        let limits: [DiagnosticCode] = [JSONCodes.tooDeep, JSONCodes.tooLarge, .tooManyModels, .morePages]
        let isLimit = diagnostics.contains { limits.contains($0.code) }
        return Problem(exitCode: isLimit ? .refused : .mistakes, diagnostics: diagnostics)
    }
}
