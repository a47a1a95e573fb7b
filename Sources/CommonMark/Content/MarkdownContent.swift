package import Bytes
package import Diagnostics

/// What was read from a Markdown text: values that hold nothing of the parser.
package struct MarkdownContent: Sendable {
    /// Empty unless asked for, as are `twin` and `plainText`.
    package let html: HoledBytes
    /// The same text as normalised Markdown.
    package let twin: HoledBytes
    /// The text without markup, a line for each block.
    package let plainText: HoledBytes
    /// What the holes' indices point to.
    package let insertions: [MarkdownInsertion]
    package let outline: [MarkdownHeading]
    package let links: [MarkdownLink]
    package let proseRuns: [ProseRun]
    package let diagnostics: [Diagnostic]
    package let hasTables: Bool
    package let hasCode: Bool
    package let hasFootnotes: Bool

    /// Reads a text of blocks.
    package init(_ source: MarkdownSource, options: MarkdownOptions) {
        self.init(document: DocumentReader.read(source, options: options, isInline: false), options: options)
    }

    /// Reads a short text of inlines, such as a title: no paragraph is written around it, and what would begin a block is text.
    package static func inline(_ source: MarkdownSource, options: MarkdownOptions) -> MarkdownContent {
        if let plain = PlainField(source, options: options) { return MarkdownContent(plain) }
        return MarkdownContent(
            document: DocumentReader.read(source, options: options, isInline: true), options: options)
    }
}

extension MarkdownContent {
    private init(document: consuming MarkdownDocument, options: MarkdownOptions) {
        let outputs = options.outputs
        let twin = outputs.contains(.twin) ? TwinWriter.write(&document, options: options) : .empty
        let html = outputs.contains(.html) ? HTMLWriter.write(&document, options: options) : .empty
        self.plainText = outputs.contains(.plainText) ? PlainTextWriter.write(document) : .empty
        let limit = options.limits.outputSize
        if max(twin.bytes.count, html.bytes.count) > limit { document.reportOutputSize(limit) }
        self.html = html.bytes.count > limit ? .empty : html
        self.twin = twin.bytes.count > limit ? .empty : twin
        self.insertions = document.insertions
        self.outline = document.headings
        self.links = options.listsLinks ? document.listedLinks() : []
        self.proseRuns = document.proseRuns
        self.diagnostics = document.diagnostics
        self.hasTables = document.hasTables
        self.hasCode = document.hasCode
        self.hasFootnotes = document.hasFootnotes
    }

    private init(_ plain: PlainField) {
        self.html = plain.html
        self.twin = plain.text
        self.plainText = plain.text
        self.insertions = []
        self.outline = []
        self.links = []
        self.proseRuns = plain.proseRuns
        self.diagnostics = []
        self.hasTables = false
        self.hasCode = false
        self.hasFootnotes = false
    }
}
