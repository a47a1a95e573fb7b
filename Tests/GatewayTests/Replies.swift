import Diagnostics
import Foundation
import Gateway
import JSON
import SiteModel

/// Replies of gateways as fixtures, and what comes of them as text.
enum Replies {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static let now = Moment(seconds: 1_795_507_200, zoneMinutes: 0)

    static func source(_ adapter: String) -> CatalogSettings.Source {
        var source = CatalogSettings.Source(id: "main", adapter: adapter, url: nil)
        source.groups = ["default", "vip"]
        return source
    }

    /// The reply of a file, read with an adapter or, for `auto`, the one that knows its shape.
    static func read(
        _ bytes: [UInt8], _ name: String, _ source: CatalogSettings.Source, status: [UInt8]? = nil
    ) -> (content: CatalogReply.Content?, diagnostics: [Diagnostic]) {
        let file = SourceFile(path: name, bytes: bytes)
        let parsed = CatalogReply.parse(file)
        guard let root = parsed.root else { return (nil, parsed.diagnostics) }
        guard let adapter = CatalogReply.adapter(named: source.adapter, for: root) else {
            return (nil, [CatalogReply.unknown(file)])
        }
        let second = status.flatMap { bytes -> (file: SourceFile, root: JSONValue)? in
            let file = SourceFile(path: "status", bytes: bytes)
            return CatalogReply.parse(file).root.map { (file, $0) }
        }
        return CatalogReply.read(pages: [(file, root)], status: second, with: adapter, of: source)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    static func names(_ path: String, suffix: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
            .filter { $0.hasSuffix(suffix) || suffix.isEmpty }.sorted()
    }

    static func update(
        _ text: String, as adapter: String = "openrouter", over previous: CatalogSnapshot? = nil,
        at now: Moment = Replies.now
    ) -> SnapshotUpdate? {
        let source = source(adapter)
        let before = previous.map { ($0, Moment(seconds: now.seconds - 3600, zoneMinutes: 0)) }
        return read(Array(text.utf8), "file:reply.json", source).content.map {
            SnapshotUpdate($0, of: source, url: "file:reply.json", previous: before, now: now)
        }
    }

    /// A list as OpenRouter writes it: ids with two prices per token.
    static func list(_ models: (String, String, String)...) -> String { list(of: models) }

    static func list(of models: [(String, String, String)]) -> String {
        let entries = models.map { id, input, output in
            "{\"id\":\"\(id)\",\"architecture\":{},\"pricing\":{\"prompt\":\"\(input)\",\"completion\":\"\(output)\"}}"
        }
        return "{\"data\":[\(entries.joined(separator: ","))]}"
    }
}
