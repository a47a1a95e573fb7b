package import Diagnostics

/// All templates of a theme, parsed once.
package struct TemplateLibrary: Sendable {
    struct Template: Sendable {
        let name: String
        let file: SourceFile
        let statements: [Statement]
    }

    let templates: [Template]
    private let positions: [String: Int]
    /// What could not be parsed.
    package let diagnostics: [Diagnostic]

    /// - Parameter files: by the name that templates use for each other, such as `layouts/base.html`.
    package init(_ files: [(name: String, file: SourceFile)]) {
        var templates: [Template] = []
        var diagnostics: [Diagnostic] = []
        for (position, entry) in files.enumerated() {
            var parser = Parser(entry.file, fileNumber: Int32(position))
            let statements = parser.parse()
            diagnostics += parser.diagnostics
            templates.append(Template(name: entry.name, file: entry.file, statements: statements))
        }
        self.templates = templates
        self.diagnostics = diagnostics
        positions = Dictionary(files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func template(_ name: String) -> Template? { positions[name].map { templates[$0] } }

    func location(of span: SourceSpan) -> SourceLocation {
        templates[Int(span.file)].file.location(of: Int(span.start)..<Int(span.end))
    }

    /// Prepares a template for rendering, after its family has been found and checked against the schema.
    package func compile(
        _ entry: String, schema: TemplateSchema
    ) -> (template: CompiledTemplate?, diagnostics: [Diagnostic]) {
        guard let first = template(entry) else {
            let message = Message(en: "there is no template ‘\(entry)’", zh: "没有模板“\(entry)”")
            return (nil, [Diagnostic(.missingTemplate, at: SourceLocation(file: "Templates/" + entry), message)])
        }
        var checker = TemplateChecker(self, schema)
        checker.check(first)
        guard checker.diagnostics.allSatisfy({ $0.severity != .error }) else { return (nil, checker.diagnostics) }
        return (CompiledTemplate(library: self, lineage: checker.lineage(of: first)), checker.diagnostics)
    }

    /// The names, for "did you mean".
    var names: [String] { templates.map(\.name) }
}
