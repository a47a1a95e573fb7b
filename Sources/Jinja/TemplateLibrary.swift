package import Diagnostics

/// All templates of a site by name, read once; pages are compiled from it.
package struct TemplateLibrary: Sendable {
    /// Mistakes in the syntax of any template.
    package let diagnostics: [Diagnostic]
    /// The names of the templates, sorted.
    package let names: [String]
    let templates: [Template]
    let allowsSafe: Bool
    private let positions: [String: Int]

    /// - Parameters:
    ///   - files: any order; a file's name is its path without `folder`.
    ///   - folder: what the paths begin with, such as `Templates/`.
    ///   - allowsSafe: makes the filter `safe` available, for comparing with Jinja2.
    package init(files: [SourceFile], folder: String = "Templates/", allowsSafe: Bool = false) {
        let folderBytes = Array(folder.utf8)
        let named = files.map { file in
            let path = Array(file.path.utf8)
            let isBelow = path.starts(with: folderBytes)
            return (isBelow ? String(decoding: path[folderBytes.count...], as: UTF8.self) : file.path, file)
        }
        self.init(named: named, allowsSafe: allowsSafe)
    }

    /// - Parameter files: any order, each with the name that others call it by.
    package init(named files: [(name: String, file: SourceFile)], allowsSafe: Bool = false) {
        var templates: [Template] = []
        var diagnostics: [Diagnostic] = []
        for (name, file) in files.sorted(by: { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }) {
            let number = Int32(templates.count)
            let (statements, mistakes) = Self.read(file, number)
            diagnostics += mistakes
            templates.append(Template(name: name, file: file, statements: statements))
        }
        self.templates = templates
        self.diagnostics = diagnostics
        self.names = templates.map(\.name)
        self.allowsSafe = allowsSafe
        self.positions = Dictionary(
            templates.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The names that templates extend, include or import and that the library does not hold, sorted.
    package var missingNames: [String] {
        Set(templates.flatMap { TemplateReferences.names(in: $0.statements) }).subtracting(names).sorted()
    }

    /// Compiles a template and checks it and all that it extends, includes and imports against a schema.
    ///
    /// `collector`: gets what is wrong, warnings included.
    /// - Returns: nil when there is an error.
    package func compile(
        _ entry: String, schema: TemplateSchema, into collector: inout DiagnosticCollector
    ) -> CompiledTemplate? {
        guard let index = index(of: entry) else {
            collector.add(
                Diagnostic(
                    .missingTemplate, at: nil,
                    Message(en: "there is no template ‘\(entry)’", zh: "没有模板“\(entry)”"),
                    hint: NearName.hint(for: entry, among: names)))
            return nil
        }
        var compiler = Compiler(self, schema)
        let start = SourceSpan(file: Int32(index), start: 0, end: 0)
        _ = compiler.compileTemplate(index, .page, start)
        compiler.program.mainSlots = compiler.highestSlot
        collector.add(contentsOf: compiler.diagnostics)
        let used = compiler.used.sorted()
        let paths = Set(used.map { templates[$0].file.path })
        let isBroken = diagnostics.contains { diagnostic in
            diagnostic.severity == .error && diagnostic.location.map { paths.contains($0.file) } ?? false
        }
        if isBroken || compiler.diagnostics.contains(where: { $0.severity == .error }) { return nil }
        return CompiledTemplate(
            name: entry, closure: used.map { templates[$0].name }, program: Simplification.apply(to: compiler.program),
            library: self)
    }
}

extension TemplateLibrary {
    private static func read(_ file: SourceFile, _ number: Int32) -> ([Statement], [Diagnostic]) {
        if let offset = UTF8Check.firstMistake(in: file.bytes) {
            return (
                [],
                [
                    Diagnostic(
                        .templateEncoding, at: file.location(at: offset),
                        Message(en: "this template is not UTF-8 text", zh: "模板不是 UTF-8 文本"),
                        hint: Message(en: "save the file as UTF-8", zh: "请把文件另存为 UTF-8"))
                ]
            )
        }
        var parser = Parser(file, fileNumber: number)
        let statements = parser.parse()
        return (statements, parser.diagnostics)
    }

    func index(of name: String) -> Int? { positions[name] }

    func location(of span: SourceSpan) -> SourceLocation {
        templates[Int(span.file)].file.location(of: Int(span.start)..<Int(span.end))
    }

    /// The text of a span, with every line break as a line feed.
    func text(of span: SourceSpan) -> [UInt8] {
        let bytes = templates[Int(span.file)].file.bytes[Int(span.start)..<Int(span.end)]
        guard bytes.contains(0x0D) else { return Array(bytes) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for index in bytes.indices {
            if bytes[index] != 0x0D {
                result.append(bytes[index])
            } else if index + 1 == bytes.endIndex || bytes[index + 1] != 0x0A {
                result.append(0x0A)
            }
        }
        return result
    }

    /// The includes, extends and imports that led to a place, the nearest first.
    func notes(for route: Int32, in program: Program) -> [DiagnosticNote] {
        var notes: [DiagnosticNote] = []
        var next = route
        while next >= 0 {
            let step = program.routes[Int(next)]
            notes.append(DiagnosticNote(at: location(of: step.span), step.verb))
            next = step.parent
        }
        return notes
    }
}
