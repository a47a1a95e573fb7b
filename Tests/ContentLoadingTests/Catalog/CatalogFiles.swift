import Bytes
import ContentLoading
import Diagnostics
import SiteModel
import Testing

/// The files of `Content/catalog/` for one test: those of the repository, or texts.
struct CatalogFiles {
    var texts: [String: String] = [:]
    var sources = ["main"]
    var maxAgeDays = 14
    var now = Moment(seconds: 1_795_469_462 + 86_400, zoneMinutes: 0)

    static let lock = "Content/catalog/main.lock.json"
    static let meta = "Content/catalog/main.meta.json"
    static let history = "Content/catalog/history/main.jsonl"
    static let overlay = "Content/catalog/overlay.yaml"

    /// The snapshot of the repository, without the overlay.
    static func repository() throws -> CatalogFiles {
        var files = CatalogFiles()
        for path in [lock, meta, history] { files.texts[path] = try read(path) }
        return files
    }

    /// A lock file with these models, hashed as a fetch does.
    mutating func setLock(
        _ models: String, withdrawn: String = "", groups: String = "", version: String = "1", source: String = "main"
    ) {
        let text = """
            {"schema_version": \(version),
            "source": {"id": "\(source)", "adapter": "new-api", "adapter_version": 1, "url": "https://gateway.example"},
            "content_hash": "",
            "currency": "USD",
            "groups": [\(groups)],
            "models": [\(models)],
            "withdrawn": [\(withdrawn)]}

            """
        let hash = CatalogSnapshot.hash(of: Array(text.utf8))
        texts["Content/catalog/\(source).lock.json"] = text.split(separator: "\"content_hash\": \"\"").joined(
            separator: "\"content_hash\": \"\(hash)\"")
        texts["Content/catalog/\(source).meta.json"] =
            "{\"fetched_at\": \"2026-11-23T21:31:02Z\", \"source\": \"\(source)\", \"etag\": \"x\"}\n"
    }

    func load() -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
        var settings = CatalogSettings()
        settings.sources = sources.map { .init(id: $0, adapter: "litellm", url: nil) }
        settings.maxAgeDays = maxAgeDays
        return CatalogLoader.load(
            settings: settings,
            files: { path in texts[path].map { SourceFile(path: path, bytes: Array($0.utf8)) } }, now: now)
    }

    /// `path:line:column: code` of each diagnostic.
    func places() -> [String] {
        load().diagnostics.map { diagnostic in
            let place = diagnostic.location.map {
                "\($0.file.split(separator: "/").last ?? ""):\($0.line):\($0.column)"
            }
            return "\(place ?? "-") \(diagnostic.code.id)"
        }
    }

    /// A model with these members changed; `nil` leaves one out.
    static func model(_ id: String, prices: String = Self.price(), _ changes: [String: String?] = [:]) -> String {
        var members: [(String, String)] = [
            ("id", "\"\(id)\""), ("slug", "\"\(id)\""), ("name", "\"\(id)\""), ("kind", "\"chat\""),
            ("context", "null"),
            ("max_output", "4096"), ("modalities", "{\"input\": [\"text\"], \"output\": [\"text\"]}"),
            ("capabilities", "{\"tools\": true}"), ("prices", "[\(prices)]"), ("source", "\"main\""),
            ("first_seen", "\"2026-11-23T21:31:02Z\""), ("last_changed", "\"2026-11-23T21:31:02Z\""),
            ("status", "\"active\""),
        ]
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
            members.removeAll { $0.0 == key }
            if let value { members.append((key, value)) }
        }
        return "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    static func price(_ meter: String = "input", _ rest: String = "\"state\": \"fixed\", \"amount\": \"1.5\"") -> String
    {
        "{\"meter\": \"\(meter)\", \"unit\": \"token\", \"per\": 1000000, \"currency\": \"USD\", \(rest)}"
    }

    static func read(_ path: String) throws -> String {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let files = SiteFiles(root: "/" + root)
        return String(decoding: try files.read(path, limit: 1 << 20), as: UTF8.self)
    }
}
