import Bytes
import Diagnostics
import Jinja
import Testing

/// Templates are checked against a schema before anything is rendered.
struct CheckerTests {
    private static let person = RecordType(
        "person", [.init("name", .text, "The name."), .init("url", .text, "The page.")])
    private static let topic = RecordType(
        "topic",
        [.init("title", .text, "The title."), .init("children", .list(of: .named("topic")), "Narrower topics.")])
    private static let page = RecordType(
        "answer",
        [
            .init("title", .text, "The title."), .init("body", .html, "The text."),
            .init("count", .integer, "A number."),
            .init("author", .optional(.record(person)), "Who wrote it."),
            .init("people", .list(of: .record(person)), "Everybody."), .init("topic", .named("topic"), "The topic."),
            .init("extra", .any, "Anything."), .init("phrases", .dictionary(of: .text), "Words."),
        ])
    private static let globals = RecordType("globals", [.init("site", .record(person), "The site.")])
    static let schema = TemplateSchema(page: page, globals: globals, named: [topic])

    /// Every diagnostic as `line:column code message (hint)`.
    static func check(_ template: String, _ others: [String: String] = [:], schema: TemplateSchema = schema) -> [String]
    {
        var collector = DiagnosticCollector()
        let library = TemplateLibrary(files: files(template, others))
        collector.add(contentsOf: library.diagnostics)
        _ = library.compile("page.html", schema: schema, into: &collector)
        return collector.sorted().map { diagnostic in
            let place = diagnostic.location.map { "\($0.file):\($0.line):\($0.column)" } ?? "-"
            let hint = diagnostic.hint.map { " (\($0.english))" } ?? ""
            return "\(place) \(diagnostic.code.id) \(diagnostic.message.english)\(hint)"
        }
    }

    static func files(_ template: String, _ others: [String: String]) -> [SourceFile] {
        (others.sorted { $0.key < $1.key } + [("page.html", template)]).map {
            SourceFile(path: "Templates/" + $0.0, bytes: Array($0.1.utf8))
        }
    }

    @Test(arguments: [
        "{{ title }}{{ body }}{{ count + 1 }}{{ site.name }}{{ topic.children[0].title }}{{ extra.anything.at.all }}",
        "{% for p in people %}{{ loop.index }}{{ p.name }}{% endfor %}{{ author.name }}{{ phrases.whatever }}",
        "{% if subtitle is defined %}{{ subtitle }}{% endif %}{{ subtitle|default('-') }}",
        "{% if subtitle is defined and subtitle.x %}{{ subtitle.y }}{% endif %}",
        "{% if subtitle is not defined %}-{% else %}{{ subtitle }}{% endif %}{{ subtitle if subtitle is defined else '' }}",
        "{% if author.role is defined %}{{ author.role }}{% endif %}{{ author.role|d('x') }}",
        "{% set x = people|first %}{{ x.name }}{% for g in people|groupby('name') %}{{ g.list[0].url }}{% endfor %}",
        "{% for name in people|map(attribute='name') %}{{ name|upper }}{% endfor %}",
        "{% for row in people|batch(2) %}{% for p in row %}{{ p.url }}{% endfor %}{% endfor %}",
        "{% for t in topic.children recursive %}{{ t.title }}{{ loop(t.children) }}{% endfor %}",
        "{% macro m(x) %}{{ x.anything }}{% endmacro %}{{ m(people) }}",
        "{% set ns = namespace(a=1) %}{% set ns.b = 2 %}{{ ns.b }}",
    ])
    func good(_ template: String) {
        #expect(Self.check(template) == [])
    }

    @Test(arguments: [
        ("{{ tittle }}", "1:4 template/undefined-name ‘tittle’ is undefined (did you mean ‘title’?)"),
        (
            "a\n {{ author.nmae }}",
            "2:12 template/unknown-field ‘person’ has no field ‘nmae’ (did you mean ‘name’?)"
        ),
        ("{{ site['nam'] }}", "1:9 template/unknown-field ‘person’ has no field ‘nam’ (did you mean ‘name’?)"),
        (
            "{% for p in people %}{{ p.urll }}{% endfor %}",
            "1:27 template/unknown-field ‘person’ has no field ‘urll’ (did you mean ‘url’?)"
        ),
        (
            "{% if false %}{{ topic.children[0].children[1].titel }}{% endif %}",
            "1:48 template/unknown-field ‘topic’ has no field ‘titel’ (did you mean ‘title’?)"
        ),
        ("{{ title.length }}", "1:10 template/unknown-field text has no field ‘length’"),
        (
            "{{ people.name }}", "1:11 template/unknown-field list of person has no field ‘name’"
        ),
        (
            "{{ people|map(attribute='nmae')|join }}",
            "1:25 template/unknown-field ‘person’ has no field ‘nmae’ (did you mean ‘name’?)"
        ),
        (
            "{{ people|sort(attribute='name,urk')|length }}",
            "1:26 template/unknown-field ‘person’ has no field ‘urk’ (did you mean ‘url’?)"
        ),
        (
            "{{ people|selectattr('nam')|length }}",
            "1:22 template/unknown-field ‘person’ has no field ‘nam’ (did you mean ‘name’?)"
        ),
        (
            "{{ people|map('uper')|list }}",
            "1:15 template/unknown-filter there is no filter ‘uper’ (did you mean ‘upper’?)"
        ),
        ("{{ people|select('odt')|list }}", "1:18 template/unknown-test there is no test ‘odt’ (did you mean ‘odd’?)"),
        ("{% for x in count %}{% endfor %}", "1:13 template/wrong-type a list is needed here (count with ‘range(…)’)"),
        ("{{ title() }}", "1:4 template/wrong-type text can't be called"),
        (
            "{{ title.upper() }}",
            "1:4 template/not-supported values have no methods, so ‘.upper()’ can't be called (use ‘|upper’)"
        ),
        (
            "{{ rnage(3) }}",
            "1:4 template/unknown-function there is no function or macro ‘rnage’ (did you mean ‘range’?)"
        ),
        ("{{ range() }}", "1:4 template/wrong-arguments ‘range’ is given arguments that it does not take"),
        (
            "{% set title.x = 1 %}",
            "1:8 template/not-supported only a namespace has fields that can be set "
                + "(make one: ‘{% set title = namespace(x=…) %}’)"
        ),
        ("{% if x is defined %}{% endif %}{{ x }}", "1:36 template/undefined-name ‘x’ is undefined"),
        (
            "{% block a %}{{ loop.index }}{% endblock %}",
            "1:17 template/undefined-name ‘loop’ is undefined "
                + "(‘loop’ exists inside ‘{% for %}’ only; a block sees it when it is ‘scoped’)"
        ),
    ])
    func bad(_ template: String, _ expected: String) {
        #expect(Self.check(template) == ["Templates/page.html:" + expected])
    }

    @Test func everyMistakeInOneRun() {
        let found = Self.check("{{ a }}\n{{ b }}\n{{ title|nope }}{{ c.d }}{% include 'x.html' %}")
        #expect(found.count == 5)
    }

    @Test func includedTemplatesAreCheckedWhereTheyAreUsed() {
        let found = Self.check(
            "{% for p in people %}{% include 'p.html' %}{% endfor %}{% include 'p.html' %}", ["p.html": "{{ p.name }}"])
        #expect(found == ["Templates/p.html:1:4 template/undefined-name ‘p’ is undefined"])
    }

    @Test func misspeltBlockIsAWarning() {
        let found = Self.check(
            "{% extends 'base.html' %}{% block contnet %}{% block inner %}{% endblock %}{% endblock %}",
            ["base.html": "{% block content %}{% endblock %}"])
        #expect(
            found == [
                "Templates/page.html:1:35 template/unused-block no parent template has a block ‘contnet’, so it is never "
                    + "shown (did you mean ‘content’?)"
            ])
    }

    @Test func warningsDoNotStopTheBuild() {
        var collector = DiagnosticCollector()
        let library = TemplateLibrary(
            files: Self.files("{% extends 'b.html' %}{% block x %}{% endblock %}", ["b.html": "b"]))
        #expect(library.compile("page.html", schema: Self.schema, into: &collector) != nil)
        #expect(collector.diagnostics.map(\.severity) == [.warning])
    }

    @Test func notesLeadBackToTheEntry() {
        var collector = DiagnosticCollector()
        let library = TemplateLibrary(
            files: Self.files("{% include 'a.html' %}", ["a.html": "\n{% include 'b.html' %}", "b.html": "{{ nope }}"]))
        #expect(library.compile("page.html", schema: Self.schema, into: &collector) == nil)
        let notes = collector.diagnostics.first?.notes ?? []
        #expect(
            notes.map { "\($0.location?.file ?? ""):\($0.location?.line ?? 0)" } == [
                "Templates/a.html:2", "Templates/page.html:1",
            ])
        #expect(notes.map(\.message.chinese) == ["在此处 include", "在此处 include"])
    }

    @Test func closureListsWhatAPageDependsOn() {
        var collector = DiagnosticCollector()
        let library = TemplateLibrary(
            files: Self.files(
                "{% extends 'base.html' %}{% from 'm.html' import m %}{% block b %}{% include 'p.html' %}{% endblock %}",
                [
                    "base.html": "{% block b %}{% endblock %}", "m.html": "{% macro m() %}{% endmacro %}",
                    "p.html": "p",
                    "other.html": "{{ nope }}",
                ]))
        let compiled = library.compile("page.html", schema: Self.schema, into: &collector)
        #expect(compiled?.closure == ["base.html", "m.html", "p.html", "page.html"])
        #expect(library.names == ["base.html", "m.html", "other.html", "p.html", "page.html"])
    }

    @Test func brokenPartialStopsOnlyThePagesThatUseIt() {
        let library = TemplateLibrary(
            files: Self.files("{% include 'p.html' %}", ["p.html": "{% if %}", "fine.html": "x"]))
        var collector = DiagnosticCollector()
        #expect(!library.diagnostics.isEmpty)
        #expect(library.compile("page.html", schema: Self.schema, into: &collector) == nil)
        #expect(library.compile("fine.html", schema: Self.schema, into: &collector) != nil)
    }

    @Test func unknownEntryIsADiagnostic() {
        var collector = DiagnosticCollector()
        #expect(TemplateLibrary(files: []).compile("x.html", schema: .open, into: &collector) == nil)
        #expect(collector.diagnostics.map(\.code.id) == ["template/missing-template"])
    }

    @Test func codesAreListedOnce() {
        let ids = JinjaCodes.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix("template/") })
    }
}
