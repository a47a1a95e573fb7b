package import Diagnostics

/// The types of fields that a page or settings file can ask for. Each call names the field and says what it is for.
extension FieldReader {
    private static let textExpected = Message(en: "a text", zh: "文本")

    /// A required text; empty after a mistake, which is reported.
    package mutating func text(_ name: String, _ doc: Message) -> String {
        guard let source = take(name, .text, true, doc) else {
            return ""
        }
        let value = scalar(name, source) ?? ""
        if value.utf8.first.map({ $0 <= 0x20 || $0 >= 0x80 }) ?? true, value.allSatisfy(\.isWhitespace),
            case .text = source.node
        {
            reportMissing(name, at: source.range, isEmpty: true)
        }
        return value
    }

    package mutating func optionalText(_ name: String, _ doc: Message) -> String? {
        let value = take(name, .text, false, doc).flatMap { scalar(name, $0) }
        return value
    }

    /// One of some words.
    package mutating func choice(_ name: String, of words: [String], required: Bool = false, _ doc: Message) -> String?
    {
        guard let source = take(name, .choice(words), required, doc), let value = scalar(name, source) else {
            return nil
        }
        guard words.contains(value) else {
            let list = words.joined(separator: ", ")
            add(
                Diagnostic(
                    .malformedField, at: location(source.range),
                    Message(
                        en: "‘\(name)’ is one of \(list), not ‘\(value)’", zh: "“\(name)”只能是 \(list)，不能是“\(value)”"),
                    hint: NearName.hint(for: value, among: words)))
            return nil
        }
        return value
    }

    /// A text with inline Markdown.
    package mutating func richText(_ name: String, required: Bool = false, _ doc: Message) -> RichText? {
        let value = take(name, .richText, required, doc).flatMap { markdownText(name, $0) }
        if required, let value, value.isEmpty { reportMissing(name, at: value.location?.range ?? range, isEmpty: true) }
        return value
    }

    package mutating func richTexts(_ name: String, _ doc: Message) -> [RichText] {
        guard let source = take(name, .list(.richText), false, doc) else {
            return []
        }
        let value = items(name, source).compactMap { markdownText(name, $0) }
        return value
    }

    package mutating func texts(_ name: String, required: Bool = false, _ doc: Message) -> [LocatedText] {
        guard let source = take(name, .list(.text), required, doc) else {
            return []
        }
        let value = items(name, source).compactMap { item in
            scalar(name, item).map { LocatedText($0, range: item.range) }
        }
        if required, case .list(let items) = source.node, items.isEmpty {
            reportMissing(name, at: source.range, isEmpty: true)
        }
        return value
    }

    /// A text with its place, for names that are looked up later.
    package mutating func reference(_ name: String, required: Bool = false, _ doc: Message) -> LocatedText? {
        guard let source = take(name, .text, required, doc), let value = scalar(name, source) else {
            return nil
        }
        return LocatedText(value, range: source.range)
    }

    package mutating func moment(_ name: String, required: Bool = false, _ doc: Message) -> Moment? {
        guard let source = take(name, .moment, required, doc), let text = scalar(name, source) else {
            return nil
        }
        guard let value = Moment(text) else {
            add(
                Diagnostic(
                    .malformedDate, at: location(source.range),
                    Message(en: "‘\(text)’ is not a date", zh: "“\(text)”不是日期"),
                    hint: Message(
                        en: "write YYYY-MM-DD, or a time with its zone such as 2026-11-23T08:00:00+08:00",
                        zh: "请写成 YYYY-MM-DD，或带时区的时间，例如 2026-11-23T08:00:00+08:00")))
            return nil
        }
        return value
    }

    /// `true` or `false`; nil when the field is not there.
    package mutating func flag(_ name: String, _ doc: Message) -> Bool? {
        guard let source = take(name, .flag, false, doc) else {
            return nil
        }
        if case .text(let text) = source.node, text.isPlain, text.value == "true" || text.value == "false" {
            return text.value == "true"
        }
        let found =
            if case .text(let text) = source.node {
                Message(en: "‘\(text.value)’", zh: "“\(text.value)”")
            } else { source.kindName }
        add(
            Diagnostic(
                .malformedField, at: location(source.range),
                Message(
                    en: "‘\(name)’ is true or false, not \(found.english)",
                    zh: "“\(name)”只能是 true 或 false，不能是\(found.chinese)")))
        return nil
    }

    package mutating func integer(_ name: String, _ doc: Message) -> Int? {
        guard let source = take(name, .integer, false, doc), let text = scalar(name, source) else {
            return nil
        }
        guard let value = Int(text) else {
            reportMalformed(name, source, expected: Message(en: "a whole number", zh: "整数"))
            return nil
        }
        return value
    }

    /// A whole number that is not negative.
    package mutating func count(_ name: String, _ doc: Message) -> Int? {
        guard let source = take(name, .integer, false, doc), let text = scalar(name, source) else { return nil }
        guard let value = Int(text), value >= 0 else {
            reportMalformed(name, source, expected: Message(en: "a whole number, 0 or more", zh: "不小于 0 的整数"))
            return nil
        }
        return value
    }

    /// A list of mappings, each read by `body`.
    package mutating func records<Element>(
        _ name: String, required: Bool = false, owner: Message, _ doc: Message,
        _ body: (inout FieldReader) -> Element
    ) -> [Element] {
        if isDescribing {
            let inner = nested(nil, owner: owner, body).descriptions
            _ = take(name, .list(.record(inner)), required, doc)
            return []
        }
        guard let source = take(name, .list(.record([])), required, doc) else {
            return []
        }
        var elements: [Element] = []
        for item in items(name, source) {
            guard case .mapping = item.node else {
                reportMalformed(name, item, expected: Message(en: "a mapping", zh: "映射"))
                continue
            }
            let read = nested(item, owner: owner, body)
            elements.append(read.result)
        }
        if required, elements.isEmpty, case .list(let items) = source.node, items.isEmpty {
            reportMissing(name, at: source.range, isEmpty: true)
        }
        return elements
    }
}

extension FieldReader {
    /// The text of a scalar, else a report.
    mutating func scalar(_ name: String, _ source: FieldSource) -> String? {
        guard case .text(let text) = source.node else {
            reportMalformed(name, source, expected: Self.textExpected)
            return nil
        }
        return text.value
    }

    /// The items of a list, else a report.
    mutating func items(_ name: String, _ source: FieldSource) -> [FieldSource] {
        guard case .list(let items) = source.node else {
            reportMalformed(name, source, expected: Message(en: "a list", zh: "列表"))
            return []
        }
        return items.filter { item in
            guard case .text(let text) = item.node, text.isNull else { return true }
            reportMissing(name, at: item.range, isEmpty: true)
            return false
        }
    }

    private mutating func markdownText(_ name: String, _ source: FieldSource) -> RichText? {
        guard case .text(let text) = source.node else {
            reportMalformed(name, source, expected: Self.textExpected)
            return nil
        }
        let (value, mistakes) = markdown(text, file)
        add(contentsOf: mistakes)
        return value
    }
}

/// A short text with its place in the file that is being read.
package struct LocatedText: Sendable, Hashable {
    package let text: String
    package let range: Range<Int>

    package init(_ text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }
}
