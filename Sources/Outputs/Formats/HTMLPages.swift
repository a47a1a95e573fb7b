package import Bytes
package import Diagnostics
package import Jinja
import SiteModel

/// The HTML of pages, from the template of their kind.
package struct HTMLPages: Sendable {
    private let templates: [String: CompiledTemplate]
    private let globals: SiteGlobals
    private let shape: RecordShape
    /// What is wrong with the templates of the kinds that the site uses.
    package let diagnostics: [Diagnostic]

    package init(_ library: TemplateLibrary, _ view: SiteView, globals: SiteGlobals) {
        let schema = TemplateValues.schema(text: globals.textType)
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
        shape = schema.page.shape
        self.diagnostics = diagnostics
    }

    /// Writes the page; nothing when its template is broken, which has been reported.
    package func render(
        _ texts: PageTexts, _ view: SiteView, into buffer: inout ByteBuffer
    ) throws(Failure) {
        let context = PageContext(view, texts, globals: globals)
        guard let template = templates[context.header.kind] else { return }
        try template.render(TemplateValues.root(context, shape), into: &buffer)
    }
}

/// What every template may name: `site`, `page` and `text`.
enum TemplateValues {
    static func schema(text: RecordType) -> TemplateSchema {
        TemplateSchema(
            page: RecordType(
                "template",
                [
                    RecordType.Field("site", .record(SiteValues.definition.type), "The site."),
                    RecordType.Field("page", .record(PageValues.definition.type), "The page."),
                    RecordType.Field("text", .record(text), "The phrases in the page's language."),
                ]))
    }

    /// - Parameter shape: that of the schema's page.
    static func root(_ context: PageContext, _ shape: RecordShape) -> Record {
        Record(
            shape,
            [
                context.globals.site(in: context.language), PageValues.definition.value(context),
                context.globals.text(in: context.language),
            ])
    }
}
