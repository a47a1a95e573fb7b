import Bytes
import Diagnostics
import SiteModel

/// The catalog of a site as its snapshots in `Content/catalog/` give it. Format: the catalog contract, section 3.
enum CatalogReading {
    private static let sizeLimit = 32 * 1024 * 1024

    static func load(
        files: SiteFiles, settings: SiteSettings, now: Moment
    ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
        guard let wanted = settings.catalog else { return (nil, []) }
        var sources: [Catalog.Source] = []
        var models: [ModelOffer] = []
        var diagnostics: [Diagnostic] = []
        for source in wanted.sources {
            let path = "Content/catalog/\(source.id).lock.json"
            guard files.exists(path) else {
                diagnostics.append(
                    Diagnostic(
                        .missingSnapshot, at: SourceLocation(file: path),
                        Message(
                            en: "the catalog source ‘\(source.id)’ has no snapshot yet",
                            zh: "目录来源“\(source.id)”还没有快照")))
                continue
            }
            let lock = read(path, files, &diagnostics)
            let meta = read("Content/catalog/\(source.id).meta.json", files, &diagnostics)
            guard var lock, var meta else { continue }
            let fetched = meta.moment("fetched_at", required: true, doc)
            models += SnapshotFields.models(source.id, &lock)
            diagnostics += lock.diagnostics.diagnostics + meta.diagnostics.diagnostics
            if let fetched {
                sources.append(Catalog.Source(id: source.id, adapter: source.adapter, fetchedAt: fetched))
            }
        }
        guard !sources.isEmpty else { return (nil, diagnostics) }
        let limit = wanted.maxAgeDays * 86_400
        let isConfirmed = sources.allSatisfy { now.seconds - $0.fetchedAt.seconds <= limit }
        return (Catalog(sources: sources, models: models, isConfirmed: isConfirmed), diagnostics)
    }

    private static let doc = Message(en: "A field of a snapshot", zh: "快照的字段")

    /// JSON is YAML, so the reader of fields serves here too. The hash in a lock file must match its bytes.
    private static func read(
        _ path: String, _ files: SiteFiles, _ diagnostics: inout [Diagnostic]
    ) -> FieldReader? {
        let source = SourceReading.read(path, from: files, limit: sizeLimit)
        diagnostics += source.diagnostics
        guard let file = source.file else { return nil }
        if file.bytes.starts(with: Array("<<<<<<<".utf8)) || file.bytes.contains(conflict: "\n<<<<<<< ") {
            diagnostics.append(
                Diagnostic(
                    .brokenSnapshot, at: file.wholeFile,
                    Message(en: "the file holds conflict markers of a merge", zh: "文件中有合并冲突标记")))
            return nil
        }
        let parsed = FieldParsing.parse(file, range: 0..<file.bytes.count, isSettings: true)
        diagnostics += parsed.diagnostics
        guard let root = parsed.root else { return nil }
        var reader = FieldReader(
            root, in: file, owner: Message(en: "a snapshot", zh: "快照"), markdown: MarkdownReader.plain)
        guard path.hasSuffix(".lock.json") else { return reader }
        let version = reader.integer("schema_version", doc)
        let stated = reader.optionalText("content_hash", doc) ?? ""
        let text = String(decoding: file.bytes, as: UTF8.self)
        let blank = text.utf8.count == file.bytes.count ? replaced(stated, in: file.bytes) : file.bytes
        if version != CatalogSnapshot.schemaVersion || CatalogSnapshot.hash(of: blank) != stated {
            diagnostics.append(
                Diagnostic(
                    .brokenSnapshot, at: reader.location(ofField: "content_hash"),
                    Message(
                        en: "the snapshot was changed by hand, or by a newer version of Citable",
                        zh: "快照被手工改动过，或由更新版本的 Citable 写成"),
                    hint: Message(en: "restore the file from version control", zh: "请从版本库恢复该文件")))
            return nil
        }
        return reader
    }

    /// The bytes with the first occurrence of a text left out.
    private static func replaced(_ text: String, in bytes: [UInt8]) -> [UInt8] {
        let needle = Array(text.utf8)
        guard !needle.isEmpty, bytes.count >= needle.count else { return bytes }
        for start in 0...bytes.count - needle.count where bytes[start..<start + needle.count].elementsEqual(needle) {
            return Array(bytes[..<start] + bytes[(start + needle.count)...])
        }
        return bytes
    }
}

extension [UInt8] {
    fileprivate func contains(conflict text: String) -> Bool {
        let needle = Array(text.utf8)
        guard count >= needle.count else { return false }
        return (0...count - needle.count).contains {
            self[$0] == 0x0A && self[$0..<$0 + needle.count].elementsEqual(needle)
        }
    }
}

extension DiagnosticCode {
    static let missingSnapshot = DiagnosticCode(
        "catalog/missing-snapshot", .warning, en: "A catalog source has no snapshot, so the site has no models of it.",
        zh: "目录来源没有快照，站点不会有它的模型。")
    static let brokenSnapshot = DiagnosticCode(
        "catalog/broken-snapshot",
        en: "A snapshot can't be trusted: changed by hand, damaged by a merge, or of a newer version.",
        zh: "快照不可信：被手工改动、被合并破坏，或版本更新。")
}
