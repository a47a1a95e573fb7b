import CommonMark
import Diagnostics
import Directives
package import SiteModel

/// Markdown to rich text: the one place where the Markdown room's values become the model's.
package struct MarkdownReader: Sendable {
    /// A reader of fields in settings, where Markdown has no meaning.
    static let plain: FieldReader.Markdown = { text, _ in (RichText(plain: text.value), []) }

    private let optionsByLanguage: [String: MarkdownOptions]
    private let standard: MarkdownOptions

    init(settings: SiteSettings, phrases: Phrases) {
        var directives: [String: Bool] = [:]
        for directive in DirectiveRegistry.all { directives[directive.rule.name] = directive.rule.label.isMarkdown }
        var options: [String: MarkdownOptions] = [:]
        for language in settings.languages {
            var titles: [String: String] = [:]
            for name in ["note", "tip", "important", "warning", "caution"] {
                titles[name] = phrases.text("alert_" + name, in: language.code)
            }
            options[language.code] = MarkdownOptions(directives: directives, alertTitles: titles)
        }
        optionsByLanguage = options
        standard = MarkdownOptions(directives: directives, alertTitles: [:])
    }

    /// A field with inline Markdown.
    func inline(_ text: FieldText, _ file: SourceFile) -> (RichText, [Diagnostic]) {
        let location = TextLocation(file: file, range: text.contentRange)
        guard MarkdownContent.hasSyntax(text.value) else { return (RichText(plain: text.value, at: location), []) }
        let content = MarkdownContent(inline: text.value, in: file, place: text.contentRange, options: standard)
        return (RichText(Self.rendered(content), at: location), content.diagnostics)
    }

    /// A text with blocks.
    func text(of place: TextLocation, in language: String) -> ParsedBody {
        let content = MarkdownContent(place.file, body: place.range, options: optionsByLanguage[language] ?? standard)
        return ParsedBody(text: RichText(Self.rendered(content), at: place), diagnostics: content.diagnostics)
    }

    private static func rendered(_ content: MarkdownContent) -> RenderedText {
        RenderedText(
            html: content.html, markdown: content.twin, plain: content.plainText,
            insertions: content.insertions.map(insertion),
            outline: content.outline.map {
                Heading(level: $0.level, id: $0.id, text: $0.text, range: $0.range, hasContent: $0.hasContent)
            })
    }

    private static func insertion(_ insertion: MarkdownInsertion) -> Insertion {
        switch insertion {
        case .link(let destination, let range): return .link(destination: destination, range: range)
        case .image(let destination, let range): return .image(destination: destination, range: range)
        case .directive(let call):
            let form: DirectiveCall.Form =
                switch call.form {
                case .inline: .inline
                case .leaf: .leaf
                case .container: .container
                }
            return .directive(
                DirectiveCall(
                    name: call.name, form: form, label: call.label, labelRange: call.range,
                    attributes: call.attributes.map { .init(name: $0.name, value: $0.value, range: call.range) },
                    range: call.range))
        }
    }
}

extension MarkdownReader: BodyReading {
    package func body(of header: PageHeader) -> ParsedBody? {
        header.body.map { text(of: $0, in: header.language.code) }
    }
}

extension DirectiveRule.Label {
    fileprivate var isMarkdown: Bool { if case .markdown = self { true } else { false } }
}
