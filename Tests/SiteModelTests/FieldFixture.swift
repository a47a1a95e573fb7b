import Diagnostics
import SiteModel

/// Field sources written as `name: value` lines, without a YAML reader: a list is `[a, b]`, a mapping `{a: b, c: d}`, `"…"`
/// a quoted text, nothing after the colon a null. Places are those in the text.
struct FieldFixture {
    let file: SourceFile
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
        file = SourceFile(path: "Content/zh/a.md", bytes: bytes)
    }

    static let answer = Message(en: "an answer", zh: "回答页")

    /// Reads the fields by `body` and says what was wrong, as `line:column code message`.
    func read<Result>(_ body: (inout FieldReader) -> Result) -> (result: Result, reader: FieldReader, report: [String])
    {
        var reader = FieldReader(source, in: file, owner: Self.answer) { text, file in
            let range = text.contentRange
            let mistakes =
                text.value.contains("<b>") ? [Diagnostic(.malformedField, at: file.location(of: range), Self.html)] : []
            return (RichText(plain: text.value, at: TextLocation(file: file, range: range)), mistakes)
        }
        let result = body(&reader)
        reader.finish()
        let report = reader.diagnostics.sorted().map { diagnostic in
            let place = diagnostic.location.map { "\($0.line):\($0.column)" } ?? "-"
            let hint = diagnostic.hint.map { "; \($0.english)" } ?? ""
            return "\(place) \(diagnostic.code.id) \(diagnostic.message.english)\(hint)"
        }
        return (result, reader, report)
    }

    private static let html = Message(en: "raw HTML", zh: "原始 HTML")

    var source: FieldSource {
        var entries: [FieldSource.Entry] = []
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !line.isEmpty { entries.append(entry(start..<start + line.count)) }
            start += line.count + 1
        }
        return FieldSource(.mapping(entries), range: 0..<bytes.count)
    }

    private func entry(_ range: Range<Int>) -> FieldSource.Entry {
        let trimmed = trimmed(range)
        let colon = bytes[trimmed].firstIndex(of: 0x3A) ?? trimmed.upperBound
        let keyRange = trimmed.lowerBound..<colon
        let value = self.trimmed(min(colon + 1, trimmed.upperBound)..<trimmed.upperBound)
        return FieldSource.Entry(
            key: text(keyRange), keyRange: keyRange,
            value: node(value.isEmpty ? keyRange : value, isNull: value.isEmpty))
    }

    private func node(_ range: Range<Int>, isNull: Bool = false) -> FieldSource {
        let inner = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
        switch isNull ? 0 : bytes[range.lowerBound] {
        case 0x5B: return FieldSource(.list(parts(inner).map { node($0) }), range: range)
        case 0x7B: return FieldSource(.mapping(parts(inner).map { entry($0) }), range: range)
        case 0x22: return scalar(text(inner), inner, in: range, isPlain: false)
        default:
            return scalar(
                isNull || text(range) == "~" ? "" : text(range), range, in: range, isPlain: true,
                isNull: isNull || text(range) == "~")
        }
    }

    private func scalar(
        _ value: String, _ content: Range<Int>, in range: Range<Int>, isPlain: Bool, isNull: Bool = false
    )
        -> FieldSource
    {
        let text = FieldText(value: value, isNull: isNull, isPlain: isPlain, isVerbatim: true, contentRange: content)
        return FieldSource(.text(text), range: range)
    }

    /// The parts between commas that stand in no inner bracket.
    private func parts(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var depth = 0
        var start = range.lowerBound
        for index in range {
            if [0x5B, 0x7B].contains(bytes[index]) { depth += 1 }
            if [0x5D, 0x7D].contains(bytes[index]) { depth -= 1 }
            if bytes[index] == 0x2C, depth == 0 {
                parts.append(trimmed(start..<index))
                start = index + 1
            }
        }
        parts.append(trimmed(start..<range.upperBound))
        return parts.filter { !$0.isEmpty }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
