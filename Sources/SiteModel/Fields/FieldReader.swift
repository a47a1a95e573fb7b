package import Diagnostics

/// Reads the fields of one page or settings file in the order in which the reader asks, and remembers what was asked.
///
/// That one record gives typed values, every missing, malformed and unknown field of the file in one run, and, run without a
/// source, the description of the fields.
package struct FieldReader: Sendable {
    /// Turns a Markdown field into rich text; given by the room that knows Markdown.
    package typealias Markdown = @Sendable (_ text: FieldText, _ file: SourceFile) -> (RichText, [Diagnostic])

    package let file: SourceFile
    package private(set) var diagnostics = DiagnosticCollector()
    /// What was asked, in order; gathered in describe mode only.
    package private(set) var descriptions: [FieldDescription] = []

    /// Where the mapping stands; missing fields are reported at its beginning.
    let range: Range<Int>
    let isDescribing: Bool
    let markdown: Markdown
    private var entries: [FieldSource.Entry]
    private var wasAsked: [Bool]
    private var askedNames: [String] = []
    /// What holds the fields, for messages: `an answer`.
    private let owner: Message

    /// - Parameter source: a mapping; anything else reads as one without fields.
    package init(_ source: FieldSource?, in file: SourceFile, owner: Message, markdown: @escaping Markdown) {
        self.file = file
        self.owner = owner
        self.markdown = markdown
        isDescribing = false
        range = source?.range ?? 0..<0
        if case .mapping(let entries)? = source?.node { self.entries = entries } else { entries = [] }
        wasAsked = [Bool](repeating: false, count: entries.count)
        // A kind asks for some fields more than most pages have.
        askedNames.reserveCapacity(entries.count + 8)
    }

    /// A reader that finds nothing, reports nothing, and writes down what it is asked.
    package init(describing owner: Message) {
        file = SourceFile(path: "", bytes: [])
        self.owner = owner
        markdown = { text, _ in (RichText(plain: text.value), []) }
        isDescribing = true
        range = 0..<0
        entries = []
        wasAsked = []
    }

    package mutating func add(_ diagnostic: Diagnostic) { if !isDescribing { diagnostics.add(diagnostic) } }

    package mutating func add(contentsOf others: [Diagnostic]) {
        if !isDescribing { diagnostics.add(contentsOf: others) }
    }

    /// The place of a range in the file.
    package func location(_ range: Range<Int>) -> SourceLocation { file.location(of: range) }

    /// The place of a field's value, else of the whole mapping.
    package func location(ofField name: String) -> SourceLocation {
        entries.first { $0.key == name }.map { location($0.value.range) }
            ?? location(range.lowerBound..<range.lowerBound + 1)
    }

    /// The keys that stand in the source, in order.
    package var keys: [(name: String, range: Range<Int>)] { entries.map { ($0.key, $0.keyRange) } }

    /// Reports the fields that nobody asked for. Call it when the reading is over.
    package mutating func finish() {
        guard !isDescribing else { return }
        for (index, entry) in entries.enumerated() where !wasAsked[index] {
            add(
                Diagnostic(
                    .unknownField, at: location(entry.keyRange),
                    Message(
                        en: "‘\(entry.key)’ is not a field of \(owner.english)",
                        zh: "“\(entry.key)”不是\(owner.chinese)的字段"),
                    hint: NearName.hint(for: entry.key, among: askedNames)))
        }
    }
}

extension FieldReader {
    /// The source of a field, marked as asked. Null counts as not there, but for required fields it is reported.
    mutating func take(_ name: String, _ shape: FieldDescription.Shape, _ isRequired: Bool, _ doc: Message)
        -> FieldSource?
    {
        if isDescribing {
            descriptions.append(
                FieldDescription(name: name, shape: shape, isRequired: isRequired, explanation: doc))
            return nil
        }
        askedNames.append(name)
        guard let index = entries.firstIndex(where: { $0.key == name }) else {
            if isRequired { reportMissing(name, at: range.lowerBound..<range.lowerBound + 1, isEmpty: false) }
            return nil
        }
        wasAsked[index] = true
        let value = entries[index].value
        if case .text(let text) = value.node, text.isNull {
            if isRequired { reportMissing(name, at: entries[index].keyRange, isEmpty: true) }
            return nil
        }
        return value
    }

    mutating func reportMissing(_ name: String, at range: Range<Int>, isEmpty: Bool) {
        let message =
            isEmpty
            ? Message(en: "‘\(name)’ is empty; \(owner.english) requires it", zh: "“\(name)”为空；\(owner.chinese)必须填写")
            : Message(en: "\(owner.english) requires ‘\(name)’", zh: "\(owner.chinese)缺少必填字段“\(name)”")
        add(Diagnostic(.missingField, at: location(range), message))
    }

    mutating func reportMalformed(_ name: String, _ source: FieldSource, expected: Message) {
        let found = source.kindName
        add(
            Diagnostic(
                .malformedField, at: location(source.range),
                Message(
                    en: "‘\(name)’ should be \(expected.english), but is \(found.english)",
                    zh: "“\(name)”应为\(expected.chinese)，实际是\(found.chinese)")))
    }

    /// Runs `body` over a mapping inside this one, with the same file and Markdown; its mistakes and unknown fields become ours.
    mutating func nested<Result>(
        _ source: FieldSource?, owner: Message, _ body: (inout FieldReader) -> Result
    ) -> (result: Result, descriptions: [FieldDescription]) {
        var reader =
            isDescribing
            ? FieldReader(describing: owner) : FieldReader(source, in: file, owner: owner, markdown: markdown)
        let result = body(&reader)
        reader.finish()
        add(contentsOf: reader.diagnostics.diagnostics)
        return (result, reader.descriptions)
    }
}
