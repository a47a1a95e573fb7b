package import Diagnostics

/// Fields of settings files: mappings, and texts that differ by language.
extension FieldReader {
    /// One mapping, read by `body`; nil when it is not there.
    package mutating func record<Element>(
        _ name: String, required: Bool = false, owner: Message, _ doc: Message,
        _ body: (inout FieldReader) -> Element
    ) -> Element? {
        if isDescribing {
            let inner = nested(nil, owner: owner, body).descriptions
            _ = take(name, .record(inner), required, doc)
            return nil
        }
        guard let source = take(name, .record([]), required, doc) else { return nil }
        guard case .mapping = source.node else {
            reportMalformed(name, source, expected: Message(en: "a mapping", zh: "映射"))
            return nil
        }
        return nested(source, owner: owner, body).result
    }

    /// A mapping whose keys the editor chooses, in the order of the file.
    package mutating func dictionary<Element>(
        _ name: String, shape: FieldDescription.Shape, _ doc: Message,
        _ body: (_ key: LocatedText, _ value: FieldSource, inout FieldReader) -> Element?
    ) -> [Element] {
        guard let source = take(name, .dictionary(shape), false, doc) else { return [] }
        guard case .mapping(let entries) = source.node else {
            reportMalformed(name, source, expected: Message(en: "a mapping", zh: "映射"))
            return []
        }
        return entries.compactMap { body(LocatedText($0.key, range: $0.keyRange), $0.value, &self) }
    }

    /// A text, or a mapping from language code to text.
    package mutating func localizedText(_ name: String, required: Bool = false, _ doc: Message) -> LocalizedText? {
        guard let source = take(name, .localizedText, required, doc) else { return nil }
        return localizedText(name, source)
    }

    /// A value that is already at hand, read as a text that may differ by language.
    package mutating func localizedText(_ name: String, _ source: FieldSource) -> LocalizedText? {
        switch source.node {
        case .text(let text):
            return LocalizedText(text.value)
        case .mapping(let entries):
            var texts: [String: String] = [:]
            for entry in entries { texts[entry.key] = scalar(name, entry.value) }
            return LocalizedText(byLanguage: texts)
        case .list:
            reportMalformed(
                name, source, expected: Message(en: "a text, or a text for each language", zh: "文本，或每种语言一个文本"))
            return nil
        }
    }

    /// A value that is already at hand, read as a text.
    package mutating func text(_ name: String, _ source: FieldSource) -> String? { scalar(name, source) }

    /// A value that is already at hand, read as a mapping by `body`.
    package mutating func record<Element>(
        _ name: String, _ source: FieldSource, owner: Message, _ body: (inout FieldReader) -> Element
    ) -> Element? {
        guard case .mapping = source.node else {
            reportMalformed(name, source, expected: Message(en: "a mapping", zh: "映射"))
            return nil
        }
        return nested(source, owner: owner, body).result
    }

    /// Every field of this mapping, for files whose top level is keyed by names that the editor chooses.
    package mutating func eachField<Element>(
        shape: FieldDescription.Shape, _ doc: Message,
        _ body: (_ key: LocatedText, _ value: FieldSource, inout FieldReader) -> Element?
    ) -> [Element] {
        var elements: [Element] = []
        for key in keys {
            guard let value = take(key.name, shape, false, doc) else { continue }
            if let element = body(LocatedText(key.name, range: key.range), value, &self) { elements.append(element) }
        }
        return elements
    }
}

/// Fields that may be written in two forms.
extension FieldReader {
    /// A list of names, or a mapping from name to more.
    package mutating func listOrDictionary<Element>(
        _ name: String, shape: FieldDescription.Shape, _ doc: Message,
        _ body: (_ key: LocatedText, _ value: FieldSource?, inout FieldReader) -> Element?
    ) -> [Element] {
        let forms = FieldDescription.Shape.alternatives([.list(shape), .dictionary(.dictionary(.text))])
        guard let source = take(name, forms, false, doc) else { return [] }
        if case .mapping(let entries) = source.node {
            return entries.compactMap { body(LocatedText($0.key, range: $0.keyRange), $0.value, &self) }
        }
        return items(name, source).compactMap { item in
            scalar(name, item).flatMap { body(LocatedText($0, range: item.range), nil, &self) }
        }
    }

    /// A list whose items are texts or mappings.
    package mutating func mixedList<Element>(
        _ name: String, _ doc: Message,
        _ body: (_ item: (text: LocatedText?, source: FieldSource), inout FieldReader) -> Element?
    ) -> [Element] {
        let forms = FieldDescription.Shape.list(.alternatives([.text, .dictionary(.localizedText)]))
        guard let source = take(name, forms, false, doc) else { return [] }
        return items(name, source).compactMap { item in
            if case .text(let text) = item.node {
                return body((LocatedText(text.value, range: item.range), item), &self)
            }
            return body((nil, item), &self)
        }
    }
}
