import Diagnostics
import JSON
import SiteModel

/// Reads `Content/catalog/status.json`, the record of a status page that a fetch wrote.
enum UptimeReading {
    /// - Parameter file: nil when the status page was never fetched, which is a warning.
    static func read(_ file: SourceFile?) -> (snapshot: UptimeSnapshot?, diagnostics: [Diagnostic]) {
        guard let file else {
            let missing = Diagnostic(
                .missingSnapshot, at: SourceLocation(file: UptimeSnapshot.path),
                Message(en: "the status page has never been fetched", zh: "状态页还没有抓取过"),
                hint: Message(
                    en: "run ‘citable catalog fetch --source status’", zh: "请运行 citable catalog fetch --source status"))
            return (nil, [missing])
        }
        let parsed = JSONParser.parse(file)
        var mistakes = SnapshotMistakes(file)
        mistakes.add(contentsOf: parsed.diagnostics)
        guard let root = parsed.root, var fields = ObjectFields(root, &mistakes) else {
            return (nil, mistakes.diagnostics)
        }
        if let version = fields.integer("schema_version", &mistakes), version != UptimeSnapshot.schemaVersion {
            mistakes.add(
                root.range.lowerBound..<root.range.lowerBound + 1,
                Message(en: "there is no version \(version) of this file", zh: "此文件没有版本 \(version)"),
                code: .snapshotVersion)
        }
        let fetchedAt = fields.moment("fetched_at", &mistakes)
        let url = fields.text("url", &mistakes)
        let monitors = fields.array("monitors", &mistakes).compactMap { monitor($0, &mistakes) }
        fields.finish(&mistakes)
        guard mistakes.diagnostics.isEmpty, let fetchedAt, let url else { return (nil, mistakes.diagnostics) }
        return (UptimeSnapshot(fetchedAt: fetchedAt, url: url, monitors: monitors), [])
    }

    private static func monitor(_ value: JSONValue, _ mistakes: inout SnapshotMistakes) -> UptimeSnapshot.Monitor? {
        guard var fields = ObjectFields(value, &mistakes) else { return nil }
        let id = fields.text("id", &mistakes)
        let name = fields.text("name", &mistakes)
        let group = fields.optionalText("group", &mistakes)
        let stated = fields.optionalText("uptime_24h", &mistakes)
        let uptime = stated.flatMap { DecimalNumber(canonical: $0) }
        let digits = fields.required("checks", &mistakes)?.stringValue ?? ""
        let checks = digits.utf8.compactMap { UptimeSnapshot.Finding(rawValue: $0 &- 0x30) }
        let hasSpan = fields.optional("from") != nil
        let from = hasSpan ? fields.moment("from", &mistakes) : nil
        let to = hasSpan ? fields.moment("to", &mistakes) : nil
        fields.finish(&mistakes)
        if checks.count != digits.utf8.count || stated != nil && (uptime.map { DecimalNumber.one < $0 } ?? true) {
            mistakes.add(
                value.range,
                Message(en: "a monitor has checks 0 to 3 and a share up to 1", zh: "监控项的检查应为 0 到 3，可用率不超过 1"))
        }
        guard let id, let name else { return nil }
        return UptimeSnapshot.Monitor(
            id: id, name: name, group: group, uptime: uptime, checks: checks,
            span: from.flatMap { from in to.map { (from, $0) } })
    }
}
