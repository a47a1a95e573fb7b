package import Diagnostics
import JSON
package import SiteModel

/// Reads `Content/catalog/<source>.meta.json`: when the source was last fetched. Its other members are notes for fetching.
package enum SnapshotMeta {
    package static func read(
        _ file: SourceFile?, source: String, folder: String
    ) -> (fetchedAt: Moment?, place: SourceLocation?, diagnostics: [Diagnostic]) {
        guard let file else {
            let path = folder + source + ".meta.json"
            let missing = Diagnostic(
                .malformedSnapshot, at: SourceLocation(file: path),
                Message(
                    en: "the snapshot of ‘\(source)’ has no meta file, so its date is not known",
                    zh: "来源“\(source)”的快照缺少 meta 文件，无法得知抓取时间"),
                hint: Message(
                    en: "restore the file, or run ‘citable catalog fetch’", zh: "请恢复该文件，或运行 citable catalog fetch"))
            return (nil, nil, [missing])
        }
        let parsed = JSONParser.parse(file)
        var mistakes = SnapshotMistakes(file)
        mistakes.add(contentsOf: parsed.diagnostics)
        guard let root = parsed.root, var fields = ObjectFields(root, &mistakes) else {
            return (nil, nil, mistakes.diagnostics)
        }
        let place = fields.optional("fetched_at").map { file.location(of: $0.range) }
        let fetchedAt = fields.moment("fetched_at", &mistakes)
        if let value = fields.required("source", &mistakes), value.stringValue != source {
            mistakes.add(value.range, Message(en: "this is not the file of ‘\(source)’", zh: "这不是来源“\(source)”的文件"))
        }
        return (fetchedAt, place, mistakes.diagnostics)
    }
}
