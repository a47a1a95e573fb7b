import Bytes
import Diagnostics
import Testing

@testable import Jinja

/// Rendering: records and globals, safe HTML, and what happens when it fails.
struct RenderTests {
    private static func compile(_ template: String, schema: TemplateSchema, allowsSafe: Bool = false) throws
        -> CompiledTemplate
    {
        var collector = DiagnosticCollector()
        let library = TemplateLibrary(
            files: [SourceFile(path: "page.html", bytes: Array(template.utf8))], allowsSafe: allowsSafe)
        collector.add(contentsOf: library.diagnostics)
        guard let compiled = library.compile("page.html", schema: schema, into: &collector) else {
            throw Failure(collector.sorted())
        }
        return compiled
    }

    private static let type = RecordType(
        "page",
        [.init("title", .text, "The title."), .init("body", .html, "The text."), .init("n", .integer, "A number.")])

    @Test func recordsAndGlobals() throws {
        let globals = RecordType("globals", [.init("site", .text, "The site.")])
        let compiled = try Self.compile(
            "{{ title }}|{{ body }}|{{ n }}|{{ site }}", schema: TemplateSchema(page: Self.type, globals: globals))
        var buffer = ByteBuffer()
        let page = Record(
            Self.type.shape, [.text("a<b"), .html(SafeHTML(trusted: "<p>")), .integer(-3)])
        try compiled.render(page, globals: Record(globals.shape, [.text("S&")]), into: &buffer)
        #expect(buffer.text == "a&lt;b|<p>|-3|S&amp;")
    }

    @Test func shapeInAnotherOrderIsFoundByName() throws {
        let compiled = try Self.compile("{{ title }}{{ n }}", schema: TemplateSchema(page: Self.type))
        var buffer = ByteBuffer()
        try compiled.render(Record(RecordShape("page", ["n", "title"]), [.integer(1), .text("t")]), into: &buffer)
        #expect(buffer.text == "t1")
    }

    @Test func missingFieldOfARecordIsAnError() throws {
        let compiled = try Self.compile("{{ title }}{{ n }}", schema: TemplateSchema(page: Self.type))
        var buffer = ByteBuffer()
        buffer.append("kept")
        do {
            try compiled.render(Record(RecordShape("page", ["title"]), [.text("t")]), into: &buffer)
            Issue.record("must fail")
        } catch {
            #expect(error.diagnostics.map(\.location?.column) == [15])
        }
        #expect(buffer.text == "kept")
    }

    @Test func optionalRecordThatIsNone() throws {
        let person = RecordType("person", [.init("name", .text, "The name.")])
        let type = RecordType("page", [.init("author", .optional(.record(person)), "Who.")])
        let compiled = try Self.compile(
            "{% if author %}{{ author.name }}{% endif %}\n{{ author.name }}", schema: TemplateSchema(page: type))
        var buffer = ByteBuffer()
        do {
            try compiled.render(Record(type.shape, [Value.none]), into: &buffer)
            Issue.record("must fail")
        } catch {
            let diagnostic = try #require(error.diagnostics.first)
            #expect(diagnostic.message.english == "none has no field ‘name’")
            #expect(diagnostic.location?.line == 2 && diagnostic.location?.column == 11)
        }
        #expect(buffer.count == 0)
    }

    @Test func safeOnlyWhenAllowed() throws {
        var buffer = ByteBuffer()
        try Self.compile("{{ '<b>'|safe }}", schema: .open, allowsSafe: true).render(.empty, into: &buffer)
        #expect(buffer.text == "<b>")
        #expect(throws: Failure.self) { try Self.compile("{{ '<b>'|safe }}", schema: .open) }
    }

    @Test func budgets() throws {
        func code(_ template: String, _ budget: RenderBudget) throws -> String? {
            var buffer = ByteBuffer()
            do {
                try Self.compile(template, schema: .open).render(.empty, into: &buffer, budget: budget)
                return nil
            } catch let failure as Failure {
                return failure.diagnostics.first?.message.english
            }
        }
        let loop = "{% for i in range(100) %}0123456789{% endfor %}"
        #expect(try code(loop, RenderBudget()) == nil)
        #expect(try code(loop, RenderBudget(steps: 100)) == "rendering takes too many steps")
        #expect(try code(loop, RenderBudget(outputBytes: 500)) == "the page grows too large")
        let macro = "{% macro m(n) %}{% if n > 0 %}{{ m(n - 1) }}{% endif %}{% endmacro %}"
        #expect(try code(macro + "{{ m(60) }}", RenderBudget()) == nil)
        #expect(try code(macro + "{{ m(70) }}", RenderBudget()) == "macros or loops call themselves too deeply")
    }

    @Test func sameTemplateFromManyTasks() async throws {
        let compiled = try Self.compile("{% for i in range(50) %}{{ i }}{{ n }}{% endfor %}", schema: .open)
        let results = await withTaskGroup(of: String.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var buffer = ByteBuffer()
                    try? compiled.render(Record(RecordShape("page", ["n"]), [.integer(7)]), into: &buffer)
                    return buffer.text
                }
            }
            var results: Set<String> = []
            for await text in group { results.insert(text) }
            return results
        }
        #expect(results.count == 1 && results.first?.isEmpty == false)
    }

    @Test func macroThatOutlivesItsFrame() throws {
        let template =
            "{% set ns = namespace() %}{% macro o() %}{% macro i() %}x{% endmacro %}{% set ns.f = i %}{% endmacro %}"
            + "{{ o() }}{{ ns.f() }}"
        var buffer = ByteBuffer()
        do {
            try Self.compile(template, schema: .open).render(.empty, into: &buffer)
            Issue.record("must fail")
        } catch let failure as Failure {
            #expect(failure.diagnostics.map(\.code.id) == ["template/not-supported"])
        }
    }
}
