import Bytes
import CommonMark
import Diagnostics
import Directives
import Glibc
package import SiteModel

/// Markdown to rich text: the one place where the Markdown room's values become the model's.
package struct MarkdownReader: Sendable {
    /// A reader of fields in settings, where Markdown has no meaning.
    static let plain: FieldReader.Markdown = { text, _ in (RichText(plain: text.value), []) }

    private let optionsByLanguage: [String: MarkdownOptions]
    private let standard: MarkdownOptions

    init(settings: SiteSettings, phrases: Phrases) {
        var standard = MarkdownOptions.page(
            directives: DirectiveRegistry.all.map { DirectiveSyntax($0.rule) }, outputs: [.html, .twin, .plainText])
        standard.allowedElements = settings.allowedHTML
        standard.listsLinks = false
        standard.siteURL = Array(settings.baseURL.utf8)
        // The theme's own id, which a heading called "Answer" must not take.
        standard.reservedIDs = ["answer"]
        var options: [String: MarkdownOptions] = [:]
        for language in settings.languages {
            var own = standard
            own.labels = language.isChinese ? .chinese : .english
            own.labels.note = phrases.text(Phrase.note.rawValue, in: language.code)
            own.labels.tip = phrases.text(Phrase.tip.rawValue, in: language.code)
            own.labels.important = phrases.text(Phrase.important.rawValue, in: language.code)
            own.labels.warning = phrases.text(Phrase.warning.rawValue, in: language.code)
            own.labels.caution = phrases.text(Phrase.caution.rawValue, in: language.code)
            options[language.code] = own
        }
        optionsByLanguage = options
        self.standard = standard
    }

    /// A field with inline Markdown.
    func inline(_ text: FieldText, _ file: SourceFile) -> (RichText, [Diagnostic]) {
        let location = TextLocation(file: file, range: text.contentRange)
        if PlainWords.isPlain(text.value) { return (RichText(plain: text.value, at: location), []) }
        let source = MarkdownSource(
            file: file, text: text.value, place: text.contentRange, isVerbatim: text.isVerbatim)
        let content = MarkdownContent.inline(source, options: standard)
        // Most fields hold no Markdown: then the text alone is kept.
        let isPlain =
            content.insertions.isEmpty && Self.isText(text.value, content.plainText.bytes)
            && content.twin.bytes == content.plainText.bytes
        let rich = isPlain ? RichText(plain: text.value, at: location) : RichText(Self.rendered(content), at: location)
        return (rich, content.diagnostics)
    }

    private static func isText(_ text: String, _ bytes: [UInt8]) -> Bool {
        let isSame = text.utf8.withContiguousStorageIfAvailable { one in
            bytes.withUnsafeBufferPointer { two -> Bool in
                guard one.count == two.count else { return false }
                guard let first = one.baseAddress, let second = two.baseAddress else { return true }
                return memcmp(first, second, one.count) == 0
            }
        }
        return isSame ?? bytes.elementsEqual(text.utf8)
    }

    /// A text with blocks.
    func text(of place: TextLocation, in language: String, withPlainText: Bool = true) -> ParsedBody {
        var options = optionsByLanguage[language] ?? standard
        if !withPlainText { options.outputs.remove(.plainText) }
        let content = MarkdownContent(MarkdownSource(file: place.file, body: place.range), options: options)
        return ParsedBody(text: RichText(Self.rendered(content), at: place), diagnostics: content.diagnostics)
    }

    private static func rendered(_ content: MarkdownContent) -> RenderedText {
        RenderedText(
            html: content.html, markdown: content.twin, plain: content.plainText,
            insertions: content.insertions.map { Insertion($0) },
            outline: content.outline.map {
                Heading(level: $0.level, id: $0.id, text: $0.text, range: $0.place, hasContent: !$0.isEmptySection)
            })
    }
}

extension Insertion {
    fileprivate init(_ insertion: MarkdownInsertion) {
        switch insertion {
        case .link(let destination, let place): self = .link(destination: destination, range: place)
        case .image(let destination, let place): self = .image(destination: destination, range: place)
        case .directive(let call):
            self = .directive(
                SiteModel.DirectiveCall(
                    name: call.name, form: SiteModel.DirectiveCall.Form(call.form), label: call.label,
                    labelRange: call.labelPlace ?? call.place,
                    attributes: call.attributes.map { .init(name: $0.name, value: $0.value, range: $0.valuePlace) },
                    range: call.place))
        }
    }
}

extension SiteModel.DirectiveCall.Form {
    fileprivate init(_ form: DirectiveSyntax.Form) {
        switch form {
        case .inline: self = .inline
        case .leaf: self = .leaf
        case .container: self = .container
        }
    }
}

extension DirectiveSyntax {
    fileprivate init(_ rule: DirectiveRule) {
        let forms = rule.forms.map { form -> Form in
            switch form {
            case .inline: .inline
            case .leaf: .leaf
            case .container: .container
            }
        }
        let label: Label =
            switch rule.label {
            case .none: .none
            case .raw: .raw
            case .markdown: .markdown
            }
        self.init(name: rule.name, forms: forms, label: label, attributes: rule.attributes)
    }
}
