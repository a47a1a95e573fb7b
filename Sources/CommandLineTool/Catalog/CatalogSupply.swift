import Diagnostics
import Gateway
import Glibc
import JSON
import SiteModel

/// Where a fetch gets a catalog from: a file, or the gateway itself.
struct CatalogSupply {
    /// A catalog with where it is from.
    struct Catalog {
        /// Nil when the gateway says that nothing changed.
        let content: CatalogReply.Content?
        let notes: GatewayFetch.Notes
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
    /// The key, when the environment has one.
    let key: GatewayKey?
    private let isKeyUsable: Bool

    init(_ source: CatalogSettings.Source, _ invocation: Invocation) {
        self.source = source
        adapter = invocation.arguments.values["--adapter"] ?? source.adapter
        file = invocation.arguments.values["--from-file"]
        let value = source.keyVariable.flatMap { getenv($0) }.map { String(cString: $0) }
        key = value.flatMap { GatewayKey($0) }
        isKeyUsable = key != nil || value == nil || value == ""
    }

    /// - Parameter state: the last good snapshot, which a gateway may say is still right.
    func catalog(_ state: CatalogFolder.State?) throws(Problem) -> Catalog {
        do throws(Problem) {
            if let file { return try catalog(from: file) }
            return try catalogFromNetwork(state)
        } catch {
            throw error.redacted(key)
        }
    }
}

extension CatalogSupply {
    private func catalogFromNetwork(_ state: CatalogFolder.State?) throws(Problem) -> Catalog {
        guard let url = source.url, let base = GatewayAddress(url) else {
            throw Problem(
                exitCode: .usage, message: Message(en: "the source has no ‘url’", zh: "来源没有 url"))
        }
        guard isKeyUsable else {
            let name = source.keyVariable ?? ""
            throw Problem(
                exitCode: .usage,
                message: Message(
                    en: "what \(name) holds can't be a key: it has blanks or control characters",
                    zh: "环境变量 \(name) 的内容不能作为密钥：含有空白或控制字符"))
        }
        let client = GatewayClient(source, key: key, userAgent: "citable/" + Version.number, world: .real)
        let fetch = GatewayFetch(source, at: base, client: client)
        let outcome: GatewayFetch.Outcome
        do throws(GatewayClient.Failure) {
            outcome = try fetch.run(adapter: adapter, conditions: conditions(state, base))
        } catch {
            throw Problem(exitCode: error.isRule ? .refused : .inputOutput, message: error.message)
        }
        switch outcome {
        case .catalog(let content, let notes): return Catalog(content: content, notes: notes)
        case .unchanged(let notes): return Catalog(content: nil, notes: notes)
        case .unsound(let diagnostics, let notes):
            var problem = Self.unsound(diagnostics)
            problem.message = notes.kind.isEmpty ? nil : Message(en: notes.kind, zh: notes.kind)
            throw problem
        }
    }

    /// A reply may be left out only when it would be read as the one that is known.
    private func conditions(_ state: CatalogFolder.State?, _ base: GatewayAddress) -> [String] {
        guard let state, let known = GatewayRegistry.adapter(named: adapter), source.unit == nil,
            state.snapshot.adapter == known.name, state.snapshot.adapterVersion == known.version,
            state.snapshot.url == base.text, state.snapshot.currency == source.currency
        else { return [] }
        if let etag = state.etag { return ["If-None-Match: " + etag] }
        return state.lastModified.map { ["If-Modified-Since: " + $0] } ?? []
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
        return Catalog(content: content, notes: GatewayFetch.Notes(url: reply.path))
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

extension CatalogSupply.Problem {
    /// The same without the key, wherever a reply may have repeated it.
    fileprivate func redacted(_ key: GatewayKey?) -> CatalogSupply.Problem {
        guard let key else { return self }
        func clean(_ message: Message) -> Message {
            Message(en: key.redacted(message.english), zh: key.redacted(message.chinese))
        }
        let diagnostics = diagnostics.map { diagnostic in
            Diagnostic(
                diagnostic.code, at: diagnostic.location, clean(diagnostic.message), hint: diagnostic.hint.map(clean))
        }
        return CatalogSupply.Problem(exitCode: exitCode, message: message.map(clean), diagnostics: diagnostics)
    }
}
