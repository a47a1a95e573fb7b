import Diagnostics
import JSON
import SiteModel

/// Reads a history, `Content/catalog/history/<source>.jsonl`: one event a line, never rewritten.
enum HistoryReading {
    static func read(_ file: SourceFile, source: String) -> (events: [CatalogEvent], diagnostics: [Diagnostic]) {
        var mistakes = SnapshotMistakes(file)
        var events: [CatalogEvent] = []
        var number = 0
        var start = 0
        while start < file.bytes.count {
            number += 1
            let end = file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count
            let line = file.bytes[start..<end]
            mistakes.start = start
            if let marker = conflictMarker(line) {
                mistakes.add(
                    0..<marker, Message(en: "this is a conflict marker of a merge", zh: "这是合并冲突标记"),
                    hint: Message(en: "keep the lines of both sides, in the order of ‘at’", zh: "请保留双方的行，并按 at 排序"),
                    code: .mergeConflict)
            } else if line.contains(where: { $0 > 0x20 }) {
                if let event = event(Array(line), number, source, &mistakes) { events.append(event) }
            }
            start = end + 1
        }
        return (events, mistakes.diagnostics)
    }
}

extension HistoryReading {
    private static func event(
        _ line: [UInt8], _ number: Int, _ source: String, _ mistakes: inout SnapshotMistakes
    ) -> CatalogEvent? {
        let parsed = JSONParser.parse(SourceFile(path: mistakes.file.path, bytes: line))
        mistakes.add(contentsOf: parsed.diagnostics.map { moved($0, to: number) })
        guard let root = parsed.root, var fields = ObjectFields(root, &mistakes) else { return nil }
        let id = fields.text("id", &mistakes)
        let at = fields.moment("at", &mistakes)
        let owner = fields.text("source", &mistakes)
        let model = fields.text("model", &mistakes)
        let kind: CatalogEvent.Kind? = fields.word("event", &mistakes)
        guard let id, let at, let owner, let model, let kind else { return nil }
        if owner != source {
            mistakes.add(root.range, Message(en: "this event is not of ‘\(source)’", zh: "此事件不属于来源“\(source)”"))
        }
        var event = CatalogEvent(at: at, source: source, model: model, event: kind)
        event.id = id
        event.meter = fields.optionalText("meter", &mistakes)
        event.group = fields.optionalText("group", &mistakes)
        event.tier = fields.optional("tier").flatMap { Price.Tier($0, &mistakes) }
        event.currency = fields.optionalText("currency", &mistakes)
        event.old = amount("old", &fields, &mistakes)
        event.new = amount("new", &fields, &mistakes)
        event.prices =
            fields.optional("prices").map { value in
                (value.elements ?? []).compactMap { Price($0, &mistakes) }
            } ?? []
        event.isFirst = fields.optional("first")?.boolValue ?? false
        fields.finish(&mistakes)
        return event
    }

    private static func amount(
        _ key: String, _ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes
    ) -> CatalogEvent.Amount? {
        guard let value = fields.optional(key) else { return nil }
        if value.isNull { return CatalogEvent.Amount.none }
        if let number = value.stringValue.flatMap({ DecimalNumber(canonical: $0) }) { return .number(number) }
        mistakes.add(
            value.range, Message(en: "‘\(key)’ is an exact decimal string, or null", zh: "“\(key)”必须是精确的十进制字符串或 null"))
        return nil
    }

    /// Seven of `<`, `=`, `>` or `|` at the beginning of a line, as git writes them.
    private static func conflictMarker(_ line: ArraySlice<UInt8>) -> Int? {
        guard let first = line.first, [0x3C, 0x3D, 0x3E, 0x7C].contains(first) else { return nil }
        return line.prefix(7).count == 7 && line.prefix(7).allSatisfy { $0 == first } ? 7 : nil
    }

    /// A diagnostic of a line that was parsed by itself, at its line in the file.
    private static func moved(_ diagnostic: Diagnostic, to line: Int) -> Diagnostic {
        let place = diagnostic.location.map {
            SourceLocation(
                file: $0.file, line: line, column: $0.column, length: $0.length, lineText: $0.lineText,
                textStart: $0.textStart)
        }
        return Diagnostic(
            diagnostic.code, at: place, diagnostic.message, hint: diagnostic.hint, notes: diagnostic.notes)
    }
}
