package import Bytes
package import Diagnostics
package import Jinja
import SiteModel

/// The HTML of pages, from the template of their kind.
package struct HTMLPages: Sendable {
    /// By kind, then by language, whose phrases are part of the template.
    private let templates: [String: ByLanguage<CompiledTemplate>]
    private let globals: SiteGlobals
    private let shape: RecordShape
    private let pageValues: RecordDefinition<PageContext>
    /// What is wrong with the templates of the kinds that the site uses.
    package let diagnostics: [Diagnostic]

    /// - Parameter kinds: those of the pages that will be rendered.
    package init(_ library: TemplateLibrary, _ view: SiteView, globals: SiteGlobals, kinds: Set<String>) {
        let schema = TemplateValues.schema(text: globals.textType)
        var templates: [String: [String: CompiledTemplate]] = [:]
        var diagnostics = library.diagnostics
        for kind in kinds.sorted() {
            var collector = DiagnosticCollector()
            let template = library.compile("pages/\(kind).html", schema: schema, into: &collector)
            diagnostics += collector.diagnostics
            guard let template else { continue }
            for language in view.settings.languages {
                templates[kind, default: [:]][language.code] = globals.bound(template, in: language)
            }
        }
        self.templates = templates.mapValues { ByLanguage($0) }
        self.globals = globals
        shape = schema.page.shape
        pageValues = PageValues.definition
        self.diagnostics = diagnostics
    }

    private init(_ other: HTMLPages, globals: SiteGlobals, forManyPages: Bool) {
        templates = forManyPages ? other.templates.mapValues { $0.mapValues { $0.copied() } } : other.templates
        shape = other.shape
        pageValues = forManyPages ? PageValues.definition.copied() : other.pageValues
        diagnostics = other.diagnostics
        self.globals = globals
    }

    /// The same with site-wide values of its own, for a task that refers to them often.
    ///
    /// - Parameter forManyPages: whether templates are copied too.
    package func copy(with view: SiteView, forManyPages: Bool) -> HTMLPages {
        HTMLPages(self, globals: globals.copy(with: view), forManyPages: forManyPages)
    }

    /// The templates that a kind's template consists of, sorted; nil for a kind that was not asked for.
    package func closure(of kind: String) -> [String]? { templates[kind]?.any?.closure }

    /// Writes the page; nothing when its template is broken, which has been reported.
    package func render(
        _ texts: PageTexts, _ view: SiteView, into buffer: inout ByteBuffer
    ) throws(Failure) {
        let context = PageContext(view, texts, globals: globals)
        guard let template = templates[context.header.kind]?[context.header.languageCode] else { return }
        view.reads?.ask(.template, context.header.kind)
        try template.render(TemplateValues.root(context, pageValues, shape), into: &buffer)
    }
}

/// What every template may name: `site`, `page` and `text`.
package enum TemplateValues {
    package static func schema(text: RecordType) -> TemplateSchema {
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
    static func root(
        _ context: PageContext, _ pageValues: RecordDefinition<PageContext>, _ shape: RecordShape
    ) -> Record {
        Record(
            shape,
            [
                context.globals.site(in: context.language), pageValues.value(context),
                context.globals.text(in: context.language),
            ])
    }
}
