import Diagnostics
import Jinja
import Testing

/// Damaged and hostile templates give a diagnostic, never a crash.
struct NestingTests {
    private static let deep: [String] = [
        "{{ " + String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000) + " }}",
        "{{ " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000) + " }}",
        "{{ " + String(repeating: "{1:", count: 10_000) + "1" + String(repeating: "}", count: 10_000) + " }}",
        "{{ " + String(repeating: "not ", count: 10_000) + "1 }}",
        "{{ " + String(repeating: "- ", count: 10_000) + "1 }}",
        "{{ x" + String(repeating: "[x", count: 10_000) + String(repeating: "]", count: 10_000) + " }}",
        "{{ x" + String(repeating: "(x", count: 10_000) + String(repeating: ")", count: 10_000) + " }}",
        "{{ 1" + String(repeating: " if 1 else 1", count: 10_000) + " }}",
        "{{ 1" + String(repeating: " + 1", count: 10_000) + " }}",
        "{{ 1" + String(repeating: " ** 1", count: 10_000) + " }}",
        "{{ x" + String(repeating: ".x", count: 10_000) + " }}",
        "{{ x" + String(repeating: "|d", count: 10_000) + " }}",
        "{{ 1" + String(repeating: " and 1", count: 10_000) + " }}",
        String(repeating: "{% if 1 %}", count: 10_000) + String(repeating: "{% endif %}", count: 10_000),
        String(repeating: "{% for x in y %}", count: 10_000),
        String(repeating: "{% set x %}", count: 10_000),
        "{% for " + String(repeating: "(", count: 10_000) + "x" + String(repeating: ")", count: 10_000)
            + " in y %}{% endfor %}",
    ]

    @Test(arguments: deep.indices)
    func tooDeep(_ number: Int) {
        let template = Self.deep[number]
        let found = CheckerTests.check(template, schema: .open)
        #expect(found.contains { $0.contains("template/nested-too-deeply") })
        #expect(found.count <= 2)
    }

    @Test func manyBranchesAreFine() {
        let template = "{% if n == 0 %}" + String(repeating: "{% elif n == 1 %}a", count: 2_000) + "{% endif %}"
        #expect(CheckerTests.check(template, schema: .open) == [])
        #expect(CheckerTests.check("{{ 1" + String(repeating: " ~ 1", count: 5_000) + " }}") == [])
    }

    @Test func includesThatMultiplyAreStopped() {
        var others: [String: String] = [:]
        for level in 0..<40 {
            others["p\(level).html"] = String(repeating: "{% include 'p\(level + 1).html' %}", count: 4)
        }
        others["p40.html"] = "x{{ 1 }}"
        let found = CheckerTests.check("{% include 'p0.html' %}", others, schema: .open)
        #expect(found.count == 1)
        #expect(found.first?.contains("the templates grow past") == true)
    }

    @Test func includesDeepInEachOther() {
        var others: [String: String] = [:]
        for level in 0..<70 {
            others["p\(level).html"] =
                String(repeating: "{% if 1 %}", count: 90) + "{% include 'p\(level + 1).html' %}"
                + String(repeating: "{% endif %}", count: 90)
        }
        others["p70.html"] = "x"
        #expect(CheckerTests.check("{% include 'p0.html' %}", others, schema: .open).count == 1)
    }

    @Test func notUTF8() {
        var collector = DiagnosticCollector()
        let library = TemplateLibrary(files: [SourceFile(path: "page.html", bytes: [0x61, 0x0A, 0x62, 0xFF, 0x63])])
        collector.add(contentsOf: library.diagnostics)
        let diagnostic = collector.diagnostics.first
        #expect(diagnostic?.code.id == "template/encoding")
        #expect(diagnostic?.location?.line == 2 && diagnostic?.location?.column == 2)
    }

    @Test(arguments: 0..<200)
    func cutTemplatesNeverCrash(_ length: Int) {
        let template =
            "{% extends 'b' %}{%- macro m(a, b=[1, {'x': 2}]) -%}{{ a[1:2]|join(', ') }}{% endmacro %}{# c #}{% raw %}{{"
            + "{% endraw %}{% for x, y in z if x is not none recursive %}{{ loop(y) }}{% else %}{% endfor %}{{ 'a\\n' ~ 1.5e3 }}"
        _ = CheckerTests.check(String(decoding: template.utf8.prefix(length), as: UTF8.self), schema: .open)
        _ = CheckerTests.check(String(decoding: template.utf8.dropFirst(length), as: UTF8.self), schema: .open)
    }
}
