import Bytes
import Diagnostics
import Testing

@testable import Jinja

/// A program with what is known put in, and made shorter, does what the whole one does.
@Suite struct BindingTests {
    private static let site = RecordType(
        "site",
        [
            .init("name", .text, "Its name."), .init("note", .html, "HTML."), .init("empty", .text, "Nothing."),
            .init("tags", .list(of: .text), "A list."), .init("size", .integer, "A number."),
        ])
    private static let page = RecordType(
        "page", [.init("title", .text, "The title."), .init("tags", .list(of: .text), "A list.")])
    private static let schema = TemplateSchema(
        page: RecordType(
            "all", [.init("site", .record(site), "The site."), .init("page", .record(page), "The page.")]))
    private static let siteRecord = Record(
        site.shape,
        [
            .text("S & T"), .html(SafeHTML(trusted: "<i>n</i>")), .text(""), .list([.text("a"), .text("<b>")]),
            .integer(3),
        ])

    private static func compiled(_ template: String) throws -> CompiledTemplate {
        let library = TemplateLibrary(files: [SourceFile(path: "page.html", bytes: Array(template.utf8))])
        var collector = DiagnosticCollector()
        collector.add(contentsOf: library.diagnostics)
        guard let compiled = library.compile("page.html", schema: schema, into: &collector) else {
            throw Failure(collector.sorted())
        }
        return compiled
    }

    private static func rendered(_ template: CompiledTemplate, title: String, tags: [String]) -> String {
        let page = Record(Self.page.shape, [.text(title), .texts(tags)])
        var buffer = ByteBuffer()
        do {
            try template.render(Record(schema.page.shape, [.record(siteRecord), .record(page)]), into: &buffer)
            return buffer.text
        } catch {
            return TextFormat.report(error.diagnostics, language: .english, colour: false)
        }
    }

    @Test(arguments: [
        "{{ site.name }}", "a{{ site.name }}b{{ site.note }}c{{ site.size }}d",
        "{% if site.name %}yes{% else %}no{% endif %}{% if site.empty %}yes{% else %}no{% endif %}",
        "{% if site.empty %}{% for t in page.tags %}{{ t }}{% endfor %}{% elif page.title %}{{ page.title }}{% endif %}",
        "{% for t in site.tags %}{% if page.title %}<{{ t }}>{% endif %}{% else %}none{% endfor %}",
        "{% for t in page.tags %}{% if site.name %}{{ t }},{% endif %}{% else %}none{{ site.name }}{% endfor %}",
        "{% macro m(x) %}[{{ x }}{{ site.name }}{{ x.y }}]{% endmacro %}{{ m(page.title) }}",
        "{% macro m(x, y=site.name) %}{{ x }}{{ y }}{% if y == 'S & T' %}!{% endif %}{% endmacro %}"
            + "{{ m(1) }}{{ m(2, y=3) }}{{ m(y=site.size, x='') }}",
        "{% if page.title and site.name and not site.empty %}1{% endif %}{{ site.name if page.title else site.empty }}",
        "{% if site.name == 'S & T' %}a{% else %}b{% endif %}{% if 'x' == site.empty %}a{% else %}b{% endif %}",
        "{% set x = site.name %}{{ x }}{% set y %}({{ site.note }}){% endset %}{{ y }}{{ x ~ y }}",
        "{% for a in page.tags %}{% for b in site.tags %}{{ loop.index }}{{ b }}{{ a }}{% endfor %}{% endfor %}",
        "{% filter upper %}{{ site.name }}x{% if site.empty %}y{% endif %}{% endfilter %}",
    ])
    func boundAndWholeAgree(_ template: String) throws {
        let whole = try Self.compiled(template)
        let bound = whole.binding("site", to: Self.siteRecord)
        for (title, tags) in [("", []), ("t <", ["one"]), ("标题", ["a", "b & c", "d"])] {
            let expected = Self.rendered(whole, title: title, tags: tags)
            #expect(Self.rendered(bound, title: title, tags: tags) == expected)
            // Once more changes nothing.
            #expect(Self.rendered(bound.binding("site", to: Self.siteRecord), title: title, tags: tags) == expected)
        }
    }

    @Test func whatIsKnownBecomesText() throws {
        let template = "a{{ site.name }}{% if site.empty %}{{ page.title }}{% else %}b{% endif %}{{ site.note }}c"
        let bound = try Self.compiled(template).binding("site", to: Self.siteRecord)
        #expect(bound.program.operations.count == 1)
        #expect(String(decoding: bound.program.text, as: UTF8.self) == "aS &amp; Tb<i>n</i>c")
        #expect(Self.rendered(bound, title: "", tags: []) == "aS &amp; Tb<i>n</i>c")
    }

    /// A macro's parameter may hold records of several shapes, one after the other.
    @Test func fieldsAreFoundInRecordsOfEveryShape() throws {
        let shapes = [["a", "b"], ["b", "a"], ["x", "y", "b"], ["a"]]
        let items = shapes.map { names in Value.record(Record(RecordShape("r", names), names.map { .text($0 + "!") })) }
        let library = TemplateLibrary(files: [
            SourceFile(
                path: "page.html",
                bytes: Array("{% macro m(r) %}{{ r.b }}{% endmacro %}{% for i in items %}{{ m(i) }};{% endfor %}".utf8))
        ])
        var collector = DiagnosticCollector()
        let compiled = try #require(library.compile("page.html", schema: .open, into: &collector))
        var buffer = ByteBuffer()
        let root = RecordShape("page", ["items"])
        try compiled.render(Record(root, [.list(Array(items.dropLast()))]), into: &buffer)
        #expect(buffer.text == "b!;b!;b!;")
        do throws(Failure) {
            try compiled.render(Record(root, [.list(items)]), into: &buffer)
            Issue.record("must fail")
        } catch {
            #expect(error.diagnostics.map(\.code.id) == ["template/unknown-field"])
        }
    }

    /// Values are moved about all the time.
    @Test func aValueIsSmall() { #expect(MemoryLayout<Value>.stride <= 24 && MemoryLayout<Operation>.stride <= 16) }
}
