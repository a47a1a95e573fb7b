package import Diagnostics
import JSON
package import SiteModel

/// Fetches a source: the requests that its adapter needs, in order, read as one catalog.
package struct GatewayFetch {
    package enum Outcome: Sendable {
        case catalog(CatalogReply.Content, Notes)
        /// The gateway says that nothing changed since the snapshot.
        case unchanged(Notes)
        /// A reply came that is no sound catalog.
        case unsound([Diagnostic], Notes)
    }

    /// What a fetch notes beside the catalog.
    package struct Notes: Sendable {
        /// The address of the settings.
        package var url: String
        package var etag: String?
        package var lastModified: String?
        package var date: String?
        /// What the reply was, for messages: `https://…: 200 text/html, 94 bytes`.
        package var kind = ""

        package init(url: String) { self.url = url }
    }

    private let source: CatalogSettings.Source
    private let client: GatewayClient
    private let base: GatewayAddress

    /// More parts than this are no list.
    private static let pageLimit = 50

    package init(_ source: CatalogSettings.Source, at base: GatewayAddress, client: GatewayClient) {
        self.source = source
        self.client = client
        self.base = base
    }

    /// - Parameters:
    ///   - adapter: by name; `auto` tries the addresses of the common ones.
    ///   - conditions: header lines for a reply that is known; only where one request gives the whole catalog.
    package func run(adapter: String, conditions: [String]) throws(GatewayClient.Failure) -> Outcome {
        guard let known = GatewayRegistry.adapter(named: adapter) else { return try guess() }
        let address = base.adding(known.path, query: known.query)
        let answer = try client.get(address, conditions: isOneRequest(known) ? conditions : [])
        let notes = notes(answer, address)
        if answer.status == 304 { return .unchanged(notes) }
        return try read(answer, at: address, with: known, notes)
    }
}

extension GatewayFetch {
    /// Asks the addresses of the common gateways in turn and stops at the first reply with a known shape.
    private func guess() throws(GatewayClient.Failure) -> Outcome {
        let guesses: [any GatewayAdapter.Type] = [NewAPI.self, LiteLLM.self, OpenRouter.self, OpenAI.self]
        if let own = guesses.first(where: { base.path.hasSuffix($0.path) }) {
            return try tryAddress(base.adding(own.path, query: own.query), sendsKey: true)
                ?? unknown(base.adding(own.path, query: ""))
        }
        for adapter in guesses {
            let sendsKey = adapter == OpenRouter.self || adapter == OpenAI.self
            let address = base.adding(adapter.path, query: adapter.query)
            if let outcome = try tryAddress(address, sendsKey: sendsKey) { return outcome }
        }
        // An address with a path of its own may be the reply itself.
        if base.path.utf8.count > 1, let outcome = try tryAddress(base, sendsKey: true) { return outcome }
        return unknown(base)
    }

    /// Nil when nothing there has a known shape; a rule that forbids ends the search.
    private func tryAddress(_ address: GatewayAddress, sendsKey: Bool) throws(GatewayClient.Failure) -> Outcome? {
        do throws(GatewayClient.Failure) {
            let answer = try client.get(address, sendsKey: sendsKey)
            let file = SourceFile(path: address.text, bytes: answer.body)
            guard let root = CatalogReply.parse(file).root, let adapter = GatewayRegistry.adapter(for: root) else {
                return nil
            }
            return try read(answer, at: address, with: adapter, notes(answer, address), sendsKey: sendsKey)
        } catch {
            if error.isRule { throw error }
            return nil
        }
    }

    private func unknown(_ address: GatewayAddress) -> Outcome {
        let file = SourceFile(path: address.text, bytes: [])
        return .unsound([CatalogReply.unknown(file)], Notes(url: base.text))
    }

    private func read(
        _ answer: HTTPAnswer, at address: GatewayAddress, with adapter: any GatewayAdapter.Type, _ notes: Notes,
        sendsKey: Bool = true
    ) throws(GatewayClient.Failure) -> Outcome {
        var pages: [(file: SourceFile, root: JSONValue)] = []
        var next: (answer: HTTPAnswer, address: GatewayAddress)? = (answer, address)
        var seen: Set<String> = []
        while let page = next {
            next = nil
            seen.insert(page.address.request)
            let file = SourceFile(path: page.address.text, bytes: page.answer.body)
            let parsed = CatalogReply.parse(file)
            guard let root = parsed.root else { return .unsound(parsed.diagnostics, notes) }
            pages.append((file, root))
            guard let link = adapter.nextLink(root) else { continue }
            guard let target = link.stringValue.flatMap({ page.address.resolving($0) }),
                client.mayFollow(target, from: page.address)
            else { return .unsound([CatalogReply.unfollowed(file, Self.leaves)], notes) }
            guard !seen.contains(target.request), pages.count < Self.pageLimit else {
                return .unsound([CatalogReply.unfollowed(file, Self.repeats)], notes)
            }
            next = (try client.get(target), target)
        }
        var status: (file: SourceFile, root: JSONValue)?
        if let path = adapter.statusPath {
            let address = address.replacing(adapter.path, with: path)
            let file = SourceFile(path: address.text, bytes: try client.get(address).body)
            let parsed = CatalogReply.parse(file)
            guard let root = parsed.root else { return .unsound(parsed.diagnostics, notes) }
            status = (file, root)
        }
        let details = sendsKey ? try details(beside: address, adapter) : .success(nil)
        if case .failure(let diagnostics) = details { return .unsound(diagnostics.list, notes) }
        let read = CatalogReply.read(
            pages: pages, status: status, details: try? details.get(), with: adapter, of: source)
        return read.content.map { .catalog($0, notes) } ?? .unsound(read.diagnostics, notes)
    }

    private struct Unsound: Error { let list: [Diagnostic] }

    /// What a gateway says of its models to who has a key; nothing where it knows no such request.
    private func details(
        beside address: GatewayAddress, _ adapter: any GatewayAdapter.Type
    ) throws(GatewayClient.Failure) -> Result<CatalogReply.Part?, Unsound> {
        guard let path = adapter.detailsPath, client.hasKey else { return .success(nil) }
        let address = address.replacing(adapter.path, with: path)
        let body: [UInt8]
        do throws(GatewayClient.Failure) {
            body = try client.get(address).body
        } catch {
            if error.status == 404 { return .success(nil) }
            throw error
        }
        let file = SourceFile(path: address.text, bytes: body)
        let parsed = CatalogReply.parse(file)
        return parsed.root.map { .success((file, $0)) } ?? .failure(Unsound(list: parsed.diagnostics))
    }

    private static let leaves = Message(en: "it leaves the gateway", zh: "它离开了该网关")
    private static let repeats = Message(en: "it repeats itself or never ends", zh: "它出现循环或没有尽头")

    private func notes(_ answer: HTTPAnswer, _ address: GatewayAddress) -> Notes {
        var notes = Notes(url: base.text)
        notes.etag = Self.printable(answer.header("etag"))
        notes.lastModified = Self.printable(answer.header("last-modified"))
        notes.date = Self.printable(answer.header("date"))
        let type = Quoted.text(answer.header("content-type") ?? "?")
        notes.kind = "\(address.text): \(answer.status) \(type), \(answer.body.count) bytes"
        return notes
    }

    /// A header that may stand in the meta file and be sent back.
    private static func printable(_ value: String?) -> String? {
        guard let value, !value.isEmpty, value.utf8.count <= 256, value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { return nil }
        return value
    }
}

extension GatewayFetch {
    /// Whether one request gives the whole catalog, so that "not modified" is true of all of it.
    private func isOneRequest(_ adapter: any GatewayAdapter.Type) -> Bool {
        adapter.statusPath == nil && adapter != OpenRouter.self && (adapter.detailsPath == nil || !client.hasKey)
    }
}
