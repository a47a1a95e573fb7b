package import Bytes
package import Diagnostics
package import Jinja
package import SiteModel

/// The HTML of pages, from the template of their kind.
package struct HTMLPages: Sendable {
    private let templates: [String: CompiledTemplate]
    private let globals: SiteGlobals
    /// What is wrong with the templates of the kinds that the site uses.
    package let diagnostics: [Diagnostic]

    package init(_ library: TemplateLibrary, _ view: SiteView, globals: SiteGlobals) {
        let schema = TemplateValues.schema(phraseKeys: view.phraseKeys)
        var templates: [String: CompiledTemplate] = [:]
        var diagnostics = library.diagnostics
        let kinds = Set((0..<view.pageCount).map { view.header(PageIndex($0)).kind }).sorted()
        for kind in kinds {
            var collector = DiagnosticCollector()
            templates[kind] = library.compile("pages/\(kind).html", schema: schema, into: &collector)
            diagnostics += collector.diagnostics
        }
        self.templates = templates
        self.globals = globals
        self.diagnostics = diagnostics
    }

    /// Writes the page; nothing when its template is broken, which has been reported.
    package func render(
        _ page: PageIndex, _ view: SiteView, body: ParsedBody?, into buffer: inout ByteBuffer
    ) throws(Failure) {
        let context = PageContext(view, page, body: body, globals: globals)
        guard let template = templates[context.header.kind] else { return }
        try template.render(TemplateValues.root(context), into: &buffer)
    }
}

/// What every template may name: `site`, `page` and `text`.
enum TemplateValues {
    static func schema(phraseKeys: [String]) -> TemplateSchema {
        let text = RecordType("text", phraseKeys.map { RecordType.Field($0, .text, "A phrase of the interface.") })
        return TemplateSchema(
            page: RecordType(
                "template",
                [
                    RecordType.Field("site", .record(SiteValues.definition.type), "The site."),
                    RecordType.Field("page", .record(PageValues.definition.type), "The page."),
                    RecordType.Field("text", .record(text), "The phrases in the page's language."),
                ]))
    }

    private static let shape = RecordShape("template", ["site", "page", "text"])

    static func root(_ context: PageContext) -> Record {
        Record(
            shape,
            [
                context.globals.site(in: context.language), PageValues.definition.value(context),
                context.globals.text(in: context.language),
            ])
    }
}
