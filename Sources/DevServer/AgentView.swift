import Bytes
import Outputs
import SiteBuilder

/// What a program that reads for an answer engine gets of a page: its twin, where readers cut it, what indexes say of it, its data.
struct AgentView {
    /// Characters after which known readers cut a page, whatever its form.
    static let limits = [5_000, 20_000, 50_000]

    private let site: ServedSite
    private let target: RequestTarget

    init(_ site: ServedSite, _ target: RequestTarget) {
        self.site = site
        self.target = target
    }

    var json: [UInt8] {
        let html = page(wantsMarkdown: false)
        let twin = page(wantsMarkdown: true).flatMap { $0.file.hasSuffix(".md") ? $0 : nil }
        return JSONPiece.object([
            ("path", .text(target.path)),
            ("limits", .list(Self.limits.map { .number($0) })),
            ("html", html.map { size($0.bytes, target.sent) } ?? .null),
            ("twin", twin.map { size($0.bytes, "/" + $0.file) } ?? .null),
            ("text", twin.map { .text(String(decoding: $0.bytes, as: UTF8.self)) } ?? .null),
            ("entries", .list(entries(twin: twin?.file))),
            ("data", .list(html.map { Self.data(in: $0.bytes).map { .text($0) } } ?? [])),
            ("headers", .list(headers(twin?.file ?? html?.file))),
        ]).bytes
    }
}

extension AgentView {
    private func page(wantsMarkdown: Bool) -> (file: String, bytes: [UInt8])? {
        switch site.routes.route(target, wantsMarkdown: wantsMarkdown) {
        case .page(let file), .file(let file): site.bytes(of: file).map { (file, $0) }
        default: nil
        }
    }

    private func size(_ bytes: [UInt8], _ path: String) -> JSONPiece {
        let characters = bytes.count { $0 & 0xC0 != 0x80 }
        let tokens = unsafe bytes.withUnsafeBytes { unsafe TokenEstimate.count($0) }
        return .object([
            ("path", .text(path)), ("characters", .number(characters)), ("tokens", .number(tokens)),
        ])
    }

    /// Lines of the indexes that link to the page or to its twin.
    private func entries(twin: String?) -> [JSONPiece] {
        let base = site.hosting.plan.baseURL
        let wanted = ([target.sent] + (twin.map { ["/" + $0] } ?? [])).map { Array("](\(base)\($0))".utf8) }
        let indexes = site.hosting.files.filter { AnswerHeaders.isIndex("/" + $0) && !$0.contains("llms-full") }
            .sorted()
        return indexes.flatMap { file -> [JSONPiece] in
            guard let bytes = site.bytes(of: file) else { return [] }
            return bytes.split(separator: 0x0A).enumerated().compactMap { number, line in
                guard wanted.contains(where: { line.contains($0) }) else { return nil }
                return .object([("file", .text("/" + file)), ("line", .text(String(decoding: line, as: UTF8.self)))])
            }
        }
    }

    private func headers(_ file: String?) -> [JSONPiece] {
        guard let file else { return [] }
        return site.headers.headers(target, file: file).map { .text("\($0.name): \($0.value)") }
    }

    /// The contents of the elements that hold structured data.
    static func data(in html: [UInt8]) -> [String] {
        let start = Array("<script type=\"application/ld+json\"".utf8)
        let end = Array("</script".utf8)
        var found: [String] = []
        var rest = html[...]
        while let opening = rest.firstRange(of: start),
            let content = rest[opening.upperBound...].firstIndex(of: 0x3E),
            let closing = rest[content...].firstRange(of: end)
        {
            found.append(String(decoding: rest[(content + 1)..<closing.lowerBound], as: UTF8.self))
            rest = rest[closing.upperBound...]
        }
        return found
    }
}
