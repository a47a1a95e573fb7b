package import Diagnostics
package import JSON
package import SiteModel

/// Replies of a gateway to the catalog that they hold. One mistake refuses the whole of it.
package enum CatalogReply {
    /// A catalog as the gateway states it, before it is compared with an earlier one.
    package struct Content: Sendable {
        package let adapter: any GatewayAdapter.Type
        package let models: [ModelOffer]
        package let groups: [CatalogSnapshot.Group]
    }

    /// A reply with its file.
    package typealias Part = (file: SourceFile, root: JSONValue)

    /// The most bytes of one reply, decoded.
    package static let byteLimit = 20_000_000

    /// A reply as JSON. Nothing of its text is quoted around the places of mistakes.
    package static func parse(_ file: SourceFile) -> (root: JSONValue?, diagnostics: [Diagnostic]) {
        let parsed = JSONParser.parse(file, limits: JSONLimits(bytes: byteLimit))
        // A tree that was read after a mistake has holes, and a hole can be a price.
        guard parsed.diagnostics.isEmpty, let root = parsed.root else {
            return (nil, parsed.diagnostics.map(withoutQuotes))
        }
        if let refusal = errorMessage(root, file) { return (nil, [refusal]) }
        return (root, [])
    }

    /// The adapter that a name or, for `auto`, the shape of the reply means; nil when it is nobody's.
    package static func adapter(named name: String, for root: JSONValue) -> (any GatewayAdapter.Type)? {
        name == automatic ? GatewayRegistry.adapter(for: root) : GatewayRegistry.adapter(named: name)
    }

    package static let automatic = "auto"

    /// - Parameters:
    ///   - pages: the parts of the list, in order, each with its file.
    ///   - status: the reply to the adapter's second request.
    ///   - details: the reply to its request behind a key.
    package static func read(
        pages: [Part], status: Part?, details: Part? = nil,
        with adapter: any GatewayAdapter.Type, of source: CatalogSettings.Source
    ) -> (content: Content?, diagnostics: [Diagnostic]) {
        guard let first = pages.first else { return (nil, []) }
        var reading = ReplyReading(source: source, file: first.file)
        if let status {
            reading.file = status.file
            adapter.readStatus(status.root, &reading)
        }
        for page in pages {
            reading.file = page.file
            adapter.read(page.root, &reading)
        }
        if let details {
            reading.file = details.file
            adapter.readDetails(details.root, &reading)
        }
        if reading.models.count > ReplyReading.modelLimit { return (nil, [tooMany(reading.models.count, first.file)]) }
        reading.refuseDuplicates()
        guard reading.mistakes.isEmpty else { return (nil, reading.mistakes.sorted()) }
        return (Content(adapter: adapter, models: reading.models, groups: reading.groups), [])
    }

    /// The list is longer than this reply, and the rest can't be had.
    package static func unfollowed(_ file: SourceFile, _ reason: Message) -> Diagnostic {
        Diagnostic(
            .morePages, at: SourceLocation(file: file.path),
            Message(
                en: "the list goes on behind its ‘next’ link: \(reason.english)",
                zh: "列表在 next 链接之后还有内容：\(reason.chinese)"))
    }

    package static func unknown(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .unknownReply, at: file.wholeFile,
            Message(en: "this reply has the shape of no known gateway", zh: "这一回复不符合任何已知网关的结构"),
            hint: Message(
                en: "name the adapter: \(GatewayRegistry.all.map { $0.name }.joined(separator: ", "))",
                zh: "请指定适配器：\(GatewayRegistry.all.map { $0.name }.joined(separator: "、"))"))
    }
}

extension CatalogReply {
    /// An error that came with a good status: `{"success": false, "message": …}` or `{"error": {"message": …}}`.
    private static func errorMessage(_ root: JSONValue, _ file: SourceFile) -> Diagnostic? {
        let error = root.member("error")
        let isRefused = root.member("success")?.boolValue == false
        let isError = error.map { !$0.isNull } ?? false
        guard isRefused || isError && root.member("data") == nil else { return nil }
        let text = root.member("message")?.stringValue ?? error?.member("message")?.stringValue ?? error?.stringValue
        let shown = Quoted.text(text ?? "", limit: 200)
        return Diagnostic(
            .errorReply, at: SourceLocation(file: file.path),
            Message(en: "the gateway answered with an error: ‘\(shown)’", zh: "网关返回了错误：“\(shown)”"))
    }

    private static func tooMany(_ count: Int, _ file: SourceFile) -> Diagnostic {
        let limit = ReplyReading.modelLimit
        return Diagnostic(
            .tooManyModels, at: SourceLocation(file: file.path),
            Message(en: "\(count) models, and \(limit) are allowed", zh: "\(count) 个模型，上限为 \(limit)"))
    }

    private static func withoutQuotes(_ diagnostic: Diagnostic) -> Diagnostic {
        let place = diagnostic.location.map { SourceLocation(file: $0.file, line: $0.line, column: $0.column) }
        return Diagnostic(diagnostic.code, at: place, diagnostic.message, hint: diagnostic.hint)
    }
}

extension ReplyReading {
    fileprivate mutating func refuseDuplicates() {
        var seen: Set<[UInt8]> = []
        for offer in models where !seen.insert(Array(offer.id.utf8)).inserted {
            let name = Quoted.text(offer.id)
            refuse(
                nil, .duplicateModel, Message(en: "‘\(name)’ is listed twice", zh: "“\(name)”重复出现"))
        }
    }
}
