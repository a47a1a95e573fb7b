import TestSupport
import Testing

/// `citable template`: what it finds, prints and refuses.
@Suite struct TemplateTests {
    private static let theme = """
        -- Templates/layouts/base.html --
        <b>{% block main %}{% endblock %}</b>
        -- Templates/pages/page.html --
        {% extends "layouts/base.html" %}{% block main %}{% include "row.html" %}{{ text }}{{ whole }} {{ half }}{% endblock %}
        -- Templates/pages/row.html --
        {{ list|join("、") }}
        -- data.json --
        {"text": "<中>", "whole": 1, "half": 1.0, "list": [true, null, "x"]}
        -- bad.html --
        {% include "gone.html" %}
        {% if text %}
        """
    private static let page = "<b>True、None、x&lt;中&gt;1 1.0</b>"

    @Test func namesAreFoundBesideTheFileAndInTemplates() throws {
        let site = try TemporarySite(Self.theme)
        let run = try Program("template", "Templates/pages/page.html", "--data", "data.json", in: site.root)
        #expect(run.output == Self.page)
        #expect(run.messages == "")
        #expect(run.exitCode == 0)
        let inside = try Program(
            "template", "page.html", "--data", "../../data.json", in: site.root + "/Templates/pages")
        #expect(inside.output == Self.page)
    }

    @Test func dataMayComeFromStandardInput() throws {
        let site = try TemporarySite("-- a.html --\n{{ a.b }}\n")
        let run = try Program("template", "a.html", "--data", "-", in: site.root, input: #"{"a": {"b": "值"}}"#)
        #expect(run.output == "值")
        let wrong = try Program("template", "a.html", "--data", "-", in: site.root, input: "[1]")
        #expect(wrong.messages.hasPrefix("<stdin>:1:1: error: the data of a template is an object, not an array"))
        #expect(wrong.exitCode == 1)
    }

    @Test func allMistakesAreToldAtTheirPlacesAndNothingIsPrinted() throws {
        let site = try TemporarySite(Self.theme)
        let run = try Program("template", "bad.html", "--data", "data.json", in: site.root)
        #expect(run.output == "")
        #expect(run.messages.contains("bad.html:1:12: error: there is no template ‘gone.html’"))
        #expect(run.messages.contains("bad.html:2:1: error: ‘if’ is never closed"))
        #expect(run.exitCode == 1)
        let json = try Program("template", "bad.html", "--data", "data.json", "--format", "json", in: site.root)
        #expect(json.output.contains(#""file": "bad.html", "line": 1, "column": 12"#))
        #expect(json.messages == "")
    }

    @Test func anUnknownNameIsAnErrorWithTheWayThatLedThere() throws {
        let site = try TemporarySite(Self.theme)
        let run = try Program("template", "Templates/pages/page.html", in: site.root)
        #expect(run.messages.hasPrefix("Templates/pages/row.html:1:"))
        #expect(run.messages.contains("Templates/pages/page.html:1:50: note: included here"))
        #expect(run.exitCode == 1)
    }

    @Test func wrongUsageIsTwo() throws {
        let site = try TemporarySite(Self.theme)
        #expect(try Program("template", in: site.root).exitCode == 2)
        #expect(try Program("template", "gone.html", in: site.root).exitCode == 2)
        #expect(try Program("template", "bad.html", "--format", "xml", in: site.root).exitCode == 2)
    }

    @Test func namesStayBelowTheirFolder() throws {
        let site = try TemporarySite("-- secret.html --\nx\n-- t/a.html --\n{% include \"../secret.html\" %}\n")
        let run = try Program("template", "t/a.html", in: site.root)
        #expect(run.output == "")
        #expect(run.exitCode == 1)
    }
}
